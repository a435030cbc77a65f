import type { Match } from '../answer/match.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import type { Things } from './claimed-things.ts';
import { isFormerFigure } from './former-figure.ts';
import { findFractions } from './fractions.ts';
import { isChange, wasBefore, wasDayBefore } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { isSameDay } from './same-day.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
const NAMED_AROUND = 0.2;
const TWO = 2;
const HALF = 0.5;

const CHANGED =
  /\b(?:down to|up to|up from|down from|now|raised?|raises|lowered|lowers|cut|cuts|lifted|reduced|grown?|grew|rose|fell|leaves|enlarged|shortened|extended|stretche[sd]|instead|rather than|no longer|went (?:up|down)|used to)\b/i;

/** What stands right before the figure that is so now. */
const TO_NOW =
  /\b(?:(?:down|up|grows?|grown|grew|rises?|risen|rose|falls?|fell|fallen|drops?|dropped|climbs?|climbed|slipp?(?:ed|s)|increased?|raised?|lowered|cut|reduced|shrunk|enlarged|extended|stretche[sd]|shortened|trimmed|gone up|gone down)(?: [^.;,]{0,40})? to|(?:is|are) (?:now|down to|up to)|now (?:has|have|runs?|costs?|pays?|is|are|holds?|owns?|employs?|makes?|needs?|takes?|gets?|gives?|sells?|lasts?)|leaves|went (?:up|down) to|(?:comes?|came) to|only) (?:about |around |some |only |nearly |almost |more than |an? )?[$€£¥]?$/iu;
/** "The price has gone up to 36 million", "that share falls to 8 percent": of what, the sentence before says. */
const OPENS_WITH_SUM =
  /^(?:The|Its|Their) (?:new |total |whole )?(?:price|costs?|bill|sum|total|budget|figure|number|count)\b|\b(?:that|this) (?:share|price|rate|sum|figure|number|fee)\b/;

/** What somebody expects is not yet so. */
const EXPECTS = /\b(?:expects?|reckons?|predicts?|forecasts?|estimates?)\b/i;

/** It gives the same thing another figure in the same unit as the one that is so now, and none of those claimed. */
export function otherFigure(
  { amounts, needs, names: groups, text, certainty }: ClaimPart,
  { subject, names, others }: Things,
  view: StatementView,
  { own, met }: Match,
): boolean {
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  if (amounts.length === 0 || (EXPECTS.test(view.text) && certainty !== 'planned')) return false;
  const isKnown = (g: (typeof groups)[number]) => g.needs.some((i) => (met[i] ?? 0) >= NAMED_AROUND);
  const things = [...subject, ...others].filter(isOwn).length;
  // "The two sides cut the order to three machines": two words show that it is the same matter.
  if (!groups.every((g) => isKnown(g) || (things >= TWO && !g.needs.some((i) => names.includes(i))))) return false;
  const figures = [...view.amounts, ...findFractions(view.text)];
  const now = figures.filter(
    ({ span }) => !wasBefore(span, view.text) && !isFormerFigure(span, view.text) && !isChange(span, view.text),
  );
  if (amounts.some((amount) => now.some((a) => sameAmount(a, amount)))) return false;
  const sameSort = (a: Amount, b: Amount) => a.unit === b.unit && comparable(a, b);
  // "From 90 to 60 percent" says nothing of 18 percent: that is of something else.
  if (
    amounts.every((amount) => isBareBefore(amount, text, now, view.text)) &&
    (own.some((one) => one >= HALF) || things > 0)
  )
    return true;
  // "Had paid 7 cents; since April 1 it pays 8.5": the very figure is told as the old one.
  const isOld = (amount: Amount) =>
    figures.some((a) => sameAmount(a, amount) && isFormerFigure(a.span, view.text)) &&
    now.some((a) => sameSort(a, amount) || a.unit === '');
  if (amounts.every(isOld) && [...subject, ...names].some(isOwn)) return true;
  const before = figures.filter(({ span }) => wasBefore(span, view.text));
  const ofThis = (amount: Amount) => {
    const former = before.filter((a) => sameSort(a, amount) || a.unit === '');
    return former.length === 0 || former.some((a) => sameAmount(a, amount) || a.value === amount.value);
  };
  if (!amounts.every(ofThis)) return false;
  const told = (amount: Amount, strictly: boolean) =>
    now.some(
      (a) =>
        (sameSort(a, amount) ||
          (strictly &&
            a.unit === '' &&
            a.sort === amount.sort &&
            comparable(a, amount) &&
            isNear(a, amount) &&
            !OF_THEM.test(view.text.slice(a.span[1])))) &&
        (!strictly || TO_NOW.test(view.text.slice(0, a.span[0]))),
    );
  const about = subject.length > 0 ? subject : names;
  const carried = OPENS_WITH_SUM.test(view.text) && about.some((i) => (met[i] ?? 0) >= NAMED_AROUND);
  // Of sums of money many are told of one house: the thing must be named.
  const isMoney = amounts.some(({ sort }) => sort === 'money');
  const named = about.some(isOwn) && (!isMoney || subject.length > 0);
  if (amounts.every((amount) => told(amount, true)) && (carried || named || others.some(isOwn))) return true;
  return (
    CHANGED.test(view.text) &&
    amounts.every((amount) => told(amount, false)) &&
    (subject.length > 0
      ? subject.some(isOwn)
      : names.some(isOwn) && needs.some((need, i) => !need.name && need.weight >= SUBSTANCE && isOwn(i)))
  );
}

