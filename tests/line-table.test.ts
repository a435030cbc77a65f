import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineTable, writeTable } from '../index/lexicon/line-table.ts';

const word = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...'abz –é𝕏') });

it('gives back the cells of every key, and none for what is no key', () => {
  const rows = fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 4 }), { maxKeys: 30 });
  fc.assert(
    fc.property(rows, word, (written, other) => {
      const table = new LineTable(writeTable(new Map(Object.entries(written))));
      for (const [key, cells] of Object.entries(written)) expect(table.get(key)).toEqual(cells);
      expect(table.get(other)).toEqual(Object.hasOwn(written, other) ? written[other] : []);
    }),
  );
});

it('has nothing for an empty key, nor where it has no lines', () => {
  expect(new LineTable('').get('a')).toEqual([]);
  expect(new LineTable(writeTable(new Map([['a', ['b']]]))).get('')).toEqual([]);
});
