import type { IsoDate } from '../model.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a full ISO date. */
export function dayNumber(day: IsoDate): number {
  return Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

/** The ISO date of a day number. */
export function fromDayNumber(days: number): IsoDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week of a full ISO date: 0 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: IsoDate): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** So many days later, or earlier for a negative number. `day` is a whole date. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(day) + days);
}

/** Moves by calendar months; the day is kept where the month has it, else the month's last day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return isoDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date as ISO writes it; `month` counts from 1. */
export function isoDay(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last day of a date that may be a month or a year. */
export function bounds(date: IsoDate): { start: IsoDate; end: IsoDate } {
  if (date.length === 4) return { start: `${date}-01-01`, end: `${date}-12-31` };
  if (date.length === 7) {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7));
    return { start: isoDay(year, month, 1), end: isoDay(year, month, daysInMonth(year, month)) };
  }
  return { start: date, end: date };
}

/** True for a day of the calendar in the form YYYY-MM-DD; 2026-02-30 is none. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "April 27, 2026", "April 2026" or "2026". */
export function inWords(date: IsoDate): string {
  if (date.length === 4) return date;
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return date.length === 7
    ? `${month} ${date.slice(0, 4)}`
    : `${month} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;
}
