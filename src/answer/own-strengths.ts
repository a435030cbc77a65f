import type { Need } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';

/** How well each statement meets a need by its own words, and where it does, by the statement's index. */
export interface OwnStrengths {
  /** 0 to 1; 0 for one that does not. */
  readonly strengths: Float64Array;
  /** The first token of what meets it best; meaningless where the strength is 0. */
  readonly places: Int32Array;
}

export function ownStrengths({ alternatives }: Need, knowledge: Knowledge): OwnStrengths {
  const all = knowledge.views.length;
  const strengths = new Float64Array(all);
  const places = new Int32Array(all);
  for (const [key, value] of alternatives) {
    const held = heldBy(key, knowledge);
    for (let i = 0; i < held.holders.length; i += 1) {
      const index = held.holders[i] ?? 0;
      const strength = value * (held.strengths[i] ?? 0);
      if (strength <= (strengths[index] ?? 0)) continue;
      strengths[index] = strength;
      places[index] = held.places[i] ?? 0;
    }
  }
  return { strengths, places };
}

/** What the statements that hold a term hold of it, in the order of `Knowledge.holders`. */
interface Held {
  readonly holders: readonly number[];
  readonly strengths: Float64Array;
  readonly places: Int32Array;
}

/** Looked up in each statement once, for all questions: there are no more keys than terms of the corpus. */
const heldIn = remembered((_: Knowledge) => new Map<string, Held>());

const NOTHING: Held = { holders: [], strengths: new Float64Array(0), places: new Int32Array(0) };

function heldBy(key: string, knowledge: Knowledge): Held {
  const kept = heldIn(knowledge);
  const known = kept.get(key);
  if (known) return known;
  const holders = knowledge.holders(key);
  if (holders.length === 0) return NOTHING;
  const terms = holders.map((index) => knowledge.views[index]?.terms.get(key));
  const held = {
    holders,
    strengths: Float64Array.from(terms, (term) => term?.strength ?? 0),
    places: Int32Array.from(terms, (term) => term?.at[0] ?? 0),
  };
  kept.set(key, held);
  return held;
}
