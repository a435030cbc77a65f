import { inWords } from '../calendar/iso.ts';
import { asIso } from '../calendar/resolve.ts';
import type { IsoDate, Statement } from '../model.ts';
import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { AnswerStatement, Citation } from './answer.ts';
import { isDayOfDeed } from './day-of-deed.ts';
import type { Fit } from './fit.ts';
import { isNamedDoer } from './named-doer.ts';
import type { Selected } from './select.ts';

/** The citation of a statement. Throws where the quote is not its document's text: nothing unverified leaves. */
export function cite(n: number, view: StatementView, knowledge: Knowledge): Citation {
  const { statement } = view;
  const document = knowledge.document(statement.document);
  if (document.text.slice(statement.start, statement.end) !== statement.quote) {
    throw new Error(`statement ${statement.index} is not the text of ${statement.document} at ${statement.start}`);
  }
  const said = saidOn(statement);
  return {
    n,
    document: document.id,
    title: document.title,
    ...(document.publisher && { publisher: document.publisher }),
    start: statement.start,
    end: statement.end,
    quote: statement.quote,
    ...(said
      ? { saidOn: said }
      : document.notBefore && statement.kind !== 'definition' && { notBefore: document.notBefore }),
    attributedTo: statement.attributedTo,
    kind: statement.kind,
  };
}

/** The date that a statement speaks of; a definition does not speak of the day on which its document was published. */
export function saidOn({ date, kind }: Statement): IsoDate | undefined {
  return date?.origin === 'publication' && kind === 'definition' ? undefined : date?.date;
}

/**
 * The statements of an answer, each with the number of its citation: they are numbered from 1 in the order selected.
 */
export function composeStatements(selected: readonly Selected[], fit: Fit): AnswerStatement[] {
  return selected.map(({ view, role, until }, i) => ({
    role,
    quote: view.statement.quote,
    citation: i + 1,
    ...(role === 'lead' && fit.marked.length > 0 && { marked: fit.marked }),
    ...(until && { until }),
  }));
}

const ASKS_WHO = /\b(?:who(?:se|m)?|which|where|source|according)\b/i;

/** "At most 3 percent" is not 3 percent. */
const BOUND =
  /\b(?:(?:no |not )?(?:more|less|fewer) than|at (?:least|most)|up to|as (?:many|much|little|few) as|about|around|roughly|nearly|almost|just (?:under|over)|close to) $/i;
/** "Over four years" may be as long as that, "over $40 million" is more. */
const BOUND_OF_SUM = /\b(?:under|over) $/i;
const SUM = /[$€£¥%]|\b(?:percent|per cent|[mb]illion)\b/i;
/** "Six smaller airports": the noun behind the word that tells which. */
const COUNTED = () => /^ \p{Ll}{3,}s\b/u;

const ASKS_DONE = /\bwhen (?:did|was|were|had)\b/i;
const DAY_FROM_ANOTHER = /\b(?:later|earlier|before|after)\b/i;

/** "In a letter reported on May 2": the day on which others told of it, and not that on which it was written. */
const ASKS_WRITTEN = /\b(?:writ(?:e|ten)|wrote|sent|send|drafted|composed|typed|dated)\b/i;
const REPORTED_ON =
  /\b(?:reported|published|surfaced|revealed|leaked|obtained|seen|quoted)(?: by [^,.;]{2,40})? (?:on|in) $/i;

/** Asked how long, a day is no stretch of time; up to it, or from it on, is one. */
const TERM = /\b(?:through|until|till|up to|to|since|from)(?: the end of)? $/i;

/** The answer in a few words, where the question has one and the lead shows it. */
export function shortAnswer(question: Question, lead: StatementView, fit: Fit): string | undefined {
  const mark = fit.marked[0];
  if (question.kind === 'when') {
    if (mark && !isDayOfDeed(question, lead, mark)) return undefined;
    if (mark && ASKS_WRITTEN.test(question.text) && REPORTED_ON.test(lead.text.slice(0, mark[0]))) return undefined;
    const mention = lead.statement.mentions.find((m) => mark && m.span[0] === mark[0] && m.span[1] === mark[1]);
    if (mention && mention.precision !== 'quarter' && !/early|mid|late/i.test(lead.text.slice(...mention.span)))
      return inWords(asIso(mention));
    const { date } = lead.statement;
    const told = mark && lead.text.slice(...mark);
    // "A day later" is a day that is known, on which something was done; what is ahead was only said on it.
    if (told && !DAY_FROM_ANOTHER.test(told)) return told;
    if (told && !ASKS_DONE.test(question.text)) return undefined;
    return date && date.origin !== 'publication' ? inWords(date.date) : undefined;
  }
  if (!mark || mark[1] - mark[0] > 90) return undefined;
  if (!['how much', 'who', 'where', 'attribution', 'why'].includes(question.kind)) return undefined;
  if (!isNamedDoer(question, lead, mark)) return undefined;
  if (question.kind === 'attribution' && !ASKS_WHO.test(question.text)) return undefined;
  const isDay = lead.statement.mentions.some(({ span }) => span[0] === mark[0] && span[1] === mark[1]);
  const told = lead.text.slice(...mark);
  const isSum = SUM.test(told);
  const ahead = lead.text.slice(0, mark[0]);
  const before = isDay ? TERM.exec(ahead) : (BOUND.exec(ahead) ?? (isSum ? BOUND_OF_SUM.exec(ahead) : null));
  const counts = question.kind === 'how much' && !isSum && !/\d\p{L}*$|s$/u.test(told);
  const counted = counts ? (COUNTED().exec(lead.text.slice(mark[1]))?.[0].length ?? 0) : 0;
  const words = lead.text.slice(mark[0] - (before?.[0].length ?? 0), mark[1] + counted).trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
