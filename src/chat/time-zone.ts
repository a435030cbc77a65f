/**
 * Names that the zones have been given since; where a runtime still lists the older one, people write these.
 * https://data.iana.org/time-zones/tzdb/backward
 */
const RENAMED = [
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Kanton',
] as const;

/** They leave open whether summer time is meant, and several places use the same. */
const ABBREVIATION =
  /^(?:[ecmp][sd]?t|ak[sd]t|h[sd]?t|ces?t|ees?t|wes?t|bst|ist|jst|kst|msk|sgt|hkt|ae[sd]?t|ac[sd]t|awst|nz[sd]?t)$/i;

/**
 * The zone that somebody means: an IANA name in any case ("europe/berlin"), the place in one ("New York", "New York
 * time"), UTC or GMT. Undefined for everything else, abbreviations such as EST included.
 */
export function readTimeZone(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/\s+time$/i, '')
    .replace(/[\s_]+/g, '_');
  if (!/^[a-z][a-z0-9_/+-]*$/i.test(text)) return undefined;
  if (/^(?:utc|gmt|etc\/utc)$/i.test(text)) return 'UTC';
  const wanted = text.toLowerCase();
  const { named, places } = zones();
  const zone = named.get(wanted);
  if (zone) return zone;
  if (wanted.includes('/')) return isZone(text) ? spelled(text) : undefined;
  return places.get(wanted);
}

/** True for what somebody meant as a zone although it is none that `readTimeZone` knows. */
export function looksLikeZone(typed: string): boolean {
  return ABBREVIATION.test(typed) || /^[a-z_]{2,}\/[a-z_/+-]{2,}\d*$/i.test(typed);
}

interface Zones {
  /** By their names in lower case. */
  readonly named: ReadonlyMap<string, string>;
  /** By the place in the name; not where several have it. */
  readonly places: ReadonlyMap<string, string>;
}

let known: Zones | undefined;

function zones(): Zones {
  if (known) return known;
  const listed = [...new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED.filter(isZone)])];
  const placed = Map.groupBy(listed, (zone) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase());
  known = {
    named: new Map(listed.map((zone) => [zone.toLowerCase(), zone])),
    places: new Map(
      [...placed].flatMap(([place, [zone, ...others]]) => (zone && others.length === 0 ? [[place, zone]] : [])),
    ),
  };
  return known;
}

/** Longer than any name that there is. */
const LONGEST = 40;

function isZone(name: string): boolean {
  if (name.length > LONGEST) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** As it was written, where its writer knew its capitals. */
function spelled(name: string): string {
  if (/[A-Z]/.test(name)) return name;
  return name.toLowerCase().replace(/(?:^|[/_-])[a-z]/g, (start) => start.toUpperCase());
}
