import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

const MET = 0.5;
/** What is told of as left, lacking or turned down: "a shift away from exclusive dependence", "far from complete". */
const AWAY =
  /\b(?:away from|departure from|far from|instead of|rather than|(?:lack|loss|end) of|an? end to|short of)(?: (?:an?|the|its|their|any|\p{Ll}+ly))*(?: \p{Ll}+)? $/iu;

/** Whether a statement speaks of something in the claim only as what is left or lacking, so that it does not affirm it. */
export function turnsAwayFrom(part: ClaimPart, view: StatementView): boolean {
  return part.needs.some((need) => {
    if (need.name) return false;
    const places = [...need.alternatives].flatMap(([key, s]) => (s >= MET ? (view.terms.get(key)?.at ?? []) : []));
    return places.length > 0 && places.every((at) => AWAY.test(view.text.slice(0, view.tokens[at]?.start ?? 0)));
  });
}
