import type { DeclineReason } from '../answer/answer.ts';
import type { IsoDate } from '../model.ts';
import type { Instant, Scope } from './scope.ts';

/** Where a quoted statement stands; its words are in the corpus, not in the store. */
export interface StatementPlace {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** One answer given, and the turn that asked for it. */
export interface AnswerRecord {
  /** Chosen by the caller, unique in its scope. */
  readonly id: string;
  /** The thread, direct message or page that it belongs to; absent for a question that stands alone. */
  readonly conversation?: string;
  /** The channel in which everybody saw it asked; absent for what was asked in private. */
  readonly channel?: string;
  /** The platform's id of who asked; absent where nobody is known. */
  readonly person?: string;
  /** The raw text that the person sent. */
  readonly utterance: string;
  /** The utterance as it was asked: addressed to us, cleaned. */
  readonly question: string;
  /**
   * How many turns were read to answer, this one included. Their words are not repeated here: each stands with the
   * person who said it, and goes when that person is forgotten.
   */
  readonly turns: number;
  readonly outcome: 'answered' | 'declined';
  /** Why it was declined. */
  readonly reason?: DeclineReason;
  /** What was quoted, in the order shown; empty when declined. */
  readonly statements: readonly StatementPlace[];
  /** 0 to 1. */
  readonly confidence: number;
  /** The day up to which the answer holds. */
  readonly asOf?: IsoDate;
  /** `Corpus.version`. */
  readonly corpus: string;
  readonly tookMs: number;
  readonly at: Instant;
}

/** A question that the sources did not answer. It does not say who asked. */
export interface DeclinedQuestion {
  readonly scope: Scope;
  readonly question: string;
  readonly reason?: DeclineReason;
  readonly at: Instant;
}

/** Conversations, and what was answered in them. */
export interface AnswerStore {
  /** The latest `limit` utterances of a conversation, oldest first; equal instants in order of answer id. */
  turns(scope: Scope, conversation: string, limit: number): Promise<readonly string[]>;
  /** Writes the turn and its answer, both or neither. An id that is there already stays as it is, so one may retry. */
  recordAnswer(scope: Scope, answer: AnswerRecord): Promise<void>;
  answer(scope: Scope, id: string): Promise<AnswerRecord | undefined>;
  /** The utterances that this answer was given to, oldest first, its own last; undefined where one of them is gone. */
  turnsOf(scope: Scope, id: string): Promise<readonly string[] | undefined>;
  /** What this person asked, newest first. */
  recentAnswers(scope: Scope, person: string, limit: number): Promise<readonly AnswerRecord[]>;
  /** Declined questions at or after `since`, oldest first; of all scopes without one. */
  declined(since: Instant, scope?: Scope): Promise<readonly DeclinedQuestion[]>;
  /** Questions that were asked for everybody to see in this channel, and declined, oldest first; each wording once. */
  declinedIn(scope: Scope, channel: string, limit: number): Promise<readonly string[]>;
}