/** "For five years rather than seven": the unit stands at the other figure. */
export function isBareBefore({ unit, span }: Amount, claim: string, now: readonly Amount[], text: string): boolean {
  const number = claim
    .slice(...span)
    .split(' ')[0]
    ?.replace(/[^\p{L}\d.,-]/gu, '');
  if (!number) return false;
  const bare = new RegExp(
    `^[^.;]{0,25}? (?:rather than|instead of|and not|not|and no longer) ${number}(?![\\p{L}\\d]| \\p{Ll}+s\\b)`,
    'iu',
  );
  return now.some((a) => a.unit === unit && bare.test(text.slice(a.span[1])));
}

/** A bare number so much larger or smaller counts something else. */
const TIMES_APART = 5;

function isNear(a: Amount, b: Amount): boolean {
  return a.value * TIMES_APART >= b.value && b.value * TIMES_APART >= a.value;
}

const OF_THEM = /^ of (?:them|these|those|which|whom)\b/i;

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ONE_MORE =
  /\b(?:an?|the|its|their) (\p{Ll}+) (?:\p{Ll}+[ -]){0,2}$|\b(?:another|one more|\p{Ll}+ more|\d+ more)(?: \p{Ll}+){0,2} $/iu;

/** "It also built a sixth data centre", where five are claimed. */
export function countsOneMore(
  { amounts, needs, names: groups }: ClaimPart,
  { others, subject }: Things,
  view: StatementView,
  { met }: Match,
): boolean {
  const [amount, ...more] = amounts;
  if (!amount || more.length > 0 || amount.sort !== 'count') return false;
  if (view.amounts.some((a) => sameAmount(a, amount))) return false;
  if (!groups.every((g) => g.needs.some((i) => (met[i] ?? 0) >= NAMED_AROUND))) return false;
  return [...subject, ...others].some((i) => {
    const need = needs[i];
    return (need ? placesOfNeed(need, view) : []).some((at) => {
      const one = ONE_MORE.exec(view.text.slice(0, view.tokens[at]?.start ?? 0));
      if (!one) return false;
      return one[1] === undefined || ORDINALS.indexOf(one[1].toLowerCase()) > amount.value;
    });
  });
}

const ONLY_UNTIL =
  /\b(?:only|now|extended|shortened|cut|prolonged|already|signed)\b[^.;]{0,30}\b(?:until|to|in|through)(?: the end of)? $/i;

/** It ends on another day by a newer word: "is bound only until 2028". */
export function otherTerm(
  { dates, names: groups }: ClaimPart,
  { others, subject }: Things,
  view: StatementView,
  { own, met }: Match,
): boolean {
  const [date, ...more] = dates;
  if (!date || more.length > 0 || date.role !== 'term') return false;
  if (![...others, ...subject].some((i) => (own[i] ?? 0) >= SAME_NOUN)) return false;
  if (!groups.every((g) => g.needs.some((i) => (met[i] ?? 0) >= NAMED_AROUND))) return false;
  return view.statement.mentions.some(
    (m) => (m.start > date.end || m.end < date.start) && ONLY_UNTIL.test(view.text.slice(0, m.span[0])),
  );
}

/** The very day that is claimed is told as that of a plan of before: "first named June 1", "announced for May 2". */
export function dayOfOldPlan(
  { dates, names: groups, certainty }: ClaimPart,
  { subject, names, others }: Things,
  view: StatementView,
  { met }: Match,
): boolean {
  if (dates.length === 0 || certainty === 'done') return false;
  const isMet = (i: number) => (met[i] ?? 0) >= NAMED_AROUND;
  if (!groups.every((g) => g.needs.some(isMet)) && !subject.some(isMet)) return false;
  if (![...subject, ...names].some(isMet) && !others.some(isMet)) return false;
  return dates.every((date) =>
    view.statement.mentions.some(
      (m) => m.precision === date.precision && isSameDay(date, m) && wasDayBefore(m.span, view.text),
    ),
  );
}
