import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../corpus/manifest.json' with { type: 'json' };
import { type FolderReading, readFolder } from './documents.ts';
import { type Manifest, verifyDocuments } from './manifest.ts';

/** Where the built-in corpus stands. */
export const BUILT_IN_CORPUS = fileURLToPath(new URL('../corpus/documents', import.meta.url));

/** Whether a folder, given absolutely or from where we run, is that one. */
export function isBuiltIn(folder: string): boolean {
  return resolve(folder) === BUILT_IN_CORPUS;
}

/**
 * Reads a folder of documents; the built-in one must hold what its manifest names. Throws `CorpusError` where nothing
 * can be read, or where a built-in document was altered.
 */
export function readDocuments(folder: string): FolderReading {
  const reading = readFolder(folder);
  if (isBuiltIn(folder)) verifyDocuments(folder, reading.documents, manifest as Manifest);
  return reading;
}
