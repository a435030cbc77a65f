import type { Question } from '../question/question.ts';
import { overlap } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Match } from './match.ts';
import { measureAsked } from './measure-asked.ts';
import type { Candidate } from './rank.ts';

/** Another telling must be at least this good an answer as the lead. */
const AS_GOOD = 0.6;
/** And be about the same thing: this share of words in common. */
const SAME_THING_WORDS = 0.45;
const SAME_THING_THEN = 0.15;

/** It must cover this share of what the lead covers of the question. */
const AS_MUCH = 0.55;
const SPEAKS_OF = 0.6;
/** Less will do for a figure of the very same time. */
const AS_MUCH_THEN = 0.4;

/** What other sources give as another value for the same thing; where one replaced the other in time it is no disagreement. */
export function findDisagreements(
  question: Question,
  lead: Candidate,
  ranked: readonly Candidate[],
  isReplaced: (view: StatementView) => boolean,
  knowledge: Knowledge,
): StatementView[] {
  if (question.kind !== 'how much') return [];
  const asked = measureAsked(question).sort;
  const amounts = (view: StatementView) =>
    view.amounts.filter((a) => (asked === 'any' ? a.sort !== 'duration' : a.sort === asked));
  const own = markedAmount(lead, amounts(lead.view));
  if (!own) return [];
  return ranked
    .filter(
      (other) =>
        other.view !== lead.view &&
        other.score >= lead.score * AS_GOOD &&
        other.fit.fit >= 1 &&
        !isReplaced(other.view),
    )
    .filter(
      ({ view, match }) =>
        saysElse(own, amounts(view)) &&
        otherSource(lead.view, view) &&
        ofTheSameNames(question, match, view) &&
        overlap(lead.view, view, knowledge) >= (sameStretch(lead.view, view) ? SAME_THING_THEN : SAME_THING_WORDS),
    )
    .filter(
      ({ view, match }) =>
        match.coverage >= lead.match.coverage * (sameStretch(lead.view, view) ? AS_MUCH_THEN : AS_MUCH) &&
        !otherTime(lead.view, view),
    )
    .map(({ view }) => view)
    .slice(0, 2);
}

/** It speaks of whom the question names, by its own words or by those that it leans on. */
function ofTheSameNames({ needs }: Question, match: Match, view: StatementView): boolean {
  return needs.every(
    (need, i) =>
      !need.name ||
      need.inherited ||
      (match.own[i] ?? 0) >= SPEAKS_OF ||
      (view.leansBack && (match.met[i] ?? 0) >= SPEAKS_OF),
  );
}

/** Both name the very same stretch: what was ordered on a day of a year is not the more alike to what was spent in it. */
function sameStretch(a: StatementView, b: StatementView): boolean {
  return a.statement.mentions.some((m) =>
    b.statement.mentions.some((n) => m.precision === n.precision && m.start <= n.end && n.start <= m.end),
  );
}

/** Both name the same stretch of time, or one that lies in the other. */
export function sameTime(a: StatementView, b: StatementView): boolean {
  return a.statement.mentions.some((m) => b.statement.mentions.some((n) => m.start <= n.end && n.start <= m.end));
}

/** Both name a time, and not the same: figures of two years are no disagreement. */
export function otherTime(a: StatementView, b: StatementView): boolean {
  const named = (view: StatementView) => view.statement.mentions.some((m) => m.role === 'event');
  return named(a) && named(b) && !sameTime(a, b);
}

function markedAmount(lead: Candidate, amounts: readonly Amount[]): Amount | undefined {
  const mark = lead.fit.marked[0];
  return amounts.find((a) => mark && a.span[0] === mark[0]) ?? amounts[0];
}

/** It gives values of the same unit, and none is the lead's. */
function saysElse(own: Amount, others: readonly Amount[]): boolean {
  const rivals = others.filter((a) => a.sort === own.sort && (a.unit === own.unit || a.sort === 'count'));
  return rivals.length > 0 && !rivals.some((a) => sameAmount(a, own));
}

/** Not the same voice: another document, or another speaker in the same one. */
export function otherSource(a: StatementView, b: StatementView): boolean {
  if (a.statement.document !== b.statement.document) return true;
  const [one, other] = [a.names[0]?.text, b.names[0]?.text];
  return one !== other;
}
