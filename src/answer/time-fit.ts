import { bounds, dayNumber } from '../calendar/iso.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { asksOutlook } from './outlook.ts';

/** 1 where the statement's own words name the time asked for, less where it is only dated to it. */
export function periodFit(question: Question, view: StatementView): number {
  const { time } = question;
  if (time?.sort !== 'period') return 0;
  // "Early this year" overlaps a month of it and says nothing of the month.
  const days = (start: string, end: string) => dayNumber(end) - dayNumber(start) + 1;
  const inside = (start: string, end: string) =>
    start <= time.end && end >= time.start && days(start, end) <= days(time.start, time.end) * MUCH_LONGER;
  const events = view.statement.mentions.filter((m) => m.role === 'event' && inside(m.start, m.end));
  // "What is different since May 18?": the day is named for what was done on it.
  if (events.length > 0)
    return namesOnlyTime(question) && !events.some((m) => m.start <= time.start) ? LATER_THAN_ITS_START : 1;
  // "From May 1 anybody may sell it": told before the day, and still what came about on it.
  if (
    days(time.start, time.end) <= A_MONTH &&
    view.statement.mentions.some((m) => m.role === 'planned' && inside(m.start, m.end))
  )
    return PLANNED_FOR_IT;
  const { date } = view.statement;
  if (!date) return 0;
  // What changed then is told in what was published then, where something is named that it is to concern.
  if (date.origin === 'publication')
    return question.kind === 'what changed' &&
      question.needs.length > 0 &&
      inside(bounds(date.date).start, bounds(date.date).end)
      ? 0.5
      : 0;
  const span = bounds(date.date);
  return inside(span.start, span.end) ? 0.7 : 0;
}

const namesOnlyTime = ({ kind, needs }: Question) => kind === 'what changed' && needs.length === 0;

const LATER_THAN_ITS_START = 0.8;
const MUCH_LONGER = 3.5;
const PLANNED_FOR_IT = 0.9;
const A_MONTH = 31;

/** News halve in worth with this many days. */
const HALF_LIFE_DAYS = 30;
/** What only its document dates counts for less, and an opinion on the news for less still. */
const DAY_OF_DOCUMENT = 0.75;
const OPINION = 0.4;
const LATEST = /\b(?:latest|newest|most recent|news|update|new (?:on|about|with|for))\b/i;

/** How near the newest day of the corpus a statement stands, where the latest is asked for: 0 to 1. */
export function recencyOf(question: Question, view: StatementView, knowledge: Knowledge): number {
  if (!wantsLatest(question)) return 0;
  const day = knownBy(view, knowledge);
  const upTo = question.asOf ?? knowledge.corpus.newest;
  if (!upTo || !day) return 0;
  const age = Math.max(0, dayNumber(bounds(upTo).start) - dayNumber(bounds(day).start));
  const { date, kind } = view.statement;
  // What is told as past is as old as it was, whatever the day of its document.
  if (!date && view.past) return 0;
  const dated = date ? 1 : kind === 'analysis' ? OPINION : DAY_OF_DOCUMENT;
  return dated * 0.5 ** (age / HALF_LIFE_DAYS);
}

const wantsLatest = remembered(
  ({ kind, time, text }: Question) =>
    time?.sort !== 'period' &&
    (kind === 'what changed' || time?.sort === 'now' || LATEST.test(text) || asksOutlook(text)),
);
