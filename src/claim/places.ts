import type { Need } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** A need met by less than this is not met. */
const MET = 0.5;

interface Places {
  readonly tokens: readonly number[];
  readonly offsets: readonly number[];
}

/** Found once for all that is asked of where a statement meets a need; kept as long as the claim is. */
const placesOf = remembered((_: Need) => new Map<StatementView, Places>());

function find(need: Need, view: StatementView): Places {
  const known = placesOf(need);
  const found = known.get(view);
  if (found) return found;
  const tokens: number[] = [];
  for (const [key, strength] of need.alternatives) {
    const term = strength >= MET ? view.terms.get(key) : undefined;
    if (term) tokens.push(...term.at);
  }
  const places = { tokens, offsets: tokens.map((at) => view.tokens[at]?.start ?? 0) };
  known.set(view, places);
  return places;
}

/** The tokens of a statement that meet a need. */
export function placesOfNeed(need: Need, view: StatementView): readonly number[] {
  return find(need, view).tokens;
}

/** The tokens that meet it in its own word, where there are any: beside “shares”, “hold” is another thing. */
export function firmestPlaces(need: Need, view: StatementView): readonly number[] {
  const own = [...need.alternatives].flatMap(([key, strength]) =>
    strength === 1 ? (view.terms.get(key)?.at ?? []) : [],
  );
  return own.length > 0 ? own : placesOfNeed(need, view);
}

/** Where they begin. */
export function offsetsOfNeed(need: Need, view: StatementView): readonly number[] {
  return find(need, view).offsets;
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
