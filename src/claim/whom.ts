import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { isPatient } from './patient.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** Of whom the claim tells stands in the sentence, and not in the clause. */
export function isNamedElsewhere(part: ClaimPart, view: StatementView, relation: Relation): boolean {
  const places = part.needs.flatMap((need, i) =>
    need.name && inStretch(part.places[i] ?? -1, part.roles.agent) ? placesOfNeed(need, view) : [],
  );
  return places.length > 0 && !places.some((at) => inStretch(view.tokens[at]?.start ?? -1, relation));
}

/** "Asked Alder to say how it trains" against "asked Birch to say how it trains": who is asked is all that differs. */
export function isAllButWhom(
  part: ClaimPart,
  { met, missing }: { readonly met: number; readonly missing: readonly string[] },
  view: StatementView,
  relation: Relation,
): boolean {
  const whom = part.names.find((group) => isPatient(group, part));
  if (!whom || met <= 2 || missing.length > 0) return false;
  const places = whom.needs.flatMap((i) => (part.needs[i] ? placesOfNeed(part.needs[i], view) : []));
  return !places.some((at) => inStretch(view.tokens[at]?.start ?? -1, relation));
}
