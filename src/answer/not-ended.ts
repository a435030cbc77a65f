import type { Supersession } from '../chronicle/supersession.ts';
import type { Question } from '../question/question.ts';
import type { LastAnswer } from './context.ts';
import type { Candidate } from './rank.ts';

/** "When did it end?" as of a day, with nothing before it: what is hardly met by the one word that is left may be anything. */
export function leansOnNothing(
  { text, needs, asOfAsked }: Question,
  best: Candidate,
  previous: LastAnswer | undefined,
): boolean {
  return asOfAsked && !previous && needs.length === 1 && PRONOUN.test(text) && best.match.coverage < MET_WELL;
}
const PRONOUN = /\b(?:it|they|this|that|he|she)\b/i;
const MET_WELL = 0.75;

/** "When did it end?" of what was still so on the day asked for. */
export function hasNotEndedYet(
  { kind, text, asOf, asOfAsked }: Question,
  previous: LastAnswer | undefined,
  supersessions: ReadonlyMap<number, Supersession>,
): boolean {
  if (kind !== 'when' || !asOfAsked || asOf === undefined || !previous || !ASKS_END.test(text)) return false;
  const end = supersessions.get(previous.lead.statement.index);
  return end !== undefined && end.since > asOf;
}
const ASKS_END = /\b(?:end(?:ed)?|stop(?:ped)?|expired?|lapsed?|over|cease[ds]?)\W*$/i;
