import type { FieldWeights } from './postings.ts';
import type { RescoreWeights } from './rescore.ts';

export interface Ranking extends FieldWeights, RescoreWeights {
  /** How many of the best are rescored. */
  readonly rescored: number;
  /** What a word one edit away counts; two edits, its square. */
  readonly misspelt: number;
}

/** Chosen on half of two public question sets, reported on the other half: docs/decisions/0002-search.md. */
export const RANKING: Ranking = {
  k: 1.2,
  b: 0.75,
  titleShort: 0.25,
  titleLong: 3,
  longPassage: 30,
  rescored: 100,
  pair: 0.3,
  pairReach: 3,
  window: 0.2,
  windowWords: 30,
  exact: 0.4,
  misspelt: 0.6,
};
