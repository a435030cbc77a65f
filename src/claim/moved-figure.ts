import { visibleAsOf } from '../answer/visible.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf } from './assertion.ts';
import { isLeftBehind } from './compare-figures.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** Words that say a claim's word this nearly hold a statement to look at. */
const SAME_WORD = 0.95;
/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.3;

/**
 * Of a claim against which only an older figure speaks: the newer statement that has the claimed figure in place of that
 * very one. "A ticket costs 9 crowns" is no longer against 7 where "the fare was cut from 9 crowns to 7".
 */
export function movedTo(
  part: ClaimPart,
  against: readonly Comparison[],
  asOf: IsoDate | undefined,
  knowledge: Knowledge,
): StatementView | undefined {
  const [claimed, ...others] = part.amounts;
  if (claimed === undefined || others.length > 0 || part.negated || against.length === 0) return undefined;
  if (!against.every((c) => c.silent.length === 0 && c.different.every(isFigure) && c.different.includes('amount')))
    return undefined;
  const days = against.map(({ view }) => knownBy(view, knowledge));
  return viewsWithWords(part, knowledge).find((view) => {
    if (!view.amounts.some((amount) => sameAmount(amount, claimed) && !isLeftBehind(amount, view))) return false;
    const day = knownBy(view, knowledge);
    if (day === undefined || !days.every((former) => former !== undefined && former < day)) return false;
    if (asOf !== undefined && !visibleAsOf(view, asOf, knowledge)) return false;
    const next = knowledge.views[view.statement.index + 1];
    const around = next?.statement.document === view.statement.document ? [view, next] : [view];
    return (
      !OPEN.test(certaintyOf(view.text)) &&
      against.every(({ view: { amounts } }) =>
        around.some((one) =>
          one.amounts.some(
            (before) =>
              isLeftBehind(before, one) &&
              !sameAmount(before, claimed) &&
              amounts.some((amount) => sameAmount(amount, before)),
          ),
        ),
      )
    );
  });
}

const isFigure = (difference: string) => difference === 'amount' || difference === 'date';
const OPEN = /^(?:planned|possible|talks)$/;

/** The statements that have one of a claim's own words, its names aside: what they tell may be of the same matter. */
function viewsWithWords({ needs }: ClaimPart, knowledge: Knowledge): StatementView[] {
  const keys = needs.flatMap(({ alternatives, weight, name }) =>
    name || weight < SAYS_SOMETHING ? [] : [...alternatives].flatMap(([key, s]) => (s >= SAME_WORD ? [key] : [])),
  );
  return [...new Set(keys.flatMap((key) => [...knowledge.holders(key)]))].flatMap((i) => knowledge.views[i] ?? []);
}
