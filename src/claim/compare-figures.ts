import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { rateAfter } from './assertion.ts';
import { takesBareFigure } from './bare-figure.ts';
import { fitDate, isOnlyBound } from './compare-dates.ts';
import { toldTheDayBefore } from './day-before.ts';
import { endsAnotherDay, endsWhereItBegins, tellsOldPlansOnly, wasToldAsPlan } from './day-of-plan.ts';
import type { Difference } from './difference.ts';
import { isToAnother, withElliptical } from './elliptical.ts';
import { figureOfClause, isOfUnsaidFigure } from './figure-head.ts';
import { isFigureLine } from './figure-line.ts';
import { isFigureOfAnother } from './figure-of-another.ts';
import { findFractions, sameShare, sharesOfSame, wholeBehind } from './fractions.ts';
import { wasBefore } from './left-behind.ts';
import { countsOnlyOne, isOtherBareCount, tellsOfThem } from './other-count.ts';
import { isOfAnother, isOtherPartOf } from './paired.ts';
import type { ClaimPart } from './part.ts';
import { partOfWhole } from './part-of-whole.ts';
import { endsOnDay } from './plain-verbs.ts';
import { hasRate } from './rates.ts';
import type { Relation } from './relation.ts';
import { countsBefore, countsSame, ofTheSame, rivals } from './rival-amounts.ts';
import { isSaidAlike } from './said-alike.ts';
import { compareVotes } from './votes.ts';

interface Figures {
  /** It holds a figure of the claim. */
  readonly anchored: boolean;
  /** It holds an amount of the claim. */
  readonly sum: boolean;
  readonly silentDates: readonly string[];
  readonly silent: readonly string[];
  readonly different: readonly Difference[];
}

/** Which amounts and dates of a claim a statement gives, gives otherwise or does not give. */
export function compareFigures(
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): Figures {
  const silent: string[] = [];
  const different: Difference[] = [];
  let anchored = false;
  let sum = false;
  const take = (fit: 'same' | 'other' | 'silent' | 'vaguer', sort: 'amount' | 'date', words: string) => {
    if (fit === 'same') {
      anchored = true;
      if (sort === 'amount') sum = true;
    } else if (fit === 'other') different.push(sort);
    else (sort === 'date' ? silentDates : silent).push(words);
  };
  const silentDates: string[] = [];
  for (const amount of part.amounts)
    take(fitAmount(amount, part, view, relation, knowledge), 'amount', part.text.slice(...amount.span));
  const vote = compareVotes(part, view);
  if (isOtherPartOf(part, view) || vote === 'other') different.push('amount');
  if (vote === 'silent') silent.push('the vote');
  for (const date of part.dates) {
    const own = wasToldAsPlan(date, part, view)
      ? 'same'
      : isOnlyBound(date, part, view)
        ? 'silent'
        : isSaidAlike(date, part, view)
          ? 'same'
          : fitDate(date, view, relation);
    const fit =
      own === 'same' && endsWhereItBegins(date, part, view)
        ? 'other'
        : own === 'silent' && endsOnDay(part) && relation?.byVerb
          ? endsAnotherDay(date, view, relation)
          : own === 'silent' && toldTheDayBefore(date, part, view, relation, knowledge)
            ? 'same'
            : own;
    take(
      fit === 'other' && tellsOldPlansOnly(date, part, view) ? 'silent' : fit,
      'date',
      part.text.slice(...date.span),
    );
  }
  return { anchored, sum, silent, silentDates, different };
}

/** "More than 100", "at most half". */
const BOUND =
  /\b(more than|over|above|at least|exceed\w*|less than|fewer than|under|below|at most|up to|no more than|no less than|no fewer than) (?:about |around |some )?$/i;

function boundBefore({ span }: Amount, { text }: Pick<StatementView, 'text'>): string | undefined {
  const bound = BOUND.exec(text.slice(0, span[0]))?.[1]?.toLowerCase();
  return bound && (SAME_BOUND[bound] ?? bound);
}

const isLeast = (bound: string) => /^(?:more|over|above|at least|exceed)/.test(bound);

/** "400 at most", "400 or more". */
function boundBehind({ span }: Amount, { text }: Pick<StatementView, 'text'>): string | undefined {
  const behind = /^(?: \p{Ll}+){0,2} (at (?:most|least|the most|the least)|or (?:more|less|fewer))\b/u.exec(
    text.slice(span[1]),
  )?.[1];
  if (behind === undefined) return undefined;
  return /least|more/.test(behind) ? 'at least' : 'at most';
}

const SAME_BOUND: Readonly<Record<string, string>> = {
  'no more than': 'at most',
  'up to': 'at most',
  'no less than': 'at least',
  'no fewer than': 'at least',
};

/** What comes near to a number may be less. */
const ABOUT = /\b(?:about|around|some|roughly|approximately|nearly|almost|close to|just under) (?:[$€£¥])?$/i;

