import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Comparison } from './comparison.ts';
import { findFractions } from './fractions.ts';
import { isKeyOf, type NameGroup, namesIt } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { before, inStretch, namedIn, predicatesOf, rolesIn } from './reference.ts';
import { rivals } from './rival-amounts.ts';
import { verbNeed } from './verb-need.ts';

/** Who thinks, expects or reckons gives an estimate of their own. */
export const ESTIMATES =
  /^(?:think|expect|believe|estimate|reckon|see|put|predict|forecast|calculate|count|say|assume|guess|anticipate|project|argue|call|doubt)$/;
/** A word that says nearly the same as the claim's shows the same matter. */
const SAME_MATTER = 0.7;
const NAMES_A_THING = 0.5;
interface Estimate {
  readonly amount: Amount;
  /** Where the verb that brings it in ends. */
  readonly from: number;
}

/** Behind it somebody else is told of. */
const NEXT = /[;]|,? (?:while|whereas)\b/;

/** "Ada Holm expects 30" against "Ada Holm thinks 18 is nearer the mark": the same person gives another figure of the same matter. */
export function estimatesOther(
  part: ClaimPart,
  { view, silentDates }: Comparison,
  compared: readonly Comparison[],
  knowledge: Knowledge,
): boolean {
  const [claimed, ...others] = part.amounts;
  if (claimed === undefined || others.length > 0 || part.negated || silentDates.length > 0) return false;
  const opinion = part.sayer ?? (ESTIMATES.test(part.predicate?.base ?? '') ? part.roles.agent : undefined);
  const who = part.names.find(({ at }) => inStretch(at, opinion));
  if (who === undefined || compared.some((c) => namesIt(who, part.needs, c.view) && holds(claimed, c.view)))
    return false;
  const own = estimateIn(view, who, part, knowledge);
  return (
    own.length > 0 &&
    own.every(
      ({ amount }) =>
        !sameAmount(claimed, amount) && rivals(claimed, amount, knowledge) && !isWithin(claimed, amount, view.text),
    ) &&
    sharesMatter(part, view, own, knowledge)
  );
}

function holds(claimed: Amount, view: StatementView): boolean {
  return [...view.amounts, ...findFractions(view.text)].some((other) => sameAmount(claimed, other));
}

/** The figures of the claim's sort that a statement has behind a verb of thinking of the one who is claimed to think so. */
function estimateIn(view: StatementView, who: NameGroup, part: ClaimPart, knowledge: Knowledge): Estimate[] {
  const [claimed] = part.amounts;
  return predicatesOf(view).flatMap(({ base, first, main }, i) => {
    const { agent } = rolesIn(view, i);
    if (!ESTIMATES.test(base) || !isKeyOf(who, part.needs, namedIn(agent, view, knowledge)?.keys ?? [])) return [];
    const start = view.tokens[main]?.end ?? 0;
    const end = start + (NEXT.exec(view.text.slice(start))?.index ?? view.text.length - start);
    const next = predicatesOf(view).find((other) => other.first > first && ESTIMATES.test(other.base));
    const until = Math.min(end, view.tokens[next?.first ?? -1]?.start ?? end);
    return [...view.amounts, ...findFractions(view.text)].flatMap((amount) => {
      const { sort, unit, span } = amount;
      const told = start <= span[0] && span[0] < until && sort === claimed?.sort;
      return told && (unit === claimed.unit || unit === '') ? [{ amount, from: start }] : [];
    });
  });
}

const UP_TO = /\b(?:below|under|less than|fewer than|at most|no more than|up to) [$€£¥]?$/i;
const FROM_ON = /\b(?<!\bno )(?:above|over|more than|at least|no less than) [$€£¥]?$/i;

/** "Below 10 percent" leaves room for 8. */
function isWithin(claimed: Amount, { span: [at], value, upper }: Amount, text: string): boolean {
  const lead = text.slice(0, at);
  return (UP_TO.test(lead) && claimed.value < upper) || (FROM_ON.test(lead) && claimed.value > value);
}

/**
 * A thing of which the claim tells is told in it; or the figure stands by itself behind the verb, and one of the two
 * sentences before tells of it, or has the very figure, of somebody else.
 */
function sharesMatter(part: ClaimPart, view: StatementView, own: readonly Estimate[], knowledge: Knowledge): boolean {
  const verb = ESTIMATES.test(part.predicate?.base ?? '') ? verbNeed(part, knowledge) : -1;
  const tells = (one: StatementView) =>
    part.needs.some(
      ({ name, weight, alternatives }, i) =>
        !name &&
        i !== verb &&
        weight >= NAMES_A_THING &&
        [...alternatives].some(([key, s]) => s >= SAME_MATTER && one.terms.has(key)),
    );
  if (tells(view)) return true;
  const bare = own.every(({ from, amount }) => BARE.test(view.text.slice(from, amount.span[0])));
  return (
    bare &&
    before(view, knowledge)
      .slice(0, 2)
      .some((one) => tells(one) || part.amounts.some((a) => holds(a, one)))
  );
}

/** "No more than", "it at": words that measure nothing. */
export const BARE =
  /^(?: (?:that|it|this|the|figure|sum|number|at|is|will|be|only|just|about|around|some|nearly|nearer|closer|to|no|more|less|fewer|than|at|most|least|up|over|under|below|above))* [$€£¥]?$/i;
