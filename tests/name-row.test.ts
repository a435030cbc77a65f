/** A short answer to "who" names all who stand in one row. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { wholeRow } from '../src/answer/name-row.ts';
import type { NameSpan } from '../src/statement/names.ts';

function rowAround(text: string, name: string, names: readonly string[]): string {
  const spans = names.map((one): NameSpan => {
    const start = text.indexOf(one);
    return { text: one, start, end: start + one.length, first: 0, last: 1 };
  });
  const start = text.indexOf(name);
  return text.slice(...wholeRow([start, start + name.length], spans, text));
}

describe('the row of names', () => {
  it.each([
    ['It began with Holm, Brand, and Ost in May.', 'Brand', ['Holm', 'Brand', 'Ost'], 'Holm, Brand, and Ost'],
    ['Holm and Brand signed.', 'Holm', ['Holm', 'Brand'], 'Holm and Brand'],
    ['Ada Holm, Brand Lines, signed.', 'Ada Holm', ['Ada Holm', 'Brand Lines'], 'Ada Holm'],
    ['Holm and Brand’s yard signed.', 'Holm', ['Holm', 'Brand'], 'Holm'],
    ['Holm signed with Brand and Ost.', 'Holm', ['Holm', 'Brand', 'Ost'], 'Holm'],
  ])('%s', (text, name, names, row) => expect(rowAround(text, name, names)).toBe(row));
});
