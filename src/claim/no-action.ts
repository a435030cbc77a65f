import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';

/** A need met by less than this is not met. */
const MET = 0.5;
/** What an authority does to somebody when an inquiry has shown a wrong. */
const ACTS = /^(?:fine|forbid|ban|punish|charge|order|block|prohibit|sanction|penalise|penalize|force)$/;
const CLOSED_WITHOUT =
  /\b(?:clos|end|dropp|conclud|shelv)\p{L}+ (?:its|the|that|this|an?) (?:\p{L}+ )?(?:inquiry|investigation|probe|review|case|file|proceedings?)\b[^.;]*\bwithout (?:taking |imposing |ordering |finding )?(?:any |further )?(?:an? )?(?:action|fines?|fining|charges?|ordering|measures?|remed(?:y|ies)|sanctions?|penalt(?:y|ies)|order|steps|changes?|conditions|objections?)\b/iu;

/** "Fined Alder" against "closed its inquiry into Alder without action": who closes it so does nothing to anybody. */
export function closedWithoutAction(part: ClaimPart, { view, match, past }: Comparison): boolean {
  const { predicate, names, roles, negated, certainty } = part;
  const own = (i: number) => (match.own[i] ?? 0) >= MET;
  return (
    names.some(({ at, needs }) => inStretch(at, roles.agent) && needs.some(own)) &&
    predicate !== undefined &&
    !predicate.passive &&
    !negated &&
    certainty === 'done' &&
    !past &&
    ACTS.test(predicate.base) &&
    CLOSED_WITHOUT.test(view.text)
  );
}
