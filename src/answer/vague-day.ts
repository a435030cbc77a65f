import type { Span } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** How well a time that no calendar fixes answers "when". */
export const DAY_VAGUE = 0.8;

/** A season, a part of a year, a stretch from now on. */
const VAGUE_DAY =
  /\b(?:(?:on |since |until |by |from |last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:to|over)night|this (?:morning|afternoon|evening)|(?:at|before|after|until|till|since|by|over|on) (?:Christmas|Easter|Good Friday|New Year(?:['’]s (?:Day|Eve))?|the turn of the year|the new year|the weekend)|(?:\w+ )?(?:days|weeks|months|years) (?:ago|later|earlier)|(?:early |late |mid-?|next |last |this |the )*(?:spring|summer|autumn|winter)|(?:next|this|last) (?:week|month|quarter|year|season)|(?:(?:with)?in (?:the )?(?:next |coming |first )?|over the (?:next|coming) )(?:\w+|\d+)(?:-\d+)? (?:days|weeks|months|quarters|years)|(?:before|by|until|at|towards?) (?:the )?(?:start|middle|end) of (?:the |next |this )?(?:week|month|quarter|year|season))\b/i;

const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)';
const ERA = '(?= (?:AD|CE|BCE?|BP)\\b)';
/** Years that the calendar leaves alone, since most such numbers are none: "in 1262", "by 9000 BP", "between 1268 and 1273". */
const YEAR = `(?:[Ii]n|[Ss]ince|[Bb]y|[Aa]round|[Cc]irca|[Uu]ntil|[Bb]etween|[Bb]efore|[Aa]fter) (?:the year )?(?:AD )?(?:1\\d{3}(?! \\p{Ll}+s\\b)|\\d{1,3}${ERA}|\\d{1,2}[.,]?\\d{3}${ERA})(?:(?: ?[-–] ?| and )1\\d{3})?`;
/** "In the late 17th century", "by the 1960s". */
const OF_HISTORY = new RegExp(
  `\\b(?:(?:early |mid[- ]|late )?(?:${ORDINAL}[- ]centur(?:y|ies)|(?:1\\d|20)\\d0['’]?s)|${YEAR}(?: (?:AD|CE|BCE?|BP))?)\\b(?![.,-]\\d| ?(?:%|per ?cent|people|tonnes))`,
  'u',
);

/** The first words of a statement that tell a time without a date. */
export const vagueDay = remembered(({ text }: StatementView): Span | undefined => spanOf(VAGUE_DAY.exec(text)));

/** The first year, decade or century of a statement that the calendar leaves alone. */
export const timeOfHistory = remembered(({ text }: StatementView): Span | undefined => spanOf(OF_HISTORY.exec(text)));

function spanOf(found: RegExpExecArray | null): Span | undefined {
  return found ? [found.index, found.index + found[0].length] : undefined;
}
