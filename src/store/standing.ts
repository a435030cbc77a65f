import type { Instant, Scope } from './scope.ts';

/**
 * A question whose answer is looked at again when the corpus changes. `watch`: somebody asked to be told. `given`: an
 * answer that stands in a channel and may become untrue.
 */
export interface StandingQuestion {
  readonly scope: Scope;
  /** Unique in its scope; of a given answer, `AnswerRecord.id`. */
  readonly id: string;
  readonly sort: 'watch' | 'given';
  /** Who watches, or asked. */
  readonly person?: string;
  readonly channel: string;
  /** Only its person is told. */
  readonly personal: boolean;
  readonly thread?: string;
  /** The message that holds the answer. */
  readonly message?: string;
  /**
   * The question with the turns that it leans on, oldest first, all of them its person's own words. Empty for a given
   * answer: `Store.turnsOf` has them.
   */
  readonly turns: readonly string[];
  /** What the answer rested on when it was last looked at, as the caller wrote it. */
  readonly basis: string;
  /** `Corpus.version` against which it was last looked at. */
  readonly corpus: string;
  /** How often a change has been told. */
  readonly changes: number;
  readonly address?: string;
  readonly at: Instant;
}

/** Questions whose answers are looked at again. */
export interface StandingStore {
  /** Writes it anew or in place of the one with its id. */
  saveStanding(standing: StandingQuestion): Promise<void>;
  standing(scope: Scope, id: string): Promise<StandingQuestion | undefined>;
  /** What this person watches, oldest first. */
  watchedBy(scope: Scope, person: string): Promise<readonly StandingQuestion[]>;
  /** False where there was none. */
  removeStanding(scope: Scope, id: string): Promise<boolean>;
  /** Standing questions of all scopes that were last looked at against another corpus than this one, oldest first. */
  standingToReview(corpus: string, limit: number): Promise<readonly StandingQuestion[]>;
  /**
   * Writes `basis`, `corpus` and `changes`, and nothing else. False where `changes` is no longer `from`: someone else
   * has moved it.
   */
  moveStanding(standing: StandingQuestion, from: number): Promise<boolean>;
}
