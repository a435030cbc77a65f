import type { Match } from '../answer/match.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { Things } from './claimed-things.ts';
import { isFormerFigure } from './former-figure.ts';
import { isChange, wasBefore } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import { dayOfOldPlan, isBareBefore } from './replaced-figure.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
const NAMED_AROUND = 0.2;

/**
 * The very figures or days that are claimed are told as those of before, of a thing of the claim: "from 400 to 1,500
 * tickets", "240 stores rather than the 180 first announced", "first named June 1". Beside a figure another stands that
 * is so now.
 */
export function tellsFormerValue(part: ClaimPart, things: Things, view: StatementView, match: Match): boolean {
  if (part.amounts.length === 0) return dayOfOldPlan(part, things, view, match);
  const isMet = (i: number) => (match.met[i] ?? 0) >= NAMED_AROUND;
  if (!part.names.every(({ needs }) => needs.some(isMet))) return false;
  const isOwn = (i: number) => (match.own[i] ?? 0) >= SAME_NOUN;
  const told = [...things.subject, ...things.others, ...things.otherNames, ...things.names].some(isOwn);
  return part.amounts.every((claimed) => isFormer(claimed, part.text, view, told));
}

/** Without a word of the claim beside it (`told`), the thing that is counted must show of what it is. */
function isFormer(claimed: Amount, claim: string, { amounts, text }: StatementView, told: boolean): boolean {
  const isOf = (a: Amount) => a.unit === claimed.unit && comparable(a, claimed);
  const now = amounts.filter(
    (a) => isOf(a) && !wasBefore(a.span, text) && !isFormerFigure(a.span, text) && !isChange(a.span, text),
  );
  if (now.length === 0 || now.some((a) => sameAmount(a, claimed))) return false;
  if (!told && claimed.sort !== 'count') return false;
  return (
    isBareBefore(claimed, claim, now, text) ||
    amounts.some(
      (a) =>
        a.value === claimed.value &&
        a.upper === claimed.upper &&
        (isOf(a) || a.unit === '' || !NOUN.test(a.unit)) &&
        (wasBefore(a.span, text) || isFormerFigure(a.span, text) || UP_FROM.test(text.slice(0, a.span[0]))),
    )
  );
}

/** "4.2 million, up from 2.6 million a year ago": where it is told of what is so. */
const UP_FROM = /\b(?:up|down) from (?:the |about |around |some |nearly )*[$€£¥]?$/i;
/** What stands behind a number that counts nothing: "the 180 first announced", "the 14 named in May". */
const NOUN =
  /^(?!(?:first|once|originally|initially|named|planned|promised|announced|expected|forecast|agreed|foreseen|given|it|before|then|so|in|at)$)/;
