import type { Need } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** A need met by less than this is not met. */
const MET = 0.5;

/** The tokens of a statement that meet a need. */
export function placesOfNeed(need: Need, view: StatementView): readonly number[] {
  return [...need.alternatives].flatMap(([key, strength]) => (strength >= MET ? (view.terms.get(key)?.at ?? []) : []));
}
