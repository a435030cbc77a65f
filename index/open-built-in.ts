import { indexedTexts, type OpenedCorpus, opened, type ReadCorpus } from './opened-corpus.ts';
import { BUILT_IN_CORPUS, readDocuments } from './read/built-in.ts';
import { restoreReading } from './read/saved-reading.ts';
import { openBuiltInIndex } from './store/saved-index.ts';

/**
 * Opens the built-in documents, which were read and indexed before: it loads nothing of what reads others. Throws
 * `CorpusError` where one is not what the manifest says.
 */
export function openBuiltIn(): OpenedCorpus {
  return opened(readBuiltIn());
}

/** The built-in documents and what was saved of them. Throws `CorpusError` where one of them was altered. */
export function readBuiltIn(): ReadCorpus {
  const { documents, problems } = readDocuments(BUILT_IN_CORPUS);
  const corpus = restoreReading(documents);
  return {
    corpus,
    files: new Map(documents.map(({ id, file }) => [id, file])),
    problems,
    index: openBuiltInIndex(indexedTexts(corpus)),
  };
}
