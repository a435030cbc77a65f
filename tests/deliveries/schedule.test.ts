import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue } from '../../adapters/deliveries/due.ts';
import { nextOccurrence, occurrencesBetween } from '../../adapters/deliveries/schedule.ts';

const ZONES = ['America/New_York', 'Europe/London', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2028, 0, 1);

/** A time on the wall, and the instant at which it falls due. */
interface Shown {
  readonly hour: number;
  readonly minute: number;
  /** Day of the week, 0 for Sunday. */
  readonly day: number;
  readonly date: number;
  /** 1 for January. */
  readonly month: number;
  /** How many days the month has. */
  readonly days: number;
  readonly instant: string;
}

/** The minutes of an hour that any pattern here names. */
const MINUTES = new Set([0, 5, 15, 20, 30, 35, 40, 45, 59]);

/**
 * Every time that the wall of a zone shows, or leaves out, in two years, by the runtime's own calendar and no code of
 * ours: one that it shows twice when it shows it first, and one that it leaves out when it goes on.
 */
function shownIn(timeZone: string): readonly Shown[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const shown: Shown[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  const note = (wall: number, instant: number) => {
    const at = new Date(wall);
    if (!MINUTES.has(at.getUTCMinutes())) return;
    shown.push({
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      day: at.getUTCDay(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      days: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate(),
      instant: new Date(instant).toISOString(),
    });
  };
  // The clocks change on the hour or the half hour: between, they run evenly.
  for (let half = FROM; half < UNTIL; half += 30 * MINUTE_MS) {
    const begins = Date.parse(`${format.format(half).replace(' ', 'T')}:00.000Z`);
    for (let left = reached + MINUTE_MS; left < begins && left > 0; left += MINUTE_MS) note(left, half);
    for (let n = 0; n < 30; n += 1)
      if (begins + n * MINUTE_MS > reached) note(begins + n * MINUTE_MS, half + n * MINUTE_MS);
    reached = Math.max(reached, begins + 29 * MINUTE_MS);
  }
  return shown;
}

/** What a pattern means, written out by hand. */
type Kind = readonly [name: string, pattern: string, names: (wall: Shown) => boolean];

const at =
  (...times: readonly string[]) =>
  ({ hour, minute }: Shown) =>
    times.some((time) => Number(time.slice(0, 2)) === hour && Number(time.slice(3)) === minute);
const nine = at('09:00');

const KINDS: readonly Kind[] = [
  ['weekdays at 9:00', '0 9 * * 1-5', (wall) => wall.day > 0 && wall.day < 6 && nine(wall)],
  ['Mondays at 8:30', '30 8 * * 1', (wall) => wall.day === 1 && at('08:30')(wall)],
  ['Sundays, written as 7', '0 2 * * 7', (wall) => wall.day === 0 && at('02:00')(wall)],
  ['daily', '0 9 * * *', nine],
  ['at midnight', '0 0 * * *', at('00:00')],
  ['on the first of the month', '0 9 1 * *', (wall) => wall.date === 1 && nine(wall)],
  ['on the last of the month', '0 9 L * *', (wall) => wall.date === wall.days && nine(wall)],
  ['on the 31st', '0 9 31 * *', (wall) => wall.date === 31 && nine(wall)],
  ['on the second Tuesday', '0 9 * * 2#2', (wall) => wall.day === 2 && Math.ceil(wall.date / 7) === 2 && nine(wall)],
  [
    'on the last Sunday, when clocks change',
    '30 1 * * 0#L',
    (wall) => wall.day === 0 && wall.date > wall.days - 7 && at('01:30')(wall),
  ],
  ['at 2:30, which clocks leave out', '30 2 * * *', at('02:30')],
  ['at 1:30, which comes twice', '30 1 * * *', at('01:30')],
  ['at 2:00', '0 2 * * *', at('02:00')],
  ['at 1:45', '45 1 * * *', at('01:45')],
  ['at 1:59', '59 1 * * *', at('01:59')],
  ['several times a day', '30 1,2,14 * * *', at('01:30', '02:30', '14:30')],
  ['in a stretch of hours', '15 0-3 * * *', at('00:15', '01:15', '02:15', '03:15')],
  ['hourly', '0 * * * *', ({ minute }) => minute === 0],
  ['every 30 minutes', '*/30 * * * *', ({ minute }) => minute % 30 === 0],
  ['every 20 minutes', '*/20 * * * *', ({ minute }) => minute % 20 === 0],
  ['every 2 hours', '0 */2 * * *', ({ hour, minute }) => hour % 2 === 0 && minute === 0],
  [
    'by lists',
    '5,35 2,9 1,15 3,10,11 *',
    (wall) =>
      [1, 15].includes(wall.date) && [3, 10, 11].includes(wall.month) && at('02:05', '02:35', '09:05', '09:35')(wall),
  ],
  [
    'on a day of the month or a day of the week, as cron reads both',
    '0 9 13 * 5',
    (wall) => (wall.date === 13 || wall.day === 5) && nine(wall),
  ],
];

const instant = (ms: number) => new Date(ms).toISOString();

describe.each(ZONES)('in two years in %s', (timeZone) => {
  const shown = shownIn(timeZone);

  it.each(KINDS)('falls due %s exactly once for each time on the wall', { timeout: 60_000 }, (_, pattern, names) => {
    const found = occurrencesBetween({ pattern, timeZone }, instant(FROM - 1), instant(UNTIL - 1), 100_000);
    // Two times that are left out together fall due together.
    expect(found).toEqual([...new Set(shown.filter(names).map((one) => one.instant))]);
    expect(found.length).toBeGreaterThan(5);
  });
});

it('falls due in a gap at the moment after it, and of two equal times at the first', () => {
  const next = (pattern: string, timeZone: string, after: string) => nextOccurrence({ pattern, timeZone }, after);
  // New York goes from 2:00 to 3:00 on March 8, 2026, and from 2:00 back to 1:00 on November 1.
  expect(next('30 2 * * *', 'America/New_York', '2026-03-08T05:00:00.000Z')).toBe('2026-03-08T07:00:00.000Z');
  expect(next('30 1 * * *', 'America/New_York', '2026-11-01T04:00:00.000Z')).toBe('2026-11-01T05:30:00.000Z');
  expect(next('30 1 * * *', 'America/New_York', '2026-11-01T05:30:00.000Z')).toBe('2026-11-02T06:30:00.000Z');
  // Lord Howe goes half an hour: from 2:00 back to 1:30 on April 5, 2026, and from 2:00 to 2:30 on October 4.
  expect(next('45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T12:00:00.000Z')).toBe('2026-04-04T14:45:00.000Z');
  expect(next('45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z')).toBe('2026-04-05T15:15:00.000Z');
  expect(next('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T12:00:00.000Z')).toBe('2026-10-03T15:30:00.000Z');
  // Samoa left out the whole of December 30, 2011.
  expect(next('0 9 30 12 *', 'Pacific/Apia', '2011-12-01T00:00:00.000Z')).toBe('2011-12-30T10:00:00.000Z');
});

it('gives the same occurrences from wherever one begins', { timeout: 60_000 }, () => {
  const start = fc.integer({ min: FROM, max: UNTIL - 40 * DAY_MS });
  const pattern = fc.constantFrom('0 * * * *', '*/30 * * * *', '30 1,2 * * *', '0 9 * * 1-5');
  fc.assert(
    fc.property(
      start,
      pattern,
      fc.constantFrom(...ZONES),
      fc.integer({ min: 1, max: 3 * DAY_MS }),
      (from, p, z, on) => {
        const schedule = { pattern: p, timeZone: z };
        const all = occurrencesBetween(schedule, instant(from), instant(from + 30 * DAY_MS), 10_000);
        const rest = occurrencesBetween(schedule, instant(from + on), instant(from + 30 * DAY_MS), 10_000);
        expect(rest).toEqual(all.filter((one) => one > instant(from + on)));
      },
    ),
    { numRuns: 60, seed: 7 },
  );
});

it.each([
  ['61 9 * * *'],
  ['0 9 * *'],
  ['0 9 * * * *'],
  ['daily'],
  ['@daily'],
  [''],
  ['2026-05-05T10:00:00'],
  ['0 9 * * 1,'],
])('refuses the pattern “%s” in one line that says what to write', (pattern) => {
  const reading = () => nextOccurrence({ pattern, timeZone: 'UTC' }, instant(FROM));
  expect(reading).toThrow(
    `“${pattern}” is no schedule: write five fields, minute, hour, day, month and weekday, such as “0 9 * * 1-5”.`,
  );
});

it('refuses an unknown zone in one line', () => {
  expect(() => nextOccurrence({ pattern: '0 9 * * *', timeZone: 'Europe/Atlantis' }, instant(FROM))).toThrow(
    '“Europe/Atlantis” is no time zone: write one such as “Europe/Berlin”.',
  );
});

it('never falls due on a day that no month has', () => {
  expect(nextOccurrence({ pattern: '0 9 30 2 *', timeZone: 'UTC' }, instant(FROM))).toBeUndefined();
});

it('spreads a thousand subscriptions of one minute over most of it, each always by the same', () => {
  const due = (n: number) =>
    nextDue(
      { scope: { platform: 'slack', workspace: 'T1' }, id: `s${n}`, schedule: '0 9 * * *', timeZone: 'UTC' },
      instant(FROM),
    );
  const lates = Array.from({ length: 1000 }, (_, n) => {
    const { occurrence = '', at: posted = '' } = due(n) ?? {};
    expect(due(n)).toEqual({ occurrence, at: posted });
    expect(occurrence).toBe('2026-01-01T09:00:00.000Z');
    return Math.floor((Date.parse(posted) - Date.parse(occurrence)) / 1000);
  });
  const bySecond = new Map<number, number>();
  for (const late of lates) bySecond.set(late, (bySecond.get(late) ?? 0) + 1);
  expect(Math.max(...lates)).toBeLessThan(45);
  expect(Math.max(...bySecond.values())).toBeLessThan(60);
});
