import type { Need } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** A need met by less than this is not met. */
const MET = 0.5;

/** The tokens of a statement that meet a need. */
export function placesOfNeed(need: Need, view: StatementView): readonly number[] {
  return [...need.alternatives].flatMap(([key, strength]) => (strength >= MET ? (view.terms.get(key)?.at ?? []) : []));
}

/** How nearly the verb at `main` says what the terms say; 0 where it does not. */
export function tellsAt(main: number, terms: ReadonlyMap<string, number>, view: StatementView): number {
  let best = 0;
  for (const [key, strength] of terms) {
    if (strength < MET || strength <= best) continue;
    const places = view.terms.get(key)?.at;
    if (!places) continue;
    const words = key.split(' ').length;
    for (const at of places) if (at <= main && main < at + words) best = strength;
  }
  return best;
}

/** Where in the text of a statement terms stand that are met. */
export function offsetsOf(terms: ReadonlyMap<string, number>, view: StatementView): number[] {
  const places: number[] = [];
  for (const [key, strength] of terms) {
    if (strength < MET) continue;
    for (const at of view.terms.get(key)?.at ?? []) places.push(view.tokens[at]?.start ?? 0);
  }
  return places;
}
