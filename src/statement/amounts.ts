import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import type { Span } from '../model.ts';
import { asTwo, isMove, withUnitBefore } from './moving-amounts.ts';

/** A quantity that a text names. */
export interface Amount {
  readonly span: Span;
  /** In units of one: "$12 billion" is 12e9. For a range, its lower end. */
  readonly value: number;
  /** The upper end of a range, else the same as `value`. */
  readonly upper: number;
  /** `money:$`, `%`, or the noun that is counted, in lower case and singular ("gigawatt", "quarter"). */
  readonly unit: string;
  readonly sort: 'money' | 'percent' | 'duration' | 'count';
}

const WORDS: Record<string, number> = {
  ...SMALL_NUMBERS,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  half: 0.5,
  dozen: 12,
  hundred: 100,
};
const SCALES: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
};
const CURRENCIES: Record<string, string> = {
  $: '$',
  us$: '$',
  usd: '$',
  dollar: '$',
  dollars: '$',
  '€': '€',
  eur: '€',
  euro: '€',
  euros: '€',
  '£': '£',
  gbp: '£',
  pound: '£',
  pounds: '£',
  '¥': '¥',
  yen: '¥',
  jpy: '¥',
  yuan: 'CN¥',
  rmb: 'CN¥',
  '₹': '₹',
  rupee: '₹',
  rupees: '₹',
  chf: 'CHF',
  franc: 'CHF',
  francs: 'CHF',
  kr: 'kr',
  krone: 'kr',
  kroner: 'kr',
  kronor: 'kr',
  sek: 'kr',
  nok: 'kr',
  dkk: 'kr',
  crown: 'crown',
  crowns: 'crown',
  zloty: 'zł',
  forint: 'Ft',
  koruna: 'Kč',
  reais: 'R$',
  peso: 'peso',
  pesos: 'peso',
  rand: 'R',
  lira: '₺',
  baht: '฿',
  ringgit: 'RM',
  dirham: 'dirham',
  dirhams: 'dirham',
  dinar: 'dinar',
  dinars: 'dinar',
  rouble: '₽',
  roubles: '₽',
  rubles: '₽',
  shilling: 'shilling',
  shillings: 'shilling',
  pence: 'p',
  cent: '¢',
  cents: '¢',
};
const DURATIONS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade']);
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SCALE = 'thousand|million|billion|trillion|bn|mn|tn';
/** "25", "twenty-five", "half a" and "a" before what they multiply. */
const WORD = `(?:${TENS})[- ](?:${ONES})|half an?(?= (?:hundred|dozen|${SCALE})\\b)|an?(?= (?:hundred|dozen|${SCALE})\\b)|${Object.keys(WORDS).join('|')}`;
const SIGN = 'US\\$ ?|[$€£¥₹] ?';
const PATTERN = new RegExp(
  `(?<money>${SIGN}|\\b(?:USD|EUR|GBP|CHF|JPY) ?)?(?:(?<![\\p{L}\\d.,/:-])|(?<=[$€£¥₹ ]))` +
    // "3.5.2", "24/7", "10:30" and "5th" are no quantities.
    `(?<low>(?:${NUMBER})(?![.,/:]?\\d|(?:st|nd|rd|th)\\b)|\\b(?:${WORD})\\b)` +
    `(?:(?:-|–| to |(?<=\\bbetween (?:${SIGN})?[\\d.,a-z]{1,12}) and )(?:${SIGN})?(?<high>(?:${NUMBER})(?![.,/:]?\\d)|(?:${WORD})\\b))?` +
    `(?<half> and a half\\b)?(?: (?<times>hundred|dozen)\\b)?` +
    `(?:[ -]?(?<scale>${SCALE})\\b|(?<short>[kmbtKMBT])\\b)?` +
    `(?<percent> ?%|[ -]per ?cent\\b| percentage points?\\b)?` +
    // What follows is looked at, not taken: in "$5 billion over four years" the next amount begins in it.
    `(?=(?:[ -](?<unit>\\p{L}[\\p{L}\\d-]*)|(?<=\\d)(?<tight>(?:[kmgt]wh?|[kmgtp]b|[kcm]?m|kg)\\b))?(?: (?<unit2>\\p{L}[\\p{L}-]*))?)`,
  'giu',
);
/** They add nothing to the name of their currency; "Canadian dollars" are other dollars. */
const NATIONAL = /^(?:US|American|Swiss|British|Japanese|Chinese|Indian|Swedish|Norwegian|Danish)$/;
/** A text without any of these holds no quantity. */
const HINT = new RegExp(`\\d|\\b(?:${SCALE}|${Object.keys(WORDS).join('|')})\\b`, 'i');
/** An unclear number of them. */
const VAGUE = /\b(?:few|several|many|some|couple of) $/i;
const FRACTION = /^(?:half|halves|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;
const NOT_A_UNIT =
  /^(?:and|or|of|in|on|at|by|for|to|from|with|as|the|a|an|is|was|are|were|but|which|that|this|than|over|per|under|after|before|through|until|late|later|earlier|ago|has|had|have|will|would|since|because|while|when)$/i;

/** The quantities of a text in order of place. Parts of a date are none. */
export function findAmounts(text: string): Amount[] {
  if (!HINT.test(text)) return [];
  const amounts: Amount[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const amount = read(text, match);
    if (amount) amounts.push(...(isMove(text, match) ? asTwo(amount, match) : [amount]));
  }
  return withUnitBefore(amounts, text);
}

function read(text: string, match: RegExpMatchArray): Amount | undefined {
  const groups = match.groups ?? {};
  const low = groups.low ?? '';
  const inWords = !/^\d/.test(low);
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 12), start);
  if (inWords && VAGUE.test(before)) return undefined;
  const bareEnd = start + match[0].length;
  let unit = groups.unit ?? groups.tight ?? '';
  let unitEnd = bareEnd + (groups.tight ?? (unit && ` ${unit}`)).length;
  if (NOT_A_UNIT.test(unit)) {
    unit = '';
    unitEnd = bareEnd;
  }
  const second = CURRENCIES[(groups.unit2 ?? '').toLowerCase()];
  const ofNation = second && /^\p{Lu}/u.test(unit);
  const abroad = ofNation && !NATIONAL.test(unit) ? `${unit.toLowerCase()} ${second}` : second;
  const currency = groups.money
    ? CURRENCIES[groups.money.trim().toLowerCase()]
    : (CURRENCIES[unit.toLowerCase()] ?? abroad);
  // Without a currency or what is counted, "5m" may be metres.
  const short = groups.short && (currency || /^\p{Ll}+(?:s|people)$/u.test(unit)) ? groups.short : undefined;
  if (groups.short && !short) return undefined;
  const scale = (SCALES[(groups.scale ?? short ?? '').toLowerCase()] ?? 1) * (WORDS[groups.times ?? ''] ?? 1);
  const value = (numberOf(low) + (groups.half ? 0.5 : 0)) * scale;
  if (Number.isNaN(value)) return undefined;
  const upper = groups.high ? (numberOf(groups.high) + (groups.half ? 0.5 : 0)) * scale : value;
  const span = (end: number): Span => [start, end];
  const currencyEnd = groups.money ? bareEnd : ofNation ? unitEnd + 1 + (groups.unit2 ?? '').length : unitEnd;
  if (currency) return { span: span(currencyEnd), value, upper, unit: `money:${currency}`, sort: 'money' };
  if (groups.percent) return { span: span(bareEnd), value, upper, unit: '%', sort: 'percent' };
  const isDatePart =
    !inWords &&
    scale === 1 &&
    (MONTH.test(unit) ||
      (/\p{L}{3,9}\.? $/u.test(before) && MONTH.test(before.trim().replace('.', '').split(/\s+/).at(-1) ?? '')) ||
      (/^(?:19|20)\d\d$/.test(low) &&
        (unit === '' ||
          /\b(?:in|since|by|through|until|of|from|early|mid|late|before|after|during|to|and)[ -]$/i.test(before) ||
          /, $/.test(before))) ||
      /\d{4}-\d{2}-\d{2}/.test(text.slice(Math.max(0, start - 8), start + 10)));
  if (isDatePart || /^Q$/.test(text[start - 1] ?? '') || /^ ?[ap]\.?m\b/i.test(text.slice(bareEnd))) return undefined;
  // "31 Alder depots": the name says whose they are.
  const named = /^\p{Lu}\p{Ll}/u.test(unit) && /^\p{Ll}+s$/u.test(groups.unit2 ?? '');
  const noun = nounOf(named ? (groups.unit2 ?? '') : unit.toLowerCase());
  if (FRACTION.test(noun)) return undefined;
  if (DURATIONS.has(noun)) return { span: span(unitEnd), value, upper, unit: noun, sort: 'duration' };
  if (inWords && (!noun || value === 1)) return undefined;
  return {
    span: span(
      noun && unit !== 'who' && (groups.tight || /^[a-z]/.test(unit))
        ? unitEnd
        : /^(?:GW|MW|kW|TB|GB|km|kg)/.test(unit)
          ? unitEnd
          : bareEnd,
    ),
    value,
    upper,
    unit: noun,
    sort: 'count',
  };
}

