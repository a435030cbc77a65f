import type { Span } from '../../src/model.ts';
import { findMarks, type Mark } from './marks.ts';
import { segmentSentences } from './segment.ts';

export interface Sentence {
  readonly span: Span;
  readonly attributedTo: readonly string[];
  /** Part of it is missing: a mark stands in the middle of a word. Never quoted. */
  readonly damaged: boolean;
}

const CLOSERS = /^["”’')\]]+\s*/;

/**
 * The sentences of a stretch of prose, with whom it names as its source. A mark speaks for all sentences since the
 * mark before it, and is not part of any.
 */
export function splitSentences(text: string, start: number, end: number): Sentence[] {
  const marks = findMarks(text, start, end);
  const standing = marks.filter((mark) => !mark.cutsIn);
  const cutting = marks.filter((mark) => mark.cutsIn);
  const sentences: Sentence[] = [];
  let from = start;
  for (const mark of [...standing, undefined]) {
    const to = mark ? mark.span[0] : end;
    const attributedTo = mark?.sources ?? [];
    for (const span of sentenceSpans(blank(text, from, to, cutting), from)) {
      const damaged = cutting.some((cut) => cut.span[0] < span[1] && span[0] < cut.span[1]);
      sentences.push({ span, attributedTo, damaged });
    }
    from = mark ? mark.span[1] : end;
  }
  return joinFragments(text, sentences);
}

/** The stretch with cutting marks overwritten, so that the dots in them end no sentence. Same length. */
function blank(text: string, from: number, to: number, cutting: readonly Mark[]): string {
  let stretch = text.slice(from, to);
  for (const { span } of cutting) {
    if (span[0] < from || span[1] > to) continue;
    stretch = stretch.slice(0, span[0] - from) + 'x'.repeat(span[1] - span[0]) + stretch.slice(span[1] - from);
  }
  return stretch;
}

function sentenceSpans(stretch: string, offset: number): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const piece of segmentSentences(stretch)) {
    const found = stretch.indexOf(piece, at);
    const begin = found < 0 ? at : found;
    at = begin + piece.length;
    // A closing quotation mark belongs to the sentence that it closes.
    const closers = spans.length > 0 ? (CLOSERS.exec(piece)?.[0].length ?? 0) : 0;
    const last = spans.at(-1);
    if (
      closers > 0 &&
      last &&
      /[.!?…]$/.test(stretch.slice(last[0] - offset, last[1] - offset)) &&
      !/\s$/.test(stretch.slice(0, begin))
    ) {
      spans[spans.length - 1] = [last[0], offset + begin + piece.slice(0, closers).trimEnd().length];
    }
    const body = piece.slice(closers);
    const trimmed = body.trim();
    const lead = closers + body.length - body.trimStart().length;
    if (trimmed) spans.push([offset + begin + lead, offset + begin + lead + trimmed.length]);
  }
  return spans;
}

/** Speech of more than this is not held together. */
const LONGEST_SPEECH = 400;

/** A quotation that is not closed goes on in the next sentence. */
function leavesQuoteOpen(sentence: string): boolean {
  if (sentence.length > LONGEST_SPEECH) return false;
  const curly = (sentence.match(/“/g)?.length ?? 0) - (sentence.match(/”/g)?.length ?? 0);
  return curly === 1 || (sentence.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** A piece that goes on in lower case ("No!" he said) belongs to the sentence before it. */
function joinFragments(text: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const here = text.slice(...sentence.span);
    const gap = before ? text.slice(before.span[1], sentence.span[0]) : '';
    const goesOn =
      (/^(?:\p{Ll}|[,;—–-] )/u.test(here) && !/^(?:i[A-Z]|e[A-Z])/.test(here)) ||
      (before !== undefined && leavesQuoteOpen(text.slice(...before.span)));
    if (before && gap.trim() === '' && goesOn) {
      joined[joined.length - 1] = {
        span: [before.span[0], sentence.span[1]],
        attributedTo: sentence.attributedTo,
        damaged: before.damaged || sentence.damaged,
      };
    } else joined.push(sentence);
  }
  return joined;
}
