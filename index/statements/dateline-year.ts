import { findDates } from '../../src/calendar/expressions.ts';
import { bounds, dayNumber, daysInMonth, fromDayNumber, isoDay, weekdayOf } from '../../src/calendar/iso.ts';
import type { IsoDate } from '../../src/model.ts';
import type { DayOfYear } from '../read/dateline.ts';
import type { Draft } from './draft.ts';
import { type Reference, referenceOf } from './reference.ts';

export interface Datelined {
  readonly text: string;
  readonly drafts: readonly Draft[];
  /** As it is stated in full. */
  readonly published?: IsoDate;
  /** As it is stated without its year. */
  readonly dayOfYear?: DayOfYear;
}

/** What speaks against a year, in days; less than a year for one, since what is planned may be told as if it were done. */
const WRITTEN_BEFORE_IT_HAPPENED = 300;
const WRITTEN_AFTER_WHAT_IT_PLANS = 200;
/** For each day of the text that falls on another day of the week in that year. */
const OTHER_WEEKDAY = 150;

/**
 * The day of each document whose dateline leaves out the year: in the year that lies nearest to what the other documents
 * and its own full dates tell, not before what it reports as done. Undefined where there is nothing to go by.
 */
export function datelineDays(texts: readonly Datelined[]): readonly (IsoDate | undefined)[] {
  if (!texts.some(({ published, dayOfYear }) => !published && dayOfYear)) return texts.map(() => undefined);
  const references = texts.map((one) => referenceOf(one));
  const told = texts.flatMap(({ published }, i) => {
    const { day, guessed, vague, bareYear } = references[i] ?? {};
    return published ? [{ i, day: published }] : day && !guessed && !vague && !bareYear ? [{ i, day }] : [];
  });
  return texts.map(({ text, published, dayOfYear }, i) => {
    const own = references[i];
    const others = told.filter((other) => other.i !== i).map(({ day }) => day);
    const near = others.length > 0 || !own?.day ? others : [own.day];
    return published || !dayOfYear ? undefined : yearNear(text, dayOfYear, own, near);
  });
}

function yearNear(
  text: string,
  { month, day }: DayOfYear,
  own: Reference | undefined,
  told: readonly IsoDate[],
): IsoDate | undefined {
  const near = told.map((one) => dayNumber(bounds(one).start)).sort((a, b) => a - b);
  const middle = near[Math.floor(near.length / 2)];
  if (middle === undefined) return undefined;
  const base = Number(fromDayNumber(middle).slice(0, 4));
  let best: { readonly written: IsoDate; readonly against: number } | undefined;
  for (let year = base - 2; year <= base + 2; year += 1) {
    if (day > daysInMonth(year, month)) continue;
    const written = isoDay(year, month, day);
    const against =
      Math.min(...near.map((other) => Math.abs(other - dayNumber(written)))) +
      WRITTEN_BEFORE_IT_HAPPENED * (own?.done.filter((day) => day > written).length ?? 0) +
      (own?.plan && bounds(own.plan).end < written ? WRITTEN_AFTER_WHAT_IT_PLANS : 0) +
      OTHER_WEEKDAY * otherWeekdays(text, written);
    if (!best || against < best.against) best = { written, against };
  }
  return best?.written;
}

/** How many more of a text's days without a year fall on another day of the week than named, than on that, near a day. */
function otherWeekdays(text: string, written: IsoDate): number {
  let other = 0;
  for (const date of findDates(text)) {
    if (date.sort !== 'calendar' || date.year !== undefined || date.weekday === undefined || !date.month || !date.day)
      continue;
    const { month, day, weekday } = date;
    const year = Number(written.slice(0, 4));
    const nearest = [year - 1, year, year + 1]
      .filter((one) => day <= daysInMonth(one, month))
      .map((one) => isoDay(one, month, day))
      .reduce((a, b) =>
        Math.abs(dayNumber(b) - dayNumber(written)) < Math.abs(dayNumber(a) - dayNumber(written)) ? b : a,
      );
    other += weekdayOf(nearest) === weekday ? -1 : 1;
  }
  return Math.max(-3, Math.min(3, other));
}
