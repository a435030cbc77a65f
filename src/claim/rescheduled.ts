import type { Match, Matcher } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { DateMention, IsoDate } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { isSameDay } from './same-day.ts';

const HALF = 0.5;

/** "Moved the start to June 22", "has been put off until autumn": a day stands behind it. */
const MOVED_TO =
  /\b(?:mov(?:es?|ed|ing)|push(?:es|ed|ing)?|puts?(?= (?:off|back))|postpon(?:es?|ed|ing)|delay(?:s|ed|ing)?|shift(?:s|ed|ing)?|br(?:ings?|ought)(?= forward)|slip(?:s|ped)|defer(?:s|red)|resched\w+)\b[^.;]*\b(?:to|until|till|for|into|by)(?: the| early| late| mid)? ?$/i;
/** "Will not be built before 2030". */
const NOT_BEFORE = /\b(?:not|no)\b[^.;,]*\b(?:before|until|till)(?: the| early| late| mid)? ?$/i;
/** What is moved may be called by no more than that it begins. */
const BEGINNING = /\b(?:start|launch|opening|beginning|date|day|debut|release|premiere|deadline|first \p{L}+)\b/iu;
const BEGINS = /\b(?:start|begin|open|launch|first|due|deliver|arriv|ent(?:er|ry)|debut|releas|premier|sail)\p{L}*/iu;

/** A later statement has moved what the claim expects on a day, as an older one did, to another. */
export function rescheduledBy(
  part: ClaimPart,
  bearing: readonly Comparison[],
  asOf: IsoDate | undefined,
  match: Matcher,
  knowledge: Knowledge,
): Comparison | undefined {
  if (part.dates.length === 0 || part.happened || part.past || part.negated || part.certainty === 'done')
    return undefined;
  const planned = bearing.filter(({ anchored }) => anchored);
  if (planned.length === 0) return undefined;
  return movingIn(knowledge)
    .filter((view) => (asOf === undefined || visibleAsOf(view, asOf, knowledge)) && isOfSame(part, view, match(view)))
    .map((view) => compare(part, view, match(view), knowledge))
    .find(
      (c) =>
        planned.every((one) => one.view !== c.view && comesAfter(c, one, knowledge)) &&
        !c.supposed &&
        c.toldBy !== 'other' &&
        movedTo(c.view).every((m) => part.dates.every((date) => !isSameDay(date, m))),
    );
}

const movingIn = remembered(({ views }: Knowledge) => views.filter((view) => movedTo(view).length > 0));

function movedTo({ text, statement: { mentions } }: StatementView): DateMention[] {
  return mentions.filter(
    ({ span: [start] }) => MOVED_TO.test(text.slice(0, start)) || NOT_BEFORE.test(text.slice(0, start)),
  );
}

function comesAfter(c: Comparison, one: Comparison, knowledge: Knowledge): boolean {
  const [day, later] = [knownBy(one.view, knowledge), knownBy(c.view, knowledge)];
  if (c.view.statement.document === one.view.statement.document && day === later)
    return c.view.statement.index > one.view.statement.index;
  return day !== undefined && later !== undefined && day < later;
}

/** It names whom the claim names, and a thing of the claim, or that it begins. */
function isOfSame({ needs, names, text }: ClaimPart, view: StatementView, match: Match): boolean {
  const isMet = (i: number) => (match.met[i] ?? 0) >= HALF;
  if (!names.every((group) => group.needs.some(isMet))) return false;
  if (names.length === 0 && match.ownCoverage < HALF) return false;
  if (needs.some((need, i) => !need.name && need.weight >= SUBSTANCE && (match.own[i] ?? 0) >= HALF)) return true;
  return BEGINNING.test(view.text) && BEGINS.test(text) && names.length > 0;
}
