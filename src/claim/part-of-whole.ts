import type { Span } from '../model.ts';
import { findAmounts } from '../statement/amounts.ts';

const PART_OF_WHOLE =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]+) (?:out of|of|in) (?:(?:the|its|their|all|every) )?([\p{L}\p{N}-]+)/giu;

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
  return undefined;
}

/** The number that a word says, where it says one. */
function numberOf(word: string): number | undefined {
  return word === 'one' ? 1 : findAmounts(`${word} items`)[0]?.value;
}
