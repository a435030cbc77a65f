/** Writes the tables of the lexicon, after a change to a word list or to the analysis: node index/store/write-lexicon.ts */
import { writeFileSync } from 'node:fs';
import { compileLexicon } from '../lexicon/compile.ts';

for (const [name, table] of Object.entries(compileLexicon()))
  writeFileSync(new URL(`../lexicon/compiled/${name}.tsv`, import.meta.url), table);
