import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, stem } from '../index/analyze.ts';
import { type IndexedText, PassageIndex } from '../index/passage-index.ts';
import { makePassages } from './measure/passages-50k.ts';

const passage = (text: string, more: Partial<IndexedText> = {}): IndexedText => ({ title: 'Notes', text, ...more });
const found = (passages: readonly IndexedText[], query: string, limit = 10) =>
  PassageIndex.build(passages)
    .search(query, limit)
    .map((hit) => hit.passage);
const stems = (text: string) =>
  analyze(text)
    .filter((token) => !token.stop)
    .map((token) => token.stem);

describe('the words of a text', () => {
  const cut = (text: string, words: readonly string[]) =>
    expect(analyze(text).map((token) => token.word)).toEqual(words);

  it('leave out a possessive, with either apostrophe', () => cut("Microsoft's OpenAI’s", ['microsoft', 'openai']));
  it('keep a number whole', () => cut('$2.5, 1,000 or GPT-5.2.', ['2.5', '1,000', 'or', 'gpt', '5.2']));
  it('do not join a list of numbers', () => cut('1,2,3', ['1', '2', '3']));
  it('keep initials and ampersands whole', () => cut('U.S. and AT&T', ['u.s', 'and', 'at&t']));
  it('do not join sentences that lack a space', () => cut('It ended.Then', ['it', 'ended', 'then']));
  it('keep a negation visible, as a function word', () => {
    expect(analyze("don't not never").map((token) => token.stop)).toEqual([true, true, false]);
  });
  it('meet in one stem, however they are inflected, accented or grouped', () => {
    expect(stems('investments invested')).toEqual(['invest', 'invest']);
    expect(stems('Amazonía Amazonia')).toEqual([stem('amazonia'), stem('amazonia')]);
    expect(stems('1,000 1000')).toEqual(['1000', '1000']);
  });
  it('stand where they say that they stand, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end, word } of analyze(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).toLowerCase()).toBe(word);
          last = end;
        }
      }),
    );
  });
});

describe('the ranking', () => {
  it('puts the passage with the rarer word of the query first', () => {
    const passages = [
      passage('The cloud is a large cloud.'), // only "cloud", which all three hold
      passage('The cloud moved.'),
      passage('The cloud was exclusive.'), // "exclusive" stands nowhere else
    ];
    expect(found(passages, 'exclusive cloud')[0]).toBe(2);
  });
  it('does not multiply by the number of words that matched, as MiniSearch does', () => {
    const filler = Array.from({ length: 30 }, () => passage('Cloud prices rise for models.'));
    const passages = [
      ...filler,
      passage('Cloud prices rise for models, they say, on and on, at every vendor in many a market that we know.'),
      passage('Quokka.'), // one word of the query, but the one that says what is asked about
    ];
    expect(found(passages, 'quokka cloud prices')[0]).toBe(31);
  });
  it('prefers a pair of words in the order of the query', () => {
    const passages = [
      passage('The contract that is about compute.'), // both words, the other way round
      passage('The compute that is in contract.'), // function words between them do not part a pair
    ];
    expect(found(passages, 'compute contract')).toEqual([1, 0]);
  });
  it('prefers the word as it is written in the query', () => {
    const passages = [passage('The licenses end.'), passage('The license ends.')]; // the stem is the same in both
    expect(found(passages, 'license')).toEqual([1, 0]);
    expect(found(passages, 'licenses')).toEqual([0, 1]);
  });
  it('prefers words near to one another', () => {
    const apart = `Azure ${'grew in the north and sold shoes '.repeat(12)} exclusivity`;
    const near = `Azure exclusivity ${'grew in the north and sold shoes '.repeat(12)}`;
    expect(found([passage(apart), passage(near)], 'exclusivity Azure')).toEqual([1, 0]);
  });
  it('finds a passage by its title, its heading and its publisher', () => {
    const passages = [
      passage('It sailed.', { title: 'Petrel' }),
      passage('It sailed.', { heading: 'Auks' }),
      passage('It sailed.', { publisher: 'Tidewatch' }),
    ];
    expect(['petrel', 'auk', 'tidewatch'].map((query) => found(passages, query))).toEqual([[0], [1], [2]]);
  });
  it('leaves equal passages in their order', () => {
    expect(found([passage('Copied.'), passage('Copied.'), passage('Copied.')], 'copied')).toEqual([0, 1, 2]);
  });
  it('finds nothing for a query of function words, of nothing, or of unknown words', () => {
    for (const query of ['', 'who is it', '?!', 'xylophone']) expect(found([passage('The cloud.')], query)).toEqual([]);
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
    passage('Microsoft said that Azure was exclusive.'),
    passage('The laws of Amazon were awesome.'),
    passage('Amazons.'),
  ]);
  const near = (query: string) => index.search(query, 10).map((hit) => hit.passage);

  it.each(['Micorsoft', 'Mircosoft', 'Microsft', 'microsofft', 'Azrue'])(
    'is tolerated where no passage holds %s',
    (word) => {
      expect(near(word)).toEqual([0]);
    },
  );
  it('is taken at its word where any passage holds the word', () => {
    expect(index.spellings('Amazons')).toEqual([]);
    expect(found([passage('A contact.'), passage('A contract.')], 'contact')).toEqual([0]);
  });
  it('is taken at its word where the word is short or holds a digit', () => {
    for (const word of ['AWS', 'lows', 'EU', 'GPT4', 'azur3']) {
      expect(near(word)).toEqual([]);
      expect(index.spellings(word)).toEqual([]);
    }
  });
  it('offers the nearest word first, and of equally near ones the more frequent', () => {
    const words = PassageIndex.build([passage('signed signal signals signal')]);
    expect(words.spellings('signaled')).toEqual([]); // its stem is indexed
    expect(words.spellings('signel')[0]).toBe('signal');
    expect(index.spellings('micorsoft')).toEqual(['microsoft']);
  });
  it('counts less than the word itself', () => {
    const passages = [passage('Azure and the exclusive.'), passage('Azure and the exclusion.')];
    expect(found(passages, 'azure exclusvie')[0]).toBe(0);
  });
});

