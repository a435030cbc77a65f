import { findDates } from '../calendar/expressions.ts';
import { addDays, MONTHS } from '../calendar/iso.ts';
import { resolve } from '../calendar/resolve.ts';
import type { IsoDate, Span } from '../model.ts';
import type { DayAhead, TimeAsked } from './question.ts';
import { ASKS_EARLIER, ASKS_NOW } from './words.ts';

export interface TimeReading {
  readonly time?: TimeAsked;
  /** "Since May 18": all that has come since, for a question of nothing but what changed. */
  readonly since?: IsoDate;
  /** A year, or a day with its year, that lies after all that the corpus reports. */
  readonly ahead?: DayAhead;
  /** The words of the question that named the time: they are not what it is about. */
  readonly spans: readonly Span[];
}

const AS_OF =
  /\b(?:as of|as at|as on|back in|at the (?:start|end|beginning) of|still in|already in|on the eve of)(?: the)?(?: (?:start|end|beginning|middle) of)? $/i;
const BEFORE =
  /\b(?:before|prior to|until|till|up to|ahead of|earlier than|pre-?|by)(?: the)?(?: (?:start|end|beginning|middle) of)? $/i;
const AFTER = /\b(?:since|after|from|following|later than)(?: the)? $/i;

/** "In April, was the ship allowed to sail?": how things stood, and nothing that was done in April. */
const ASKS_STATE_THEN =
  /\b(?:was|were) (?!(?:it|this|that) (?:that|when)\b)[^?]{1,60}?\b(?:still|already|(?:not )?allowed|permitted|forbidden|able to|free to|obliged|required|exclusive|the (?:only|sole)|in charge|in force|valid|available|legal|supposed|entitled)\b/i;

const NAMES_YEAR = /\b(?:19|20)\d\d\b/;
const MONTH_NAME = MONTHS.join('|');
const SOME_MONTH = new RegExp(MONTH_NAME, 'iu');
const SMALL_MONTH = new RegExp(
  `(?<=\\b(?:in|since|by|until|till|during|of|from|before|after|last|early|mid|late) )(?:${MONTH_NAME.toLowerCase()})\\b`,
  'g',
);
/** "Before the March agreement": what was agreed in March. */
const OF_MONTH = new RegExp(`\\b(before|until|prior to|ahead of) the (?=(?:${MONTH_NAME}) \\p{Ll})`, 'giu');

/** The same text, as long as it was, with months as a calendar writes them. */
function withMonths(text: string): string {
  if (!SOME_MONTH.test(text)) return text;
  return text
    .replace(OF_MONTH, (_, before: string) => `    ${before} `)
    .replace(SMALL_MONTH, (month) => month.charAt(0).toUpperCase() + month.slice(1));
}

/**
 * The time that a question names. `newest` is the day up to which the corpus reaches, `asOf` the one on which it is
 * asked, where that is told: partial dates lean on the earlier of them.
 */
export function readTime(text: string, newest: IsoDate | undefined, asOf?: IsoDate): TimeReading {
  const today = newest && asOf && asOf < newest ? asOf : newest;
  const spans: Span[] = [];
  let since: IsoDate | undefined;
  let time: TimeAsked | undefined;
  let ahead: DayAhead | undefined;
  for (const expression of findDates(withMonths(text))) {
    // "Today" asks how things stand, which is not what is dated to this day.
    if (/^(?:today|tonight)$/i.test(text.slice(...expression.span))) continue;
    const date = resolve(expression, today ? { reference: today, published: today } : {});
    if (!date) continue;
    const lead = text.slice(0, expression.span[0]);
    const before = BEFORE.exec(lead);
    const asOf = AS_OF.exec(lead);
    const after = AFTER.exec(lead);
    const prefix = (before ?? asOf ?? after)?.index ?? expression.span[0];
    spans.push([prefix, expression.span[1]]);
    // "through 2032" asks for a term, which the words of the statement must show.
    if (newest && date.start > newest) {
      if (NAMES_YEAR.test(text.slice(...expression.span)))
        ahead ??= { start: date.start, end: date.end, upTo: before !== null };
      continue;
    }
    if (before) {
      const upTo = /^by\b|\bend of $/i.test(before[0]) ? date.end : addDays(date.start, -1);
      // "How many will there be by the end of the year?": the statement has to speak of that day.
      if (newest && upTo > newest && /\b(?:will|would|plans?|expects?|expected|due)\b/i.test(text)) continue;
      time ??= { sort: 'as of', day: upTo };
    } else if (asOf) time ??= { sort: 'as of', day: date.end };
    else if (after) {
      since ??= date.start;
      time ??= { sort: 'now' };
    } else if (ASKS_STATE_THEN.test(text)) time ??= { sort: 'as of', day: date.end };
    else time ??= { sort: 'period', start: date.start, end: date.end };
  }
  const now = ASKS_NOW.exec(text);
  if (now) spans.push([now.index, now.index + now[0].length]);
  if (!time && now) time = { sort: 'now' };
  // "Before the end of 2031" names a day, and asks for nothing that was so before.
  const untimed = spans.reduce(
    (rest, [from, to]) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
    text,
  );
  if (!time && ASKS_EARLIER.test(untimed)) time = { sort: 'earlier' };
  return { ...(time && { time }), ...(since && { since }), ...(ahead && { ahead }), spans };
}
