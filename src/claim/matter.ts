import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** A need met by less than this is not met. */
const MET = 0.5;
/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;
/** A name met by this much stands in the sentences before. */
const NAMED_AROUND = 0.25;
/** A word of a name with less of the weight of its weightiest tells nobody by itself. */
const TELLS_NAME = 0.75;
/** What a name counts that the sentences before have. */
const NAMED_BEFORE = 0.8;

/** Every name of the claim stands in it or shortly before. */
export function namesTold(part: ClaimPart, { match }: Comparison): boolean {
  return part.names.every(({ needs }) => {
    // Of "Alder Freight" the second word alone names nobody.
    const weights = needs.map((i) => part.needs[i]?.weight ?? 0);
    const telling = Math.max(...weights) * TELLS_NAME;
    return needs.some((i, at) => (weights[at] ?? 0) >= telling && (match.met[i] ?? 0) >= NAMED_AROUND);
  });
}

/** How many weighty words of the claim, names and its verb aside, the statement has. */
export function wordsTold(part: ClaimPart, { match }: Comparison, verb: number): number {
  return part.needs.filter(
    (need, i) => !need.name && i !== verb && need.weight >= NAMES_A_THING && (match.own[i] ?? 0) >= MET,
  ).length;
}

/** The share of a claim's weight, its verb aside and the one weighty word that is told least, which a statement tells. */
export function restTold(part: ClaimPart, { match }: Comparison, verb: number): number {
  let [total, told, least] = [0, 0, 0];
  for (const [i, need] of part.needs.entries()) {
    if (i === verb) continue;
    const own = match.own[i] ?? 0;
    const met = need.name && (match.met[i] ?? 0) >= NAMED_AROUND ? Math.max(own, NAMED_BEFORE) : own;
    total += need.weight;
    told += need.weight * met;
    if (met < MET && need.weight > least) least = need.weight;
  }
  return total - least > 0 ? told / (total - least) : 0;
}
