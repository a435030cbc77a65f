import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

const NUMBER = `(\\d{1,3}|${Object.keys(SMALL_NUMBERS).join('|')})`;
/** "Voted seven to two", "by five votes to two", "9-6": and not "from two to seven". */
const VOTE = new RegExp(
  `\\b(?:vot(?:es?|ed|ing)|approved|passed|rejected|won|lost|beat|carried|by|decided|ruled|agreed)\\b(?: (?!from\\b)[\\p{L}’'-]+){0,5} ${NUMBER}(?: votes?)? (?:to|against) ${NUMBER}\\b(?! (?:years?|months?|weeks?|days?|hours?|percent|per cent))`,
  'giu',
);

/** How a statement stands to the vote that a claim tells: undefined where the claim tells none. */
export function compareVotes(part: ClaimPart, view: StatementView): 'same' | 'other' | 'silent' | undefined {
  const claimed = votesInClaim(part)[0];
  if (claimed === undefined) return undefined;
  const told = votesIn(view);
  if (told.length === 0) return 'silent';
  return told.includes(claimed) ? 'same' : 'other';
}

const votesInClaim = remembered(({ text }: ClaimPart) => votes(text));
const votesIn = remembered(({ text }: StatementView) => votes(text));

function votes(text: string): string[] {
  const value = (word = '') => SMALL_NUMBERS[word.toLowerCase()] ?? Number(word);
  return [...text.matchAll(VOTE)].map((match) => `${value(match[1])}:${value(match[2])}`);
}
