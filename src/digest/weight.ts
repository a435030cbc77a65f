import { bounds, dayNumber } from '../calendar/iso.ts';
import { knownBy } from '../chronicle/turns.ts';
import { isExclusive } from '../claim/assertion.ts';
import type { StatementKind } from '../model.ts';
import { wholes } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Readers } from './readers.ts';

/** What is reported goes before what is thought of it. */
const KIND: Readonly<Record<StatementKind, number>> = {
  reported: 24,
  quotation: 20,
  forecast: 6,
  analysis: 4,
  advice: 0,
  definition: 0,
};
const OPINION: ReadonlySet<StatementKind> = new Set(['analysis', 'forecast', 'advice']);
const MONEY = 10;
const FIGURE = 5;
const ENDED = 10;
const SUCCEEDED = 8;
const TURNED = 4;
/** What is one's alone is what such stories turn on. */
const EXCLUSIVE = 8;
const PARTY = 3;
const MOST_PARTIES = 3;
const OWN_DAY = 8;
const OWN_MONTH = 5;
const CARRIED_DAY = 3;
const CONCERN = 12;
const NAMES_ITS_SOURCE = 2;
/** Days before the newest date of the corpus, and what a statement from within them gains. */
const RECENT: readonly (readonly [days: number, gain: number])[] = [
  [14, 10],
  [60, 6],
  [180, 3],
];
/** A sentence that leans on the one before it says little by itself; "The ... deal with X" may still be clear. */
const LEANS = -14;
const LEANS_LITTLE = -4;
const JOINS_ON = -4;
const PAST = -16;
const HYPOTHETICAL = -6;
const QUESTION = -20;
const SHORT = -16;
/** A sentence with fewer terms is short. */
const SHORT_TERMS = 6;
const LONG = -6;
const LONG_WORDS = 55;

/** How much a statement matters to the readers; comparable within one corpus. */
export function weightOf(view: StatementView, readers: Readers, knowledge: Knowledge): number {
  const { statement, amounts } = view;
  const parties = Math.min(MOST_PARTIES, wholes(view, knowledge.analysis.lexicon).size) * PARTY;
  const sum = amounts.some(({ sort }) => sort === 'money')
    ? MONEY
    : amounts.some(({ sort }) => sort !== 'duration')
      ? FIGURE
      : 0;
  const turned = turnGain(view);
  return (
    KIND[statement.kind] +
    parties +
    sum +
    turned +
    datedness(view) +
    (isExclusive(view.text) ? EXCLUSIVE : 0) +
    // A statement that is gone has no document to be dated by.
    (statement.index < 0 ? 0 : recency(view, knowledge)) +
    CONCERN * readers.concern(view) +
    (statement.attributedTo.length > 0 ? NAMES_ITS_SOURCE : 0) +
    leaning(view) +
    (view.past ? PAST : 0) +
    (view.hypothetical ? HYPOTHETICAL : 0) +
    (/\?["”]?\s*$/.test(view.text) ? QUESTION : 0) +
    (view.terms.size < SHORT_TERMS ? SHORT : 0) +
    (view.tokens.length > LONG_WORDS ? LONG : 0)
  );
}

function turnGain({ turns, hypothetical, statement }: StatementView): number {
  if (hypothetical || OPINION.has(statement.kind)) return 0;
  const sorts = new Set(turns.map(({ sort }) => sort));
  if (sorts.has('ended') || sorts.has('amended')) return ENDED;
  if (sorts.has('succeeded')) return SUCCEEDED;
  return sorts.size > 0 ? TURNED : 0;
}

function leaning({ text, leansBack }: StatementView): number {
  if (
    /^(?:And|But|So|Yet|Even|However|First|Second|Third|Fourth|Finally|Basically|Because|Not|Now|On (?:the )?(?:one hand|other))\b/.test(
      text,
    )
  )
    return JOINS_ON + (leansBack ? LEANS : 0);
  if (!leansBack) return /\b(?:accordingly|meanwhile|as well|likewise)\b/i.test(text) ? LEANS_LITTLE : 0;
  return /^The /.test(text) ? LEANS_LITTLE : LEANS;
}

function datedness({ statement: { date, mentions } }: StatementView): number {
  if (mentions.some((m) => m.role === 'event' && m.precision === 'day')) return OWN_DAY;
  if (mentions.some((m) => m.role === 'event' && m.precision === 'month')) return OWN_MONTH;
  return date && date.origin !== 'publication' ? CARRIED_DAY : 0;
}

function recency(view: StatementView, knowledge: Knowledge): number {
  const { newest } = knowledge.corpus;
  const day = knownBy(view, knowledge);
  if (!newest || !day) return 0;
  const days = dayNumber(bounds(newest).start) - dayNumber(bounds(day).start);
  return RECENT.find(([within]) => days <= within)?.[1] ?? 0;
}
