import { readCron } from './cron.ts';
import { looksLikeZone, readTimeZone } from './time-zone.ts';

/** When something falls due, again and again. */
export interface Schedule {
  /** A cron pattern of five fields. */
  readonly cron: string;
  /** Said back: "weekdays at 09:00". They can be read again, and mean the same. */
  readonly words: string;
  /** The zone that was written behind it. */
  readonly timeZone?: string;
}

/**
 * `unreadable`: no schedule. `too often`: more than once an hour. `different minutes`: times of a day that one pattern
 * cannot hold. `several`: each day has times of its own. `no zone`: what stands behind it is no time zone.
 */
export type ScheduleProblem = 'unreadable' | 'too often' | 'different minutes' | 'several' | 'no zone';

export type ScheduleReading =
  | { readonly readable: true; readonly schedule: Schedule }
  | { readonly readable: false; readonly problem: ScheduleProblem };

/** Nobody writes more than this for a schedule. */
const LONGEST = 200;
const DEFAULT_TIME: Time = { hour: 9, minute: 0 };

/**
 * Reads a schedule as people write it: "weekdays 09:00", "Mon, Wed at 5 pm", "daily", "every day at noon", "weekly",
 * "first of the month 9:00", "every 2 hours", a cron line; a time zone may stand behind it. Without a time, it is 09:00.
 */
export function readSchedule(typed: string): ScheduleReading {
  const text = typed
    .trim()
    .replace(/^["'“”‘’`(]+|["'“”‘’`).!]+$/g, '')
    .replace(/\s+/g, ' ');
  if (text.length > LONGEST) return refuse('unreadable');
  const whole = withoutZone(text);
  if (whole.timeZone !== undefined || whole.rest === text) return readIn(whole.rest, whole.timeZone);
  return refuse('no zone');
}

/** The words without the zone at their end; the rest is shorter and there is no zone where it was none. */
function withoutZone(text: string): { readonly rest: string; readonly timeZone?: string } {
  const words = text.split(' ');
  for (let count = Math.min(5, words.length - 1); count > 0; count--) {
    const tail = words
      .slice(-count)
      .join(' ')
      .replace(/^\(?(?:in |tz[:= ]|time ?zone[:= ]?)?\s*/i, '')
      .replace(/\)$/, '');
    const timeZone = readTimeZone(tail);
    const rest = words.slice(0, -count).join(' ').replace(/[,;]$/, '');
    if (timeZone) return { rest, timeZone };
    if (count === 1 && looksLikeZone(tail)) return { rest: rest.replace(/ (?:in|tz)$/i, '') };
  }
  return { rest: text };
}

function readIn(text: string, timeZone: string | undefined): ScheduleReading {
  const zone = timeZone && { timeZone };
  const line = readCron(text.replace(/^cron:? /i, ''));
  if (line?.oftenerThanHourly) return refuse('too often');
  if (line) return { readable: true, schedule: { cron: line.cron, words: `cron ${line.cron}`, ...zone } };
  const draft = readWords(text.toLowerCase());
  if (typeof draft === 'string') return refuse(draft);
  const made = scheduleOf(draft);
  return typeof made === 'string' ? refuse(made) : { readable: true, schedule: { ...made, ...zone } };
}

function refuse(problem: ScheduleProblem): ScheduleReading {
  return { readable: false, problem };
}

interface Time {
  readonly hour: number;
  readonly minute: number;
}

/** What the words have said so far. */
interface Draft {
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

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY = '(sun|mon|tues?|wed|weds|thu|thur|thurs|fri|sat)(?:day|nesday|rsday|sday|urday)?s?\\b\\.?';
const ORDINALS = ['last', 'first', 'second', 'third', 'fourth', 'fifth'] as const;
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

function readWords(text: string): Draft | 'unreadable' {
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

function scheduleOf(draft: Draft): Schedule | ScheduleProblem {
  if (draft.tooOften) return 'too often';
  if (draft.turns.length > 2) return 'several';
  const { days, dates, nth, everyHours, part } = draft;
  const times = draft.times.map(({ hour, minute, bare }) => ({
    hour: part === 'later' && bare && hour < 12 ? hour + 12 : hour,
    minute,
  }));
  const monthly = draft.span === 'month' || dates.size > 0 || nth !== undefined;
  const named = days.size > 0 || monthly || draft.span !== undefined || everyHours !== undefined;
  // "9" alone, or behind a day of the month, may be anything.
  if (draft.times.some(({ bare, sure }) => bare && !sure) && (!named || monthly)) return 'unreadable';
  if (!named && times.length === 0 && part === undefined) return 'unreadable';
  if (monthly && (days.size > 0 || (draft.span !== undefined && draft.span !== 'month'))) return 'unreadable';
  if (nth && dates.size > 0) return 'unreadable';
  if (everyHours !== undefined && (times.length > 0 || part !== undefined)) return 'unreadable';
  const when = everyHours === undefined ? hoursOf(times) : stepOf(everyHours);
  if (typeof when === 'string') return when;
  const on = nth ? nthOf(nth) : monthly ? datesOf(dates) : daysOf(days, draft.span);
  const words = `${on.words}${when.words}`.replace(/^daily, /, '');
  return { cron: `${when.cron} ${on.cron}`, words };
}

interface Part {
  readonly cron: string;
  readonly words: string;
}

function hoursOf(given: readonly Time[]): Part | ScheduleProblem {
  const times = given.length === 0 ? [DEFAULT_TIME] : given;
  const minutes = new Set(times.map(({ minute }) => minute));
  const [minute = 0] = minutes;
  if (minutes.size > 1) return 'different minutes';
  const hours = [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b);
  return {
    cron: `${minute} ${hours.join(',')}`,
    words: ` at ${listed(hours.map((hour) => `${two(hour)}:${two(minute)}`))}`,
  };
}

function stepOf(hours: number): Part {
  return hours === 1 ? { cron: '0 *', words: ', hourly' } : { cron: `0 */${hours}`, words: `, every ${hours} hours` };
}

function daysOf(named: ReadonlySet<number>, span: Draft['span']): Part {
  const days = [...(named.size === 0 && span === 'week' ? new Set([1]) : named)].sort((a, b) => a - b);
  const key = days.join(',');
  if (key === '' || days.length === 7) return { cron: '* * *', words: 'daily' };
  if (key === '1,2,3,4,5') return { cron: '* * 1-5', words: 'weekdays' };
  if (key === '0,6') return { cron: '* * 0,6', words: 'weekends' };
  // The week begins on Monday in words.
  const inOrder = [...days.filter((day) => day > 0), ...days.filter((day) => day === 0)];
  return { cron: `* * ${key}`, words: listed(inOrder.map((day) => `${DAY_NAMES[day]}s`)) };
}

function datesOf(named: ReadonlySet<number>): Part {
  const dates = [...(named.size === 0 ? new Set([1]) : named)].sort((a, b) => (a || 32) - (b || 32));
  return {
    cron: `${dates.map((date) => (date === 0 ? 'L' : date)).join(',')} * *`,
    words: `the ${listed(dates.map((date) => (date === 0 ? 'last day' : ordinal(date))))} of each month`,
  };
}

function nthOf({ day, which }: { readonly day: number; readonly which: number }): Part {
  return {
    cron: `* * ${day}#${which === 0 ? 'L' : which}`,
    words: `the ${ORDINALS[which]} ${DAY_NAMES[day]} of each month`,
  };
}

function ordinal(date: number): string {
  const ending = date >= 11 && date <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th');
  return `${date}${ending}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
