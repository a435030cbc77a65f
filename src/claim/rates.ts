import type { Amount } from '../statement/amounts.ts';
import { rateAfter } from './assertion.ts';

const RATES: Readonly<Record<string, RegExp>> = {
  year: /\b(?:annual(?:ly)?|yearly|(?:a|per|each|every) year)\b/i,
  month: /\b(?:monthly|(?:a|per|each|every) month)\b/i,
  week: /\b(?:weekly|(?:a|per|each|every) week)\b/i,
  day: /\b(?:daily|(?:a|per|each|every) day)\b/i,
};

/** Before the noun of a measure, of all its figures. */
const YEARLY: Readonly<Record<string, RegExp>> = {
  year: /\b(?:annual|yearly)\b/i,
  month: /\bmonthly\b/i,
  week: /\bweekly\b/i,
  day: /\bdaily\b/i,
};

const RATE_NEAR = 30;

/** Whether a figure is told of a year, a month, a week or a day. */
export function hasRate(rate: string, text: string, [start, end]: Amount['span']): boolean {
  return (
    rateAfter(text, end) === rate ||
    RATES[rate]?.test(text.slice(Math.max(0, start - RATE_NEAR), end + RATE_NEAR)) === true ||
    // "The yearly volume falls from 220,000 boxes to 160,000": nothing else is told of another stretch.
    (YEARLY[rate]?.test(text.slice(0, start)) === true &&
      Object.entries(RATES).every(([other, words]) => other === rate || !words.test(text)))
  );
}
