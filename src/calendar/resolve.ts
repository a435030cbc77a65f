import type { DateMention, DateOrigin, IsoDate, Span } from '../model.ts';
import type { Expression } from './expressions.ts';
import { addDays, addMonths, bounds, dayNumber, daysInMonth, isoDay, weekdayOf } from './iso.ts';

/** What a date that is not complete in itself may lean on. */
export interface DateContext {
  /** The date last spoken of in the same stretch of text. */
  readonly previous?: IsoDate;
  /** The year of that date was written, or taken from one that was. */
  readonly previousSure?: boolean;
  /** The date that a year is chosen nearest to: the newest that is known of the document, else of the corpus. */
  readonly reference?: IsoDate;
  readonly published?: IsoDate;
  /** The date had not come when it was written; or it may have come, and may not. */
  readonly ahead?: boolean | 'either';
  /** The newest day that is known of, where the text may be newer than `reference`. */
  readonly newest?: IsoDate;
}

export interface ResolvedDate {
  readonly span: Span;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly precision: DateMention['precision'];
  readonly origin: DateOrigin;
}

/** The dates that an expression can mean, or undefined where the context does not settle it. */
export function resolve(expression: Expression, context: DateContext): ResolvedDate | undefined {
  const { span } = expression;
  if (expression.sort === 'relative') {
    const anchor = expression.from === 'previous' ? context.previous : context.published;
    const whole = anchor === undefined ? undefined : shifted(anchor, expression);
    return whole && { span, ...whole, origin: 'relative' };
  }
  const { month, day, quarter, part } = expression;
  let { year } = expression;
  let origin: DateOrigin = 'explicit';
  if (expression.yearsOn !== undefined) {
    const written = context.published ?? context.reference;
    if (written === undefined) return undefined;
    year = Number(written.slice(0, 4)) + expression.yearsOn;
    origin = 'relative';
  }
  if (year === undefined) {
    const near = nearOf(context);
    if (near === undefined) return undefined;
    const yearNear = (one: IsoDate) => nearestYear(month ?? 1, day, one, context, expression.weekday);
    year = yearNear(near);
    // "On June 3, 2025 ... on January 29", written in January 2026: what is told goes on, and not back.
    const written = context.published ?? context.reference;
    if (
      year !== undefined &&
      month !== undefined &&
      written !== undefined &&
      context.previousSure &&
      near === context.previous
    ) {
      const other = yearNear(written);
      if (other !== undefined && isBackFrom(near, year, month, day) && isJust(written, other, month, day)) year = other;
    }
    if (year === undefined) return undefined;
    origin = 'year from context';
  }
  if (quarter !== undefined) {
    const last = quarter * 3;
    return {
      span,
      start: isoDay(year, last - 2, 1),
      end: isoDay(year, last, daysInMonth(year, last)),
      precision: 'quarter',
      origin,
    };
  }
  if (part !== undefined && month === undefined) {
    const [from, to] = { early: [1, 4], mid: [5, 8], late: [9, 12] }[part] as [number, number];
    return {
      span,
      start: isoDay(year, from, 1),
      end: isoDay(year, to, daysInMonth(year, to)),
      precision: 'year',
      origin,
    };
  }
  if (month === undefined) return { span, ...bounds(String(year)), precision: 'year', origin };
  if (day === undefined) return { span, ...bounds(isoDay(year, month, 1).slice(0, 7)), precision: 'month', origin };
  if (day > daysInMonth(year, month)) return undefined;
  const whole = isoDay(year, month, day);
  return { span, start: whole, end: whole, precision: 'day', origin };
}

/** No shifted date is more precise than its anchor or its unit. */
function shifted(
  anchor: IsoDate,
  { days, weeks, months = 0, wholeYear }: Extract<Expression, { sort: 'relative' }>,
): Pick<ResolvedDate, 'start' | 'end' | 'precision'> | undefined {
  if (days !== undefined) {
    if (anchor.length < 10) return undefined;
    const day = addDays(anchor, days);
    return { start: day, end: day, precision: 'day' };
  }
  if (weeks !== undefined) {
    if (anchor.length < 10) return undefined;
    const [start, end] = [addDays(anchor, weeks * 7 - 3), addDays(anchor, weeks * 7 + 3)];
    if (start.slice(0, 4) !== end.slice(0, 4)) return undefined;
    return { start, end, precision: start.slice(0, 7) === end.slice(0, 7) ? 'month' : 'year' };
  }
  const byYears = wholeYear || (months !== 0 && months % 12 === 0);
  if (!byYears && anchor.length < 7) return undefined;
  const month = addMonths(bounds(anchor).start, months);
  return byYears
    ? { ...bounds(month.slice(0, 4)), precision: 'year' }
    : { ...bounds(month.slice(0, 7)), precision: 'month' };
}

