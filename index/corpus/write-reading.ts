/**
 * Writes reading.json and passages.index, after a change to the documents, to how they are read or to the analysis:
 * node index/corpus/write-reading.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { indexedTexts } from '../opened-corpus.ts';
import { readCorpus } from '../read/corpus.ts';
import { readFolder } from '../read/documents.ts';
import { savedForm } from '../read/saved-reading.ts';
import { BUILT_IN_INDEX, builtInIndexFile } from '../store/saved-index.ts';

const { documents } = readFolder(fileURLToPath(new URL('./documents', import.meta.url)));
const corpus = readCorpus(documents);
writeFileSync(new URL('./reading.json', import.meta.url), `${JSON.stringify(savedForm(corpus))}\n`);
writeFileSync(BUILT_IN_INDEX, builtInIndexFile(indexedTexts(corpus)));
