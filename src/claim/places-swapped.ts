import type { StatementView } from '../statement/view.ts';
import type { NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** Prepositions of which the one after them has another part than the one before. */
const TURNS = /\b(to|from|into|than|against|by|over|before|after|for)(?: the| its| their)? $/i;

const prepositionBefore = (text: string, at: number): string | undefined =>
  TURNS.exec(text.slice(0, at))?.[1]?.toLowerCase();

/** "From Harby to Lowick" and "from Lowick to Harby": of two names that both have, the other one stands after the preposition. */
export function placesSwapped(part: ClaimPart, view: StatementView): boolean {
  if (part.names.length < 2) return false;
  const inStatement = (group: NameGroup): readonly (string | undefined)[] =>
    group.needs.slice(0, 1).flatMap((i) => {
      const need = part.needs[i];
      return need
        ? placesOfNeed(need, view).map((at) => prepositionBefore(view.text, view.tokens[at]?.start ?? 0))
        : [];
    });
  return part.names.some((one) => {
    const claimed = prepositionBefore(part.text, one.at);
    if (!claimed || inStatement(one).includes(claimed)) return false;
    return part.names.some(
      (other) =>
        other !== one && prepositionBefore(part.text, other.at) !== claimed && inStatement(other).includes(claimed),
    );
  });
}
