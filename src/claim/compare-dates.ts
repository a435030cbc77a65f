import { bounds } from '../calendar/iso.ts';
import type { DateMention } from '../model.ts';
import type { StatementView } from '../statement/view.ts';
import { boundOf, isContraryBound } from './date-bound.ts';
import { wasDayBefore, wasPlanned } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import { isSameDay } from './same-day.ts';

/** A date of a claim. */
export type ClaimDate = ClaimPart['dates'][number];

/** How a statement stands to a date that a claim names: the same or within it, another, or none. */
export type DateFit = 'same' | 'vaguer' | 'other' | 'silent';

/** `clause` is the stretch of the statement that tells what the claim tells: a date in it counts before any other. */
export function fitDate(
  claimed: ClaimDate,
  view: StatementView,
  clause: { readonly start: number; readonly end: number; readonly verbStart?: number } | undefined,
): DateFit {
  const { mentions: every, date: said } = view.statement;
  const date = meantBy(claimed, view);
  // "In February instead of this October": what was planned before is no more.
  const left = every.filter((m) => !wasDayBefore(m.span, view.text));
  // Where no other is told, the day of an old plan is the one that is told.
  const all = left.length === 0 && every.every((m) => wasPlanned(m.span, view.text)) ? every : left;
  if (all.length < every.length && all.length > 0 && !all.some((m) => m.start <= date.end && m.end >= date.start))
    return 'other';
  const inside = clause && all.filter((m) => m.span[0] >= clause.start && m.span[0] < clause.end);
  const near = inside && inside.length > 0 ? inside : all;
  const sameRole = (m: DateMention) => (m.role === 'term') === (date.role === 'term');
  // "Said on June 10 that it runs to 2028" tells of no term that ends in the year of that June.
  const mentions = date.role === 'term' && near.some(sameRole) ? near.filter(sameRole) : near;
  const within = (m: Pick<DateMention, 'start' | 'end'> & { readonly origin?: DateMention['origin'] }) => {
    // A day whose year the text does not give may be of the year that is claimed.
    const guessed = m.origin === 'year from context' && date.precision !== 'year';
    const start = guessed ? date.start.slice(0, 4) + m.start.slice(4) : m.start;
    const end = guessed ? date.end.slice(0, 4) + m.end.slice(4) : m.end;
    return (
      start <= date.end && end >= date.start && (date.precision !== 'day' || start === date.start || start !== end)
    );
  };
  const precise = (m: DateMention) =>
    m.precision === 'day' || m.precision === date.precision || date.precision === 'year';
  const onSide = (m: DateMention) =>
    m.role === 'event' &&
    ((date.side === 'before' && m.end <= date.end) || (date.side === 'after' && m.start >= date.start));
  // "Built before 1990" is not "built after 1990".
  const otherSide = (m: DateMention) =>
    isContraryBound(
      date.bound ?? (date.role === 'term' && date.side === undefined ? 'end' : undefined),
      boundOf(m.span, view.text),
    );
  if (mentions.some((m) => within(m) && otherSide(m))) return 'other';
  if (mentions.some((m) => (precise(m) && within(m)) || onSide(m))) return 'same';
  // "Closed 2025 with a loss": a year without a preposition.
  if (
    date.precision === 'year' &&
    !near.some(within) &&
    new RegExp(`(?<![\\p{L}\\d$€£.,-])${date.start.slice(0, 4)}(?![\\p{L}\\d%]|[.,]\\d)`, 'u').test(view.text)
  )
    return 'same';
  // "Looked into it in 2025 and closed it in October": the year alone is that of another verb.
  const own = clause?.verbStart === undefined ? [] : mentions.filter(({ span }) => span[0] > (clause.verbStart ?? 0));
  const isVague = mentions.some(within);
  if (isVague && own.length > 0 && own.every((m) => m.precision === date.precision && !within(m))) return 'other';
  if (isVague) return 'vaguer';
  if (mentions.some(sameRole)) return 'other';
  // What a term ends on is told by no day on which something happened.
  if (date.role !== 'term' && said && said.origin !== 'publication')
    return within(bounds(said.date)) ? 'same' : 'other';
  return 'silent';
}

/** "June 30" is that of the year of which the statement speaks: of that day, where it speaks of it, or else of any. */
export function meantBy(date: ClaimDate, { statement: { mentions, date: said } }: StatementView): ClaimDate {
  if (!date.yearless) return date;
  const days = [...(said ? [said.date] : []), ...mentions.filter((m) => m.precision !== 'year').map((m) => m.start)];
  const year = days.at(-1)?.slice(0, 4) ?? date.start.slice(0, 4);
  return { ...date, start: year + date.start.slice(4), end: year + date.end.slice(4) };
}

/** What was opened in May may have been closed in June. */
export function ofAnotherDay(part: ClaimPart, view: StatementView): boolean {
  return (
    (part.happened || part.past) &&
    part.dates.length > 0 &&
    part.dates.every((date) => fitDate(date, view, undefined) !== 'same')
  );
}

/** "Must be done before March 3": not on that day. */
export function isOnlyBound(date: ClaimDate, part: ClaimPart, view: StatementView): boolean {
  if (date.precision !== 'day' || !/\bon (?:the )?$/i.test(part.text.slice(0, date.span[0]))) return false;
  const told = view.statement.mentions.filter((m) => isSameDay(date, m));
  return told.length > 0 && told.every((m) => BOUND.test(view.text.slice(0, m.span[0])));
}

const BOUND = /\b(?:before|after|until|by) (?:the )?$/i;
