import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** Without the figure that is claimed nothing was told that could be overtaken. */
export function tellsAmounts({ amounts, text }: ClaimPart, { silent }: Comparison): boolean {
  return !amounts.some(({ span }) => silent.includes(text.slice(...span)));
}

/** Two things may be unsaid in what was once told of the same, but not a name besides the verb. */
export function isLittleUnsaid({ silent }: Comparison, { names }: ClaimPart): boolean {
  const isName = (words: string) => names.some(({ text }) => text.toLowerCase() === words.toLowerCase());
  return silent.length <= 1 || (silent.length === 2 && !silent.some(isName));
}
