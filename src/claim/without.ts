import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

const WITHOUT =
  /\b(?:without|free of|with no|no(?! (?:longer|more|less|fewer|other|later|sooner|one)\b))(?: (?:\p{L}+ing|any|a|an|the|its|further|new)){0,2} (?:\p{Ll}+ )?$/iu;
const HINT = /\b(?:without|free of|with no)\b/i;
/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;

/**
 * Whether a statement has "without" before the thing that the claim has without it, or the other way round:
 * "ended with a fine", "ended without a fine".
 */
export function differsInWithout(part: ClaimPart, view: StatementView): boolean {
  if ((!claimsWithout(part) && !tellsWithout(view)) || agreesInWithout(part, view)) return false;
  return part.needs.some((need, i) => {
    if (need.name || need.weight < NAMES_A_THING) return false;
    const places = placesOfNeed(need, view);
    if (places.length === 0) return false;
    // "Ordered no change" denies the ordering too.
    const claimed = (part.negated && isVerbOf(part, i)) || isWithout(part.text.slice(0, part.places[i] ?? 0));
    return places.every((at) => isWithout(view.text.slice(0, view.tokens[at]?.start ?? 0)) !== claimed);
  });
}

/** What stands between the claim's subject and what follows its verb. */
function isVerbOf({ places, predicate, roles: { agent, others } }: ClaimPart, i: number): boolean {
  const place = places[i] ?? -1;
  return predicate?.passive === false && place >= (agent?.end ?? 0) && place < (others[0]?.start ?? 0);
}

/** "Had no objection", "ordered no change": told with "without objection", "without ordering any change". */
export function agreesInWithout(part: ClaimPart, view: StatementView): boolean {
  if (!part.negated || !tellsWithout(view)) return false;
  return part.needs.some((need, i) => {
    if (need.name || need.weight < NAMES_A_THING || !isWithout(part.text.slice(0, part.places[i] ?? 0))) return false;
    const places = placesOfNeed(need, view);
    return places.length > 0 && places.every((at) => isWithout(view.text.slice(0, view.tokens[at]?.start ?? 0)));
  });
}

/** "Without needing to sell the yard" is without selling it. */
const isWithout = (lead: string) =>
  WITHOUT.test(lead.replace(/[“”"]/g, '').replace(/\b(\p{L}+ing) to(?: \p{L}+(?= ))?/gu, '$1'));

const claimsWithout = remembered(({ text }: ClaimPart) => HINT.test(text));
const tellsWithout = remembered(({ text }: StatementView) => HINT.test(text));
