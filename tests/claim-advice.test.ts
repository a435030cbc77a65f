/** Claims of what somebody is advised to do, held against advice in the imperative. Every name here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'keeps bees']);

const ADVICE = `---
publisher: Orchard Letter
published: 2025-09-03
---
The orchard year

Corvane sold its presses to Tessaly Foods on June 4. The cooperative kept the orchards.

Advice for the trade

- For growers: Carefully prune the old trees before the frost, not after, and do not sign for more than two seasons.
- For cider makers: Prioritize several suppliers and small vats, while weighing the cost of a single press.
- For shopkeepers: Ask for samples from every orchard. Compare the price of boxed fruit with that of loose fruit.
- For pickers: Don’t work without a written contract; keep a copy of each pay slip.

What should bottlers take from this?

Do not build a second line on the promise of one harvest.
`;

describe('a claim of advice', () => {
  const verdicts = (claims: readonly string[]) =>
    withFolder({ 'town.md': `Around the town\n\n${TOWN}\n`, 'letter.md': ADVICE }, (folder) => {
      const bot = makeBot(openCorpus(folder), loadWeights());
      return claims.map((claim) => bot.check({ claim }).verdict);
    });
  const all = (verdict: string, ...claims: string[]) => expect(verdicts(claims)).toEqual(claims.map(() => verdict));

  it('is supported by an order to those whom its label names', () => {
    all(
      'supported',
      'Growers are advised to prune old trees before the frost.',
      'Growers should not sign for more than two seasons.',
      'Cider makers are told to prioritize several suppliers.',
      'Pickers are urged to keep a copy of each pay slip.',
      'Pickers are advised not to work without a written contract.',
    );
  });

  it('is supported by the sentence after the label, and by one under a heading that names them', () => {
    all(
      'supported',
      'Shopkeepers should compare the price of boxed fruit with that of loose fruit.',
      'Bottlers are advised not to build a second line on the promise of one harvest.',
      'The letter advises shopkeepers to ask for samples from every orchard.',
    );
  });

  it('is contradicted by an order to do otherwise, and where others are told to do it', () => {
    all(
      'contradicted',
      'Growers are advised not to prune the old trees.',
      'Cider makers are advised to prioritize a single supplier.',
      'Pickers are advised to work without a written contract.',
      'Growers are advised to compare the price of boxed fruit with that of loose fruit.',
    );
  });

  it('is not supported where one word of it is told to nobody', () => {
    const claims = [
      'Growers are advised to prune old trees after the frost.',
      'Growers are advised to prune young trees before the frost.',
      'Cider makers are advised to prioritize large vats.',
      'Bottlers are advised to build a second line.',
    ];
    for (const verdict of verdicts(claims)) expect(verdict).not.toBe('supported');
  });
});
