import type { Statement } from '../model.ts';
import type { QuestionKind } from '../question/kind.ts';
import type { Fit } from './fit.ts';

/** What the turn before was answered with, and the kind of question that it was. */
export interface Previous {
  readonly lead: Statement;
  readonly kind: QuestionKind;
}

/** What follows the last answer in its passage goes on about the same. */
const FOLLOWS = [1, 0.6, 0.3] as const;
const SAME_STATEMENT = 0.3;
/** It was told already, and does not hold the sort of thing that is asked for now. */
const TOLD_IN_VAIN = -0.4;

const WANTS_SORT: ReadonlySet<QuestionKind> = new Set(['how much', 'when', 'who', 'where']);
const HOLDS_SORT = 0.2;

/** How far a statement goes on where the last answer stood. */
export function followingOf(statement: Statement, { lead, kind }: Previous, asked: QuestionKind, fit: Fit): number {
  // Who asks for the same sort of thing again wants another.
  if (statement === lead) {
    if (asked === kind) return 0;
    if (asked !== 'why' && fit.fit >= 1) return FOLLOWS[0];
    return WANTS_SORT.has(asked) && fit.fit < HOLDS_SORT ? TOLD_IN_VAIN : SAME_STATEMENT;
  }
  if (statement.passage !== lead.passage || statement.index < lead.index) return 0;
  return FOLLOWS[statement.index - lead.index - 1] ?? 0;
}
