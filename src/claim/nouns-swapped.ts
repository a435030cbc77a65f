import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';

/** A word of less weight names no thing. */
const NAMES_A_THING = 0.4;
/** "The fund bought out the family" against "the family bought out the fund": two things without names change places. */
export function nounsSwapped(part: ClaimPart, view: StatementView, relation: Relation): boolean {
  const claimed = part.roles.agent;
  const [object] = part.roles.others;
  const [doneTo] = relation.roles.others;
  // Of a passive without an auxiliary it is unsure what does it.
  if (!relation.byVerb || !claimed || !object || !doneTo || part.predicate?.passive || part.predicate?.base === 'be')
    return false;
  if (part.names.some(({ at }) => inStretch(at, claimed))) return false;
  const isIn = (needs: ClaimPart['needs'], stretch: Stretch | undefined) =>
    needs.some((need) => offsetsOfNeed(need, view).some((at) => inStretch(at, stretch)));
  const subject = thingsIn(part, claimed);
  const { agent } = relation.roles;
  return !isIn(subject, agent) && isIn(subject, doneTo) && isIn(thingsIn(part, object), agent);
}

function thingsIn({ needs, places }: ClaimPart, stretch: Stretch): ClaimPart['needs'] {
  return needs.filter((need, i) => inStretch(places[i] ?? -1, stretch) && (need.name || need.weight >= NAMES_A_THING));
}
