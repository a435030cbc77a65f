/** What the passage index finds, and in which order. Beside each expected hit stands why it stands there. */
import { describe, expect, it } from 'vitest';
import { stem } from '../index/analyze.ts';
import { type IndexedText, PassageIndex } from '../index/passage-index.ts';
import { makePassages } from './measure/passages-50k.ts';

const passage = (text: string, more: Partial<IndexedText> = {}): IndexedText => ({ title: 'Notes', text, ...more });
const found = (passages: readonly IndexedText[], query: string, limit = 10) =>
  PassageIndex.build(passages)
    .search(query, limit)
    .map((hit) => hit.passage);
const check = (passages: readonly (IndexedText | string)[], query: string, expected: readonly number[]) =>
  expect(
    found(
      passages.map((one) => (typeof one === 'string' ? passage(one) : one)),
      query,
    ),
  ).toEqual(expected);

describe('the ranking', () => {
  it('puts the passage with the rarer word of the query first', () => {
    const sluice = 'The harbour has a sluice.'; // "sluice" stands nowhere else
    check(['The harbour is a harbour.', 'The harbour grew.', sluice], 'sluice harbour', [2, 0, 1]); // 0 says it twice
  });

  it('does not multiply by the number of words that matched, as MiniSearch does', () => {
    const common = Array.from({ length: 30 }, () => 'Ferry prices rise for cabins.');
    const quokka = 'Quokka.'; // one word of the query, but the one that says what is asked about
    expect(
      found(
        [...common, quokka].map((text) => passage(text)),
        'quokka ferry prices',
      )[0],
    ).toBe(30);
  });

  it('prefers a pair of words in the order of the query', () =>
    // Both hold both words; function words between them do not part a pair.
    check(['The contract that is about ferries.', 'The ferries that are in contract.'], 'ferry contract', [1, 0]));

  it('prefers the word as it is written in the query', () => {
    const passages = ['The licenses end.', 'The license ends.']; // the stem is the same in both
    check(passages, 'license', [1, 0]);
    check(passages, 'licenses', [0, 1]);
  });

  it('prefers words near to one another', () => {
    const between = 'grew in the north and sold shoes '.repeat(12); // as long in both, and no pair in the query's order
    check([`Petrel ${between} monopoly`, `Petrel monopoly ${between}`], 'monopoly Petrel', [1, 0]);
  });

  it('finds a passage by its title, its heading and its publisher', () => {
    const by = [{ title: 'Petrel' }, { heading: 'Auks' }, { publisher: 'Tidewatch' }];
    const passages = by.map((more) => passage('It sailed.', more));
    expect(['petrel', 'auk', 'tidewatch'].map((query) => found(passages, query))).toEqual([[0], [1], [2]]);
  });

  it('counts a word of the title more than one of the text', () => {
    const text = 'Crews load boxes while gulls watch from tall grey roofs near some old quay. '.repeat(4);
    check([passage(`${text} Lantern.`), passage(`${text} Notes.`, { title: 'Lantern' })], 'lantern', [1, 0]);
  });

  it('leaves equal passages in their order', () => check(['Copied.', 'Copied.', 'Copied.'], 'copied', [0, 1, 2]));

  it('finds nothing for a query of function words, of nothing, or of unknown words', () => {
    for (const query of ['', 'who is it', '?!', 'xylophone']) check(['The ferry.'], query, []);
  });

  it('finds more by a common word once the rare ones found too little', () => {
    const many = Array.from({ length: 1500 }, () => passage('The ferry sails.'));
    const all = [...many, passage('The sluice.')];
    const hits = found(all, 'sluice ferry', 20);
    expect(hits[0]).toBe(1500); // the rare word
    expect(hits.slice(1)).toEqual([...Array(19).keys()]); // the common one, equal and so in order
  });

  it('finds most passages from a question about one of their sentences', () => {
    const { passages, queries } = makePassages(2000, 100);
    const index = PassageIndex.build(passages);
    const first = queries.filter(({ query, relevant }) => index.search(query, 1)[0]?.passage === relevant);
    expect(first.length).toBeGreaterThan(80);
  });
});

describe('spelling', () => {
  const index = PassageIndex.build([
    passage('Harbourside said that Petrel was exclusive.'),
    passage('The laws of Tarragon were awesome.'),
    passage('Tarragons.'),
  ]);
  const near = (query: string) => index.search(query, 10).map((hit) => hit.passage);

  it.each(['Harboursied', 'Hrabourside', 'Harborside', 'harboursidde', 'Pertel'])(
    'is tolerated where no passage holds %s',
    (word) => expect(near(word)).toEqual([0]),
  );

  it('is taken at its word where any passage holds the word', () => {
    expect(index.spellings('Tarragons')).toEqual([]);
    check(['A contact.', 'A contract.'], 'contact', [0]);
  });

  it('is taken at its word where the word is short or holds a digit', () => {
    for (const word of ['lsw', 'lows', 'EU', 'KX14', 'petre1']) {
      expect(near(word)).toEqual([]);
      expect(index.spellings(word)).toEqual([]);
    }
  });

  it('offers the nearest word first, and of equally near ones the more frequent', () => {
    const words = PassageIndex.build([passage('signed signal signals signal')]);
    expect(words.spellings('signaled')).toEqual([]); // its stem is indexed
    expect(words.spellings('signel')[0]).toBe('signal');
    expect(index.spellings('harbuorside')).toEqual(['harbourside']);
  });

  it('counts less than the word itself', () =>
    check(['Petrel and the exclusive.', 'Petrel and the exclusion.'], 'petrel exclusvie', [0, 1]));
});

describe('frequency', () => {
  it('counts passages that hold any form of the word', () => {
    const index = PassageIndex.build([passage('A license.'), passage('Licenses, licensed.'), passage('None.')]);
    expect(index.documentFrequency(stem('licensing'))).toBe(2);
    expect(index.documentFrequency('constructor')).toBe(0);
  });
});
