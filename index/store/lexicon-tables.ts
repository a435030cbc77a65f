import { readFileSync } from 'node:fs';
import type { Compiled } from '../lexicon/compile.ts';
import { LineTable } from '../lexicon/line-table.ts';

/** A table of the lexicon, as write-lexicon.ts has written it. */
export function readTable(name: keyof Compiled): LineTable {
  return new LineTable(readFileSync(new URL(`../lexicon/compiled/${name}.tsv`, import.meta.url), 'utf8'));
}
