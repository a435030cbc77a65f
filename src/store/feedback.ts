import type { Instant, Scope } from './scope.ts';

export type FeedbackVerdict = 'helpful' | 'not-helpful';

/** What one person thinks of one answer. */
export interface Feedback {
  /** `AnswerRecord.id`. */
  readonly answer: string;
  /** Who judges; any id that stays the same for one judge (an answer of the web page is its own). */
  readonly person: string;
  readonly verdict: FeedbackVerdict;
  /** In the person's own words. */
  readonly reason?: string;
  readonly at: Instant;
}

/** What people think of the answers. */
export interface FeedbackStore {
  /** A later one of the same person on the same answer replaces it. False where the scope has no such answer. */
  giveFeedback(scope: Scope, feedback: Feedback): Promise<boolean>;
  /** Oldest first. */
  feedbackOn(scope: Scope, answer: string): Promise<readonly Feedback[]>;
}
