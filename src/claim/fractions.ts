import type { Amount } from '../statement/amounts.ts';

const PERCENT: Readonly<Record<string, number>> = { half: 50, third: 33.3, quarter: 25, fifth: 20, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };
/** "A quarter less", "two thirds of the", "a fifth": and not "a quarter later", "the third". */
const FRACTION =
  /\b(a|one|two|three|four) (half|third|quarter|fifth|tenth)s?(?= (?:less|more|lower|higher|cheaper|dearer|smaller|larger|bigger|fewer|below|above|off|of (?:the|its|their|all|his|her|our|what)|than)\b)/giu;
/** A third is 33 percent. */
const NEARLY = 0.5;

/** Shares that a text tells as fractions, in percent. */
export function findFractions(text: string): Amount[] {
  return [...text.matchAll(FRACTION)].flatMap((match) => {
    const [words, count = '', part = ''] = match;
    const value = (COUNTS[count.toLowerCase()] ?? 0) * (PERCENT[part.toLowerCase()] ?? 0);
    return value > 0 && value < 100
      ? [
          {
            span: [match.index, match.index + words.length] as const,
            value,
            upper: value,
            unit: '%',
            sort: 'percent' as const,
          },
        ]
      : [];
  });
}

/** "25 percent" and "a quarter". */
export function sameShare(a: Amount, b: Amount): boolean {
  return a.sort === 'percent' && b.sort === 'percent' && Math.abs(a.value - b.value) <= NEARLY;
}
