import type { StatementView } from '../statement/view.ts';
import { beginsWhereItEnds, boundOf } from './date-bound.ts';
import { wasPlanned } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';
import { isSameDay } from './same-day.ts';

/** "Had meant to start in September" says nothing against another day. */
export function tellsOldPlansOnly(date: ClaimPart['dates'][number], part: ClaimPart, view: StatementView): boolean {
  const days = view.statement.mentions;
  return !wasPlanned(date.span, part.text) && days.length > 0 && days.every((m) => wasPlanned(m.span, view.text));
}

/** The day which the claim begins on is only told as one which something runs until. */
export function endsWhereItBegins(date: ClaimPart['dates'][number], { verb }: ClaimPart, view: StatementView): boolean {
  const told = view.statement.mentions.filter((m) => isSameDay(date, m));
  return told.length > 0 && told.every((m) => beginsWhereItEnds(verb, date.bound, boundOf(m.span, view.text)));
}

/** "Will end it a year early, in December 2026": the day on which it will be ended is the day on which it ends. */
export function endsAnotherDay(
  date: ClaimPart['dates'][number],
  { statement }: StatementView,
  { start, end }: Relation,
): 'same' | 'other' | 'silent' {
  const planned = statement.mentions.filter(
    (m) => m.role === 'planned' && m.span[0] >= start && m.span[0] < end && m.precision !== 'year',
  );
  if (planned.length === 0) return 'silent';
  return planned.some((m) => isSameDay(date, m)) ? 'same' : 'other';
}

/** "Was due in May": both tell the day as that of a plan of before. */
export function wasToldAsPlan(date: ClaimPart['dates'][number], part: ClaimPart, view: StatementView): boolean {
  return (
    wasPlanned(date.span, part.text) &&
    view.statement.mentions.some((m) => wasPlanned(m.span, view.text) && isSameDay(date, m))
  );
}
