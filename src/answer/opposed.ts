import type { Lexicon } from '../ports.ts';
import { oppositesOfNeed } from '../question/opposites.ts';
import type { Question } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Match } from './match.ts';

/** A word of the question that a statement meets less than this, it does not say. */
const UNSAID = 0.4;

/** "The point is not that it loses them": what is denied. */
const DENIED = /\bnot that ([^,;.—]+)/i;

const deniedIn = remembered(({ text }: StatementView) => DENIED.exec(text));

/** Whether a statement denies what a question asks about, where not just a yes or no is asked for. */
export function isDenied({ kind, needs }: Question, view: StatementView): boolean {
  const denied = kind === 'yes or no' ? null : deniedIn(view);
  if (!denied) return false;
  const [from, to] = [denied.index, denied.index + denied[0].length];
  return needs.some(
    ({ name, alternatives }) =>
      !name &&
      [...alternatives.keys()].some((key) =>
        view.terms.get(key)?.at.some((at) => {
          const start = view.tokens[at]?.start ?? 0;
          return start > from && start < to;
        }),
      ),
  );
}

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
