import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** Shares of what the best scores and covers. */
const NEARLY_AS_GOOD = 0.8;
const COVERS = 0.6;

const tellsTurn = ({ view }: Candidate) => view.turns.some(({ sort }) => sort === 'ended' || sort === 'amended');

/** "The old contract kept it to one. Under the amended one any may": how it stands now, on a day that is not told. */
export function turnedUndated(
  { kind }: Question,
  best: Candidate,
  ranked: readonly Candidate[],
  isOver: (view: StatementView) => boolean,
): Candidate | undefined {
  if (kind !== 'yes or no' || tellsTurn(best)) return undefined;
  return ranked.find(
    (one) =>
      !one.view.past &&
      !one.view.hypothetical &&
      !isOver(one.view) &&
      tellsTurn(one) &&
      one.score >= best.score * NEARLY_AS_GOOD &&
      one.match.coverage >= best.match.coverage * COVERS,
  );
}
