import { findDates } from '../../src/calendar/expressions.ts';
import { addDays, dayNumber } from '../../src/calendar/iso.ts';
import { resolve } from '../../src/calendar/resolve.ts';
import type { IsoDate, Span } from '../../src/model.ts';
import { roleByWords, tellsEndOfTerm } from './date-role.ts';
import type { Draft } from './draft.ts';
import { tellsPast } from './tense.ts';

/** How long before a date that is still planned a document is taken to have been written. */
const PLANNED_AHEAD_DAYS = 180;
/** A date more than this before the one planned is history, not news. */
export const HISTORY_DAYS = 550;
export interface Reference {
  readonly day?: IsoDate | undefined;
  /** It was counted back from a plan. */
  readonly guessed?: boolean;
  /** It is a month: what is told with its year is often history ("under the contract of January 2025"). */
  readonly vague?: boolean;
  /** It is no more than a year. */
  readonly bareYear?: boolean;
  /** The last days of what it tells as done with a month and a year, a day as often as it is told. */
  readonly done: readonly IsoDate[];
  /** The first day that it tells with its year and as still to come. */
  readonly plan?: IsoDate;
}

/** The day near which an undated document was written, by the full dates in its own words. */
export function referenceOf({ text, drafts }: { readonly text: string; readonly drafts: readonly Draft[] }): Reference {
  let event: IsoDate | undefined;
  let year: IsoDate | undefined;
  let plan: IsoDate | undefined;
  let vague = false;
  const done: IsoDate[] = [];
  for (const draft of drafts) {
    const sentence = text.slice(...draft.span);
    for (const expression of findDates(sentence)) {
      if (expression.sort !== 'calendar' || expression.year === undefined) continue;
      const date = resolve(expression, {});
      if (!date) continue;
      const role = roleByWords(sentence, expression);
      if (role === 'event') {
        if (date.precision !== 'day' && isMeantFor(sentence, expression)) continue;
        // A bare year is weak: it may be history, or the year ahead.
        if (date.precision !== 'year') {
          if (event === undefined || date.end > event)
            vague = date.precision !== 'day' || OF_A_PAPER.test(sentence.slice(0, expression.span[0]));
          event = latest(event, date.end);
          done.push(date.end);
        } else if (tellsPast(sentence)) year = latest(year, date.start);
      } else if (
        date.precision !== 'year' &&
        !tellsEndOfTerm(sentence.slice(0, expression.span[0])) &&
        (plan === undefined || date.start < plan)
      ) {
        plan = date.start;
      }
    }
  }
  const written = event ?? (plan === undefined ? year : undefined);
  if (plan === undefined || (written !== undefined && dayNumber(plan) - dayNumber(written) <= HISTORY_DAYS))
    return { day: written, vague, done, ...(event === undefined && { bareYear: true }), ...(plan && { plan }) };
  return event === undefined
    ? { day: addDays(plan, -PLANNED_AHEAD_DAYS), guessed: true, done, plan }
    : { day: event, vague, done, plan };
}

/** "Under the contract of May 6, 2023": when a paper was made says little of when a text is written that mentions it. */
const OF_A_PAPER =
  /\b(?:contract|agreement|deal|pact|licen[cs]e|lease|treaty|act|law|permit|charter|accord|concession|order|decree|statute) (?:of|from|dated|signed on|signed in) (?:early |mid-?|late )?$/i;

/** "Results for 2025", "slots for 2027": the period that something is for says nothing of when it was told. */
export function isMeantFor(sentence: string, { span }: { readonly span: Span }): boolean {
  return /\bfor (?:the )?$/i.test(sentence.slice(0, span[0]));
}

function latest(a: IsoDate | undefined, b: IsoDate): IsoDate {
  return a === undefined || b > a ? b : a;
}
