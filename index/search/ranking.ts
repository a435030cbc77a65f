import type { EngineWeights } from './engine.ts';
import type { RescoreWeights } from './rescore.ts';

export interface Ranking extends EngineWeights, RescoreWeights {
  /** How many passages may be scored for the words that few passages hold; the other words only add to those. */
  readonly budget: number;
  /** How many of the best are rescored. */
  readonly rescored: number;
  /** What a word one edit away counts; two edits, its square. */
  readonly misspelt: number;
}

/** Chosen on half of two public question sets, reported on the other half: docs/decisions/0002-search.md. */
export const RANKING: Ranking = {
  k: 1.2,
  b: 0.75,
  titleShort: 1,
  titleLong: 3,
  longPassage: 30,
  budget: 1000,
  rescored: 100,
  pair: 0.3,
  pairReach: 3,
  window: 0.2,
  windowWords: 30,
  exact: 0.4,
  misspelt: 0.6,
};