/**
 * A date spoken of a little earlier in the text counts more than when the text was written, unless it is history. A
 * bare year says little of the next date in the text; and where the day is known on which it was written, so does a
 * date whose own year was only taken from that.
 */
function nearOf({ previous, previousSure, reference, published }: DateContext): IsoDate | undefined {
  const written = published ?? reference;
  if (!previous || !written) return previous ?? written;
  if (previous.length < 7 || (published && !previousSure)) return written;
  return Math.abs(dayNumber(bounds(previous).start) - dayNumber(bounds(written).start)) < NEWS_DAYS
    ? previous
    : written;
}

/** News tell of the last year or so. */
const NEWS_DAYS = 400;
/** What is told lies so many days before what was told just before, or more: it goes back. */
const GOES_BACK = 31;
/** What was written about lies so many days from the writing at most. */
const JUST_DAYS = 60;

function isBackFrom(near: IsoDate, year: number, month: number, day: number | undefined): boolean {
  return dayNumber(bounds(near).start) - dayNumber(isoDay(year, month, day ?? MIDDLE_OF_MONTH)) >= GOES_BACK;
}

function isJust(written: IsoDate, year: number, month: number, day: number | undefined): boolean {
  const one = isoDay(year, month, Math.min(day ?? MIDDLE_OF_MONTH, daysInMonth(year, month)));
  return Math.abs(dayNumber(one) - dayNumber(bounds(written).end)) <= JUST_DAYS;
}

/** What is told as done lies before rather than after what it is told near to, by this factor in days. */
const PAST_FACTOR = 2.5;
/** What is told as done was not done after it was written: more than any day of the years tried is off. */
const AFTER_WRITING = 10_000;
/** What is planned may have been due so many days before. */
const PAST_STILL_AHEAD = 15;
/** Further off than the next year is. */
const BEFORE_WHAT_IS_PLANNED = 1000;
/** A day that falls on another day of the week is as unlikely as one so many days further off: people err in both. */
const OTHER_WEEKDAY = 200;
/** What stands for a month of which no day is told. */
const MIDDLE_OF_MONTH = 15;
/** February 29 comes in one year of four. */
const LEAP_YEARS = 4;

/**
 * The year that brings month and day nearest to `near`: before it for what is told as done, after it for what is
 * planned. Undefined where none nearby has that day.
 */
function nearestYear(
  month: number,
  dayOfMonth: number | undefined,
  near: IsoDate,
  context: DateContext,
  weekday: number | undefined,
): number | undefined {
  const day = dayOfMonth ?? MIDDLE_OF_MONTH;
  const base = Number(near.slice(0, 4));
  const reach = month === 2 && day === 29 ? LEAP_YEARS : 1;
  let best: number | undefined;
  let bestGap = Number.POSITIVE_INFINITY;
  for (let year = base - reach; year <= base + reach; year += 1) {
    if (day > daysInMonth(year, month)) continue;
    const candidate = isoDay(year, month, day);
    const gap =
      daysOff(candidate, dayOfMonth === undefined ? isoDay(year, month, 1) : candidate, near, context) +
      (weekday === undefined || weekdayOf(candidate) === weekday ? 0 : OTHER_WEEKDAY);
    if (gap < bestGap) {
      bestGap = gap;
      best = year;
    }
  }
  return best;
}

/** How far a day lies from the one it is told near to, in days: more where it would have to be told otherwise. `begins` is the first day that it may mean. */
function daysOff(
  candidate: IsoDate,
  begins: IsoDate,
  near: IsoDate,
  { published, previous, previousSure, ahead, newest }: DateContext,
): number {
  const days = dayNumber(candidate) - dayNumber(bounds(near).end);
  const notYet = published && begins > bounds(published).end ? AFTER_WRITING : 0;
  // What goes on from a day in another year goes forward as often as back.
  if (previousSure && near === previous && published && !ahead) return Math.abs(days) + notYet;
  if (ahead) return days < -PAST_STILL_AHEAD && ahead !== 'either' ? BEFORE_WHAT_IS_PLANNED - days : Math.abs(days);
  const factor = newest !== undefined && candidate <= bounds(newest).end ? 1 : PAST_FACTOR;
  return (days > 0 ? days * factor : -days) + notYet;
}

/** A resolved date written as precisely as it is known; ISO dates have no quarters, so that of a quarter is its year. */
export function asIso(date: { start: IsoDate; precision: DateMention['precision'] }): IsoDate {
  if (date.precision === 'day') return date.start;
  return date.precision === 'month' ? date.start.slice(0, 7) : date.start.slice(0, 4);
}
