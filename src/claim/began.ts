import type { Comparison } from './comparison.ts';
import { tellsFromNow } from './opens-state.ts';
import type { ClaimPart } from './part.ts';

/** It tells of a thing that is new: announced, begun, or so from some day on. */
const BEGINS =
  /\b(?:will|would|now|new|begins?|began|begun|starts?|started|opens?|opened|launch(?:es|ed)?|joins?|joined|for the first time|letting|allow(?:s|ed|ing)?|expand(?:s|ed)?|add(?:s|ed)?|introduc(?:es|ed))\b/i;

/** It says that something was never so, is over or did not happen: of that a later beginning makes nothing outdated. */
const FOR_GOOD = /\b(?:never|no longer|not? any ?more|did not|didn['’]t)\b/i;

/** What a claim denies of now has begun: it was so before, and the claim is out of date. */
export function hasBegun(part: ClaimPart, { different, view, byVerb }: Comparison): boolean {
  return (
    part.negated &&
    !part.past &&
    !part.happened &&
    !part.reported &&
    !part.exclusive &&
    part.dates.length === 0 &&
    byVerb &&
    different.includes('negation') &&
    different.every((d) => d === 'negation' || d === 'certainty') &&
    !FOR_GOOD.test(part.text) &&
    (BEGINS.test(view.text) || tellsFromNow(view))
  );
}
