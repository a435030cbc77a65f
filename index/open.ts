import type { Corpus } from '../src/model.ts';
import type { Analysis, PassageSearch } from '../src/ports.ts';
import { analyze } from './analyze.ts';
import { loadLexicon } from './lexicon/lexicon.ts';
import type { IndexedText, PassageIndex } from './passage-index.ts';
import { BUILT_IN_CORPUS, isBuiltIn, readDocuments } from './read/built-in.ts';
import { readCorpus } from './read/corpus.ts';
import { restoreReading } from './read/saved-reading.ts';
import { type OpenedIndex, openBuiltInIndex, openIndex } from './store/saved-index.ts';

export { BUILT_IN_CORPUS };

/** A corpus with all that answering needs of the index. */
export interface OpenedCorpus {
  readonly corpus: Corpus;
  readonly analysis: Analysis;
  readonly search: PassageSearch;
  readonly spellings: (word: string) => readonly string[];
  /** The name of a document's file in the folder. */
  readonly fileOf: (document: string) => string;
  /** One line for each file that was left out, and for an index that could not be kept. */
  readonly problems: readonly string[];
}

/** What was read of a folder: data alone, but for the index. */
export interface ReadCorpus {
  readonly corpus: Corpus;
  /** The names of the documents' files, by id. */
  readonly files: ReadonlyMap<string, string>;
  /** One line for each file that was left out. */
  readonly problems: readonly string[];
  readonly index: PassageIndex;
  /** Set where the index could not be kept. */
  readonly indexProblem?: string;
}

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

export function readAndIndex(folder: string, dataFolder: string): ReadCorpus {
  const { documents, problems } = readDocuments(folder);
  const builtIn = isBuiltIn(folder);
  const corpus = builtIn ? restoreReading(documents) : readCorpus(documents);
  const passages = indexedTexts(corpus);
  const { index, problem }: OpenedIndex = builtIn
    ? { index: openBuiltInIndex(passages) }
    : openIndex(passages, corpus.version, dataFolder);
  const files = new Map(documents.map(({ id, file }) => [id, file]));
  return { corpus, files, problems, index, ...(problem !== undefined && { indexProblem: problem }) };
}

/** What is indexed of each passage. */
export function indexedTexts({ documents, passages }: Corpus): readonly IndexedText[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return passages.map(({ document, heading, start, end }) => {
    const source = byId.get(document);
    return {
      title: source?.title ?? '',
      ...(heading !== undefined && { heading }),
      ...(source?.publisher && { publisher: source.publisher }),
      text: source?.text.slice(start, end) ?? '',
    };
  });
}

export function opened({ corpus, files, problems, index, indexProblem }: ReadCorpus): OpenedCorpus {
  return {
    corpus,
    fileOf: (id) => files.get(id) ?? id,
    analysis: { analyze, lexicon: loadLexicon() },
    search: index,
    spellings: (word) => index.spellings(word),
    problems: indexProblem === undefined ? problems : [...problems, indexProblem],
  };
}
