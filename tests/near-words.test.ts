/** Words near one that no passage holds, and scores that are kept from query to query. */
import fc from 'fast-check';
import SearchableMap from 'minisearch/SearchableMap';
import { expect, it } from 'vitest';
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { PassageIndex } from '../index/passage-index.ts';
import { makeSpeller } from '../index/search/spelling.ts';
import { runs } from './corpora.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 9 });

/** Insertions, deletions, substitutions and swaps of neighbours, as they are defined. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [c, d] = [a.slice(1), b.slice(1)];
  const swapped = a[0] === b[1] && a[1] === b[0] ? 1 + edits(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY;
  return Math.min(swapped, a[0] === b[0] ? edits(c, d) : 1 + Math.min(edits(c, b), edits(a, d), edits(c, d)));
}

it('are those that MiniSearch’s tree has within two edits, where a swap is one edit and a wrong first letter counts double', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 30 }), letters, (words, word) => {
      const tree = new SearchableMap<number>();
      for (const [number, known] of words.entries()) if (known.length >= 4) tree.set(known, number);
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      const expected = [...tree.fuzzyGet(word, 2)]
        .map(([near, [number]]) => ({ word: number, distance: edits(word, near) + (word[0] === near[0] ? 0 : 1) }))
        .filter(({ distance }) => distance <= most)
        .sort((one, other) => one.distance - other.distance || one.word - other.word)
        .slice(0, 3);
      // Of four letters only slips are taken.
      if (word.length !== 4) expect(makeSpeller(words).near(word)).toEqual(expected);
    }),
    runs(1000),
  );
});

const word = fc.constantFrom(
  'alder',
  'birch',
  'quay',
  'ferry',
  'ferries',
  'licence',
  'lisence',
  'moored',
  'opens',
  'yard',
);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

it('finds the same for a query, whatever was searched for before', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 30 }),
      fc.array(text, { maxLength: 6 }),
      text,
      (texts, before, query) => {
        const passages = texts.map((one) => ({ title: 'Notes', text: one }));
        const used = PassageIndex.build(passages);
        for (const other of before) used.search(other, 3);
        expect(used.search(query, 5)).toEqual(PassageIndex.build(passages).search(query, 5));
      },
    ),
    runs(100),
  );
});

it('knows the same of a word after any number that the lexicon has not', () => {
  const [fresh, used] = [loadLexicon(), loadLexicon()];
  for (let i = 0; i < 10_000; i += 1) used.synonyms(`no such word ${i}`);
  for (const key of ['buy', 'exclus', 'no such word 1']) expect(used.synonyms(key)).toEqual(fresh.synonyms(key));
});
