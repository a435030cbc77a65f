import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { verbOf } from './verbs.ts';

/** So nearly a word must be the claim's own. */
const PLAIN = 0.65;

/** "Store coal", "store flour": another thing follows the same verb. */
export function isOtherObject(part: ClaimPart, at: number, view: StatementView): boolean {
  const link = / (?:the |an? |its |their |his |her |this |these |some )?$/.exec(part.text.slice(0, at));
  const verb = part.needs.find((need, i) => !need.name && (part.places[i] ?? 0) + need.word.length === link?.index);
  if (!verb || !verbOf(verb.word)) return false;
  // A number or a name may stand for the very thing.
  return placesOfNeed(verb, view).some((place) => {
    const behind = view.text.slice(view.tokens[place]?.end ?? 0);
    return (
      /^ (?:\p{Ll}+ ){0,2}\p{Ll}/u.test(behind) && !NAMES_OR_COUNTS.test(behind) && isOtherAt(place + 1, part, view)
    );
  });
}

const NAMES_OR_COUNTS = /^ (?:(?:the|a|an|its|their|his|her|some) )?[\p{Lu}\d$€£¥]/u;

/** What stands there, with or without a small word before it, is no word of the claim. */
export function isOtherAt(place: number, part: ClaimPart, view: StatementView): boolean {
  const after = view.tokens.slice(place, place + 2).find(({ stop }) => !stop);
  return after !== undefined && !part.needs.some((other) => (other.alternatives.get(after.stem) ?? 0) >= PLAIN);
}
