export interface Time {
  readonly hour: number;
  readonly minute: number;
}

/** What the words of a schedule have said so far. */
export interface Draft {
  readonly days: Set<number>;
  /** Days of the month; 0 is the last one. */
  readonly dates: Set<number>;
  /** "the first Monday of the month". */
  nth?: { readonly day: number; readonly which: number };
  readonly times: WrittenTime[];
  /** Every so many hours. */
  everyHours?: number;
  span?: 'day' | 'week' | 'month';
  /** Part of the day, where it was said. */
  part?: 'morning' | 'later';
  tooOften: boolean;
  /** "Monday at 9, Tuesday at 10": days and times by turns. */
  readonly turns: ('days' | 'times')[];
  /** "at" was said. */
  at: boolean;
}

/** `bare`: an hour alone, "9"; `sure`: "at" stood before it, so that it is one. */
type WrittenTime = Time & { readonly bare: boolean; readonly sure: boolean };

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY = '(sun|mon|tues?|wed|weds|thu|thur|thurs|fri|sat)(?:day|nesday|rsday|sday|urday)?s?\\b\\.?';
export const ORDINALS = ['last', 'first', 'second', 'third', 'fourth', 'fifth'] as const;
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const OF_MONTH = 'of (?:the|each|every|a) month';

function dayOf(name: string): number {
  return DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name.slice(0, 3)));
}

function numberOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
}

/** One sort of words each, tried in this order; false where they cannot be meant. */
const READERS: readonly (readonly [RegExp, (found: readonly string[], draft: Draft) => boolean])[] = [
  [
    new RegExp(`^${DAY} ?(?:-|–|—|to|through|thru|till|until) ?${DAY}`),
    ([, first = '', last = ''], draft) => addDays(draft, wrapped(dayOf(first), dayOf(last))),
  ],
  [
    new RegExp(
      `^(first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) ${DAY} (?:${OF_MONTH}|every month|monthly)`,
    ),
    ([, which = '', day = ''], draft) => {
      if (draft.nth) return false;
      draft.nth = { day: dayOf(day), which: ordinalOf(which) };
      return noteTurn(draft, 'days');
    },
  ],
  [
    /^(first|last|\d{1,2}(?:st|nd|rd|th))(?: day)?\b/,
    ([, which = ''], draft) => {
      const date = ordinalOf(which);
      draft.dates.add(date);
      return noteTurn(draft, 'days') && date <= 31;
    },
  ],
  [
    /^(?:every|each) (?:(\d{1,2}|[a-z]+) )?(hour|minute|second|half hour|quarter hour|half an hour)s?\b/,
    ([, count, unit = ''], draft) => everySo(draft, count === undefined ? 1 : numberOf(count), unit),
  ],
  [/^hourly\b/, (_, draft) => everySo(draft, 1, 'hour')],
  [/^(?:weekdays?|work(?:ing)? ?days?|business days?)\b/, (_, draft) => addDays(draft, [1, 2, 3, 4, 5])],
  [/^weekends?\b/, (_, draft) => addDays(draft, [6, 0])],
  [/^(?:daily|everyday|days?)\b/, (_, draft) => spanned(draft, 'day')],
  [/^(?:weekly|week)\b/, (_, draft) => spanned(draft, 'week')],
  [/^(?:monthly|month)\b/, (_, draft) => spanned(draft, 'month')],
  [new RegExp(`^${DAY}`), ([, day = ''], draft) => addDays(draft, [dayOf(day)])],
  [
    /^(\d{1,2})(?:[:.h](\d{2}))? ?([ap])\.?m\b\.?/,
    ([, hour = '', minute = '0', half], draft) => {
      const twelve = Number(hour);
      if (twelve < 1 || twelve > 12) return false;
      return addTime(draft, (twelve % 12) + (half === 'p' ? 12 : 0), Number(minute));
    },
  ],
  [/^(\d{1,2})[:.h](\d{2})(?!\d)/, ([, hour, minute], draft) => addTime(draft, Number(hour), Number(minute))],
  [/^(\d{2})(\d{2})(?!\d)/, ([, hour, minute], draft) => addTime(draft, Number(hour), Number(minute))],
  [/^(?:noon|midday)\b/, (_, draft) => addTime(draft, 12, 0)],
  [/^midnight\b/, (_, draft) => addTime(draft, 0, 0)],
  [/^(\d{1,2})(?: o['’]?clock|h)?(?![\d:.])(?= |,|;|$)/, ([, hour], draft) => addTime(draft, Number(hour), 0, true)],
  [
    /^(?:in the )?(morning|afternoon|evening)s?\b/,
    ([, part], draft) => {
      draft.part = part === 'morning' ? 'morning' : 'later';
      if (part === 'evening' && draft.times.length === 0) addTime(draft, 18, 0);
      if (part === 'afternoon' && draft.times.length === 0) addTime(draft, 14, 0);
      return true;
    },
  ],
  [/^(?:every|each|on|and|the|of|a|an|once|&|\+|,|;|\/|hours?\b|hrs?\b)/, () => true],
];

/** Reads the words of a schedule one by one, in lower case; a draft says what was meant, and not whether it can be. */
export function readScheduleWords(text: string): Draft | 'unreadable' {
  const draft: Draft = {
    days: new Set(),
    dates: new Set(),
    times: [],
    tooOften: false,
    turns: [],
    at: false,
  };
  let rest = text.replace(/ ?@ ?/g, ' at ').trim();
  while (rest !== '') {
    const at = /^at (?!all\b)/.exec(rest);
    if (at) {
      draft.at = true;
      rest = rest.slice(at[0].length).trimStart();
      continue;
    }
    const reader = READERS.find(([pattern]) => pattern.test(rest));
    const found = reader?.[0].exec(rest);
    if (!reader || !found || !reader[1](found, draft)) return 'unreadable';
    rest = rest.slice(found[0].length).trimStart();
  }
  return draft;
}

function wrapped(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
}

function ordinalOf(word: string): number {
  const digits = /^\d+/.exec(word);
  return digits ? Number(digits[0]) : ORDINALS.indexOf(word as (typeof ORDINALS)[number]);
}

function addDays(draft: Draft, days: readonly number[]): boolean {
  for (const day of days) draft.days.add(day);
  return noteTurn(draft, 'days');
}

function addTime(draft: Draft, hour: number, minute: number, bare = false): boolean {
  draft.times.push({ hour, minute, bare, sure: draft.at });
  return noteTurn(draft, 'times') && hour <= 23 && minute <= 59;
}

function noteTurn({ turns }: Draft, turn: 'days' | 'times'): true {
  if (turns.at(-1) !== turn) turns.push(turn);
  return true;
}

function everySo(draft: Draft, count: number, unit: string): boolean {
  if (draft.everyHours !== undefined || count < 1) return false;
  if (unit !== 'hour') {
    draft.tooOften = true;
    return true;
  }
  // Others would not be evenly apart over midnight.
  draft.everyHours = count;
  return 24 % count === 0 && count < 24;
}

function spanned(draft: Draft, span: 'day' | 'week' | 'month'): boolean {
  const before = draft.span;
  draft.span = span;
  return before === undefined || before === span;
}
