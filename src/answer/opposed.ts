import type { Lexicon } from '../ports.ts';
import { oppositesOfNeed } from '../question/opposites.ts';
import type { Question } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Match } from './match.ts';

/** A word of the question that a statement meets less than this, it does not say. */
const UNSAID = 0.4;

/** Whether a statement says the opposite of what a question asks, in its place. */
export function isOpposed(question: Question, match: Match, view: StatementView, lexicon: Lexicon): boolean {
  return opposedIn(question, lexicon).some(
    ({ i, opposites }) => (match.own[i] ?? 0) < UNSAID && opposites.some((other) => view.terms.has(other)),
  );
}

/** The needs that have opposites. */
const opposedIn = rememberedIn(({ needs }: Question, lexicon: Lexicon) =>
  needs.flatMap((need, i) => {
    const opposites = oppositesOfNeed(need, lexicon);
    return opposites.length > 0 ? [{ i, opposites }] : [];
  }),
);
