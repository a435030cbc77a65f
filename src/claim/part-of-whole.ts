import type { Span } from '../model.ts';
import { findAmounts } from '../statement/amounts.ts';

const PART_OF_WHOLE =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]+) (?:out of|of|in) (?:(?:the|its|their|all|every) )?([\p{L}\p{N}-]+)/giu;

/** "All four provinces". */
const ALL_OF = /\ball (?:of )?(?:the |its |their )?([\p{L}\p{N}-]+)/iu;

/** "Fourteen of the sixteen", "one in nine": how many of how many, and where the first number stands. */
export function partOfWhole(
  text: string,
): { readonly some: number; readonly whole: number; readonly span: Span } | undefined {
  for (const match of text.matchAll(PART_OF_WHOLE)) {
    const [, first = '', second = ''] = match;
    const [some, whole] = [numberOf(first), numberOf(second)];
    if (some !== undefined && whole !== undefined)
      return { some, whole, span: [match.index, match.index + first.length] };
  }
  const all = ALL_OF.exec(text);
  const whole = all?.[1] === undefined ? undefined : numberOf(all[1]);
  return all && whole !== undefined ? { some: whole, whole, span: [all.index, all.index + all[0].length] } : undefined;
}

/** The number that a word says, where it says one. */
function numberOf(word: string): number | undefined {
  return word === 'one' ? 1 : findAmounts(`${word} items`)[0]?.value;
}
