import { FIRST_PLANNED } from '../calendar/first-planned.ts';
import { dayNumber } from '../calendar/iso.ts';
import { type Amount, daysOf, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Turn } from './turns.ts';

/** What stands before the value that held before: "from 60 to 41", "41, below the 60 announced", "41 instead of 60". */
const BEFORE_THE_OLD =
  /\b(?:from|below|above|against|instead of|rather than|in place of|compared with|not)(?: the| its)?(?: about| around| nearly| some)? $/i;

/** These alone show no change: the value of before must be the very one. */
const CONTRAST_CUE = /^(?:below|above|against|instead of|rather than|in place of|compared with|not)\b/i;

/** Whether a turn is told by the value of before alone. */
export function tellsOnlyContrast({ view, cue }: Turn): boolean {
  return CONTRAST_CUE.test(view.text.slice(cue.start, cue.end));
}

/** A later sentence that gives the value of before beside another: an earlier one with the first, and not the other, tells what was. */
export function movesFrom({ view }: Turn, earlier: StatementView): boolean {
  const old = (one: Amount) => BEFORE_THE_OLD.test(view.text.slice(0, one.span[0]));
  for (const from of view.amounts) {
    if (from.sort === 'duration' || !old(from)) continue;
    const now = view.amounts.find(
      (one) => one !== from && one.sort === from.sort && one.unit === from.unit && !old(one) && !sameAmount(one, from),
    );
    if (!now) continue;
    if (earlier.amounts.some((one) => sameAmount(one, from)) && !earlier.amounts.some((one) => sameAmount(one, now)))
      return true;
  }
  return false;
}

/** "From 18 to 10 percent" says nothing of an earlier 40 percent: that was of something else. */
export function movesFromOther({ view }: Pick<Turn, 'view'>, earlier: Pick<StatementView, 'amounts'>): boolean {
  const old = (one: Amount) => BEFORE_THE_OLD.test(view.text.slice(0, one.span[0]));
  return view.amounts.some((from) => {
    if (from.sort === 'duration' || !/\bfrom $/i.test(view.text.slice(0, from.span[0]))) return false;
    const of = (amounts: readonly Amount[], { sort, unit }: Amount) =>
      amounts.filter((one) => one.sort === sort && one.unit === unit);
    const now = view.amounts.find(
      (one) => one !== from && !old(one) && one.value !== from.value && (isBare(from) || of([one], from).length > 0),
    );
    if (!now) return false;
    // "To 1,790 crowns a pair, from 1,950": the unit stands with the other number.
    const before = of(earlier.amounts, isBare(from) ? now : from);
    return before.length > 0 && !before.some(({ value }) => value === from.value);
  });
}

function isBare({ sort, unit }: Amount): boolean {
  return sort === 'count' && unit === '';
}

const LEAST_DAYS_APART = 6;
/** Months and years are not all as long. */
const DAYS_OFF = 0.02;
const DAYS_OFF_LEAST = 4;
const NEARLY_SAME = 0.5;
const PUT_OFF =
  /^(?:postpon|delay|push|put|mov|chang|shift|now expect|now due|now planned|now set|brought|extend|slip|resched|less|more|earlier|later|longer|shorter)/i;

/** "Put off by two months, to November 1", "until 2027, two years less than promised": what was planned for that day. */
export function movesBy({ view, cue }: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  if (!PUT_OFF.test(view.text.slice(cue.start, cue.end))) return false;
  const ahead = (one: StatementView) => one.statement.mentions.filter(({ role }) => role !== 'event');
  const spans = view.amounts.flatMap((amount) => daysOf(amount) ?? []).filter((days) => days >= LEAST_DAYS_APART);
  const moved = ahead(view).some((now) =>
    ahead(earlier).some((then) =>
      spans.some(
        (days) =>
          Math.abs(Math.abs(dayNumber(now.start) - dayNumber(then.start)) - days) <=
          Math.max(DAYS_OFF_LEAST, days * DAYS_OFF),
      ),
    ),
  );
  return moved && sharesPlanned(view, earlier, knowledge);
}

/** The day alone may be that of another plan: a word of what is planned must be the same, or say the same. */
function sharesPlanned(view: StatementView, earlier: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  return view.tokens.some(
    (token) =>
      !token.stop &&
      !/^\d/.test(token.word) &&
      !CALENDAR.test(token.word) &&
      (earlier.terms.has(token.stem) ||
        lexicon.synonyms(token.stem).some(({ key, strength }) => strength >= NEARLY_SAME && earlier.terms.has(key))),
  );
}
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|days?|weeks?|months?|years?|quarters?|end|start|beginning)$/;

/** What stands before the day of before, in "moved the start from May 3 to June 1". */
const FROM_A_DAY = /\bfrom (?:the (?:end|start|middle) of )?(?:early |mid-?|late )?$/i;

/** A later sentence that moves something from one day to another: an earlier one that plans it for the first tells what was. */
export function movesFromDay({ view, cue }: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  if (!PUT_OFF.test(view.text.slice(cue.start, cue.end))) return false;
  const planned = (one: StatementView) => one.statement.mentions.filter(({ role }) => role !== 'event');
  const days = planned(view);
  const from = days.filter(({ span }) => {
    const lead = view.text.slice(0, span[0]);
    return FROM_A_DAY.test(lead) || FIRST_PLANNED.test(lead);
  });
  // "The gate was to open on July 1. On May 19 the board moved the opening to September 1."
  const before = from.length === 0 ? knowledge.before(view.statement) : undefined;
  const wasPlanned = before?.past && before.statement.passage === view.statement.passage ? before : undefined;
  const old = wasPlanned ? planned(wasPlanned) : from;
  return (
    old.some(({ start, precision }) =>
      planned(earlier).some((then) => then.start === start && then.precision === precision),
    ) &&
    days.some(({ start }) => old.every((one) => one.start !== start)) &&
    sharesPlanned(wasPlanned ?? view, earlier, knowledge)
  );
}
