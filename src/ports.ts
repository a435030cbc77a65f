/** What the core asks of the index. Each port has one contract suite in `tests/contracts`. */

/** One word of a text as the search sees it. */
export interface Token {
  /** The stem under which it is indexed. */
  readonly stem: string;
  /** The word in lower case, as written otherwise. */
  readonly word: string;
  /** Offsets in the text that was analysed. */
  readonly start: number;
  readonly end: number;
  /** A function word: never searched for. */
  readonly stop: boolean;
}

export interface PassageHit {
  /** `Passage.index`. */
  readonly passage: number;
  /** BM25-like, comparable within one query alone. */
  readonly score: number;
}

export interface PassageSearch {
  /**
   * The passages that match best, best first; ties in order of passage index.
   * `query` is plain words, never a query language. `limit` is at least 1.
   */
  search(query: string, limit: number): readonly PassageHit[];
}
