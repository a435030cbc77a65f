import type { Need } from './question.ts';

const POINTS_BACK =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|those|these|there|then|the (?:same|deal|company|two|former|latter|other|rest|first|second|third)|one|ones|else|so)\b/i;
const ELLIPTIC =
  /^(?:and|but|or|so|also|then|ok(?:ay)?|what about|how about|why|when|where|who|how much|how many|how long|how so|since when|until when|by whom|with whom|which|in what|says who|really|any|for how long|from whom|to whom|(?:on|for|under|at|by|with|from|to|over|against|of|since|until) (?:what|which|whom|how)|whose|all (?:at once|of (?:it|them))|at once|both|how soon)\b/i;
const WANTS_MORE = 0.75;
/** What was carried over matters less than what was said just now. */
const INHERITED_FACTOR = 0.55;
/** "And for shops?" puts one thing in the place of another: of the old question little but its kind is left. */
const REPLACED_FACTOR = 0.3;

/**
 * Whether an utterance leaves something out that the turns before it said. A question that names its own subject is a
 * new topic, even after "and".
 */
export function leansOnTurns(text: string, needs: readonly Need[]): boolean {
  const own = needs.filter((need) => !need.unknown);
  const weight = own.reduce((sum, need) => sum + need.weight, 0);
  const named = own.some((need) => need.name);
  if (own.length === 0) return needs.length === 0 || ELLIPTIC.test(text) || POINTS_BACK.test(text);
  if (POINTS_BACK.test(text)) return !(named && own.length >= 3);
  if (ELLIPTIC.test(text) && own.length <= 2) return true;
  return !named && own.length === 1 && weight < WANTS_MORE && text.split(/\s+/).length <= 5;
}

/** The needs of this turn, and those of the earlier ones that it does not replace by its own of the same sort. */
export function inherit(current: readonly Need[], earlier: readonly Need[], replaces: boolean): Need[] {
  const has = (need: Need) =>
    current.some((own) =>
      [...need.alternatives].some(([key, strength]) => strength >= 0.9 && (own.alternatives.get(key) ?? 0) >= 0.9),
    );
  const carried = earlier
    .filter((need) => !need.unknown && !has(need))
    .map((need) => ({
      ...need,
      inherited: true,
      weight: need.weight * (replaces && !need.inherited ? REPLACED_FACTOR : INHERITED_FACTOR),
    }));
  // However much the turns before said, what is said now is not to be outweighed by it.
  const sum = (needs: readonly Need[]) => needs.reduce((total, need) => total + need.weight, 0);
  const known = sum(current.filter((need) => !need.unknown));
  const share = known > 0 ? Math.min(1, Math.max(LEAST_CARRIED, MOST_CARRIED * known) / sum(carried)) : 1;
  return [...current, ...carried.map((need) => ({ ...need, weight: need.weight * share }))];
}
const MOST_CARRIED = 0.8;
const LEAST_CARRIED = 0.8;
