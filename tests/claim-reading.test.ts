/** Plain misreadings of a sentence that a claim is held against. Every name here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import type { Verdict } from '../src/claim/verdict.ts';
import { withFolder } from './corpora.ts';

/** A town's other news, so that no word is common only because there are few. */
const TOWN = ['The baker', 'A gardener', 'The tailor', 'A pilot', 'The judge', 'A potter']
  .flatMap((who) =>
    ['reads old maps', 'paints a fence', 'plays chess', 'grows apples'].map((does) => `${who} ${does}.`),
  )
  .join(' ');

function verdictOn(claim: string, spring: string, autumn?: string): Verdict {
  const files = {
    'town.md': `---\npublished: 2025-01-02\n---\nAround the town\n\n${TOWN}\n`,
    'spring.md': `---\npublished: 2025-03-03\n---\nA note of spring\n\n${spring}\n`,
    ...(autumn && { 'autumn.md': `---\npublished: 2025-09-01\n---\nA note of autumn\n\n${autumn}\n` }),
  };
  return withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
}

describe('a claim is supported', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('supported');

  it('where “its share” is that of whom the sentence before is about, though the sentence names them later', () => {
    check(
      "Alderby's share of the orchard fell to 12 percent.",
      'Alderby sold its press. Its share of the orchard fell to 12 percent after the frost, but it has no debts, as Ada Holm, an Alderby grower, said.',
    );
  });

  it('by a verb before “mooring charges” or “90 heating plants”, in which there is no second one', () => {
    check(
      'Birchley protested to the Harbour Council in May 2025.',
      'Birchley filed a formal protest about mooring charges with the Harbour Council in May 2025.',
    );
    check(
      'The Lowick Survey found 90 heating plants in good order.',
      'The Lowick Survey, a club that counts chimneys, found 90 heating plants in good order in May.',
    );
  });

  it('by a verb that is a noun as often', () => {
    check(
      'Tuning is billed separately by Cedar Organs.',
      'Neither sum covers the tuning, which Cedar Organs bills separately.',
    );
  });

  it('by “ahead of” where it says “before”', () => {
    check(
      'Birchley receives the seed lists 40 days before other growers.',
      'Birchley receives the seed lists 40 days ahead of other growers.',
    );
  });
});

describe('a claim is contradicted', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('contradicted');

  it('by the opposite clause of the same subject, beside one of another with its verb', () => {
    check(
      'Alderby membership rose 6 percent in May.',
      'Alderby membership fell 6 percent in May; Birchley rose 2 percent.',
    );
  });

  it('by another fraction of the same', () => {
    check('Alderby paid half of the roofing costs.', 'Alderby paid a quarter of the roofing costs.');
    check(
      'Judges altered the marks on half of the paintings.',
      'Judges altered the marks on about one painting in nine.',
    );
  });
});

describe('nothing is found', () => {
  const check = (claim: string, told: string) => expect(verdictOn(claim, told)).toBe('not-found');

  it('of a share of somebody, where a share of something else is told', () => {
    check(
      'Alderby owns a third of Birchley.',
      'Alderby and Birchley share a barn. Its stake in the mill slipped to 8 percent after money came from Birchley.',
    );
  });

  it('of what somebody used to be, where others use something', () => {
    check(
      'Ada Holm used to be a sailor.',
      'The chief of the yard, Ada Holm, spoke in Harby. Birchley keeps the knots that sailors use to moor.',
    );
  });
});
