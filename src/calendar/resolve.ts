import type { DateMention, DateOrigin, IsoDate, Span } from '../model.ts';
import type { Expression } from './expressions.ts';
import { addDays, addMonths, bounds, dayNumber, daysInMonth, isoDay } from './iso.ts';

/** What a date that is not complete in itself may lean on. */
export interface DateContext {
  /** The date last spoken of in the same stretch of text. */
  readonly previous?: IsoDate;
  /** The date that a year is chosen nearest to: the newest that is known of the document, else of the corpus. */
  readonly reference?: IsoDate;
  readonly published?: IsoDate;
  /** The date had not come when it was written. */
  readonly ahead?: boolean;
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
    if (!anchor || anchor.length < 10) return undefined;
    if (expression.days !== undefined) {
      const day = addDays(anchor, expression.days);
      return { span, start: day, end: day, precision: 'day', origin: 'relative' };
    }
    const month = addMonths(anchor, expression.months ?? 0);
    const whole = bounds((expression.months ?? 0) % 12 === 0 ? month.slice(0, 4) : month.slice(0, 7));
    return {
      span,
      ...whole,
      precision: whole.start.slice(0, 7) === whole.end.slice(0, 7) ? 'month' : 'year',
      origin: 'relative',
    };
  }
  const { month, day, quarter, part } = expression;
  let { year } = expression;
  let origin: DateOrigin = 'explicit';
  if (year === undefined) {
    const near = nearOf(context);
    if (near === undefined) return undefined;
    year = nearestYear(month ?? 1, day ?? 15, near, context);
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
  const whole = isoDay(year, month, Math.min(day, daysInMonth(year, month)));
  return { span, start: whole, end: whole, precision: 'day', origin };
}

/** A date spoken of a little earlier in the text counts more than when the text was written, unless it is history. */
function nearOf({ previous, reference, published }: DateContext): IsoDate | undefined {
  const written = published ?? reference;
  if (
    previous &&
    (!written || Math.abs(dayNumber(bounds(previous).start) - dayNumber(bounds(written).start)) < NEWS_DAYS)
  )
    return previous;
  return written;
}

/** News tell of the last year or so. */
const NEWS_DAYS = 400;
/** What is told as done lies before rather than after what it is told near to, by this factor in days. */
const PAST_FACTOR = 2.5;

/** The year that brings month and day nearest to `near`: before it for what is told as done, after it for what is planned. */
function nearestYear(month: number, day: number, near: IsoDate, { published, ahead }: DateContext): number {
  const target = dayNumber(bounds(near).end);
  const base = Number(near.slice(0, 4));
  let best = base;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const year of [base - 1, base, base + 1]) {
    const candidate = isoDay(year, month, Math.min(day, daysInMonth(year, month)));
    const days = dayNumber(candidate) - target;
    const gap = ahead
      ? days < -15
        ? 1000 - days
        : Math.abs(days)
      : (days > 0 ? days * PAST_FACTOR : -days) + (published && candidate > published ? 10_000 : 0);
    if (gap < bestGap) {
      bestGap = gap;
      best = year;
    }
  }
  return best;
}

/** A resolved date written as precisely as it is known. */
export function asIso(date: { start: IsoDate; precision: DateMention['precision'] }): IsoDate {
  if (date.precision === 'day') return date.start;
  return date.precision === 'year' ? date.start.slice(0, 4) : date.start.slice(0, 7);
}
