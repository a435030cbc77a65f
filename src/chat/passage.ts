import type { Corpus, Passage, SourceDocument } from '../model.ts';
import type { StatementPlace } from '../store/answers.ts';

/** So much of the document is shown on either side of the quote, in characters. */
const AROUND = 700;

/** A quoted statement where it stands: what a reader sees who wants to check it. */
export interface QuotedPassage {
  readonly document: SourceDocument;
  readonly heading?: string;
  /** Cut at a word, with "…" where the passage goes on; empty where the quote begins it. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Undefined where no statement stands there: the corpus has changed since it was quoted. */
export function quotedPassage({ document: id, start, end }: StatementPlace, corpus: Corpus): QuotedPassage | undefined {
  const document = corpus.documents.find((one) => one.id === id);
  if (!document) return undefined;
  if (!corpus.statements.some((one) => one.document === id && one.start === start && one.end === end)) return undefined;
  const passage = corpus.passages.find((one) => one.document === id && one.start <= start && end <= one.end);
  return {
    document,
    ...(passage?.heading && { heading: passage.heading }),
    before: textBefore(document, passage, start),
    quote: document.text.slice(start, end).trim(),
    after: textAfter(document, passage, end),
  };
}

function textBefore({ text }: SourceDocument, passage: Passage | undefined, start: number): string {
  const least = Math.max(passage?.start ?? 0, start - AROUND);
  const found = text.slice(least, start);
  return least > (passage?.start ?? 0) ? `…${found.slice(found.search(/\s/) + 1)}`.trimEnd() : found.trim();
}

function textAfter({ text }: SourceDocument, passage: Passage | undefined, end: number): string {
  const most = Math.min(passage?.end ?? text.length, end + AROUND);
  const found = text.slice(end, most);
  return most < (passage?.end ?? text.length)
    ? `${found.slice(0, Math.max(0, found.search(/\s\S*$/)))}…`.trimStart()
    : found.trim();
}
