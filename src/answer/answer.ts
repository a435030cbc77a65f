import type { IsoDate, StatementKind } from '../model.ts';

export type Role = 'lead' | 'support' | 'earlier' | 'disagrees' | 'background';

/** Leads from an answer to the place where a statement stands. */
export interface Citation {
  readonly n: number;
  readonly document: string;
  readonly title: string;
  readonly publisher?: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The date that the statement speaks of; absent where none can be known. */
  readonly saidOn?: IsoDate;
  /** Where the date is not known: the newest date that the document reports, before which it cannot have been written. */
  readonly notBefore?: IsoDate;
  readonly attributedTo: readonly string[];
  readonly kind: StatementKind;
}

export interface AnswerStatement {
  readonly role: Role;
  readonly quote: string;
  readonly citation: number;
  /** Ranges of the quote that answer the question. */
  readonly marked?: readonly (readonly [number, number])[];
  /** For an earlier state: the day from which it no longer held. */
  readonly until?: IsoDate;
  /** For a state that replaced another: the day from which it holds. */
  readonly since?: IsoDate;
}

interface AnswerBase {
  readonly text: string;
  /** A calibrated probability (0 to 1) that the sources answer the question. */
  readonly confidence: number;
  /** The day up to which the answer holds; absent where the corpus has no date at all. */
  readonly asOf?: IsoDate;
  readonly corpus: string;
}

/** An answer holds at least one statement, and each statement its citation: the type allows no other. */
export interface Answered extends AnswerBase {
  readonly outcome: 'answered';
  readonly statements: readonly [AnswerStatement, ...AnswerStatement[]];
  readonly citations: readonly [Citation, ...Citation[]];
  readonly short?: string;
  /** What a reader should know beside the quotes, each one line: one origin told by several documents, a date asked for beyond the sources. */
  readonly notes: readonly string[];
  /** Questions that the corpus can answer next. */
  readonly followUps: readonly string[];
}

export type DeclineReason = 'not-in-sources' | 'off-topic' | 'not-a-question';

export interface Declined extends AnswerBase {
  readonly outcome: 'declined';
  readonly reason: DeclineReason;
  /** Why, in a sentence. */
  readonly because: string;
  readonly nearest: readonly Citation[];
}

export type Answer = Answered | Declined;
