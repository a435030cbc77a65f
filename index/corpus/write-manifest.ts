/** Writes manifest.json, from what the reader finds in the documents beside it: node index/corpus/write-manifest.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../read/corpus.ts';
import { readFolder } from '../read/documents.ts';
import { manifestOf } from '../read/manifest.ts';

const { documents, problems } = readFolder(fileURLToPath(new URL('./documents', import.meta.url)));
for (const problem of problems) process.stderr.write(`${problem}\n`);
const files = new Map(documents.map(({ id, file }) => [id, file]));
const manifest = manifestOf(readCorpus(documents), (id) => files.get(id) ?? id);
writeFileSync(new URL('./manifest.json', import.meta.url), `${JSON.stringify(manifest, null, 2)}\n`);
