/** Clauses that were once misread, and what a claim of the present is worth once something changed. Every name here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { townNews, withFolder } from './corpora.ts';

const TOWN = townNews(['reads old maps', 'paints a fence', 'plays chess', 'grows apples']);

/** Two documents: what is told in March, and what is told in May. */
function verdictOn(claim: string, march: string, may = 'The quay of Harby was quiet in May.'): Verdict {
  const head = (day: string) => `---\npublisher: Harby Post\npublished: ${day}\n---\nA note of the quay\n\n`;
  const files = {
    'town.md': `Around the town\n\n${TOWN}\n`,
    'march.md': `${head('2025-03-05')}${march}\n`,
    'may.md': `${head('2025-05-20')}${may}\n`,
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('what is put above what', () => {
  const fair = 'The gathering is less a market and more a fair.';

  it('is supported the same way round, in whatever form', () => {
    expect(verdictOn('The gathering is more a fair than a market.', fair)).toBe('supported');
    const refit = 'The hull is sound, so this is more likely a refit than a sale.';
    expect(verdictOn('A refit is more likely than a sale.', refit)).toBe('supported');
  });

  it('is contradicted the other way round', () => {
    expect(verdictOn('The gathering is more a market than a fair.', fair)).toBe('contradicted');
    const refit = 'The hull is sound, so this is more likely a refit than a sale.';
    expect(verdictOn('A sale is more likely than a refit.', refit)).toBe('contradicted');
  });

  it('is contradicted where the claim says less of what has become more', () => {
    expect(
      verdictOn('The new rota makes harbour work less tiring.', 'The new rota makes harbour work more tiring.'),
    ).toBe('contradicted');
  });
});

describe('a word that says how something is', () => {
  it('is not supported where the same is called otherwise', () => {
    const memo = 'The memo said demand for berths at Corvane Quay has been “staggering”.';
    expect(verdictOn('The memo calls demand for berths at Corvane Quay staggering.', memo)).toBe('supported');
    expect(verdictOn('The memo calls demand for berths at Corvane Quay weak.', memo)).not.toBe('supported');
  });
});

describe('an arrangement that is said to stand', () => {
  const march = 'Corvane and Tessaly Foods said on March 4 that their storage deal still stands.';
  const may = 'Corvane and Tessaly Foods amended their storage agreement on May 19, opening the sheds to others.';

  it('is supported until it is amended, and outdated from then on', () => {
    const claim = 'The storage deal between Corvane and Tessaly Foods still stands.';
    expect(verdictOn(claim, march)).toBe('supported');
    expect(verdictOn(claim, march, may)).toBe('outdated');
    expect(verdictOn('The storage deal between Corvane and Tessaly Foods stands as it was.', march, may)).toBe(
      'outdated',
    );
  });
});

describe('what a claim denies of now', () => {
  it('is outdated where it began since', () => {
    const may = 'On May 12, Corvane said it would offer frozen peas at the quay.';
    expect(verdictOn('Corvane does not offer frozen peas.', 'Corvane sells apples.', may)).toBe('outdated');
  });

  it('is contradicted where it says that it never was', () => {
    const may = 'On May 12, Corvane offered frozen peas at the quay.';
    expect(verdictOn('Corvane never offered frozen peas.', 'Corvane sells apples.', may)).toBe('contradicted');
  });
});

describe('a sum of several together', () => {
  it('shows nothing of the share of one', () => {
    const told =
      'It launched the Lantern venture with Corvane, Tessaly Foods, and Birch, saying it would invest €90 million.';
    expect(verdictOn('Corvane paid €40 million into the Lantern venture.', told)).toBe('not-found');
    expect(verdictOn('Corvane paid €90 million into the Lantern venture.', told)).not.toBe('supported');
  });
});

describe('who is kept as something', () => {
  it('remains it, and nobody else does', () => {
    const told = 'The amended deal keeps Corvane as Harby’s main carrier, but Harby can now hire any carrier.';
    expect(verdictOn('Corvane is Harby’s main carrier.', told)).toBe('supported');
    expect(verdictOn('Tessaly Foods is Harby’s main carrier.', told)).toBe('contradicted');
  });
});

describe('a clause', () => {
  it('goes on with the subject of the first after small words', () => {
    const told =
      'Corvane remains the main carrier, still gets ice from Tessaly Foods, and no longer has to pay a toll.';
    expect(verdictOn('Corvane loses its ice from Tessaly Foods.', told)).toBe('contradicted');
  });

  it('that describes the subject is not the main one', () => {
    const told = 'Skippers who want a berth have to apply to the harbour office.';
    expect(verdictOn('Skippers who want a berth have to apply to the harbour office.', told)).toBe('supported');
    expect(verdictOn('Skippers who want a berth have to pay the harbour office.', told)).not.toBe('supported');
  });

  it('tells with “by” a day on which something is done, and not by whom', () => {
    const told = 'The new crane will be delivered by 2028, the harbour office said.';
    expect(verdictOn('The new crane will be delivered by 2028.', told)).toBe('supported');
  });
});
