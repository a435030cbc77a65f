import { findDates } from '../calendar/expressions.ts';
import { fold } from '../digest/fold.ts';
import { overlap } from '../statement/alike.ts';
import { findAmounts, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { viewText } from '../statement/view.ts';

const YES = /^yes\b/i;
const NO = /^no\b/i;
/** So many of their words two short answers share that name the same. */
const SAME_WORDS = 0.5;

/** Whether two short answers give the same: "No" and "No longer" do, "$7 million" and "up to $7 million" do. */
export function sameValue(one: string, other: string, knowledge: Knowledge): boolean {
  if (fold(one) === fold(other)) return true;
  if (YES.test(one) || NO.test(one) || YES.test(other) || NO.test(other))
    return (YES.test(one) && YES.test(other)) || (NO.test(one) && NO.test(other));
  const [a, b] = [findAmounts(one), findAmounts(other)];
  if (a.length > 0 || b.length > 0) return holdsAll(a, b, sameAmount) || holdsAll(b, a, sameAmount);
  const [first, second] = [daysIn(one), daysIn(other)];
  if (first.length > 0 || second.length > 0) {
    const same = (x: string, y: string) => x === y;
    return holdsAll(first, second, same) || holdsAll(second, first, same);
  }
  const { analysis } = knowledge;
  return overlap(viewText(one, analysis), viewText(other, analysis), knowledge) >= SAME_WORDS;
}

/** None at all holds nothing. */
function holdsAll<T>(holder: readonly T[], held: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return held.length > 0 && held.every((one) => holder.some((other) => same(one, other)));
}

function daysIn(text: string): string[] {
  return findDates(text).map((one) =>
    one.sort === 'calendar' ? `${one.year ?? ''}-${one.month ?? ''}-${one.day ?? ''}` : text.slice(...one.span),
  );
}
