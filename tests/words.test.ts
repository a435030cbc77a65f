/** How a text becomes words and stems: `index/analyze.ts`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, stem } from '../index/analyze.ts';
import { runs } from './corpora.ts';

const check = (text: string, words: readonly string[]) => expect(analyze(text).map(({ word }) => word)).toEqual(words);
const stems = (text: string) => analyze(text).flatMap((token) => (token.stop ? [] : [token.stem]));

describe('the words of a text', () => {
  it('leave out a possessive, with either apostrophe', () =>
    check("Petrel's ferry’s deck", ['petrel', 'ferry', 'deck']));
  it('keep a number whole', () => check('$2.5, 1,000 or KX-5.2.', ['2.5', '1,000', 'or', 'kx', '5.2']));
  it('do not join a list of numbers', () => check('1,2,3', ['1', '2', '3']));
  it('keep initials and ampersands whole', () => check('U.S. and R&D', ['u.s', 'and', 'r&d']));
  it('do not join sentences that lack a space', () => check('It ended.Then', ['it', 'ended', 'then']));

  it('keep a negation visible, as a function word', () => {
    expect(analyze("don't not never").map((token) => token.stop)).toEqual([true, true, false]);
  });

  it('meet in one stem, however they are inflected, accented, grouped or capitalised', () => {
    expect(stems('investments invested INVESTING')).toEqual(['invest', 'invest', 'invest']);
    expect(stems('Réunion Reunion')).toEqual([stem('reunion'), stem('reunion')]);
    expect(stems('1,000 1000')).toEqual(['1000', '1000']);
  });

  it('keep apart what a coarser stemmer would join', () => expect(stem('news')).not.toBe(stem('new')));

  it('are not stemmed where no English word is that long', () => {
    const long = 'ings'.repeat(20);
    expect(stem(long)).toBe(long);
  });

  it('stand where they say that they stand, whatever the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const property = fc.property(text, (written) => {
      let last = 0;
      for (const { start, end, word } of analyze(written)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(written.slice(start, end).toLowerCase()).toBe(word);
        last = end;
      }
    });
    fc.assert(property, runs(500));
  });
});
