import { inWords } from '../calendar/iso.ts';
import { asIso } from '../calendar/resolve.ts';
import type { IsoDate, Statement } from '../model.ts';
import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { AnswerStatement, Citation } from './answer.ts';
import type { Fit } from './fit.ts';
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

/** Asked how long, a day is no stretch of time; up to it, or from it on, is one. */
const TERM = /\b(?:through|until|till|up to|to|since|from)(?: the end of)? $/i;

/** The answer in a few words, where the question has one and the lead shows it. */
export function shortAnswer(question: Question, lead: StatementView, fit: Fit): string | undefined {
  const mark = fit.marked[0];
  if (question.kind === 'when') {
    const mention = lead.statement.mentions.find((m) => mark && m.span[0] === mark[0] && m.span[1] === mark[1]);
    if (mention && mention.precision !== 'quarter' && !/early|mid|late/i.test(lead.text.slice(...mention.span)))
      return inWords(asIso(mention));
    if (mark) return lead.text.slice(...mark);
    const { date } = lead.statement;
    return date && date.origin !== 'publication' ? inWords(date.date) : undefined;
  }
  if (!mark || mark[1] - mark[0] > 90) return undefined;
  if (!['how much', 'who', 'where', 'attribution', 'why'].includes(question.kind)) return undefined;
  const term = lead.statement.mentions.some(({ span }) => span[0] === mark[0] && span[1] === mark[1]);
  const from = term ? mark[0] - (TERM.exec(lead.text.slice(0, mark[0]))?.[0].length ?? 0) : mark[0];
  const words = lead.text.slice(from, mark[1]).trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
