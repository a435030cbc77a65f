import { deniesExclusive, tellsEnd } from '../claim/assertion.ts';
import { turnsAwayFrom } from '../claim/away-from.ts';
import { compare } from '../claim/compare.ts';
import { readPart } from '../claim/part.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { makeMatcher } from './match.ts';

/** The lead must speak of this much of what is asked before it says yes or no to it. */
const SPEAKS_OF_IT = 0.72;

/** And of this much before it says yes. */
const SAYS_IT = 0.85;
const STILL = /\b(?:still|yet|any ?more|any longer|continu\w+|remain\w*)\b/i;
const GOES_ON = /\b(?:still|remains?|remained|stays?|keeps?|continues?|stands?|unchanged|in force)\b/i;

export type YesOrNo = typeof yesOrNo;

/** "Yes", "No" or "No longer", where the lead itself shows it; undefined where the reader must judge. */
export function yesOrNo(
  question: string,
  lead: StatementView,
  knowledge: Knowledge,
): 'Yes' | 'No' | 'No longer' | undefined {
  const { kind } = lead.statement;
  if (kind === 'forecast' || kind === 'advice' || kind === 'analysis' || lead.hypothetical) return undefined;
  const part = readPart(asClaim(question), knowledge);
  const match = makeMatcher(part.needs, knowledge)(lead);
  const { silent, faint, different } = compare(part, lead, match, knowledge);
  if (
    match.ownCoverage < SPEAKS_OF_IT &&
    !(part.exclusive && deniesExclusive(lead.text) && match.ownCoverage >= SPEAKS_OF_IT / 2)
  )
    return undefined;
  if (different.length === 0) {
    // "Still" asks whether it goes on: a sentence that does not say so leaves it to the reader.
    const goesOn = !STILL.test(question) || GOES_ON.test(lead.text);
    const shown =
      silent.length === 0 &&
      faint.length === 0 &&
      !lead.past &&
      match.ownCoverage >= SAYS_IT &&
      !turnsAwayFrom(part, lead);
    return shown && goesOn ? 'Yes' : undefined;
  }
  if (different.length > 1 || part.negated) return undefined;
  if (different[0] === 'exclusivity' && part.exclusive) return tellsEnd(lead.text) ? 'No longer' : 'No';
  if (different[0] === 'negation' && silent.length === 0) return tellsEnd(lead.text) ? 'No longer' : 'No';
  return undefined;
}

/** "Is X still Y?" claims "X is still Y": for a comparison of words the order does not matter. */
function asClaim(question: string): string {
  return question
    .replace(/^(?:so|and|but|then|well|ok(?:ay)?|hey|hi)[, ]+/i, '')
    .replace(/^(?:is it true that|true or false:?)\s*/i, '')
    .replace(/^(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must)(?:n['’]t)?\s+/i, '')
    .replace(/\b(?:still|currently|now|today|at present|anymore|any more|any longer)\b/gi, '')
    .replace(/[?\s]+$/, '');
}
