import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import type { Amount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';

const PERCENT: Readonly<Record<string, number>> = { half: 50, third: 33.3, quarter: 25, fifth: 20, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };
/** "A quarter less", "two thirds of the", "a fifth of Alder", "half its": and not "a quarter later", "the third". */
const FRACTION =
  /\b(?:([Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our) (half|third|quarter|fifth|tenth)s?(?=(?:(?<=\bby [Aa] \p{L}+)|(?<=\bby (?:one|two|three|four) \p{L}+))(?:[.,;]|$| (?:in|on|at|from|over|since|after|last|this|next)\b)| (?:less|more|lower|higher|cheaper|dearer|smaller|larger|bigger|fewer|below|above|off|of (?:the|its|their|all|his|her|our|what|\p{Lu}\p{L}*)|than)\b)|[Hh]alf(?= (?:(?:of )?(?:the|its|their|all|his|her|our)|of \p{Lu}\p{L}*)\b))/gu;
/** "One essay in eight". */
const ONE_IN = new RegExp(
  `\\bone (?:\\p{L}+ )?in (${Object.keys(SMALL_NUMBERS).join('|')}|\\d{1,2})\\b(?! (?:\\p{L}+ )?(?:days?|weeks?|months?|years?)\\b)`,
  'giu',
);
/** A third is 33 percent. */
const NEARLY = 0.5;
const WHOLE = 100;

/** Shares that a text tells as fractions, in percent. */
export function findFractions(text: string): Amount[] {
  return [...text.matchAll(FRACTION)].flatMap((match) => {
    const [words, count = 'a', part = 'half'] = match;
    return shareAt(match.index, words, (COUNTS[count.toLowerCase()] ?? 0) * (PERCENT[part] ?? 0));
  });
}

/** The shares among them that are told of the same as a claim's: "half of the costs", "a quarter of the costs", "one cost in eight". */
export function sharesOfSame(claim: string, { span }: Amount, { text, amounts }: StatementView): Amount[] {
  const thing = wholeBehind(claim.slice(span[1]));
  if (thing === undefined) return [];
  const ones = [...text.matchAll(ONE_IN)].flatMap((match) => {
    const whole = SMALL_NUMBERS[match[1]?.toLowerCase() ?? ''] ?? Number(match[1]);
    return match[0].toLowerCase().includes(` ${thing} `) ? shareAt(match.index, match[0], WHOLE / whole) : [];
  });
  const shares = [...findFractions(text), ...amounts.filter(({ sort }) => sort === 'percent')];
  return [...shares.filter((one) => wholeBehind(text.slice(one.span[1])) === thing), ...ones];
}

function shareAt(at: number, words: string, value: number): Amount[] {
  const span = [at, at + words.length] as const;
  return value > 0 && value < WHOLE ? [{ span, value, upper: value, unit: '%', sort: 'percent' }] : [];
}

/** What a share is of: the last noun that can be told without its grammar, up to the next small word. */
export function wholeBehind(text: string): string | undefined {
  if (/^ of (?:what|all that|that which)\b/.test(text)) return undefined;
  const words =
    /^ (?:of |(?=(?:the|its|their|all|his|her|our) ))(?:(?:the|its|their|all|his|her|our) )?(?:(?:\p{Lu}[\p{L}\d-]* )*\p{Lu}[\p{L}\d-]*(?:[’']s|(?<=s)[’']) )?((?:[\p{L}-]+ ?)+)/u
      .exec(text)?.[1]
      ?.toLowerCase();
  return words
    ?.split(
      / (?=(?:of|in|on|at|for|to|from|by|and|or|if|when|but|with|is|was|are|were|has|within|under|after|before|since|until|during|than|as|last|this|next)\b)/,
    )[0]
    ?.split(' ')
    .findLast((word) => word !== '')
    ?.replace(/s$/, '');
}

/** "25 percent" and "a quarter". */
export function sameShare(a: Amount, b: Amount): boolean {
  return a.sort === 'percent' && b.sort === 'percent' && Math.abs(a.value - b.value) <= NEARLY;
}
