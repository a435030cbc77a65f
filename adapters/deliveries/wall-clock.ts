/** What the clock on the wall shows in a zone, and when it shows it. Wall times are milliseconds as if the zone were UTC. */

const MINUTE_MS = 60_000;
/** No zone ever moved its clocks by more than a day (https://data.iana.org/time-zones/tzdb/), nor is it further from UTC. */
const WIDE_MS = 26 * 60 * MINUTE_MS;
/** Clocks change when a quarter of an hour begins, in UTC, in all zones since 1972. */
const QUARTER_MS = 15 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws `RangeError` for what is no IANA name of a zone. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Offsets that were looked up, of a zone by the quarter of an hour; looking one up takes thirty microseconds. */
const MOST_OFFSETS = 100_000;
const offsets = new Map<string, Map<number, number>>();
let known = 0;

/** How far the wall is ahead of UTC at an instant. */
function offsetAt(instantMs: number, timeZone: string): number {
  const quarter = Math.floor(instantMs / QUARTER_MS);
  const found = offsets.get(timeZone)?.get(quarter);
  if (found !== undefined) return found;
  if (known >= MOST_OFFSETS) {
    offsets.clear();
    known = 0;
  }
  const offset = readOffset(quarter * QUARTER_MS, timeZone);
  let ofZone = offsets.get(timeZone);
  if (!ofZone) {
    ofZone = new Map();
    offsets.set(timeZone, ofZone);
  }
  ofZone.set(quarter, offset);
  known += 1;
  return offset;
}

function readOffset(instantMs: number, timeZone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(instantMs)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instantMs;
}

/** The wall time at an instant. Throws `RangeError` for an unknown zone. */
export function wallTimeAt(instantMs: number, timeZone: string): number {
  return instantMs + offsetAt(instantMs, timeZone);
}

/**
 * The first instant at which the clock on the wall shows this time or, where it leaves it out, the moment at which it
 * goes on; of a time that it shows twice the first. Throws `RangeError` for an unknown zone.
 */
export function instantOf(wallMs: number, timeZone: string): number {
  const before = offsetAt(wallMs - WIDE_MS, timeZone);
  const after = offsetAt(wallMs + WIDE_MS, timeZone);
  if (before === after && offsetAt(wallMs - before, timeZone) === before) return wallMs - before;
  return nearChange(wallMs, timeZone);
}

function nearChange(wallMs: number, timeZone: string): number {
  const quarters: number[] = [];
  const from = Math.floor((wallMs - WIDE_MS) / QUARTER_MS) * QUARTER_MS;
  for (let at = from; at <= wallMs + WIDE_MS; at += QUARTER_MS) quarters.push(at);
  const near = [...new Set(quarters.map((at) => offsetAt(at, timeZone)))];
  const shown = near.filter((offset) => offsetAt(wallMs - offset, timeZone) === offset);
  if (shown.length > 0) return Math.min(...shown.map((offset) => wallMs - offset));
  const goesOn = quarters.find((at) => wallTimeAt(at, timeZone) > wallMs);
  if (goesOn === undefined) throw new RangeError(`${timeZone} never shows ${new Date(wallMs).toISOString()}`);
  return goesOn;
}
