import { parentPort, workerData } from 'node:worker_threads';
import { readAndIndex } from '../open.ts';
import { CorpusError } from '../read/documents.ts';
import { type Said, sayRead } from './opening.ts';

/** The thread on which a corpus is opened beside the one that answers. */
const { folder, dataFolder } = workerData as { readonly folder: string; readonly dataFolder: string };
try {
  if (parentPort) sayRead(parentPort, readAndIndex(folder, dataFolder));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  parentPort?.postMessage({ sort: error instanceof CorpusError ? 'refused' : 'failed', message } satisfies Said);
}
