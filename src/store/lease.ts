import type { Instant } from './scope.ts';

/** Something is held by one process for a while: when that is over, another may take it. */
export interface Lease {
  /** Unique for one process. */
  readonly owner: string;
  readonly now: Instant;
  /** Until when nobody else may take over. */
  readonly until: Instant;
}