/** "1,200", "seven", "twenty-five", "half a". */
function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written.replace(/,/g, ''));
  const words = written.toLowerCase().split(/[- ]/);
  if (words[0] === 'half') return 0.5;
  return words.reduce((sum, word) => sum + (/^an?$/.test(word) ? 1 : (WORDS[word] ?? Number.NaN)), 0);
}

/** What is counted: "year" in "10-year-old", "ship" in "container-ships", but "megawatt-hour". */
function nounOf(unit: string): string {
  const [first = '', ...others] = unit.split('-').map(singular);
  if (others.length === 0 || DURATIONS.has(first)) return first;
  const last = others.at(-1) ?? '';
  return DURATIONS.has(last) ? `${unit.slice(0, unit.lastIndexOf('-'))}-${last}` : last;
}

function singular(noun: string): string {
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|[^aeo]uses)$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, '');
}

/** About how many days a span of time has: enough to tell whether two are the same. */
const DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  quarter: 91.3,
  year: 365,
  decade: 3650,
};

/** About how many days a span of time has; undefined for what is no span of time. */
export function daysOf({ sort, unit, value }: Amount): number | undefined {
  const days = DAYS[unit];
  return sort === 'duration' && days !== undefined ? days * value : undefined;
}

/** Other spellings of a unit. */
const SPELLED: Readonly<Record<string, string>> = {
  kw: 'kilowatt',
  mw: 'megawatt',
  gw: 'gigawatt',
  kwh: 'kilowatt-hour',
  mwh: 'megawatt-hour',
  gwh: 'gigawatt-hour',
  mb: 'megabyte',
  gb: 'gigabyte',
  tb: 'terabyte',
  kg: 'kilogram',
  km: 'kilometre',
  kilometer: 'kilometre',
  meter: 'metre',
  liter: 'litre',
};

/** Whether two amounts could be told of the same thing: money of one currency, shares, spans of time, or the same noun. */
export function comparable(a: Amount, b: Amount): boolean {
  if (a.sort !== b.sort) return false;
  const [one, other] = [SPELLED[a.unit] ?? a.unit, SPELLED[b.unit] ?? b.unit];
  return a.sort === 'duration' || one === other || one === '' || other === '';
}

/** Whether two amounts are equal; durations in different units are, where they are within three in a hundred. */
export function sameAmount(a: Amount, b: Amount): boolean {
  if (!comparable(a, b)) return false;
  const [x, y] = a.sort === 'duration' && a.unit !== b.unit ? [DAYS[a.unit] ?? 1, DAYS[b.unit] ?? 1] : [1, 1];
  const tolerance = x === y ? 1e-9 : 0.03;
  const close = (one: number, other: number) =>
    Math.abs(one * x - other * y) <= tolerance * Math.max(Math.abs(one * x), Math.abs(other * y));
  return close(a.value, b.value) && close(a.upper, b.upper);
}
