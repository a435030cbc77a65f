import type { StatementView } from '../statement/view.ts';
import { LIGHT_WITH_NOUN } from './light-verb.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** "Announced an expansion" is told by “said that it would expand”. */
const TELLS_OF_DEED = /^(?:announce|sign|declare|conclude|agree|plan|propose|promise|complete|finish|stop|end)$/;

/**
 * "Owns shares" is not told by “keeps her hold rating”: one word of a statement cannot be both the verb and what it
 * takes. Of "made a loss" the noun is what is said, and “lost” tells it.
 */
export function isOneWordTwice(part: ClaimPart, verb: number, view: StatementView): boolean {
  const need = part.needs[verb];
  const base = part.predicate?.base ?? '';
  if (!need || LIGHT_WITH_NOUN.test(base) || TELLS_OF_DEED.test(base)) return false;
  const places = new Set(placesOfNeed(need, view));
  const [at] = places;
  if (places.size !== 1 || at === undefined) return false;
  return part.needs.some((other, i) => {
    if (i === verb || other.name || other.word === need.word) return false;
    const others = new Set(placesOfNeed(other, view));
    return others.size === 1 && others.has(at);
  });
}
