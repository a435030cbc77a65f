import { readBuiltIn } from './open-built-in.ts';
import { indexedTexts, type OpenedCorpus, opened, type ReadCorpus } from './opened-corpus.ts';
import { BUILT_IN_CORPUS, isBuiltIn, readDocuments } from './read/built-in.ts';
import { readCorpus } from './read/corpus.ts';
import { openIndex } from './store/saved-index.ts';

export { BUILT_IN_CORPUS };

/**
 * Reads and indexes a folder of documents. Throws `CorpusError` where nothing can be read, or where a built-in document
 * is not what its manifest says. The index of a large corpus is kept in `dataFolder`.
 */
export function openCorpus(
  folder: string = BUILT_IN_CORPUS,
  dataFolder: string = process.env.DATA_DIR || 'data',
): OpenedCorpus {
  return opened(readAndIndex(folder, dataFolder));
}

/**
 * Reads a folder and opens its index, saved in `dataFolder` where that can be written. Throws `CorpusError` where
 * nothing can be read.
 */
export function readAndIndex(folder: string, dataFolder: string): ReadCorpus {
  if (isBuiltIn(folder)) return readBuiltIn();
  const { documents, problems } = readDocuments(folder);
  const corpus = readCorpus(documents);
  const { index, problem } = openIndex(indexedTexts(corpus), corpus.version, dataFolder);
  const files = new Map(documents.map(({ id, file }) => [id, file]));
  return { corpus, files, problems, index, ...(problem !== undefined && { indexProblem: problem }) };
}
