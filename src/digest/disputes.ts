import type { Answering } from '../answer/ask.ts';
import { otherSource, otherTime, sameTime } from '../answer/disagreement.ts';
import { overlap, wholes } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { neighbours } from './neighbours.ts';

/** Another value for the same thing, by another source. */
export interface Dispute {
  readonly one: StatementView;
  readonly other: StatementView;
}

/** Share of words in common from which two figures are of one thing; less will do where both name one time. */
const SAME_THING = 0.45;
const SAME_THING_THEN = 0.3;
/** Figures further apart than this factor are of two things. */
const FAR_APART = 10;
const TELLS: ReadonlySet<string> = new Set(['reported', 'quotation', 'forecast']);

/** What other sources give in place of the figures of these statements, where neither replaced the other; each pair once. */
export function disputesOf(views: Iterable<StatementView>, answering: Answering): readonly Dispute[] {
  const found: Dispute[] = [];
  const seen = new Set<StatementView>();
  for (const one of views) {
    if (!couldDiffer(one, answering)) continue;
    seen.add(one);
    for (const other of neighbours(one, answering.knowledge)) {
      if (!seen.has(other) && couldDiffer(other, answering) && differ(one, other, answering))
        found.push({ one, other });
    }
  }
  return found;
}

function couldDiffer({ statement, amounts, past }: StatementView, { supersessions }: Answering): boolean {
  return (
    TELLS.has(statement.kind) &&
    !past &&
    !supersessions.has(statement.index) &&
    amounts.some(({ sort }) => sort !== 'duration')
  );
}

function differ(one: StatementView, other: StatementView, { knowledge }: Answering): boolean {
  if (!rival(one, other) || !otherSource(one, other) || otherTime(one, other)) return false;
  const { lexicon } = knowledge.analysis;
  const names = wholes(other, lexicon);
  if (![...wholes(one, lexicon)].some((name) => names.has(name)) && !sameTime(one, other)) return false;
  return overlap(one, other, knowledge) >= (sameTime(one, other) ? SAME_THING_THEN : SAME_THING);
}

/** Each gives one figure in a unit, and not the same one. */
function rival(one: StatementView, other: StatementView): boolean {
  return one.amounts.some((amount) => {
    if (amount.sort === 'duration' || amount.unit === '') return false;
    const [own, others] = [sole(amount, one), sole(amount, other)];
    return (
      own !== undefined &&
      others !== undefined &&
      !sameAmount(own, others) &&
      Math.max(own.value, others.value) / Math.min(own.value, others.value) < FAR_APART
    );
  });
}

function sole({ sort, unit }: Amount, view: StatementView): Amount | undefined {
  const [first, ...more] = view.amounts.filter((one) => one.sort === sort && one.unit === unit);
  return more.length === 0 ? first : undefined;
}