describe('frequency', () => {
  it('counts passages that hold any form of the word', () => {
    const index = PassageIndex.build([passage('A license.'), passage('Licenses, licensed.'), passage('None.')]);
    expect(index.documentFrequency(stem('licensing'))).toBe(2);
    expect(index.documentFrequency('constructor')).toBe(0);
  });
});

/** What people and programs send: half pairs, control characters, property names, markup, and plain words. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[\ud800-\udfffa-c' .,&’]{0,20}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', '* OR "', '<script>', 'a'.repeat(5000), "'".repeat(500)),
  fc
    .array(fc.constantFrom('azure', 'Azrue', 'cloud', 'contract', 'not', '2.5', 'U.S.', 'x'))
    .map((words) => words.join(' ')),
);
const anyPassage = fc.record({ title: hostile, publisher: hostile, text: hostile });

describe('any query on any passages', () => {
  it('gives at most as many as asked for, each once, best first', () => {
    fc.assert(
      fc.property(
        fc.array(anyPassage, { maxLength: 8 }),
        hostile,
        fc.integer({ min: 1, max: 12 }),
        (passages, query, limit) => {
          const hits = PassageIndex.build(passages).search(query, limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(new Set(hits.map((hit) => hit.passage)).size).toBe(hits.length);
          hits.forEach((hit, at) => {
            const before = hits[at - 1];
            expect(hit.score).toBeGreaterThan(0);
            if (before)
              expect(before.score > hit.score || (before.score === hit.score && before.passage < hit.passage)).toBe(
                true,
              );
          });
        },
      ),
    );
  });
  it('gives the same after saving and loading', () => {
    fc.assert(
      fc.property(fc.array(anyPassage, { maxLength: 8 }), hostile, (passages, query) => {
        const index = PassageIndex.build(passages);
        const loaded = PassageIndex.load(index.save('v1'), 'v1');
        expect(loaded.ok && loaded.index.search(query, 5)).toEqual(index.search(query, 5));
      }),
    );
  });
  it('is answered soon, however long the query is', () => {
    const { passages } = makePassages(500, 0);
    const index = PassageIndex.build(passages);
    index.search('warm up', 10);
    const start = performance.now();
    index.search(
      Array.from({ length: 20_000 }, (_, at) => `zqwertzui${at.toString(26).replace(/\d/g, 'q')}`).join(' '),
      10,
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a saved index', () => {
  const { passages, queries } = makePassages(300, 20);
  const index = PassageIndex.build(passages);
  const saved = index.save('v1');
  const refusal = (bytes: Uint8Array, corpus = 'v1') => {
    const loaded = PassageIndex.load(bytes, corpus);
    return loaded.ok ? 'loaded' : loaded.reason;
  };
  const changed = (at: number) => saved.map((byte, position) => (position === at ? byte ^ 0x10 : byte));

  it('finds what it found before', () => {
    const loaded = PassageIndex.load(saved, 'v1');
    for (const { query } of queries)
      expect(loaded.ok && loaded.index.search(query, 20)).toEqual(index.search(query, 20));
  });
  it('is the same bytes for the same passages', () => {
    expect(Buffer.compare(PassageIndex.build(passages).save('v1'), saved)).toBe(0);
  });
  it('loads from a Buffer that begins anywhere in its memory', () => {
    expect(refusal(Buffer.concat([Buffer.from('x'), saved]).subarray(1))).toBe('loaded');
  });
  it('is refused for another version of the corpus', () => expect(refusal(saved, 'v2')).toBe('other corpus'));
  it('is refused in another format', () => expect(refusal(changed(4))).toBe('other format'));
  it('is refused when it is torn or altered', () => {
    expect(refusal(new Uint8Array())).toBe('damaged');
    expect(refusal(new TextEncoder().encode('{"not": "an index"}'))).toBe('damaged');
    for (const part of [0.01, 0.3, 0.9]) expect(refusal(saved.subarray(0, saved.length * part))).toBe('damaged');
    for (const at of [0, 8, 12, 20, 200, saved.length >> 1, saved.length - 1])
      expect(refusal(changed(at))).toBe('damaged');
  });
  it('is never a reason to throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => refusal(bytes) !== 'loaded'));
  });
});
