import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

const OPENS_OR_CLOSES = /^(?:open|close|begin|end|start|stop|finish|launch|join|leave|enter|exit|shut)$/;
/** What ends something that had been begun. */
const ENDS = /^(?:close|end|stop|finish|complete|leave|quit|exit|shut|scrap|drop|retire|step down|wind up)$/;
const BEGAN = /\b(?:opened|began|started|launched|founded|joined|entered|introduced|built|set up)\b/i;
/** What one does when another does this. */
const GIVES = /^(?:give|sell|lend|pay|grant|send)$/;
const TAKES = /^(?:take|buy|borrow|receive|get)$/;

/** "The inquiry was closed", "it opened an inquiry": the words for beginning and ending tell of one after the other. */
export function endsWhatBegan(part: ClaimPart, word: string): boolean {
  return ENDS.test(part.predicate?.base ?? '') && BEGAN.test(word);
}

/**
 * Whether a deed and what else a word for the opposite tells can both have come about: what ends had been begun, and what
 * one gave the other took.
 */
export function bothCameAbout(part: ClaimPart, turned: Relation, view: StatementView): boolean {
  const base = part.predicate?.base ?? '';
  if (part.happened && turned.happened && part.dates.length === 0 && OPENS_OR_CLOSES.test(base)) return true;
  if (endsWhatBegan(part, turned.verb) && (turned.happened || !part.happened)) return true;
  // "The bank took a mortgage" for "gave the bank a mortgage": who gets it there gets it here.
  return (
    (GIVES.test(base) || TAKES.test(base)) &&
    part.needs.some(
      (need, i) =>
        inStretch(part.places[i] ?? -1, part.roles.others[0]) &&
        placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, turned.roles.agent)),
    )
  );
}