/** How a statement stands to an amount that a claim names. */
function fitAmount(
  amount: Amount,
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): 'same' | 'other' | 'silent' {
  const bound = boundBefore(amount, part);
  // "Over six years" is during them.
  if (bound && !(bound === 'over' && amount.sort === 'duration')) {
    const others = view.amounts.filter(
      (other) => rivals(amount, other, knowledge) || countsSame(amount, part.text, other, view.text),
    );
    const above = isLeast(bound);
    // "At least 90" is no "at least 65": the least itself is claimed.
    if (others.some((other) => boundBefore(other, view) === bound) && !others.some((o) => sameAmount(o, amount)))
      return 'other';
    const strict = /than$/.test(bound);
    const within = (other: Amount) => {
      const told = boundBefore(other, view) ?? boundBehind(other, view);
      if (told !== undefined && isLeast(told) !== above) return false;
      if (told === undefined && above && sameAmount(other, amount) && ABOUT.test(view.text.slice(0, other.span[0])))
        return false;
      if (strict && told === undefined && other.value === other.upper && sameAmount(other, amount)) return false;
      return above ? other.upper >= amount.value : other.value <= amount.value;
    };
    return others.length === 0 ? 'silent' : others.some(within) ? 'same' : 'other';
  }
  const told = withElliptical(view).filter((other) => isAgo(other, view.text) === isAgo(amount, part.text));
  const same = told.filter(
    (other) =>
      !(part.ofWhole === undefined && isWhole(other, view.text)) &&
      (sameAmount(amount, other) ||
        (other.value === amount.value &&
          other.upper === amount.upper &&
          (countsSame(amount, part.text, other, view.text) || isRareCount(amount, other, told)))),
  );
  // "Lowered it from 9 to 7": the nine is what it was.
  if (wasBefore(amount.span, part.text)) return same.length > 0 ? 'same' : 'silent';
  // "A quarter less" is 25 percent less, on either side.
  const inWords = amount.sort === 'percent' && !/\d/.test(part.text.slice(...amount.span));
  const shares = amount.sort === 'percent' ? [...findFractions(view.text), ...(inWords ? view.amounts : [])] : [];
  if (same.length === 0 && shares.some((other) => sameShare(amount, other))) return 'same';
  // "Half of its members" and "half the members who pay".
  if (inWords && /^half$/i.test(part.text.slice(...amount.span)) && /\bhalf\b/i.test(view.text)) return 'same';
  // Shares are rivals where they are of the same: "a third of its costs" and "a fifth of Alder" are not.
  if (inWords && same.length === 0 && wholeBehind(part.text.slice(amount.span[1])) !== undefined)
    return sharesOfSame(part.text, amount, view).length > 0 ? 'other' : 'silent';
  if (same.length === 0 && isPartTold(amount, part, view)) return 'same';
  if (same.some((other) => !isLeftBehind(other, view))) {
    // "Of 500 million, 100 million was spent": the sum must be that of the verb.
    const head = relation?.byVerb ? figureOfClause(relation, view) : undefined;
    const inClause = (other: Amount) =>
      other === head || (relation !== undefined && relation.start <= other.span[0] && other.span[0] < relation.end);
    const isAhead = (other: Amount) => other.span[0] < (relation?.verbStart ?? 0);
    // "Was built for 300 crates and took 320": what it took has no noun of its own.
    if (relation?.byVerb && same.every(isAhead) && takesBareFigure(relation, told, view)) return 'other';
    if (relation?.byVerb && same.every(isAhead) && tellsOfThem(relation, view)) return 'other';
    if (relation?.byVerb && same.every(isAhead) && isOfUnsaidFigure(relation, view)) return 'silent';
    if (
      relation?.byVerb &&
      !same.some(inClause) &&
      told.some((other) => inClause(other) && rivals(amount, other, knowledge))
    )
      return 'other';
    if (relation?.byVerb && same.every((other) => isSetAgainst(other, relation, view))) return 'silent';
    if (isOfAnother(amount, part, view, knowledge) || isToAnother(amount, part, view)) return 'other';
    if (isFigureOfAnother(amount, part, view)) return 'other';
    // "40 percent next year": which year that is, is not said.
    if (
      part.dates.length > 0 &&
      !part.dates.some((date) => OF_SOME_YEAR.test(` ${part.text.slice(...date.span)}`)) &&
      same.every((other) => OF_SOME_YEAR.test(view.text.slice(other.span[1])))
    )
      return 'silent';
    const rate = rateAfter(part.text, amount.span[1]);
    return rate && !same.some((other) => hasRate(rate, view.text, other.span)) ? 'other' : 'same';
  }
  if (same.length > 0) return 'other';
  // A line of a figure has but one.
  if (relation?.byVerb && isFigureLine(view))
    return told.some((other) => other.unit === amount.unit) ? 'other' : 'silent';
  // "Started with 900" for "started with 1,100 boats", and "one boat" for "two boats".
  if (relation?.byVerb && isCount(amount) && (takesBareFigure(relation, told, view) || isOne(amount, relation, part)))
    return 'other';
  // Bare numbers may number anything, "Alder 7", but for a vote: "9 to 6".
  const bare = (other: Amount) =>
    amount.sort === 'count' &&
    amount.unit === '' &&
    other.unit === '' &&
    (amount.value === amount.upper || other.value === other.upper);
  return told.some(
    (other) =>
      (!bare(other) && rivals(amount, other, knowledge) && !isOfOtherWhole(amount, part, other, view)) ||
      countsSame(amount, part.text, other, view.text) ||
      countsBefore(amount, other, view.text) ||
      isOtherBareCount(amount, part, other, view, relation, knowledge) ||
      ofTheSame(amount, part.text, other, view.text),
  ) || countsOnlyOne(amount, relation)
    ? 'other'
    : 'silent';
}

