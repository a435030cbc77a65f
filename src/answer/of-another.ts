import type { Question } from '../question/question.ts';
import type { Candidate } from './rank.ts';

/** "What did X say about it?": the words of somebody else, or of nobody. */
export function isSaidByAnother({ text, needs }: Question, { match }: Candidate): boolean {
  const asked = SPEAKS.exec(text)?.[1]?.toLowerCase();
  if (asked === undefined) return false;
  return needs.some(
    ({ name, inherited, word }, i) =>
      name && !inherited && asked.includes(word.toLowerCase()) && (match.met[i] ?? 0) < SPEAKER,
  );
}
const SPEAKS = /\bwhat (?:did|does|has|have) (.{2,40}?) (?:say|said|tell|told|write|written|argue|claim|warn|think)\b/i;
/** A pronoun, or what somebody has published, says it nearly as well as the name. */
const SPEAKER = 0.75;

/** "What was the bid in the second tender?": another in the row is not the one. */
export function isOfAnotherInOrder(question: string, statement: string): boolean {
  const [, which, noun] = IN_ORDER.exec(question) ?? [];
  if (!which || !noun) return false;
  const told = [...statement.matchAll(new RegExp(`\\b(${ORDINALS}) ${noun}`, 'giu'))].map(([, one]) =>
    one?.toLowerCase(),
  );
  return told.length > 0 && !told.includes(which.toLowerCase());
}
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh';
const IN_ORDER = new RegExp(`\\b(${ORDINALS}) (?!quarter|half|year|month|week|day|time)(\\p{L}{4,})`, 'iu');
