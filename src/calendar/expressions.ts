import type { Span } from '../model.ts';
import { daysInMonth, MONTHS } from './iso.ts';
import { SMALL_NUMBERS } from './number-words.ts';

/** A date as the words give it, before its year or anchor is known. */
export type Expression =
  | {
      readonly sort: 'calendar';
      readonly span: Span;
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly quarter?: number;
      readonly part?: 'early' | 'mid' | 'late';
      /** As the words before it name it: 0 is Sunday. */
      readonly weekday?: number;
      /** "January 4 next year": how many years after the one in which it was written. */
      readonly yearsOn?: number;
    }
  | {
      readonly sort: 'relative';
      readonly span: Span;
      readonly days?: number;
      /** "Two weeks later" names no day: it is about so long after. */
      readonly weeks?: number;
      readonly months?: number;
      /** "Later this year": no finer than that. */
      readonly wholeYear?: true;
      readonly from: 'previous' | 'publication';
    };

const NUMBER_WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, ...SMALL_NUMBERS };

const MONTH = `(?:${MONTHS.map((m) => (m === 'May' ? 'May' : `${m}|${m.slice(0, 3)}\\.?`)).join('|')}|Sept\\.?)`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:1[5-9]|20)\\d{2})';
const COUNT = `(\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')})`;
const PART = '(?:(early|mid|late)[ -](?:in )?)?';
/** The last day of several: the first one is the date. */
const TO_DAY = '(?:(?: ?[-–] ?| (?:and|to) )\\d{1,2}(?:st|nd|rd|th)?)?';
const FROM_DAY = '(?:(\\d{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?| (?:and|to) ))?';
/** "2000 jobs" are jobs, not a year. */
const COUNTED =
  'percent|employees|people|customers|users|passengers|visitors|workers|staff|jobs|positions|euros?|dollars?|pounds?|francs?|cents?|points?|shares?|units?|tons?|tonnes?|miles?|metres?|meters?|kilometres?|kilometers?|litres?|liters?|watts?|kilowatts?|megawatts?|gigawatts?|hours?|days?|weeks?|months?|years?|pages?|homes?|households?|cars?|vehicles?|trucks?|ships?|planes?|machines?|servers?|chips?|stores?|shops?|branches|offices|rooms?|beds?|seats?|copies|times';

