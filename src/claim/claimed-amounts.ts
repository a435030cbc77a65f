import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import { type Amount, findAmounts } from '../statement/amounts.ts';
import { findFractions } from './fractions.ts';

/** A thing that is told from others of its kind by a number: "Berth 2", "phase two". */
export interface Numbered {
  readonly text: string;
  /** What a text has that speaks of the same one: "second phase" too. */
  readonly pattern: RegExp;
}

const KINDS =
  /^(?:phase|stage|step|part|round|version|line|berth|tranche|chapter|gate|platform|terminal|section|lot|reactor|block|batch|wave|tier|zone|option|division|hall|dock|pier|unit|generation|series)$/i;
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The quantities that a claim names, and the numbers in it that count nothing. */
export function claimedAmounts(text: string): {
  readonly amounts: readonly Amount[];
  readonly numbered: readonly Numbered[];
} {
  const numbered: Numbered[] = [];
  const amounts = findAmounts(text).filter((amount) => {
    const { span, sort } = amount;
    const [lead, words] = [text.slice(0, span[0]), text.slice(span[0])];
    const one = sort === 'count' ? numberedAt(amount, text) : undefined;
    if (one) numbered.push(one);
    return !(
      one ||
      // "The Alder 12 Swift": it is part of a name.
      (sort === 'count' && /\p{Lu}[\p{L}\d-]* $/u.test(lead) && /^\d+ \p{Lu}/u.test(words)) ||
      // "Its 2025 sales" are those of a year.
      (/^(?:19|20)\d\d$/.test(words.slice(0, 4)) &&
        /(?:[’']s|\bits|\btheir|\bthe) $/.test(lead) &&
        !/,/.test(text.slice(...span)))
    );
  });
  return {
    amounts: [...amounts.map((one) => withPartitive(one, text)), ...findFractions(text)].sort(
      (a, b) => a.span[0] - b.span[0],
    ),
    numbered,
  };
}

/** "148 of the escalators": escalators are counted. */
export function withPartitive(amount: Amount, text: string): Amount {
  if (amount.sort !== 'count' || amount.unit !== '') return amount;
  const noun =
    /^ of (?:the|its|their|his|her|our|these|those) (?:\p{Ll}+ )?(?<noun>\p{Ll}{3,}[^s\P{Ll}])s(?!\p{L})/u.exec(
      text.slice(amount.span[1]),
    )?.groups?.noun;
  return noun === undefined ? amount : { ...amount, unit: noun };
}

function numberedAt({ span, value }: Amount, text: string): Numbered | undefined {
  const kind = /(?<kind>\p{L}[\p{L}-]*) $/u.exec(text.slice(0, span[0]))?.groups?.kind;
  const ordinal = ORDINALS[value];
  if (kind === undefined || !ordinal) return undefined;
  const named = /^\p{Lu}\p{Ll}/u.test(kind) && !NO_NAME.test(kind);
  // "Alder 4 ships": what follows in the plural is counted.
  const counts = /^\S+ (?!(?:is|was|has|does|goes|runs|opens|starts)\b)\p{Ll}+s\b/u.test(text.slice(span[0]));
  if (!KINDS.test(kind) && (!named || counts)) return undefined;
  const word = [...Object.entries(SMALL_NUMBERS)].find(([, n]) => n === value)?.[0] ?? String(value);
  return {
    text: `${kind} ${value}`,
    pattern: new RegExp(`(?<!\\p{L})(?:${kind} (?:${value}|${word})|${ordinal} ${kind})(?![\\p{L}\\d])`, 'iu'),
  };
}

/** Words at the beginning of a sentence before a number that counts. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|By|For|From|With|After|Before|About|Around|Over|Under|Up|Some|Only|All|More|Less|Nearly|Almost|Of|And|But|Its|Their|His|Her|These|Those|Between|Another|Last|Next|Every|Each|Within|During|To|Than|Per|Just|Exactly|Roughly|Until|Since|Has|Have|Are|Is|Sells?|Costs?)$/;
