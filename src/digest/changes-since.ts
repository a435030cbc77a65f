import type { Answering } from '../answer/ask.ts';
import { differenceFrom } from './difference.ts';
import { fold } from './fold.ts';
import type { CorpusState } from './state.ts';

/**
 * How many statements say something that was not known, say something else than before, are gone, and were known and no
 * longer hold.
 */
export interface ChangeCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly gone: number;
  readonly superseded: number;
}

/** The difference to what the corpus said before, as numbers: for those who run it. */
export function countChanges(told: CorpusState, answering: Answering): ChangeCounts {
  const { fresh, corrected, withdrawn, toldUntil } = differenceFrom(told, answering);
  const known = new Set(told.statements.map(({ quote }) => fold(quote)));
  const over = answering.knowledge.views.filter(
    (view) =>
      answering.supersessions.has(view.statement.index) && known.has(fold(view.text)) && toldUntil(view) === undefined,
  );
  return {
    fresh: fresh.length,
    changed: corrected.length,
    gone: withdrawn.reduce((sum, { views: gone }) => sum + gone.length, 0),
    superseded: over.length,
  };
}
