import { deniesExclusive } from '../claim/assertion.ts';
import { saysElse } from '../digest/corrected.ts';
import { tellsAgain } from '../digest/tells-again.ts';
import { overlap } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** So much of the shorter of two sentences must stand in the other for the two to speak of one thing. */
const OF_ONE_THING = 0.5;

/** Whether two sentences say the same in substance: of one thing the same amounts, names, dates and polarity, in whatever words. */
export function tellsSame(one: StatementView, other: StatementView, knowledge: Knowledge): boolean {
  if (turned(one) !== turned(other) || deniesExclusive(one.text) !== deniesExclusive(other.text)) return false;
  return (
    tellsAgain(one, other, knowledge) ||
    tellsAgain(other, one, knowledge) ||
    (!saysElse(one, other, knowledge) && overlap(one, other, knowledge) >= OF_ONE_THING)
  );
}

/** It says that something ended, or that it was rewritten. */
function turned({ turns }: StatementView): boolean {
  return turns.some(({ sort }) => sort === 'ended' || sort === 'amended');
}
