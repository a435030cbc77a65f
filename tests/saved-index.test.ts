/** The index under hostile texts and queries, as bytes, and as a file. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PassageIndex } from '../index/passage-index.ts';
import { RANKING } from '../index/search/ranking.ts';
import { openIndex } from '../index/store/saved-index.ts';
import { runs, withFolder } from './corpora.ts';
import { makePassages } from './measure/passages-50k.ts';

/** What people and programs send: half pairs, control characters, property names, markup, and plain words. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[\ud800-\udfffa-c' .,&’]{0,20}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', '* OR "', '<script>', 'a'.repeat(5000), "'".repeat(500)),
  fc
    .array(fc.constantFrom('petrel', 'Pertel', 'ferry', 'contract', 'not', '2.5', 'U.S.', 'x'))
    .map((words) => words.join(' ')),
);
const anyPassages = fc.array(fc.record({ title: hostile, publisher: hostile, text: hostile }), { maxLength: 8 });

describe('any query on any passages', () => {
  it('gives at most as many as asked for, each once, best first', () => {
    const property = fc.property(anyPassages, hostile, fc.integer({ min: 1, max: 12 }), (passages, query, limit) => {
      const hits = PassageIndex.build(passages).search(query, limit);
      expect(hits.length).toBeLessThanOrEqual(limit);
      expect(new Set(hits.map((hit) => hit.passage)).size).toBe(hits.length);
      expect(hits.every((hit) => hit.score > 0)).toBe(true);
      expect(hits.toSorted((a, b) => b.score - a.score || a.passage - b.passage)).toEqual(hits);
    });
    fc.assert(property, runs(300));
  });

  it('gives the same after saving and loading', () => {
    const property = fc.property(anyPassages, hostile, (passages, query) => {
      const index = PassageIndex.build(passages);
      const loaded = PassageIndex.load(index.save('v1'), 'v1');
      expect(loaded.ok && loaded.index.search(query, 5)).toEqual(index.search(query, 5));
    });
    fc.assert(property, runs(300));
  });

  it('is answered soon, however long the query is', () => {
    const index = PassageIndex.build(makePassages(500, 0).passages);
    const words = Array.from({ length: 20_000 }, (_, at) => `zqwertzui${at.toString(26).replace(/\d/g, 'q')}`);
    const start = performance.now();
    index.search(words.join(' '), 10);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a saved index', () => {
  const { passages, queries } = makePassages(300, 20);
  const index = PassageIndex.build(passages);
  const saved = index.save('v1');
  const check = (bytes: Uint8Array, expected: string, corpus = 'v1') => {
    const loaded = PassageIndex.load(bytes, corpus);
    expect(loaded.ok ? 'loaded' : loaded.reason).toBe(expected);
  };
  const changed = (at: number) => saved.map((byte, position) => (position === at ? byte ^ 0x10 : byte));

  it('finds what it found before', () => {
    const loaded = PassageIndex.load(saved, 'v1');
    const search = (query: string) => loaded.ok && loaded.index.search(query, 20);
    for (const { query } of queries) expect(search(query)).toEqual(index.search(query, 20));
  });

  it('is the same bytes for the same passages', () =>
    expect(Buffer.compare(PassageIndex.build(passages).save('v1'), saved)).toBe(0));
  it('loads from a Buffer that begins anywhere in its memory', () =>
    check(Buffer.concat([Buffer.from('x'), saved]).subarray(1), 'loaded'));
  it('is refused for another version of the corpus', () => check(saved, 'other corpus', 'v2'));
  it('is refused in another format', () => check(changed(4), 'other format'));
  it('is refused when it was built with other weights', () =>
    check(PassageIndex.build(passages, { ...RANKING, b: 0.5 }).save('v1'), 'other weights'));

  it('is refused when it is torn or altered', () => {
    check(new Uint8Array(), 'damaged');
    check(new TextEncoder().encode('{"not": "an index"}'), 'damaged');
    for (const part of [0.01, 0.3, 0.9]) check(saved.subarray(0, saved.length * part), 'damaged');
    for (const at of [0, 8, 12, 20, 200, saved.length >> 1, saved.length - 1]) check(changed(at), 'damaged');
  });

  it('is never a reason to throw', () => {
    const loads = (bytes: Uint8Array) => PassageIndex.load(bytes, 'v1').ok;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => !loads(bytes)),
      runs(200),
    );
  });
});

describe('the index file of a corpus', () => {
  const large = Array.from({ length: 2001 }, (_, at) => ({ title: 'Notes', text: `Ferry ${at} sails.` }));
  const fileIn = (folder: string) => join(folder, readdirSync(folder)[0] ?? '');
  const search = (folder: string, passages = large) => {
    const { index, problem } = openIndex(passages, 'v1', folder);
    return { hits: index.search('ferry 1999', 1).map((hit) => hit.passage), problem };
  };
  const right = { hits: [1999], problem: undefined };

  it('is not made for a small corpus', () =>
    withFolder({}, (folder) => {
      openIndex(large.slice(0, 2000), 'v1', join(folder, 'data'));
      expect(existsSync(join(folder, 'data'))).toBe(false);
    }));

  it('is made at the first start, read at the next, and made anew where it is damaged', () =>
    withFolder({}, (folder) => {
      expect(search(folder)).toEqual(right);
      expect(readdirSync(folder)).toEqual(['passages-v1.index']);
      const bytes = readFileSync(fileIn(folder));
      expect(search(folder)).toEqual(right);
      writeFileSync(fileIn(folder), bytes.subarray(1000));
      expect(search(folder)).toEqual(right);
      expect(readFileSync(fileIn(folder)).equals(bytes)).toBe(true);
    }));

  it('is made anew where the same documents are cut into other passages', () =>
    withFolder({}, (folder) => {
      search(folder);
      expect(search(folder, large.toReversed()).hits).toEqual([1]);
    }));

  it('is done without where it cannot be written, and says what to do', () =>
    withFolder({ file: '' }, (folder) => {
      const { hits, problem } = search(join(folder, 'file'));
      expect(hits).toEqual([1999]);
      expect(problem).toContain('DATA_DIR');
    }));
});
