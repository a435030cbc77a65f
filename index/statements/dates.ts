import { findDates, type Expression } from '../../src/calendar/expressions.ts';
import { bounds } from '../../src/calendar/iso.ts';
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

const TERM = /\b(?:through|until|till|to|by|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until)|no later than|deadline (?:of|is)|before the end of)(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
const PLANNED = /\b(?:will|would|plans?|planned|expects?|expected|due|scheduled|aims?|intends?|intended|forecasts?|projected|could|may|might|should|hopes?|set to|slated|target\w*|promis\w+|proposed|from now)\b/i;
const PAST = /\b(?:was|were|had|did|ended|began|launched|announced|said|told|signed|agreed|reported|approved|opened|closed|dropped|changed|started|made|rose|fell|cut|raised|resigned|joined|won|lost|paid|bought|sold|ordered|admitted|appointed|took|came|went|gave|became|wrote|ruled|voted|rewrote|published|showed|confirmed|filed)\b/i;
const GOES_ON = /^(?:They|He|She|It|This|That|These|Those|The same|The (?:deal|agreement|move|company|companies|memo|announcement|decision|two|statement|contract|letter|filing|plan|new)|Its|Their|His|Her|Even (?:that|this)|Both|In (?:it|the (?:memo|letter|statement|filing)))\b/;
const SAYING = /^(?:\S+\s+){0,4}(?:said|says|added|told|wrote|announced|confirmed|stated)\b/;

/**
 * Dates every draft of a corpus. Documents with full dates of their own are read first, so that "April 27" in another
 * can take its year from them.
 */
export function dateDrafts(texts: readonly DatedText[]): DraftDates[][] {
  const explicit = texts.map((text) => newestExplicit(text));
  const known = explicit.filter((day): day is IsoDate => day !== undefined).sort();
  const corpusReference = known.at(-1);
  return texts.map((text, i) => dateDocument(text, text.published ?? explicit[i] ?? corpusReference));
}

/** The newest past date that is complete in the words of the document itself. */
function newestExplicit({ text, drafts, published }: DatedText): IsoDate | undefined {
  let newest: IsoDate | undefined;
  for (const draft of drafts) {
    const sentence = text.slice(...draft.span);
    for (const expression of findDates(sentence)) {
      if (expression.sort !== 'calendar' || expression.year === undefined) continue;
      const date = resolve(expression, {});
      if (!date || roleOf(sentence, expression, date.start, published) !== 'event') continue;
      const day = date.precision === 'day' ? date.start : bounds(asIso(date)).start;
      if (newest === undefined || day > newest) newest = day;
    }
  }
  return newest;
}

function dateDocument({ text, drafts, published }: DatedText, reference: IsoDate | undefined): DraftDates[] {
  let previous: IsoDate | undefined;
  let block = -1;
  let before: { date?: StatementDate; quote: string } = { quote: '' };
  return drafts.map((draft) => {
    if (draft.block !== block && !(draft.listItem && draft.block === block + 1)) {
      block = draft.block;
      // A new paragraph may still count years from the one before, but goes on about nothing by itself.
      before = { quote: '' };
    }
    block = draft.block;
    const quote = text.slice(...draft.span);
    const mentions: DateMention[] = [];
    for (const expression of findDates(quote)) {
      const date = resolve(expression, { ...(previous && { previous }), ...(reference && { reference }), ...(published && { published }) });
      if (!date) continue;
      const role = roleOf(quote, expression, date.start, published ?? reference);
      mentions.push({ ...date, role });
      if (role === 'event') previous = date.precision === 'day' ? date.start : asIso(date);
    }
    const own = mentions.find((m) => m.role === 'event' && m.precision === 'day') ?? mentions.find((m) => m.role === 'event');
    let date: StatementDate | undefined = own && { date: asIso(own), precision: own.precision, origin: own.origin };
    if (!date && before.date && (GOES_ON.test(quote) || speaksOn(quote, before.quote))) date = { ...before.date, origin: 'carried over' };
    if (!date && published) date = { date: published, precision: published.length === 10 ? 'day' : published.length === 7 ? 'month' : 'year', origin: 'publication' };
    before = { ...(date && date.origin !== 'publication' && { date }), quote };
    return { mentions, ...(date && { date }) };
  });
}

/** "X said ..." right after a dated sentence that names X. */
function speaksOn(quote: string, before: string): boolean {
  if (!SAYING.test(quote)) return false;
  const speaker = /^\p{Lu}[\p{L}\p{N}&.’'-]*/u.exec(quote)?.[0];
  return speaker !== undefined && before.includes(speaker);
}

function roleOf(sentence: string, expression: Expression, start: IsoDate, known: IsoDate | undefined): DateMention['role'] {
  const lead = sentence.slice(0, expression.span[0]);
  if (expression.sort === 'calendar' && TERM.test(lead)) return 'term';
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf(':'), lead.lastIndexOf(', and ')) + 1);
  const planned = PLANNED.exec(clause);
  if (planned && !PAST.test(clause.slice(planned.index + planned[0].length))) {
    // "would" after "said in January" tells what was planned; the date before it is still an event.
    return 'planned';
  }
  if (known && start > `${Number(known.slice(0, 4)) + 1}${known.slice(4)}`) return 'planned';
  return 'event';
}