/** In order of precedence: a pattern earlier in the list owns the characters that it matches, a date or not. */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray, span: Span) => Expression | undefined;
}[] = [
  {
    pattern: new RegExp(`\\b${YEAR}-(\\d{2})-(\\d{2})\\b`, 'g'),
    read: (m, span) => calendar(span, Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`\\b(${MONTH}) ${DAY}${TO_DAY},? ${YEAR}\\b`, 'gi'),
    read: (m, span) => calendar(span, Number(m[3]), monthOf(m[1]), Number(m[2])),
  },
  {
    pattern: new RegExp(`\\b${FROM_DAY}${DAY}(?: of)? (${MONTH}),? ${YEAR}\\b`, 'gi'),
    read: (m, span) => calendar(span, Number(m[4]), monthOf(m[3]), Number(m[1] ?? m[2])),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})(?: ${DAY})?,?(?: of)? (last|this|next) year\\b`, 'gi'),
    read: (m, span) => ofYear(calendar(span, undefined, monthOf(m[1]), m[2] ? Number(m[2]) : undefined), m[3]),
  },
  {
    pattern: new RegExp(`\\b${DAY}(?: of)? (${MONTH}),?(?: of)? (last|this|next) year\\b`, 'gi'),
    read: (m, span) => ofYear(calendar(span, undefined, monthOf(m[2]), Number(m[1])), m[3]),
  },
  {
    pattern: new RegExp(`\\b(${MONTH}) ${DAY}(?![\\d%]|:\\d|,\\d{3}|\\.\\d)\\b`, 'gi'),
    read: (m, span) => (isVerb(m[1], m) ? undefined : calendar(span, undefined, monthOf(m[1]), Number(m[2]))),
  },
  {
    pattern: new RegExp(`\\b${DAY}(?: of)? (${MONTH})\\b`, 'gi'),
    read: (m, span) => (isVerb(m[2], m) ? undefined : calendar(span, undefined, monthOf(m[2]), Number(m[1]))),
  },
  {
    pattern: new RegExp(`\\b${PART}(${MONTH}),?(?: of)? ${YEAR}\\b`, 'gi'),
    read: (m, span) => calendar(span, Number(m[3]), monthOf(m[2]), undefined),
  },
  {
    pattern: new RegExp(`\\b(?:Q([1-4])|(first|second|third|fourth)[ -]quarter)(?: of)?,? ${YEAR}\\b`, 'gi'),
    read: (m, span) => ({
      sort: 'calendar',
      span,
      year: Number(m[3]),
      quarter: m[1] ? Number(m[1]) : ['first', 'second', 'third', 'fourth'].indexOf((m[2] ?? '').toLowerCase()) + 1,
    }),
  },
  {
    pattern: new RegExp(`\\b(early|mid|late)[ -]${YEAR}\\b`, 'gi'),
    read: (m, span) => ({ sort: 'calendar', span, year: Number(m[2]), part: (m[1] ?? '').toLowerCase() as 'early' }),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|by|through|until|till|during|of|from|to|before|after|for|and|around|into|expects?|foresees?|now says|throughout|year|beyond|later than|earlier than|end of|start of|spring|summer|autumn|winter|fall|past) |\\()${YEAR}\\b(?![-–,.]?\\d|%| (?:${COUNTED})\\b)`,
      'gi',
    ),
    read: (m, span) => calendar(span, Number(m[1]), undefined, undefined),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|by|through|until|till|during|of|from|to|before|after|last|this|next|early|mid|late|as of|(?:aims|aimed|planned|set|scheduled|slated|due|fixed|booked|expected|announced|promised|meant|intended|billed|foreseen|hoped|advertised|course|track|schedule) for) |\\bmid-)(${MONTH})\\b`,
      'gi',
    ),
    read: (m, span) =>
      /^[a-z]/.test(m[0]) && /^(?:may|mar|march)$/.test(m[0])
        ? undefined
        : calendar(span, undefined, monthOf(m[1]), undefined),
  },
  {
    pattern: new RegExp(`\\b${COUNT} (day|week|month|year)s? (later|after(?:wards)?|earlier|before)\\b`, 'gi'),
    // "two weeks before the vote" counts from an event that has no date of its own here: it stays unknown.
    read: (m, span) =>
      (/^(?:before|after)$/i.test(m[3] ?? '') && /^ \w/.test(m.input.slice(span[1]))) ||
      /^ than\b/.test(m.input.slice(span[1]))
        ? undefined
        : relative(span, countOf(m[1]), m[2], /^(?:earlier|before)/i.test(m[3] ?? '') ? -1 : 1, 'previous'),
  },
  {
    // "Over the next year" is a stretch of time, no date.
    pattern:
      /(?<!\b(?:over|in|within|for|during|through|throughout) )\bthe (?:next|following) (day|week|month|year)\b/gi,
    read: (m, span) => relative(span, 1, m[1], 1, 'previous'),
  },
  { pattern: /\b(?:the|that) (?:same|very) day\b/gi, read: (_, span) => relative(span, 0, 'day', 1, 'previous') },
  {
    pattern: /\b(?:the day before(?! \w)|the previous day)\b/gi,
    read: (_, span) => relative(span, 1, 'day', -1, 'previous'),
  },
  {
    pattern: /\b(today|yesterday|tomorrow)\b/gi,
    read: (m, span) =>
      relative(
        span,
        { today: 0, yesterday: 1, tomorrow: 1 }[(m[1] ?? '').toLowerCase()] ?? 0,
        'day',
        /tomorrow/i.test(m[1] ?? '') ? 1 : -1,
        'publication',
      ),
  },
  {
    // "At the end of the month": of the one in which it was written.
    pattern: /\b(?:the end of (?:the|this)|later this) (month|year)\b/gi,
    read: (m, span) => ({
      ...relative(span, 0, m[1], 1, 'publication'),
      ...(/year/i.test(m[1] ?? '') && { wholeYear: true as const }),
    }),
  },
  {
    pattern: /(?<!\b(?:the|over|in|within|for|during|through|throughout) )\bnext (week|month|year)\b/gi,
    read: (m, span) => relative(span, 1, m[1], 1, 'publication'),
  },
  { pattern: /\blast (week|month|year)\b/gi, read: (m, span) => relative(span, 1, m[1], -1, 'publication') },
  {
    pattern: new RegExp(`\\b${COUNT} (day|week|month|year)s? ago\\b`, 'gi'),
    read: (m, span) => relative(span, countOf(m[1]), m[2], -1, 'publication'),
  },
];

/** "All 5 may sail", "they march 3 miles": in lower case these are months only where the words before them ask for one. */
function isVerb(month: string | undefined, { input, index }: RegExpExecArray): boolean {
  return (
    /^(?:may|march)$/.test(month ?? '') &&
    !/\b(?:on|since|by|until|till|from|after|before|to|of|in|for)(?: the)? $/i.test(input.slice(0, index))
  );
}

function monthOf(name: string | undefined): number {
  const three = (name ?? '').slice(0, 3).toLowerCase();
  return MONTHS.findIndex((m) => m.slice(0, 3).toLowerCase() === three) + 1;
}

function countOf(word: string | undefined): number {
  return NUMBER_WORDS[(word ?? '').toLowerCase()] ?? Number(word);
}

function calendar(
  span: Span,
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): Expression | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year ?? 2024, month ?? 1))) return undefined;
  return {
    sort: 'calendar',
    span,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

function ofYear(expression: Expression | undefined, which: string | undefined): Expression | undefined {
  const yearsOn = { last: -1, this: 0, next: 1 }[(which ?? '').toLowerCase()];
  return expression?.sort === 'calendar' && yearsOn !== undefined ? { ...expression, yearsOn } : expression;
}

function relative(
  span: Span,
  count: number,
  unit: string | undefined,
  sign: 1 | -1,
  from: 'previous' | 'publication',
): Extract<Expression, { sort: 'relative' }> {
  const name = (unit ?? '').toLowerCase();
  if (name === 'day') return { sort: 'relative', span, days: sign * count, from };
  if (name === 'week') return { sort: 'relative', span, weeks: sign * count, from };
  return { sort: 'relative', span, months: sign * count * (name === 'year' ? 12 : 1), from };
}

const WEEKDAY_BEFORE = /\b(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?\.?,? (?:the )?$/i;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** "Thursday, April 16": the day of the week tells the year. */
function withWeekday(expression: Expression, text: string): Expression {
  if (expression.sort !== 'calendar' || expression.day === undefined) return expression;
  const name = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, expression.span[0] - 16), expression.span[0]))?.[1];
  return name === undefined ? expression : { ...expression, weekday: WEEKDAYS.indexOf(name.toLowerCase()) };
}

/** A text without any of these holds no date: most sentences are ruled out here. */
const HINT = new RegExp(
  `\\d{4}|\\b(?:${MONTH})\\b|\\b(?:later|earlier|before|after|afterwards|ago|next|following|end of|same|very|previous|today|yesterday|tomorrow|last)\\b`,
  'i',
);

/** The dates that a text names, in order of their place; no characters belong to two. */
export function findDates(text: string): Expression[] {
  if (!HINT.test(text)) return [];
  const found: Expression[] = [];
  const taken: Span[] = [];
  for (const { pattern, read } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      const span: Span = [m.index, m.index + m[0].length];
      if (taken.some(([start, end]) => start < span[1] && span[0] < end)) continue;
      taken.push(span);
      const expression = read(m, span);
      if (expression) found.push(withWeekday(expression, text));
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
