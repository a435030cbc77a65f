import { Cron } from 'croner';
import type { Instant } from '../../src/store/scope.ts';
import { instantOf, wallTimeAt } from './wall-clock.ts';

/**
 * When a cron pattern falls due in a zone. croner says which times on the wall the pattern names, reckoned without any
 * zone; `wall-clock.ts` says which instants these are. So the clocks' changes are one rule for every kind of pattern: each
 * time on the wall is one occurrence, of those that come twice the first, and those that are left out together at the
 * moment after the gap. (croner's own reckoning in a zone runs "every hour" twice where the hour comes twice.)
 */

/** A pattern that is none, or a zone that nobody knows. The message is one line and holds its remedy. */
export class ScheduleUnusable extends Error {
  override readonly name = 'ScheduleUnusable';
}

/** A cron pattern of five fields: minute, hour, day of the month, month, day of the week; and an IANA zone. */
export interface Schedule {
  readonly pattern: string;
  readonly timeZone: string;
}

/** Read patterns; what is kept of one is small. */
const MOST_PATTERNS = 1000;
const patterns = new Map<string, Cron>();

function read(pattern: string): Cron {
  const known = patterns.get(pattern);
  if (known) return known;
  // croner takes a date for a pattern too, and would fall due once.
  if (pattern.trim().split(/\s+/).length !== 5) throw unreadable(pattern);
  try {
    const made = new Cron(pattern, { utcOffset: 0, mode: '5-part', paused: true });
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(pattern, made);
    return made;
  } catch (error) {
    throw unreadable(pattern, error);
  }
}

function unreadable(pattern: string, cause?: unknown): ScheduleUnusable {
  return new ScheduleUnusable(
    `“${pattern}” is no schedule: write five fields, minute, hour, day, month and weekday, such as “0 9 * * 1-5”.`,
    { cause },
  );
}

function checkZone(timeZone: string): void {
  try {
    wallTimeAt(0, timeZone);
  } catch (error) {
    throw new ScheduleUnusable(`“${timeZone}” is no time zone: write one such as “Europe/Berlin”.`, { cause: error });
  }
}

/**
 * The first occurrence after an instant; undefined where there is none, as of a 30th of February. Throws
 * {@link ScheduleUnusable}.
 */
export function nextOccurrence({ pattern, timeZone }: Schedule, after: Instant): Instant | undefined {
  const cron = read(pattern);
  checkZone(timeZone);
  const afterMs = Date.parse(after);
  let wall: Date | null = new Date(wallTimeAt(afterMs, timeZone));
  do {
    wall = cron.nextRun(wall);
    if (!wall) return;
    const instant = instantOf(wall.getTime(), timeZone);
    // Where the clock was put back, times that it shows for the second time have been served.
    if (instant > afterMs) return new Date(instant).toISOString();
  } while (wall);
}

/**
 * The occurrences after `after`, up to and with `until`, oldest first, `limit` of them at most. Throws
 * {@link ScheduleUnusable}.
 */
export function occurrencesBetween(schedule: Schedule, after: Instant, until: Instant, limit: number): Instant[] {
  const found: Instant[] = [];
  let last: Instant | undefined = after;
  while (found.length < limit) {
    last = nextOccurrence(schedule, last);
    if (last === undefined || last > until) break;
    found.push(last);
  }
  return found;
}
