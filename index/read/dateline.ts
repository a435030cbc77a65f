import { type Expression, findDates } from '../../src/calendar/expressions.ts';
import { addDays, isoDay } from '../../src/calendar/iso.ts';
import type { IsoDate } from '../../src/model.ts';

/** A text says when it was published within so many lines of its beginning, or in so many at its end. */
const HEAD_LINES = 8;
const TAIL_LINES = 3;
/** A longer line is a paragraph: only its first words may be a dateline. */
const LONGEST_LINE = 140;

const LABEL =
  /\b(?:(?:first |originally )?published|posted|(?:last )?(?:updated|checked|reviewed|modified|revised|edited)|dated|(?<!\p{Ll} )date|issued?|released|filed|printed|(?:for the )?week (?:ending|of|from|beginning)|(?:this )?edition|as of|status|(?:note|bulletin|newsletter|circular|dispatch|report|memo|letter|notice)(?= (?:of|dated)))(?: on| in| of| for)?:?\s*(?:the )?$/iu;
/** The text of a week is written at its end. */
const WEEK_OF = /\bweek (?:of|from|beginning)(?: the)? $/i;
const WEEK_DAYS = 6;
const WEEKDAY = /(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ?$/i;
/** Where a piece of a line begins or ends. */
const OPENS = /(?:^|[|·•—–:(.,/-]\s*)$/;
const CLOSES = /^\s*(?:$|[|·•—–:;).,/]|-\s|(?:issue|edition)\b)/;
/** "March 5, 2026. A letter ...", "PORT AVERILL, 5 March 2026 (Courier) – The ..." */
const BEFORE_TEXT = /^\s*(?:\([^()]{2,40}\)\s*)?(?:[.:)]\s|\)?[.:]?\s*[—–-]\s)/;
const PLACE = () => /^(?:\p{Lu}[\p{L}.'’/-]*(?: \p{Lu}[\p{L}.'’/-]*){0,4}[,(] ?)?(?:\p{Lu}\p{Ll}+day,? )?$/u;

/**
 * The day or month on which a text says that it was published: in a line of its own, in a byline, before its first
 * words, or after a label at its end. A year is part of it; undefined where the text says no such thing.
 */
export function datelineOf(text: string): IsoDate | undefined {
  const lines = linesOf(text);
  for (const [i, line] of lines.slice(0, HEAD_LINES).entries()) {
    const told = line.length > LONGEST_LINE ? inFrontOf(line) : (inFrontOf(line) ?? alone(line, i === 0));
    if (told) return told;
    if (line.length > LONGEST_LINE) break;
  }
  for (const line of lines.slice(-TAIL_LINES).reverse()) {
    for (const date of whole(line.slice(-LONGEST_LINE * 2))) {
      const before = line.slice(-LONGEST_LINE * 2).slice(0, date.span[0]);
      if (LABEL.test(before.replace(WEEKDAY, ''))) return iso(date);
    }
  }
  return undefined;
}

/** A day of any year. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** The same where the line leaves out the year: "Updated April 29", "Column · June 19". Never a headline. */
export function yearlessDatelineOf(text: string): DayOfYear | undefined {
  for (const line of linesOf(text).slice(1, HEAD_LINES)) {
    if (line.length > LONGEST_LINE) return undefined;
    if (line.split(/\s+/).length > MOST_WORDS) continue;
    // "April 20 · updated April 24": the last is when it was written as it is.
    const days = findDates(line).flatMap((date) => {
      if (date.sort !== 'calendar' || date.year !== undefined || !date.month || !date.day) return [];
      const before = line.slice(0, date.span[0]).replace(WEEKDAY, '');
      return CLOSES.test(line.slice(date.span[1])) && (LABEL.test(before) || OPENS.test(before))
        ? [{ month: date.month, day: date.day }]
        : [];
    });
    if (days.length > 0) return days.at(-1);
  }
  return undefined;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s#*_>]+|[\s*_]+$/g, ''))
    .filter((line) => line !== '');
}

type Told = Extract<Expression, { sort: 'calendar' }> & { readonly year: number; readonly month: number };

/** The dates of a line that have a year and a month. */
function whole(line: string): Told[] {
  return findDates(line).flatMap((date) =>
    date.sort === 'calendar' && date.year !== undefined && date.month !== undefined && date.part === undefined
      ? [{ ...date, year: date.year, month: date.month }]
      : [],
  );
}

/** A dateline before the first words of a paragraph. */
function inFrontOf(line: string): IsoDate | undefined {
  const [date] = whole(line.slice(0, LONGEST_LINE));
  if (date?.day === undefined || !PLACE().test(line.slice(0, date.span[0]))) return undefined;
  const after = line.slice(date.span[1]);
  return BEFORE_TEXT.test(after) && after.trim().length > 2 ? iso(date) : undefined;
}

/** A line that holds a date beside the names of who wrote it and where. */
function alone(line: string, title: boolean): IsoDate | undefined {
  for (const date of whole(line)) {
    const before = line.slice(0, date.span[0]).replace(WEEKDAY, '');
    const after = line.slice(date.span[1]);
    const labelled = LABEL.test(before);
    // "Accounts for the year to 31 March 2026" and a sentence that ends in a date say nothing of the text itself.
    if (!CLOSES.test(after) || !(labelled || OPENS.test(before))) continue;
    if (!labelled && /[.!?]["”’)]?$/.test(line) && line.split(/\s+/).length > MOST_WORDS) continue;
    if (title && !labelled && date.day === undefined && !/^\s*(?:$|[|]|issue|edition)/.test(after)) continue;
    return WEEK_OF.test(before) && date.day !== undefined ? addDays(iso(date), WEEK_DAYS) : iso(date);
  }
  return undefined;
}

/** A byline that ends with a full stop is short. */
const MOST_WORDS = 12;

function iso({ year, month, day }: Told): IsoDate {
  return day === undefined ? isoDay(year, month, 1).slice(0, 7) : isoDay(year, month, day);
}
