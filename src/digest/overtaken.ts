import type { Answering } from '../answer/ask.ts';
import { knownBy } from '../chronicle/turns.ts';
import { wholes } from '../statement/alike.ts';
import type { StatementView } from '../statement/view.ts';

const SEVERAL = 2;

/**
 * Whether a statement was told before the same parties ended or changed what they have with one another: it may no longer
 * hold, whatever it says.
 */
export function isOvertaken(view: StatementView, { knowledge, turns }: Answering): boolean {
  const told = knownBy(view, knowledge);
  const parties = wholes(view, knowledge.analysis.lexicon);
  return (
    told !== undefined &&
    parties.size >= SEVERAL &&
    turns.some(
      (turn) =>
        !turn.vague &&
        (turn.cue.sort === 'ended' || turn.cue.sort === 'amended') &&
        turn.since > told &&
        [...parties].every((party) => turn.subjects.has(party)),
    )
  );
}
