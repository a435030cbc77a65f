import type { Span } from '../../src/model.ts';

const PAST =
  /\b(?:was|were|had|did|ended|began|launched|announced|said|told|signed|agreed|reported|approved|opened|closed|dropped|changed|started|made|rose|fell|cut|raised|resigned|joined|won|lost|paid|bought|sold|ordered|admitted|appointed|took|came|went|gave|became|wrote|ruled|voted|rewrote|published|showed|confirmed|filed|stood|reached|grew|sank|left|met|held|sent|spent|brought|caught|flew|broke|kept|built|got|led|ran|drew|chose|tore|struck|hit|shut|saw|quit|drove|spoke|lent|fought|shrank)\b/i;
/** "Need", "hundred": words that only end as a past tense does. */
const REGULAR =
  /\b(?!(?:need|speed|seed|feed|weed|breed|greed|indeed|hundred|proceed|exceed|succeed)\b)\p{Ll}{2,}ed\b/u;
/** "Is finished", "will be held", "to have sold": no past tense. */
const NOT_YET =
  /\b(?:is|are|am|be|being|get|gets|getting|(?:will|would|may|might|can|could|should|must|to) have(?: been)?) (?:(?:now|still|also|only|then|not|\p{Ll}+ly) )?\p{Ll}+/giu;

/** Whether a sentence, or a part of one, is told in the past tense. */
export function tellsPast(sentence: string): boolean {
  return hasPastVerb(sentence) || REGULAR.test(sentence.replace(NOT_YET, ' '));
}

/** The same by the words that are hardly ever a participle before a noun. */
export function hasPastVerb(sentence: string): boolean {
  return PAST.test(sentence.replace(NOT_YET, ' '));
}

const CLAUSE_ENDS = /[,;:()—–]|\b(?:and|but|so|that|which|while|though|although|because)\b/gi;
/** A date with less than this many words beside it is no clause of its own: "On May 6, the board ...". */
const LEAST_WORDS = 3;

/** The part of a sentence in which a date stands; all of it where a comma leaves the date alone. */
export function clauseAround(sentence: string, [start, end]: Span): string {
  let from = 0;
  let to = sentence.length;
  for (const mark of sentence.matchAll(CLAUSE_ENDS)) {
    if (mark.index + mark[0].length <= start) from = mark.index + mark[0].length;
    else if (mark.index >= end) {
      to = mark.index;
      break;
    }
  }
  const beside = `${sentence.slice(from, start)} ${sentence.slice(end, to)}`;
  return (beside.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < LEAST_WORDS ? sentence : sentence.slice(from, to);
}
