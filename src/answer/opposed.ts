import type { Lexicon } from '../ports.ts';
import { oppositesOfNeed } from '../question/opposites.ts';
import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';
import type { Match } from './match.ts';

/** A word of the question that a statement meets less than this, it does not say. */
const UNSAID = 0.4;

/** Whether a statement says the opposite of what a question asks, in its place. */
export function isOpposed({ needs }: Question, match: Match, view: StatementView, lexicon: Lexicon): boolean {
  return needs.some(
    (need, i) => (match.own[i] ?? 0) < UNSAID && oppositesOfNeed(need, lexicon).some((other) => view.terms.has(other)),
  );
}