const isCount = ({ sort, unit, value }: Amount) => sort === 'count' && unit !== '' && value >= 2;

/** "Made one application", where three are claimed. */
function isOne({ unit, span }: Amount, { text, verb }: Relation, part: ClaimPart): boolean {
  if (AT_LEAST.test(part.text.slice(0, span[0]))) return false;
  const behind = text.slice(Math.max(0, text.indexOf(verb)));
  return new RegExp(`\\b(?:(?:only )?one|a single) (?:\\p{Ll}+ ){0,2}${unit}(?!\\p{L})`, 'u').test(behind);
}

const AT_LEAST = /\bat least (?:about )?$/i;

/** "Ada expects a fall by 8 percent, while Ben expects none": of the clause after it, the figure before it is not told. */
function isSetAgainst({ span: [at] }: Amount, clause: Relation, { text }: StatementView): boolean {
  if (clause.start <= at && at < clause.end) return false;
  const between = at < clause.start ? text.slice(at, clause.verbStart) : text.slice(clause.verbStart, at);
  return /,? (?:while|whereas)\b|;/.test(between);
}

/** So large a number is told of one thing only, whatever that is called: "6,400 robots", "6,400 machines". */
const RARE_FROM = 100;

function isRareCount(a: Amount, b: Amount, told: readonly Amount[]): boolean {
  return (
    a.sort === 'count' &&
    b.sort === 'count' &&
    a.value >= RARE_FROM &&
    a.unit !== '' &&
    b.unit !== '' &&
    // "412 units, 146 lifts and 266 escalators": the escalators have a number of their own.
    !told.some((own) => own.sort === 'count' && own.unit === a.unit)
  );
}

/** "Owns 74 of the 112 trains": the second number is of all that there are. */
function isWhole({ span, sort }: Amount, text: string): boolean {
  return sort === 'count' && COUNTED.test(text.slice(0, span[0]));
}

const COUNTED =
  /\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{Ll}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) of (?:the|its|their|his|her|our) (?:\p{Ll}+ )?$/iu;

/** "Two years ago": no stretch of time for which something lasts. */
function isAgo({ sort, span }: Amount, text: string): boolean {
  return sort === 'duration' && /^ ago\b/i.test(text.slice(span[1]));
}

/** "Nine of the fourteen games": nine games. */
function isPartTold(amount: Amount, part: ClaimPart, view: StatementView): boolean {
  const told = amount.sort === 'count' && !part.ofWhole ? partOfWhole(view.text) : undefined;
  return (
    told !== undefined &&
    told.some === amount.value &&
    view.amounts.some((whole) => whole.value === told.whole && (whole.unit === amount.unit || amount.unit === ''))
  );
}

/** "18 percent of the revenue", "60 percent of the volume": shares of two things. */
function isOfOtherWhole(a: Amount, part: ClaimPart, b: Amount, view: StatementView): boolean {
  if (a.sort !== 'percent' || b.sort !== 'percent') return false;
  const [claimed, told] = [wholeBehind(part.text.slice(a.span[1])), wholeOf(b, view)];
  return claimed !== undefined && told !== undefined && claimed !== told && !view.text.toLowerCase().includes(claimed);
}

/** What a share in the statement is of; of "from 90 to 60 percent of the volume", that of the second. */
function wholeOf({ span }: Amount, { text, amounts }: StatementView): string | undefined {
  const own = wholeBehind(text.slice(span[1]));
  const next = amounts.find(
    (other) => other.span[0] > span[1] && other.sort === 'percent' && / to $/.test(text.slice(span[1], other.span[0])),
  );
  return own ?? (next && wholeBehind(text.slice(next.span[1])));
}

const OF_SOME_YEAR = /^ (?:this|next|last) (?:year|month|quarter|season)\b/i;

/** "falls from 22 percent to 15 percent": the first of the two is no more. */
export function isLeftBehind(amount: Amount, view: StatementView): boolean {
  return wasBefore(amount.span, view.text);
}
