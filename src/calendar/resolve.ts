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
    return { span, ...whole, precision: whole.start.slice(0, 7) === whole.end.slice(0, 7) ? 'month' : 'year', origin: 'relative' };
  }
  const { month, day, quarter, part } = expression;
  let { year } = expression;
  let origin: DateOrigin = 'explicit';
  if (year === undefined) {
    const near = context.previous ?? context.reference ?? context.published;
    if (near === undefined) return undefined;
    year = nearestYear(month ?? 1, day ?? 15, near, context.published);
    origin = 'year from context';
  }
  if (quarter !== undefined) {
    const last = quarter * 3;
    return { span, start: isoDay(year, last - 2, 1), end: isoDay(year, last, daysInMonth(year, last)), precision: 'quarter', origin };
  }
  if (part !== undefined && month === undefined) {
    const [from, to] = { early: [1, 4], mid: [5, 8], late: [9, 12] }[part] as [number, number];
    return { span, start: isoDay(year, from, 1), end: isoDay(year, to, daysInMonth(year, to)), precision: 'year', origin };
  }
  if (month === undefined) return { span, ...bounds(String(year)), precision: 'year', origin };
  if (day === undefined) return { span, ...bounds(isoDay(year, month, 1).slice(0, 7)), precision: 'month', origin };
  const whole = isoDay(year, month, Math.min(day, daysInMonth(year, month)));
  return { span, start: whole, end: whole, precision: 'day', origin };
}

/** The year that brings month and day nearest to `near`, but not past the day of publication. */
function nearestYear(month: number, day: number, near: IsoDate, published: IsoDate | undefined): number {
  const target = dayNumber(bounds(near).start);
  const base = Number(near.slice(0, 4));
  let best = base;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const year of [base - 1, base, base + 1]) {
    const candidate = isoDay(year, month, Math.min(day, daysInMonth(year, month)));
    const gap = Math.abs(dayNumber(candidate) - target) + (published && candidate > published ? 10_000 : 0);
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
