/** The words of texts are kept as data, and are the same when they are taken from there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../index/analyze.ts';
import saved from '../index/corpus/answering.json' with { type: 'json' };
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { openCorpus } from '../index/open.ts';
import type { SavedAnswering } from '../src/answer/saved-answering.ts';
import { readWords, restoreWords, type SavedWords, saveWords } from '../src/statement/words.ts';
import { runs } from './corpora.ts';

const analysis = { analyze, lexicon: loadLexicon() };
const TEXTS = [
  'The Holm mill wasn’t to kick off its 2.5 million crown kiln before May 3, the chief executive said.',
  'AT&T’s two A330s, and the U.S. carrier’s own: all were grounded.',
  '',
];

/** What comes back from a file of them. */
const kept = (words: SavedWords) => JSON.parse(JSON.stringify(words)) as SavedWords;

describe('the words of a text', () => {
  it('are the same after they were saved', () => {
    const read = TEXTS.map((text) => readWords(text, analysis));
    const stored = kept(saveWords(read));
    expect(TEXTS.map((_, i) => restoreWords(stored, i))).toEqual(read);
  });

  it('are the same after they were saved, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const read = texts.map((text) => readWords(text, analysis));
        const stored = kept(saveWords(read));
        expect(texts.map((_, i) => restoreWords(stored, i))).toEqual(read);
      }),
      runs(100),
    );
  });

  it('are not there where none were saved', () => {
    expect(restoreWords(saveWords([]), 0)).toBeUndefined();
  });

  it('are not saved where a word in lower case is not as long as it is written', () => {
    expect(() => saveWords([readWords('İzmir has it.', analysis)])).toThrow(/not as long/);
  });
});

it('has saved the words of each statement of the built-in documents as they are read now', () => {
  const { words } = saved as unknown as SavedAnswering;
  const { statements } = openCorpus().corpus;
  expect(statements.map((_, i) => restoreWords(words, i))).toEqual(
    statements.map(({ quote }) => readWords(quote, analysis)),
  );
});
