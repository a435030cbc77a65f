/** When "Yes", "No" or "No longer" stands before an answer, and when the reader is left to judge. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';

const NEWS = `---
published: 2026-05-20
publisher: Tarn Courier
---
The mill at Harby

Alder Mills and Birch Foods have ended the sole-supply agreement for rye. The council has so far stopped short of closing the old kiln. Alder Mills gave up its exclusive right to the quay on May 4, 2026.

Its €40 million grain deal, which began in March, covers only the wheat that the Alder agreement never touched. A spokeswoman confirmed that none of the deposit is coming back.

Alder plans to add ovens at Harby in autumn. Birch Foods bought the depot on April 2, 2026.
`;

const bot = withFolder({ 'news.md': NEWS }, (folder) => makeBot(openCorpus(folder), loadWeights()));
const shortOf = (question: string): string | undefined => {
  const given = bot.ask({ turns: [question] });
  return given.outcome === 'answered' ? given.short : given.outcome;
};

describe('the short answer to a question of yes or no', () => {
  it('says that it is no longer so, where the lead tells its end', () =>
    expect(shortOf('Is there still a sole-supply agreement for rye?')).toBe('No longer'));

  it('says no and not "no longer", where it never came to that', () =>
    expect(shortOf('Has the council closed the old kiln?')).toBe('No'));

  it('says yes, where the end is what is asked about', () =>
    expect(shortOf("Is Alder Mills' exclusive right to the quay over?")).toBe('Yes'));

  it('says yes, where the lead says that it was done', () =>
    expect(shortOf('Has Birch Foods bought the depot?')).toBe('Yes'));

  it.each([
    ['of one of two', 'Will Alder add ovens or mills in autumn?'],
    ['denied of something else alone', 'Did Alder agree?'],
    ['whose verb is not told', 'Does the deposit get smaller?'],
  ])('is left to the reader where the question is %s', (_, question) =>
    expect(['declined', undefined]).toContain(shortOf(question)),
  );
});
