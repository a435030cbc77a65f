import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isFormerFigure } from './former-figure.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';

/** What goes on for a while: what somebody bought last year is theirs, and what they paid for a ride may be another price now. */
const LASTING =
  /^(?:be|have|wait|cost|serve|lead|head|chair|run|manage|direct|oversee|coach|edit|work|teach|live|sit|seat|hold|own|keep|need|take|last|employ|earn|pay|charge|carry|count|use|store|house|host|stay|remain|belong|stand|feed|train|guard|visit|travel|supply|rent|lease|advise|represent|consist|depend|handle|treat|cover|weigh|measure|produce|make|turn out|attract|enjoy|speak|know|play|sing|sleep|stock|lend)$/;
const PAST_AUXILIARY = /^(?:was|were|had|did|could)\b/i;

const SEASON =
  '(?:week|month|year|spring|summer|autumn|fall|winter|season|term|January|February|March|April|May|June|July|August|September|October|November|December)';
/** A time that is over, where what is told of it stands in the past. */
const TIME_OVER = new RegExp(
  `\\b(?:last ${SEASON}\\b|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|some|a few|many|several|long) (?:days|weeks|months?|years?|decades?|century|generations?)? ?ago\\b|(?:in|of) those (?:days|years)\\b|at (?:that|the) time\\b|back then\\b|in (?:the|its|their) (?:early|first) (?:days|years|months|weeks)\\b|the (?:year|season|summer|winter|spring|autumn) before\\b|an? (?:year|season|decade) earlier\\b)`,
  'i',
);
/** "Could then serve": at the time that was told of. */
const THEN = /^(?:was|were|had|did|could) then\b|^then (?:was|were|had|could)\b/i;
const UNTIL =
  /\b(?:until|till|up to) (?:the )?(?:(?:very )?(?:start|end|middle|beginning) of )?(?:early |mid-|late )?$/i;
const SAID = /\b(?:said|says|told|added|wrote|reported|announced|claimed|ruled|ordered|argued|that)\b/i;
const NOT = /\b(?:not|never|nobody|no|none|hardly)\b|n['’]t\b/i;

/**
 * It tells what the claim says of now as something of before, by the words that stand with it: "Last autumn a farm waited
 * 14 months", "was led by Holm until April", "having started with 12".
 */
export function wasSo(
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): boolean {
  if (part.past || part.happened || TIME_OVER.test(part.text)) return false;
  if (isFigureOfBefore(part.amounts, view)) return true;
  if (!relation?.byVerb) return false;
  // "Every image had to be kept in Harby": what had to be was so then, unless somebody only says it.
  if (/^had to\b/i.test(relation.verb) && !SAID.test(view.text.slice(0, relation.verbStart))) return true;
  // What something could do then, be it whatever, is no ability of now.
  if (!LASTING.test(part.predicate?.base ?? '') && !/^could\b/i.test(relation.verb)) return false;
  if (!relation.happened && !PAST_AUXILIARY.test(relation.verb)) return false;
  if (NOT.test(relation.verb)) return false;
  const [start, end] = clauseAround(relation.verbStart, view.text);
  const clause = view.text.slice(start, end);
  return THEN.test(relation.verb) || TIME_OVER.test(clause) || isUntilThen(relation.verbStart, end, view, knowledge);
}

/** Every figure of the claim is told, and each as one of before. */
function isFigureOfBefore(amounts: readonly Amount[], { amounts: told, text }: StatementView): boolean {
  return (
    amounts.length > 0 &&
    amounts.every((amount) => {
      const same = told.filter(
        (other) => sameAmount(amount, other) || (other.unit === '' && other.value === amount.value),
      );
      return same.length > 0 && same.every(({ span }) => isFormerFigure(span, text));
    })
  );
}

/** "Were led by Holm until the end of April", and that day has come. */
function isUntilThen(from: number, end: number, { statement, text }: StatementView, { corpus }: Knowledge): boolean {
  return statement.mentions.some(
    ({ span: [at], start }) =>
      at > from &&
      at < end &&
      UNTIL.test(text.slice(from, at)) &&
      corpus.newest !== undefined &&
      start <= corpus.newest,
  );
}

/** From the break before the verb to the one behind it. */
function clauseAround(verbStart: number, text: string): readonly [number, number] {
  const before = [...text.slice(0, verbStart).matchAll(/[;:—]|,? (?:but|while|whereas)\b|, and\b/g)].at(-1);
  const behind = /[;:—]|,? (?:but|while|whereas)\b|, (?:and|which|who|where)\b|\b(?:as|after|before|when|since)\b/.exec(
    text.slice(verbStart),
  );
  return [before ? before.index + before[0].length : 0, behind ? verbStart + behind.index : text.length];
}
