import { type Expression, findDates } from '../../src/calendar/expressions.ts';
import { addDays, bounds, dayNumber, isoDay } from '../../src/calendar/iso.ts';
import { asIso, type ResolvedDate, resolve } from '../../src/calendar/resolve.ts';
import type { DateMention, IsoDate, StatementDate } from '../../src/model.ts';
import { beginsThen, mayHavePassed, roleByWords } from './date-role.ts';
import type { Draft } from './draft.ts';
import { HISTORY_DAYS, type Reference, referenceOf } from './reference.ts';
import { clauseAround, tellsPast } from './tense.ts';

export interface DatedText {
  readonly text: string;
  readonly published?: IsoDate;
  readonly drafts: readonly Draft[];
}

export interface DraftDates {
  readonly mentions: readonly DateMention[];
  readonly date?: StatementDate;
}

/** What stands under these has not come. */
const AHEAD_HEADING =
  /\b(?:what (?:comes|happens) next|what(?:['’]s| is) (?:next|ahead|coming)|next steps|coming (?:up|next|events)|upcoming|looking ahead|the (?:road|year|months) ahead|save the date)\b/i;
const GOES_ON =
  /^(?:They|He|She|It|This|That|These|Those|The same|The (?:deal|agreement|move|company|companies|memo|announcement|decision|two|statement|contract|letter|filing|plan|new)|Its|Their|His|Her|Even (?:that|this)|Both|In (?:it|the (?:memo|letter|statement|filing)))\b/;
const SAYING = /^(?:\S+\s+){0,4}(?:said|says|added|told|wrote|announced|confirmed|stated)\b/;

/** "Below the 60 announced in June", "earlier than agreed in May", "whose memo in March": the day of what is spoken of, not of the sentence. */
const OF_SOMETHING_TOLD =
  /(?:(?:\d\S*(?: (?:million|billion|percent|per cent))?|\b(?:as|than))(?: (?:he|she|it|they|we))? (?:\p{L}+ed|set|given|made|told)|\bwhose(?: \p{Ll}+){1,3}) (?:in|on|for) (?:early |mid-?|late )?$/u;

/** A month that lies this far behind what the other documents report is history. */
const OLD_DAYS = 300;

/**
 * Dates every draft of a corpus. Documents with full dates of their own are read first, so that "April 27" in another
 * can take its year from them.
 */
export function dateDrafts(texts: readonly DatedText[]): DraftDates[][] {
  const published = texts
    .flatMap((text) => text.published ?? [])
    .sort()
    .at(-1);
  const own = texts.map((text): Partial<Reference> => {
    if (text.published) return { day: text.published };
    const reference = referenceOf(text);
    // A month that lies far beyond what any document of the story was published on has not come.
    const beyond =
      reference.vague &&
      reference.day &&
      published &&
      dayNumber(bounds(reference.day).start) - dayNumber(bounds(published).end) > OLD_DAYS;
    return beyond ? {} : reference;
  });
  const newest = (sure: boolean) =>
    own
      .flatMap(({ day, guessed, bareYear }) => (day === undefined || (sure && (guessed || bareYear)) ? [] : [day]))
      .sort()
      .at(-1);
  const [sure, any] = [newest(true), newest(false)];
  const years = yearsOfDays(texts);
  const dateAll = (known: IsoDate | undefined) =>
    texts.map((text, i) => {
      const { day, guessed, vague, bareYear } = own[i] ?? {};
      const old = vague && day && known && dayNumber(bounds(known).end) - dayNumber(bounds(day).end) > OLD_DAYS;
      // A plan that lies far beyond what the other documents report was made long before it.
      const far = guessed && day && known && dayNumber(bounds(day).end) - dayNumber(bounds(known).end) > HISTORY_DAYS;
      // A document that tells when it was written says more of its days than another that names the same day.
      const surely =
        day && !guessed && !vague && known && dayNumber(bounds(known).end) - dayNumber(bounds(day).end) <= OLD_DAYS;
      const reference = far || old || bareYear ? (known ?? day ?? any) : (day ?? known ?? any);
      return dateDocument(text, { reference, newest: known, years: text.published || surely ? NO_YEARS : years });
    });
  const dated = dateAll(sure);
  // "March 24", "April 20", "June 8" in three documents: each is near the one before it, and not near the first.
  const reached = newestDay(dated);
  return sure && reached && reached > bounds(sure).end ? dateAll(reached) : dated;
}

/** The newest day that any document tells as done. */
function newestDay(dated: readonly (readonly DraftDates[])[]): IsoDate | undefined {
  return dated
    .flat()
    .flatMap(({ mentions }) => mentions)
    .flatMap(({ role, precision, start }) => (role === 'event' && precision === 'day' ? [start] : []))
    .sort()
    .at(-1);
}

/** Years by month and day, "04-27". */
type Years = ReadonlyMap<string, number>;
const NO_YEARS: Years = new Map();

/** The year of every day that the corpus dates in full and tells as done; none where two years share the day. */
function yearsOfDays(texts: readonly DatedText[]): Years {
  const found = new Map<string, Set<number>>();
  for (const { text, drafts } of texts) {
    for (const draft of drafts) {
      const sentence = text.slice(...draft.span);
      for (const expression of findDates(sentence)) {
        if (expression.sort !== 'calendar' || expression.year === undefined || expression.day === undefined) continue;
        if (roleByWords(sentence, expression) !== 'event') continue;
        const day = resolve(expression, {})?.start.slice(5);
        if (day) found.set(day, (found.get(day) ?? new Set()).add(expression.year));
      }
    }
  }
  return new Map([...found].flatMap(([day, years]) => (years.size === 1 ? [[day, [...years][0] ?? 0] as const] : [])));
}

/** A day that the corpus dates in full elsewhere has that year: the documents of one story tell of the same events. */
function withKnownYear(expression: Expression, years: Years): Expression {
  if (expression.sort !== 'calendar' || expression.year !== undefined || !expression.month || !expression.day)
    return expression;
  const year = years.get(isoDay(0, expression.month, expression.day).slice(5));
  return year === undefined ? expression : { ...expression, year };
}

/** "In 2025, and in October of that year": the year that was told last. */
function ofThatYear(expression: Expression, quote: string, previous: IsoDate | undefined): Expression {
  return expression.sort === 'calendar' &&
    expression.year === undefined &&
    previous !== undefined &&
    /^ (?:of (?:that|the same) year|of that same year)\b/.test(quote.slice(expression.span[1]))
    ? { ...expression, year: Number(previous.slice(0, 4)) }
    : expression;
}

interface Surroundings {
  /** The day near which the text was written. */
  readonly reference: IsoDate | undefined;
  /** The newest day that any document tells. */
  readonly newest: IsoDate | undefined;
  readonly years: Years;
}

function dateDocument(
  { text, drafts, published }: DatedText,
  { reference, newest, years }: Surroundings,
): DraftDates[] {
  let previous: IsoDate | undefined;
  let previousSure = false;
  let block = -1;
  let before: { date?: StatementDate; quote: string } = { quote: '' };
  return drafts.map((draft) => {
    // A new paragraph goes on about nothing by itself.
    if (draft.block !== block) before = { quote: '' };
    block = draft.block;
    const quote = text.slice(...draft.span);
    const mentions: DateMention[] = [];
    const past = tellsPast(quote);
    for (const expression of findDates(quote)) {
      const told = roleByWords(quote, expression);
      const ahead = told === 'event' && AHEAD_HEADING.test(draft.heading ?? '') && !past;
      const words = ahead ? 'planned' : told;
      const whole = withKnownYear(ofThatYear(expression, quote, previous), years);
      const resolveIn = (isAhead: boolean | 'either') =>
        resolve(whole, {
          ...(previous && {
            previous,
            previousSure: previousSure && !STILL_AHEAD.test(quote) && (words === 'event' || past),
          }),
          ...(reference && { reference }),
          ...(published ? { published } : newest && { newest }),
          ahead: isAhead,
        });
      const nearly =
        words === 'event' && nearerAhead(resolveIn(false), published ?? reference) && liesAhead(quote, expression);
      const begins =
        words === 'event' && !published && !isOfYearPast(whole, reference) && beginsThen(quote, expression);
      const resolved = resolveIn(begins || mayHavePassed(quote, expression) ? 'either' : words !== 'event' || nearly);
      const date = resolved && whole !== expression ? { ...resolved, origin: 'year from context' as const } : resolved;
      if (!date) continue;
      const role =
        words === 'event' && (nearly || begins || isAhead(date.start, published, reference)) ? 'planned' : words;
      mentions.push({ ...date, role });
      if (role !== 'event') continue;
      // "On November 6, 2024 ... in December", in a text of 2026: the year goes on until another is told.
      previousSure =
        date.origin === 'explicit'
          ? date.start.slice(0, 4) !== published?.slice(0, 4)
          : previousSure && date.start.slice(0, 4) === previous?.slice(0, 4);
      previous = date.precision === 'day' ? date.start : asIso(date);
    }
    const events = mentions.filter((m) => m.role === 'event' && !OF_SOMETHING_TOLD.test(quote.slice(0, m.span[0])));
    const own = events.find((m) => m.precision === 'day') ?? events[0];
    let date: StatementDate | undefined = own && { date: asIso(own), precision: own.precision, origin: own.origin };
    if (
      !date &&
      before.date &&
      (GOES_ON.test(quote) ||
        speaksOn(quote, before.quote) ||
        isStillSaid(quote, before.quote) ||
        isSaidInIt(quote, before.quote) ||
        isOfTheSame(quote, before.quote))
    )
      date = { ...before.date, origin: 'carried over' };
    if (!date && published)
      date = {
        date: published,
        precision: published.length === 10 ? 'day' : published.length === 7 ? 'month' : 'year',
        origin: 'publication',
      };
    before = { ...(date && date.origin !== 'publication' && { date }), quote };
    return { mentions, ...(date && { date }) };
  });
}

/** Nothing that a document reports as done lies after its publication; without one, nothing lies a year past what it is dated near. */
function isAhead(start: IsoDate, published: IsoDate | undefined, reference: IsoDate | undefined): boolean {
  if (published) return start > bounds(published).end;
  return reference !== undefined && start > addDays(bounds(reference).end, 365);
}

/** A date that is told with a year, and lies before the text. */
function isOfYearPast(expression: Expression, reference: IsoDate | undefined): boolean {
  return (
    expression.sort === 'calendar' &&
    expression.year !== undefined &&
    reference !== undefined &&
    (resolve(expression, {})?.end ?? '') < bounds(reference).start
  );
}

/** A day or month without its year that is nearer ahead of its document than back. */
function nearerAhead(date: ResolvedDate | undefined, written: IsoDate | undefined): boolean {
  return (
    date?.origin === 'year from context' &&
    written !== undefined &&
    dayNumber(bounds(written).start) - dayNumber(date.start) > MOST_OF_A_YEAR
  );
}
const MOST_OF_A_YEAR = 200;

const ABOUT_TO =
  /(?:\b(?:opens?|starts?|begins?|runs?|goes|comes?|ends?|returns?|flies|fly|follows?|closes?|arrives?|booked)(?: [^\s,;:]+){0,4} (?:in|from) |\bfrom )(?:the (?:first|last|second|third) (?:half|week|days) of |the (?:end|start|middle) of )?(?:early |mid-?|late )?$/;

/** "The rate paid to the yard falls to 39 from July 1": the verb next to the day is in the present, whatever stands before it. */
const NOW_CHANGES =
  /\b(?:falls|rises|drops|goes|climbs|becomes|applies|ends|starts|begins|opens|closes|moves|comes|takes|pays|costs|doubles|halves|grows|shrinks|lapses|expires|returns|switches|passes|changes)\b(?:(?! (?:\p{Ll}{2,}ed|was|were|had|said|told)\b)[^,;:])*(?:,? starting)? (?:on|from|in) (?:early |mid-?|late )?$/u;

/** "Payment has a date, September 14", told in spring: in a clause in no past tense such a day lies ahead; such a month only after words for it. */
function liesAhead(quote: string, { span, ...expression }: Expression): boolean {
  const lead = quote.slice(0, span[0]);
  if (
    /\b(?:since|of)(?: the)?(?: (?:end|start|middle) of)? (?:early |mid-?|late )?$/i.test(lead) &&
    !ABOUT_TO.test(lead)
  )
    return false;
  if (!NOW_CHANGES.test(lead) && tellsPast(clauseAround(quote, span))) return false;
  return (expression.sort === 'calendar' && expression.day !== undefined) || ABOUT_TO.test(lead);
}

/** "The firm said on May 3 that the deal stood. Alder would remain the only one ...": the second is what was said, too. */
function isStillSaid(quote: string, before: string): boolean {
  return (
    SAID_THAT.test(before) && WOULD.test(quote) && !/\b(?:if|unless|that|this|which|likely|probably)\b/i.test(quote)
  );
}
const SAID_THAT = /\b(?:said|stated|announced|agreed|promised|confirmed|declared|told \p{L}+)\b[^.]*\bthat\b/u;
const WOULD = /^(?![“"]|I\b|We\b)(?:[^\s,;:]+ ){1,6}would (?!have\b)/;

/** "It said on August 19 that it will come on October 20": what will be is of no year that has passed. */
const STILL_AHEAD = /\bwill\b(?! have\b)/;

/** "They put out a statement on May 3. Alder stays the only one, the statement said": it is of that day. */
function isSaidInIt(quote: string, before: string): boolean {
  const noun = /, the (?:joint )?(\p{Ll}{4,}) (?:said|says|added|adds|read|reads)\W*$/u.exec(quote)?.[1];
  return noun !== undefined && new RegExp(`\\b${noun}\\b`, 'iu').test(before);
}

/** "The programme set a target": of one thing "set" is told in the past. */
const SET_BY_ONE = /^The \p{Ll}+(?<!s) (?:set|put|cut|hit|let|shut)\b/u;

/** "Alder launched a programme on May 3. The programme set a target": what was done with the thing that was just named. */
function isOfTheSame(quote: string, before: string): boolean {
  const noun = /^The (\p{Ll}{4,}) /u.exec(quote)?.[1];
  return (
    noun !== undefined && new RegExp(`\\b${noun}\\b`, 'u').test(before) && (tellsPast(quote) || SET_BY_ONE.test(quote))
  );
}

/** "X said ..." right after a dated sentence that names X. */
function speaksOn(quote: string, before: string): boolean {
  if (!SAYING.test(quote)) return false;
  const speaker = /^\p{Lu}[\p{L}\p{N}&.’'-]*/u.exec(quote)?.[0];
  return speaker !== undefined && before.includes(speaker);
}
