import type { IsoDate, StatementKind } from '../model.ts';

/**
 * What the corpus said at one time, by statement: what a channel was told up to is one of these, and what is new to it
 * is the difference to the present one. Offsets are not in it: they move when a document is edited.
 */
export interface CorpusState {
  /** `Corpus.version`. */
  readonly version: string;
  readonly newest?: IsoDate;
  readonly statements: readonly KnownStatement[];
}

export interface KnownStatement {
  readonly document: string;
  readonly quote: string;
  readonly kind: StatementKind;
  readonly saidOn?: IsoDate;
  /** The day from which it no longer holds. */
  readonly until?: IsoDate;
}
