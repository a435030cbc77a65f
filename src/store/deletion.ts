import type { Instant, Scope } from './scope.ts';

/** How many of each the store holds, or has deleted. */
export interface HeldCounts {
  readonly answers: number;
  readonly feedback: number;
  readonly settings: number;
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly standing: number;
  readonly installations: number;
}

/** How many of each were deleted since they were old. */
export interface SweptCounts {
  readonly answers: number;
  readonly deliveries: number;
  readonly claims: number;
}

/** What is deleted, because somebody asks for it or it has been kept long enough. */
export interface DeletionStore {
  /** What is held of one person, or of the whole workspace: what the next two would delete. */
  held(scope: Scope, person?: string): Promise<HeldCounts>;
  /**
   * Deletes this person's answers, the feedback on them, feedback and settings of the person, standing questions and
   * personal subscriptions. Other subscriptions stay, and forget who made them (they are not counted).
   */
  forgetPerson(scope: Scope, person: string): Promise<HeldCounts>;
  /** Deletes everything of the workspace, its installation included. */
  forgetWorkspace(scope: Scope): Promise<HeldCounts>;
  /**
   * Retention: deletes answers (with their feedback), given answers among the standing questions and finished
   * deliveries from before `before`, corpus states of before it that no channel was told up to, and claims whose time
   * has passed at `now`.
   */
  sweep(before: Instant, now: Instant): Promise<SweptCounts>;
}
