import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** What of a statement would answer a question of its kind: how well (0 to 1), and which words (offsets in the quote). */
export interface Fit {
  readonly fit: number;
  readonly marked: readonly (readonly [number, number])[];
  /** How well it would answer, where that cannot be told from its form: what shows the form still comes first. */
  readonly unseen?: number;
}

/** It holds nothing of the sort. */
export const NONE: Fit = { fit: 0, marked: [] };

/** Of several spans the one that stands nearest to the rarest word asked for. */
export function nearest(
  spans: readonly (readonly [number, number])[],
  question: Question,
  view: StatementView,
): readonly [number, number] {
  const places: { at: number; weight: number }[] = [];
  for (const need of question.needs) {
    for (const [key, strength] of need.alternatives) {
      for (const at of view.terms.get(key)?.at ?? [])
        places.push({ at: view.tokens[at]?.start ?? 0, weight: need.weight * strength });
    }
  }
  let best = spans[0] ?? ([0, 0] as const);
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    let score = 0;
    for (const { at, weight } of places)
      if (at < span[0] || at >= span[1])
        score += weight / (1 + Math.min(Math.abs(at - span[0]), Math.abs(at - span[1])) / 12);
    if (score > bestScore) {
      best = span;
      bestScore = score;
    }
  }
  return best;
}
