import type { Citation } from '../answer/answer.ts';
import type { IsoDate } from '../model.ts';
import type { Difference } from './difference.ts';

export type Verdict = 'supported' | 'contradicted' | 'outdated' | 'not-found';

/** What became of one part of a claim. */
export interface PartVerdict {
  readonly part: string;
  readonly verdict: Verdict;
  /** What the statements say otherwise. */
  readonly different: readonly Difference[];
  readonly citations: readonly Citation[];
  /** For an outdated part: the day from which it no longer held. */
  readonly until?: IsoDate;
}
