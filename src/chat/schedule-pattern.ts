import { DAY_NAMES, type Draft, ORDINALS, type Time } from './schedule-draft.ts';

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

const DEFAULT_TIME: Time = { hour: 9, minute: 0 };

/** The pattern that a draft means and the words for it, or why there is none. */
export function patternOf(draft: Draft): Schedule | ScheduleProblem {
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
