import type { Question } from '../question/question.ts';

/** Numbers and years that are none of a form that is read: "several thousand", "in 1469", "the 6th century". */
const VAGUELY =
  /\b(?:several|dozens?|hundreds?|thousands?|a few|(?<![\d.,])\d{3,4}(?![.,]?\d)|centur(?:y|ies)|\d+ (?:BC|AD))\b/i;
/** A year or a time that is told as one: a figure of something else is none. */
const VAGUE_YEAR = () =>
  /\b(?:in|since|from|by|until|around|about|before|after) (?:1\d{3}|20\d{2})\b(?![.,]\d| \p{Ll}+s\b)|\b(?:centur(?:y|ies)|\d+ (?:BC|AD)|(?:several|a few|many|some|dozens of|hundreds of|thousands of) (?:hours|days|weeks|months|quarters|seasons|years|decades|centuries))\b/iu;
/** A year is no sum. */
const YEAR = /\b(?:in|since|from|by|until|before|after|during|of) (?:19|20)\d\d\b/gi;

/** A number, or a year, of no form that is read. */
export function isVague({ kind }: Question, text: string): boolean {
  return kind === 'when' ? VAGUE_YEAR().test(text) : kind === 'how much' && VAGUELY.test(text.replace(YEAR, ''));
}
