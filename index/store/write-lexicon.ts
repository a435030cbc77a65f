/** Writes compiled.json, after a change to a word list or to the analysis: node index/store/write-lexicon.ts */
import { writeFileSync } from 'node:fs';
import { compileLexicon } from '../lexicon/compile.ts';

writeFileSync(new URL('../lexicon/compiled.json', import.meta.url), `${JSON.stringify(compileLexicon())}\n`);
