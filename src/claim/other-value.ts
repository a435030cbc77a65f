import type { Match } from '../answer/match.ts';
import type { IsoDate } from '../model.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { isOfAnother, namesNothingOf } from './another-thing.ts';
import { certaintyOf } from './assertion.ts';
import type { Things } from './claimed-things.ts';
import { clockTimes, ratesOf } from './clock.ts';
import { isFormerFigure } from './former-figure.ts';
import { isChange, wasBefore } from './left-behind.ts';
import type { ClaimPart } from './part.ts';
import { isSameDay } from './same-day.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
const NAMED_AROUND = 0.2;
const TWO = 2;

/** One of several of its kind, or one that is told of another time or case. */
const BESIDES =
  /\b(?:also|another|further|extra|additional|besides|other|others|too|as well|second|each of|apiece|of which|of them|average|about a|at least|at most|more than|less than|last (?:year|month|week|season)|(?:an?|one|two|three|\d+) years? (?:ago|earlier)|so far|until (?:now|then)|had been|compared|than|if|would|could|might|some)\b/i;
const EXPECTS = /\b(?:expects?|reckons?|predicts?|forecasts?|estimates?|hopes?|believes?|thinks?|puts)\b/i;

/**
 * A later statement gives the same thing another value, in a plain sentence about that thing: where "a sack costs 38
 * crowns" was told, "a sack costs 41 crowns". `day` is the day up to which something may have come about.
 */
export function otherValue(
  part: ClaimPart,
  things: Things,
  view: StatementView,
  match: Match,
  day: IsoDate | undefined,
): boolean {
  if (BESIDES.test(view.text) || BESIDES.test(part.text) || EXPECTS.test(view.text) || view.past) return false;
  const isMet = (i: number) => (match.met[i] ?? 0) >= NAMED_AROUND;
  const isOwn = (i: number) => (match.own[i] ?? 0) >= SAME_NOUN;
  if (!part.names.every(({ needs }) => needs.some(isMet)) || isOfAnother(part, things, view, match)) return false;
  if (namesNothingOf(things, view, match)) return false;
  if (
    otherHour(part, things, view, isOwn) ||
    otherDay(part, things, view, isOwn) ||
    otherRate(part, things, view, isOwn)
  )
    return true;
  if (certaintyOf(view.text) === 'planned' && !hasCome(view, day)) return false;
  const about = [...things.subject, ...things.names, ...things.others, ...things.otherNames];
  if (!about.every(isMet) || !about.some(isOwn)) return false;
  // "The crossing takes 48 minutes": with every word of the claim one thing will do.
  const own = part.needs.every((_, i) => isOwn(i)) ? TWO : about.filter(isOwn).length;
  return otherFigure(part, things, view, own, day);
}

function otherFigure(
  { amounts, dates, names, text }: ClaimPart,
  { subject, others }: Things,
  view: StatementView,
  own: number,
  day: IsoDate | undefined,
): boolean {
  const [claimed, ...more] = amounts;
  if (!claimed || more.length > 0 || dates.length > 0) return false;
  // What is told of a day that is over, or has not come, is of that day.
  if (
    view.statement.mentions.some((m) =>
      m.role === 'event' ? m.precision !== 'day' : day === undefined || m.start > day,
    )
  )
    return false;
  const isNow = ({ span }: Amount) =>
    !wasBefore(span, view.text) && !isFormerFigure(span, view.text) && !isChange(span, view.text);
  const figures = view.amounts.filter((a) => a.unit === claimed.unit && comparable(a, claimed));
  if (figures.length !== 1 || figures.some((a) => !isNow(a) || sameAmount(a, claimed))) return false;
  // "Alder carries 45 percent, Birch 35": nothing of it is Cedar's.
  const bearer = view.names.filter(({ start }) => start < (figures[0]?.span[0] ?? 0)).at(-1);
  if (bearer && names.length > 0 && !text.includes(bearer.text)) return false;
  // A thing that is counted is named by its unit; of other figures two words must show what they are of.
  if (IN_SO_MANY.test(view.text.slice(0, figures[0]?.span[0])) && !IN_SO_MANY.test(text.slice(0, claimed.span[0])))
    return false;
  return claimed.sort === 'count' ? own > 0 : own >= TWO && [...subject, ...others].length > 0;
}

/** "Offers its tests in 300 pharmacies": so many it does not have. */
const IN_SO_MANY = /\b(?:in|at|for|to|by|with|from|among|across|on) (?:some |about |around |all |its |the )*$/i;

/** What is told as to be on a day, and the day has come. */
function hasCome({ statement: { mentions } }: StatementView, day: IsoDate | undefined): boolean {
  return mentions.length > 0 && mentions.every(({ start }) => day !== undefined && start <= day);
}

/** "Lessons begin at eight", where they have begun at half past eight since. */
function otherHour(
  { text, amounts, dates }: ClaimPart,
  { subject }: Things,
  view: StatementView,
  isOwn: (i: number) => boolean,
): boolean {
  if (amounts.length + dates.length > 0) return false;
  const [claimed, ...more] = clockTimes(text);
  const [told, ...others] = clockTimes(view.text);
  if (!claimed || !told || more.length + others.length > 0) return false;
  return claimed.hour !== told.hour && claimed.until === told.until && subject.some(isOwn);
}

/** What is due, and that it came: of one thing both tell the same. */
const COMES_ABOUT =
  /\b(?:start|beg[aiu]n|open|reopen|launch|due|deliver|arriv|debut|releas|premier|sail|came|come|ready|finish|complet|follow|hand(?:ed|s) over|took place|tak(?:es|en) place|published|appear|went|goes)\p{L}*/iu;

/** "The first carriage is due in April", where it came in May. */
function otherDay(
  { amounts, dates, certainty, text }: ClaimPart,
  { subject, names, others }: Things,
  { text: told, statement: { mentions } }: StatementView,
  isOwn: (i: number) => boolean,
): boolean {
  const [date, ...more] = dates;
  if (!date || more.length + amounts.length > 0 || certainty === 'done' || date.role === 'term') return false;
  const [mention, ...further] = mentions;
  if (!mention || further.length > 0 || mention.role === 'term' || isSameDay(date, mention)) return false;
  if (mention.precision === 'year' && date.precision !== 'year') return false;
  if (!COMES_ABOUT.test(text) || !COMES_ABOUT.test(told)) return false;
  const things = subject.length > 0 ? subject : others;
  return things.length > 0 && things.every(isOwn) && names.every(isOwn);
}

/** "Flies four times a week", where the flights are down to two a week. */
function otherRate(
  { text }: ClaimPart,
  { subject, names, otherNames }: Things,
  view: StatementView,
  isOwn: (i: number) => boolean,
): boolean {
  const [claimed, ...more] = ratesOf(text);
  const [told, ...further] = ratesOf(view.text);
  if (!claimed || !told || more.length + further.length > 0) return false;
  const whose = subject.length > 0 ? subject : names;
  return claimed.each === told.each && claimed.times !== told.times && [...whose, ...otherNames].every(isOwn);
}
