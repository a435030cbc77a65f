const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Lowest and highest value of each field, and the names that may stand for values. */
const FIELDS: readonly { readonly from: number; readonly to: number; readonly names: readonly string[] }[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 7, names: DAYS },
];

/**
 * A cron line of five fields (minute, hour, day of the month, month, day of the week), its names as numbers and its
 * ranges written out where they wrap ("fri-mon"). Beside the usual: `L` as a day of the month, `1#2` and `5#L` as a
 * day of the week. Undefined where it cannot be read.
 */
export function readCron(text: string): { readonly cron: string; readonly oftenerThanHourly: boolean } | undefined {
  const fields = text.trim().toLowerCase().split(/\s+/);
  if (fields.length !== FIELDS.length) return undefined;
  const read = fields.map(readField);
  if (!read.every((field) => field !== undefined)) return undefined;
  return {
    cron: read.map((field) => field.written).join(' '),
    oftenerThanHourly: (read[0]?.values.size ?? 0) !== 1,
  };
}

interface Field {
  readonly written: string;
  readonly values: ReadonlySet<number>;
}

function readField(text: string, place: number): Field | undefined {
  if (text === '*' || (text === '?' && (place === 2 || place === 4))) {
    const { from = 0, to = 0 } = FIELDS[place] ?? {};
    return { written: '*', values: new Set(stretch(from, to, 1)) };
  }
  const parts = text.split(',').map((part) => readPart(part, place));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return {
    written: parts.map((part) => part.written).join(','),
    values: new Set(parts.flatMap((part) => [...part.values])),
  };
}

function readPart(text: string, place: number): Field | undefined {
  const field = FIELDS[place];
  if (!field) return undefined;
  const { from, to, names } = field;
  if (place === 2 && text === 'l') return { written: 'L', values: new Set() };
  const nth = place === 4 ? /^([a-z]{3}|[0-7])#([1-5]|l)$/.exec(text) : null;
  if (nth) {
    const day = numberIn(nth[1] ?? '', field);
    return day === undefined ? undefined : { written: `${day}#${(nth[2] ?? '').toUpperCase()}`, values: new Set() };
  }
  const [, first = '', last, step] = /^(\*|[a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  if (first === '' || (first === '*' && last !== undefined)) return undefined;
  const every = step === undefined ? 1 : Number(step);
  const begin = first === '*' ? from : numberIn(first, field);
  const end = first === '*' ? Math.min(to, from + size(place) - 1) : last === undefined ? begin : numberIn(last, field);
  if (begin === undefined || end === undefined || every === 0) return undefined;
  // "9/2" is read in different ways by different programs.
  if (step !== undefined && first !== '*' && last === undefined) return undefined;
  if (names.length === 0 && begin > end) return undefined;
  const values = begin <= end ? stretch(begin, end, every) : stretch(begin, end + size(place), every);
  const written = values.map((value) => (value > to || value === size(place) + from ? value - size(place) : value));
  if (first === '*') return { written: every === 1 ? '*' : `*/${every}`, values: new Set(written) };
  if (every === 1 && begin < end) return { written: `${begin}-${end}`, values: new Set(written) };
  return { written: written.join(','), values: new Set(written) };
}

/** How many values there are before they begin again; 7 is another name of day 0. */
function size(place: number): number {
  return place === 4 ? 7 : (FIELDS[place]?.to ?? 0) - (FIELDS[place]?.from ?? 0) + 1;
}

function numberIn(text: string, { from, to, names }: (typeof FIELDS)[number]): number | undefined {
  if (!/^\d+$/.test(text)) {
    const at = names.indexOf(text);
    return at === -1 ? undefined : at + from;
  }
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

function stretch(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
