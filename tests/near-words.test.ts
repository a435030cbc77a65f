/** Words near one that no passage holds, and scores that are kept from query to query. */
import fc from 'fast-check';
import SearchableMap from 'minisearch/SearchableMap';
import { expect, it } from 'vitest';
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { PassageIndex } from '../index/passage-index.ts';
import { makeSpeller } from '../index/search/spelling.ts';
import { runs } from './corpora.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'k'), minLength: 1, maxLength: 10 });

it('are among those that MiniSearch’s tree has within two edits, and none that is one edit away is missed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 40 }), letters, (words, word) => {
      const tree = new SearchableMap<number>();
      for (const [number, known] of words.entries()) tree.set(known, number);
      const within = (edits: number) => new Set([...tree.fuzzyGet(word, edits)].map(([near]) => near));
      const near = makeSpeller(words).near(word);
      const found = near.map(({ word: number }) => words[number] ?? '');
      for (const one of found) expect(within(2)).toContain(one);
      if (found.length === 3 || word.length < 5) return;
      for (const one of within(1)) if (one.length >= 4 && one[0] === word[0]) expect(found).toContain(one);
    }),
    runs(500),
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
