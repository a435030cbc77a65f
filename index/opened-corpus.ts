import type { Corpus } from '../src/model.ts';
import type { Analysis, PassageSearch } from '../src/ports.ts';
import { analyze } from './analyze.ts';
import { loadLexicon } from './lexicon/lexicon.ts';
import type { IndexedText, PassageIndex } from './passage-index.ts';

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

/** What was read, as the core asks for it; a problem of the index stands behind those of the documents. */
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
