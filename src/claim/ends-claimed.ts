import type { Supersession } from '../chronicle/supersession.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { relationIn } from './find-relation.ts';
import { wasBefore } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';

const HALF = 0.5;

/** Whether what ended of a statement is what the claim has from it, and not another clause or another figure of it. */
export function endsWhatIsClaimed(
  part: ClaimPart,
  { object, later }: Pick<Supersession, 'object' | 'later'>,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  if (part.exclusive) return true;
  if (object === undefined) return !revaluesAnother(part, knowledge.views[later]);
  if (part.needs.some(({ alternatives }) => (alternatives.get(object) ?? 0) >= HALF)) return true;
  // What ended of one clause of a sentence ends no sum that another tells: the claim must name it.
  if (part.amounts.length > 0) return false;
  // "Keeps its rating and sees the pact go on": the end of the pact is none of the rating.
  const relation = relationIn(part, view, knowledge);
  if (!relation?.byVerb) return true;
  const places = (view.terms.get(object)?.at ?? []).map((at) => view.tokens[at]?.start ?? -1);
  return places.length === 0 || places.some((at) => inStretch(at, relation));
}

/** "From 1,950 to 1,790": what cost 2,400 is another thing. */
function revaluesAnother({ amounts }: ClaimPart, later: StatementView | undefined): boolean {
  return amounts.some((amount) => {
    const before =
      later?.amounts.filter(({ span, unit }) => (unit === amount.unit || unit === '') && wasBefore(span, later.text)) ??
      [];
    return before.length > 0 && !before.some((other) => sameAmount(amount, other) || other.value === amount.value);
  });
}
