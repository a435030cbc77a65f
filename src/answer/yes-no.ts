import { deniesExclusive, tellsEnd } from '../claim/assertion.ts';
import { turnsAwayFrom } from '../claim/away-from.ts';
import { compare } from '../claim/compare.ts';
import { readPart } from '../claim/part.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { turnsOf } from '../statement/state.ts';
import type { StatementView } from '../statement/view.ts';
import { makeMatcher } from './match.ts';

/** The lead must speak of this much of what is asked before it says yes or no to it. */
const SPEAKS_OF_IT = 0.72;

/** And of this much before it says yes. */
const SAYS_IT = 0.85;
const STILL = /\b(?:still|yet|any ?more|any longer|continu\w+|remain\w*)\b/i;
const GOES_ON = /\b(?:still|remains?|remained|stays?|keeps?|continues?|stands?|unchanged|in force)\b/i;

const ONE_OF_TWO = /\bor (?!not\b|else\b|so\b|more\b(?= than))/i;
const IS_IT = /^(?:\p{L}+,? )?(?:is|are|was|were)(?:n['’]t)?\b/iu;

/** "Is the exclusivity over?" */
function asksOfEnd(question: string): boolean {
  return /\b(?:over|gone|finished)\b/i.test(question) || turnsOf(question).some(({ sort }) => sort === 'ended');
}

export type YesOrNo = typeof yesOrNo;

/** "Yes", "No" or "No longer", where the lead itself shows it; undefined where the reader must judge. */
export function yesOrNo(
  question: string,
  lead: StatementView,
  knowledge: Knowledge,
): 'Yes' | 'No' | 'No longer' | undefined {
  // "More or less?" asks for one of two, and neither is "yes".
  if (ONE_OF_TWO.test(question)) return undefined;
  const { kind } = lead.statement;
  if (kind === 'forecast' || kind === 'advice' || kind === 'analysis' || lead.hypothetical) return undefined;
  const part = readPart(asClaim(question), knowledge);
  const match = makeMatcher(part.needs, knowledge)(lead);
  const { silent, faint, different, saysThing, anchored, byVerb } = compare(part, lead, match, knowledge);
  const tellsOfIt = saysThing || anchored || byVerb || part.exclusive;
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
      tellsOfIt &&
      !lead.past &&
      match.ownCoverage >= SAYS_IT &&
      !turnsAwayFrom(part, lead);
    return shown && goesOn ? 'Yes' : undefined;
  }
  if (different.length > 1 || part.negated) return undefined;
  const denied = tellsEnd(lead.text) ? 'No longer' : 'No';
  if (different[0] === 'exclusivity' && part.exclusive)
    return !asksOfEnd(question) ? denied : denied === 'No longer' ? 'Yes' : undefined;
  // What the question says was done must have been read, and be told, before it is denied.
  const isRead = part.predicate !== undefined || IS_IT.test(question);
  if (different[0] === 'negation' && isRead && tellsOfIt && silent.length + faint.length === 0) return denied;
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
