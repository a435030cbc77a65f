/** Short questions as people type them, and the few words that answer them. Every house and place here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const EARLIER = `---
published: 2026-03-02
---
The looms of Marl

The guild opened a review of the looms in May 2025 and closed it in November 2025.

Ada Lund of Penn Research doubts that the dye will last. The Kelby fire was caused by a lamp, and Tarn had asked for new ones twice.

Kelby mends the barges. Under the Barge Pact their mending has belonged to Kelby alone since 2019.

Stall: A table on which cloth is sold. Cart tax: What a carter pays at the gate.

The bell of the Marl agreement is cracked, says Orrin.
`;
const LATER = `---
published: 2026-05-04
---
What has become of them

The Marl mill raised its looms from 118 to 131 on April 28. By May 1 the guild had passed 158 carts of 412.

On May 1 Kelby moved the opening of the dyehouse from June 2 to July 9, because the vats came late.

The cart tax falls from 9 crowns to $4 a cart.

Harl plans to close three of its 14 stalls. Wool shares fell, and Holt has a pool of hides worth $42 million. Brand will put $420 million into a new tannery at Marl.
`;

const bot = withFolder({ 'earlier.md': EARLIER, 'later.md': LATER }, (folder) =>
  makeBot(openCorpus(folder), loadWeights()),
);
const asked = (question: string) => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered'
    ? { short: given.short, lead: given.statements[0].quote }
    : { short: undefined, lead: given.outcome };
};

describe('the answer in a few words', () => {
  it('is the day of the verb that is asked, of two days', () =>
    expect(asked('When did the guild close its review?').short).toBe('November 2025'));
  it('is the day of the other verb, where that is asked', () =>
    expect(asked('When did the guild open its review?').short).toBe('May 2025'));
  it('is the day to which something was moved', () =>
    expect(asked('when does the dyehouse open').short).toBe('July 9, 2026'));
  it('is what a number came to, and no range', () =>
    expect(asked('how many looms does the Marl mill have').short).toBe('131'));
  it('is the part that is spoken of, and not the whole', () =>
    expect(asked('how many carts has the guild passed').short).toBe('158 carts'));
  it('is how many of them, where some will close', () =>
    expect(asked('how many stalls will close').short).toBe('Three'));
  it('is who doubts it, and not the house', () =>
    expect(asked('who doubts that the dye will last').short).toBe('Ada Lund'));
  it('names nobody who is only near what a thing has caused', () =>
    expect(asked('who caused the Kelby fire').short).toBeUndefined());
});

describe('what leads', () => {
  it('is a sum of the thing that is asked about', () =>
    expect(asked('How much is the new tannery going to cost?').lead).toContain('$420 million'));
  it('is how a tax stands, where it is asked for now, and not what the word means', () =>
    expect(asked('cart tax now').lead).toContain('falls from'));
  it('is nothing that has only the noun of the verb', () =>
    expect(asked('Did Marl agree?').lead).not.toContain('bell'));
  it('is nothing, where nobody is told to be of another view', () =>
    expect(asked('Who disagrees about the looms?').lead).toBe('declined'));
});
