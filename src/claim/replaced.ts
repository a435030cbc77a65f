import type { Match, Matcher } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import { withoutMonth } from '../calendar/may.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isOfAnother } from './another-thing.ts';
import { isScenario } from './bears-out.ts';
import { changedWithin, leavesFigure } from './changed-within.ts';
import { type Things, thingsOf } from './claimed-things.ts';
import type { Comparison } from './comparison.ts';
import { tellsFormerValue } from './former-value.ts';
import { leavesBehind } from './left-behind.ts';
import { otherValue } from './other-value.ts';
import type { ClaimPart } from './part.ts';
import { heldByAnother, isCalledOtherwise, isGone, tellsAsFormer, tellsInstead } from './replaced-by-other.ts';
import { countsOneMore, dayOfOldPlan, otherFigure, otherTerm } from './replaced-figure.ts';
import { endOfState, tellsState } from './state-ends.ts';
import { toldOn } from './told-on.ts';
import { elsewhere } from './turned.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
const NAMED_AROUND = 0.2;
const HALF = 0.5;
/** So many sentences behind one that names a thing may go on about it. */
const BEHIND = [1, 2, 3, 4] as const;
/** A name that a pronoun stands for. */
const NAMED_BY_PRONOUN = 0.65;

/**
 * A statement of a later document than any that bears a claim out, which tells the same thing to be over, another, or
 * with another figure, by whatever words it says the rest.
 */
export function replacedBy(
  part: ClaimPart,
  holding: readonly Comparison[],
  asOf: IsoDate | undefined,
  match: Matcher,
  knowledge: Knowledge,
): StatementView | undefined {
  if (part.happened || part.past || part.reported || part.negated) return undefined;
  const things = thingsOf(part, knowledge);
  const day = asOf ?? knowledge.corpus.newest;
  const replaces = (view: StatementView): boolean => {
    if (isScenario(view) || holding.some((c) => leavesBehind(c.view, view))) return false;
    const met = match(view);
    if (dayOfOldPlan(part, things, view, met)) return true;
    if (view.hypothetical || (MAY_BE.test(withoutMonth(view.text)) && !PERMITS.test(part.text))) return false;
    if (heldByAnother(part, things, view, knowledge)) return true;
    if (tellsInstead(part, things, view, met)) return true;
    if (elsewhere(part, view.statement.index, knowledge)) return false;
    if (isOver(part, things, view, met)) return true;
    if (isCalledOtherwise(part, things, view, met)) return true;
    if (isGone(part, things, view, met)) return true;
    if (otherTerm(part, things, view, met)) return true;
    if (countsOneMore(part, things, view, met)) return true;
    if (isOfAnother(part, things, view, met)) return false;
    if (otherFigure(part, things, view, met)) return true;
    return otherValue(part, things, view, met, day);
  };
  // "Is now due in August rather than in the autumn", "now 11, goes up to 13 on June 1": each tells itself what replaced it.
  const [self] = holding;
  const endsItself = ({ view }: Comparison) =>
    changedWithin(part, view, day) || tellsAsFormer(part, things, view, match(view));
  if (self && holding.every(endsItself)) return self.view;
  // What bears the claim out may itself be what ends it: "has closed its factory in Harby".
  const days = holding
    .filter(({ view }) => !replaces(view) && tellsState(part.text, view.text))
    .map(({ view }) => toldOn(view, knowledge) ?? '')
    .sort();
  const [first] = holding.map(({ view }) => toldOn(view, knowledge) ?? '').sort();
  const last = days.at(-1) ?? first;
  // Of what no day is told, a change tells itself that it came after.
  if (!last) return viewsOf(part, things, knowledge).find((view) => leavesFigure(part, view) && replaces(view));
  return viewsOf(part, things, knowledge).find(
    (view) =>
      (toldOn(view, knowledge) ?? '') > last &&
      (asOf === undefined || visibleAsOf(view, asOf, knowledge)) &&
      replaces(view),
  );
}

/** A statement that tells the very figure or day of the claim as that of before, whatever bears the claim out. */
export function formerlySo(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  match: Matcher,
  knowledge: Knowledge,
): StatementView | undefined {
  if (part.happened || part.past || part.reported || part.negated) return undefined;
  if (part.amounts.length + part.dates.length === 0) return undefined;
  const things = thingsOf(part, knowledge);
  return viewsOf(part, things, knowledge).find(
    (view) =>
      !isScenario(view) &&
      !view.hypothetical &&
      (asOf === undefined || visibleAsOf(view, asOf, knowledge)) &&
      tellsFormerValue(part, things, view, match(view)) &&
      !elsewhere(part, view.statement.index, knowledge),
  );
}

/** What may come about has replaced nothing. */
const MAY_BE = /\b(?:may(?! (?:now|also|no longer)\b)|might)\b/i;

/** What somebody may do is so, and not only possible. */
const PERMITS = /\b(?:may|can)\b/i;
const SOLE = /\b(?:only|sole|exclusive)\b/i;

/** The passing state in which the claim has a thing, or somebody, has ended. */
function isOver(part: ClaimPart, things: Things, view: StatementView, { own, met }: Match): boolean {
  const end = endOfState(part.text, view.text);
  if (end === undefined) return false;
  const { subject, names, others } = things;
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  const namesMet = part.names.length < 2 || part.names.some((g) => g.needs.some((i) => (met[i] ?? 0) >= NAMED_AROUND));
  // "May now buy vaccine from Tarn Labs as well": who was the only one need not be named.
  if (
    SOLE.test(part.text) &&
    end === 'of anything' &&
    others.some((i) => isOwn(i) && (part.needs[i]?.weight ?? 0) >= HALF)
  )
    return true;
  if (end === 'of its object' && others.length > 0 && !others.some(isOwn)) return false;
  if (
    subject.some(isOwn) ||
    (end === 'of its object' && others.some((i) => isOwn(i) && (part.needs[i]?.weight ?? 0) >= HALF))
  )
    return namesMet;
  // "The contract is a pilot": what it is called is the thing as well.
  if (subject.length > 0 && names.length === 0)
    return end === 'of the thing' && part.predicate?.base === 'be' && others.some(isOwn) && namesMet;
  if (names.length === 0 || !names.every((i) => (met[i] ?? 0) >= NAMED_BY_PRONOUN)) return false;
  return end === 'of the thing' || subject.length > 0 || others.some(isOwn);
}

function viewsOf(
  { needs, amounts }: ClaimPart,
  { subject, others, names, otherNames }: Things,
  knowledge: Knowledge,
): StatementView[] {
  const about = new Set([...subject, ...others, ...names, ...otherNames].map((i) => needs[i]));
  // Of a sum its verb is told by a noun: "the price has gone up".
  const looked = amounts.length > 0 ? needs : needs.filter((need) => about.has(need));
  const keys = looked.flatMap(({ alternatives }) =>
    [...alternatives].flatMap(([key, s]) => (s >= SAME_NOUN ? [key] : [])),
  );
  const at = new Set(keys.flatMap((key) => [...knowledge.holders(key)]));
  // A sentence after one that names the thing may tell what became of it.
  const behind = [...at].flatMap((i) => BEHIND.map((n) => i + n).filter((next) => !at.has(next)));
  return [...new Set([...at, ...behind])].flatMap((i) => knowledge.views[i] ?? []);
}
