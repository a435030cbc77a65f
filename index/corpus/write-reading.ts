/** Writes reading.json, after a change to the documents or to how they are read: node index/corpus/write-reading.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../read/corpus.ts';
import { readFolder } from '../read/documents.ts';
import { savedForm } from '../read/saved-reading.ts';

const { documents } = readFolder(fileURLToPath(new URL('./documents', import.meta.url)));
writeFileSync(new URL('./reading.json', import.meta.url), `${JSON.stringify(savedForm(readCorpus(documents)))}\n`);
