import { type Expression, findDates } from '../../src/calendar/expressions.ts';
import { addDays, bounds, dayNumber, isoDay } from '../../src/calendar/iso.ts';
import { asIso, resolve } from '../../src/calendar/resolve.ts';
import type { DateMention, IsoDate, StatementDate } from '../../src/model.ts';
import type { Draft } from './draft.ts';

export interface DatedText {
  readonly text: string;
  readonly published?: IsoDate;
  readonly drafts: readonly Draft[];
}

export interface DraftDates {
  readonly mentions: readonly DateMention[];
  readonly date?: StatementDate;
}

const TERM =
  /\b(?:through|until|till|to|by|before|prior to|ahead of|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until)|no later than|deadline (?:of|is)|before the end of)(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
const PLANNED =
  /\b(?:will|would(?! have)|plans?|planned|expects?|expected|due|scheduled (?:for|to|in|on)|aims?|intends?|intended|forecasts?|projected|could|may|might|should(?! have)|hopes?|set to|slated|target\w*|goals?|guidance|outlook|promis\w+|proposed|from now|hoped to|(?:was|were) (?:to|due to|supposed to|meant to)|estimates?|predicts?|(?:is|are|has|have) (?:now |still |also |only )?to (?:be )?\w+)\b/i;
/** What stands under these has not come. */
const AHEAD_HEADING =
  /\b(?:what (?:comes|happens) next|what(?:['’]s| is) (?:next|ahead|coming)|next steps|coming (?:up|next|events)|upcoming|looking ahead|the (?:road|year|months) ahead|save the date)\b/i;
const PAST =
  /\b(?:was|were|had|did|ended|began|launched|announced|said|told|signed|agreed|reported|approved|opened|closed|dropped|changed|started|made|rose|fell|cut|raised|resigned|joined|won|lost|paid|bought|sold|ordered|admitted|appointed|took|came|went|gave|became|wrote|ruled|voted|rewrote|published|showed|confirmed|filed|stood|reached|grew|sank)\b/i;
const GOES_ON =
  /^(?:They|He|She|It|This|That|These|Those|The same|The (?:deal|agreement|move|company|companies|memo|announcement|decision|two|statement|contract|letter|filing|plan|new)|Its|Their|His|Her|Even (?:that|this)|Both|In (?:it|the (?:memo|letter|statement|filing)))\b/;
const SAYING = /^(?:\S+\s+){0,4}(?:said|says|added|told|wrote|announced|confirmed|stated)\b/;

/** How long a right or a contract runs says nothing of when it was written about; a deadline does. */
const END_OF_TERM =
  /\b(?:through|until|till|to|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until))(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
/** "In 2040 the licence ends": what is bound to come is told in the present. */
const BOUND_TO_COME =
  /\b(?:ends|expires|lapses|runs out|falls due|matures|begins|starts|opens|takes effect|comes into force)\b/i;

/** "Below the 60 announced in June", "earlier than agreed in May", "whose memo in March": the day of what is spoken of, not of the sentence. */
const OF_SOMETHING_TOLD =
  /(?:(?:\d\S*(?: (?:million|billion|percent|per cent))?|\b(?:as|than))(?: (?:he|she|it|they|we))? (?:\p{L}+ed|set|given|made|told)|\bwhose(?: \p{Ll}+){1,3}) (?:in|on|for) (?:early |mid-?|late )?$/u;

/** "Returns on June 15": a day right after a verb in the present has not come. */
const ON_A_DAY =
  /\b(?:returns|starts|begins|opens|reopens|ends|closes|moves|arrives|leaves|launches|comes|goes|follows|expires|retires|resumes|takes (?:over|effect|office)|steps down|hands over|falls due|kicks off|switches)(?: \p{L}+){0,2} on (?:\p{Lu}\p{Ll}+day,? )?$/iu;

const BEGINS_THEN =
  /\b(?:that|which|and|it|they|season|contract|deal|licen[cs]e|service|term|period)? ?(?:ends|expires|lapses|starts|begins|opens|runs|kicks off|falls due|matures|takes effect) (?:in|from|on|at the (?:start|end) of) (?:early |late |mid-?)?$/i;

/** How long before a date that is still planned a document is taken to have been written. */
const PLANNED_AHEAD_DAYS = 180;
/** A date more than this before the one planned is history, not news. */
const HISTORY_DAYS = 550;
/** A month that lies this far behind what the other documents report is history. */
const OLD_DAYS = 300;

/**
 * Dates every draft of a corpus. Documents with full dates of their own are read first, so that "April 27" in another
 * can take its year from them.
 */
export function dateDrafts(texts: readonly DatedText[]): DraftDates[][] {
  const own = texts.map((text): Reference => ({ day: text.published, ...(!text.published && referenceOf(text)) }));
  const newest = (sure: boolean) =>
    own
      .flatMap(({ day, guessed }) => (day === undefined || (sure && guessed) ? [] : [day]))
      .sort()
      .at(-1);
  const [known, any] = [newest(true), newest(false)];
  const years = yearsOfDays(texts);
  return texts.map((text, i) => {
    const { day, guessed, vague } = own[i] ?? {};
    const old = vague && day && known && dayNumber(bounds(known).end) - dayNumber(bounds(day).end) > OLD_DAYS;
    // A plan that lies far beyond what the other documents report was made long before it.
    const far = guessed && day && known && dayNumber(bounds(day).end) - dayNumber(bounds(known).end) > HISTORY_DAYS;
    // A document that tells when it was written says more of its days than another that names the same day.
    const sure =
      day && !guessed && !vague && known && dayNumber(bounds(known).end) - dayNumber(bounds(day).end) <= OLD_DAYS;
    const reference = far || old ? known : (day ?? known ?? any);
    return dateDocument(text, reference, text.published || sure ? NO_YEARS : years);
  });
}

interface Reference {
  readonly day?: IsoDate | undefined;
  /** It was counted back from a plan. */
  readonly guessed?: boolean;
  /** It is a month: what is told with its year is often history ("under the contract of January 2025"). */
  readonly vague?: boolean;
}

/** The day near which an undated document was written, by the full dates in its own words. */
function referenceOf({ text, drafts }: DatedText): Reference {
  let event: IsoDate | undefined;
  let year: IsoDate | undefined;
  let plan: IsoDate | undefined;
  let vague = false;
  for (const draft of drafts) {
    const sentence = text.slice(...draft.span);
    for (const expression of findDates(sentence)) {
      if (expression.sort !== 'calendar' || expression.year === undefined) continue;
      const date = resolve(expression, {});
      if (!date) continue;
      const role = roleByWords(sentence, expression);
      if (role === 'event') {
        // A bare year is weak: it may be history, or the year ahead.
        if (date.precision !== 'year') {
          if (event === undefined || date.end > event) vague = date.precision !== 'day';
          event = latest(event, date.end);
        } else if (tellsPast(sentence)) year = latest(year, date.start);
      } else if (
        date.precision !== 'year' &&
        !END_OF_TERM.test(sentence.slice(0, expression.span[0])) &&
        (plan === undefined || date.start < plan)
      ) {
        plan = date.start;
      }
    }
  }
  const written = event ?? (plan === undefined ? year : undefined);
  if (plan === undefined || (written !== undefined && dayNumber(plan) - dayNumber(written) <= HISTORY_DAYS))
    return { day: written, vague };
  return event === undefined ? { day: addDays(plan, -PLANNED_AHEAD_DAYS), guessed: true } : { day: event, vague };
}

/** Whether a sentence is told in the past tense. */
export function tellsPast(sentence: string): boolean {
  return PAST.test(sentence) || /\b\p{Ll}{2,}ed\b/u.test(sentence);
}

function latest(a: IsoDate | undefined, b: IsoDate): IsoDate {
  return a === undefined || b > a ? b : a;
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

function dateDocument(
  { text, drafts, published }: DatedText,
  reference: IsoDate | undefined,
  years: Years,
): DraftDates[] {
  let previous: IsoDate | undefined;
  let block = -1;
  let before: { date?: StatementDate; quote: string } = { quote: '' };
  return drafts.map((draft) => {
    // A new paragraph goes on about nothing by itself.
    if (draft.block !== block) before = { quote: '' };
    block = draft.block;
    const quote = text.slice(...draft.span);
    const mentions: DateMention[] = [];
    for (const expression of findDates(quote)) {
      const told = roleByWords(quote, expression);
      const ahead = told === 'event' && AHEAD_HEADING.test(draft.heading ?? '') && !tellsPast(quote);
      const words = ahead ? 'planned' : told;
      const whole = withKnownYear(expression, years);
      const resolved = resolve(whole, {
        ...(previous && { previous }),
        ...(reference && { reference }),
        ...(published && { published }),
        ahead: words !== 'event',
      });
      const date = resolved && whole !== expression ? { ...resolved, origin: 'year from context' as const } : resolved;
      if (!date) continue;
      const role = words === 'event' && isAhead(date.start, published, reference) ? 'planned' : words;
      mentions.push({ ...date, role });
      if (role === 'event') previous = date.precision === 'day' ? date.start : asIso(date);
    }
    const events = mentions.filter((m) => m.role === 'event' && !OF_SOMETHING_TOLD.test(quote.slice(0, m.span[0])));
    const own = events.find((m) => m.precision === 'day') ?? events[0];
    let date: StatementDate | undefined = own && { date: asIso(own), precision: own.precision, origin: own.origin };
    if (!date && before.date && (GOES_ON.test(quote) || speaksOn(quote, before.quote)))
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

/** "X said ..." right after a dated sentence that names X. */
function speaksOn(quote: string, before: string): boolean {
  if (!SAYING.test(quote)) return false;
  const speaker = /^\p{Lu}[\p{L}\p{N}&.’'-]*/u.exec(quote)?.[0];
  return speaker !== undefined && before.includes(speaker);
}

/** Words further before a date than this many characters say nothing of it. */
const REACH = 400;

/** What a date is in its sentence, by the words before it. */
function roleByWords(sentence: string, expression: Expression): DateMention['role'] {
  const lead = sentence.slice(Math.max(0, expression.span[0] - REACH), expression.span[0]);
  if (expression.sort === 'calendar' && TERM.test(lead)) return 'term';
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf(':'), lead.lastIndexOf(', and ')) + 1);
  const planned = PLANNED.exec(clause);
  // After "planned ... announced on" the date is that of the announcement.
  if (planned && !PAST.test(clause.slice(planned.index + planned[0].length))) return 'planned';
  if (
    /\b(?:from|starting|effective|as of|beginning)(?: on)? $/i.test(lead) &&
    (/^[^.]{0,60}\b(?:will|may|can)\b/.test(sentence.slice(expression.span[1])) ||
      /\b(?:can|will|may|must)\b[^,;]*$/.test(lead))
  )
    return 'planned';
  if (expression.sort === 'calendar' && expression.day !== undefined && ON_A_DAY.test(lead)) return 'planned';
  // "It signed a deal that starts in July": the verb next to the date is in the present.
  if (expression.sort === 'calendar' && expression.day === undefined && BEGINS_THEN.test(lead)) return 'planned';
  if (
    expression.sort === 'calendar' &&
    expression.day === undefined &&
    /\b(?:from|after) $/i.test(lead) &&
    !tellsPast(sentence)
  )
    return 'planned';
  if (expression.sort === 'calendar' && expression.month === undefined && BOUND_TO_COME.test(sentence))
    return tellsPast(sentence) ? 'event' : 'planned';
  return 'event';
}
