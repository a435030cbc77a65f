import type { Answered, AnswerStatement, Citation, Declined } from '../answer/answer.ts';
import type { IsoDate } from '../model.ts';
import { KIND_LABEL, SAID_IN_FRONT } from './kind-label.ts';
import { line, oneLine, type Reply, type ReplyLine, type Segment } from './reply.ts';

/** How far the corpus reaches: said in every reply. */
export interface Reach {
  readonly documents: number;
  readonly oldest?: IsoDate;
  readonly newest?: IsoDate;
}

type Undressed<T> = Omit<T, 'text'>;

/** An answer in a few words, its quotes, its sources and its notes. */
export function answeredReply(answer: Undressed<Answered>, reach: Reach): Reply {
  const lines: ReplyLine[] = [];
  if (answer.short)
    lines.push({
      part: 'short',
      segments: [{ text: answer.short, strong: true }, { text: /[.!?]$/.test(answer.short) ? '' : '.' }],
    });
  for (const statement of answer.statements) {
    const citation = answer.citations[statement.citation - 1];
    if (citation) lines.push(statementLine(statement, citation));
  }
  lines.push(line('heading', answer.citations.length === 1 ? 'Source' : 'Sources'));
  for (const citation of answer.citations) lines.push(sourceLine(citation));
  lines.push(...answer.notes.map((note) => line('note', note)));
  if (answer.asOf) lines.push(line('reach', reachText(answer.asOf, reach)));
  return { lines };
}

function statementLine(statement: AnswerStatement, citation: Citation): ReplyLine {
  const segments: Segment[] = [];
  const label = [frontOf(statement), SAID_IN_FRONT.has(citation.kind) ? KIND_LABEL[citation.kind] : '']
    .filter(Boolean)
    .join(', ');
  if (label) segments.push({ text: `${label.charAt(0).toUpperCase()}${label.slice(1)}: ` });
  segments.push(
    { text: '“' },
    ...markedSegments(statement),
    { text: '” ' },
    { text: `[${citation.n}]`, citation: citation.n },
  );
  return { part: statement.role, segments };
}

function frontOf({ role, until, since }: AnswerStatement): string {
  if (role === 'earlier') return until ? `held before, until ${until}` : 'held before';
  if (role === 'disagrees') return 'another source differs';
  return since ? `since ${since}` : '';
}

/** The quote cut at the words that answer. Line breaks of the document are shown as spaces. */
function markedSegments({ quote, marked = [] }: AnswerStatement): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [start, end] of marked) {
    if (start > at) segments.push({ text: oneLine(quote.slice(at, start)) });
    segments.push({ text: oneLine(quote.slice(start, end)), strong: true });
    at = end;
  }
  if (at < quote.length) segments.push({ text: oneLine(quote.slice(at)) });
  return segments;
}

/** Longer titles are shown up to a word; a title is no quote. The document's page holds it whole. */
const LONGEST_TITLE = 300;
const LONGEST_PUBLISHER = 100;
const MOST_NAMED = 6;

/** A title on one line, shortened. */
export function titleOf({ title }: { readonly title: string }): string {
  return shortened(oneLine(title), LONGEST_TITLE);
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}

/** "[1] Title · publisher · speaks of DATE · reported · names HOST". */
export function sourceLine(citation: Citation): ReplyLine {
  const parts = [
    titleOf(citation),
    citation.publisher ? shortened(oneLine(citation.publisher), LONGEST_PUBLISHER) : 'publisher not stated',
    citation.saidOn
      ? `speaks of ${citation.saidOn}`
      : citation.notBefore
        ? `date not stated, not before ${citation.notBefore}`
        : 'date not stated',
    KIND_LABEL[citation.kind],
    ...(citation.attributedTo.length > 0 ? [`names ${citation.attributedTo.slice(0, MOST_NAMED).join(', ')}`] : []),
  ];
  return {
    part: 'source',
    segments: [{ text: `[${citation.n}]`, citation: citation.n }, { text: ` ${parts.join(' · ')}` }],
  };
}

function reachText(asOf: IsoDate, { newest }: Reach): string {
  return !newest || asOf === newest
    ? `As of ${asOf}, the newest date that the sources report.`
    : `As of ${asOf}. The sources reach to ${newest}.`;
}

/** Why there is no answer, how much was searched, and what comes nearest. */
export function declinedReply(answer: Undressed<Declined>, reach: Reach): Reply {
  const lines = [line('note', `${answer.because} ${searched(reach)}`)];
  if (answer.nearest.length > 0) {
    lines.push(line('heading', 'What comes nearest'));
    for (const citation of answer.nearest) {
      lines.push({
        part: 'nearest',
        segments: [{ text: `“${oneLine(citation.quote)}” ` }, { text: `[${citation.n}]`, citation: citation.n }],
      });
    }
    for (const citation of answer.nearest) lines.push(sourceLine(citation));
  }
  return { lines };
}

function searched({ documents, oldest, newest }: Reach): string {
  const dates = oldest && newest ? `, which report from ${oldest} to ${newest}` : '';
  return `I searched ${documents} ${documents === 1 ? 'document' : 'documents'}${dates}.`;
}
