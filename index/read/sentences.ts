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
 * The sentences of a stretch of prose, with whom it names as its source. A mark behind a sentence speaks for all since
 * the mark before it, and is not part of any; one inside a sentence is, and speaks for that sentence alone.
 */
export function splitSentences(text: string, start: number, end: number): Sentence[] {
  const marks = findMarks(text, start, end);
  const cutting = marks.filter((mark) => mark.cutsIn);
  const inside: Mark[] = [];
  const behind: Mark[] = [];
  for (const mark of marks) {
    if (mark.cutsIn) continue;
    const since = behind.at(-1)?.span[1] ?? start;
    const [before, after] = [text.slice(since, mark.span[0]).trimEnd(), text.slice(mark.span[1], end)];
    (standsInside(before, after) ? inside : behind).push(mark);
  }
  const overlapping = (span: Span) => (mark: Mark) => mark.span[0] < span[1] && span[0] < mark.span[1];
  const sentences: Sentence[] = [];
  let from = start;
  for (const mark of [...behind, undefined]) {
    const to = mark ? mark.span[0] : end;
    for (const span of sentenceSpans(blank(text, from, to, [...cutting, ...inside]), from)) {
      const own = inside.filter(overlapping(span)).flatMap(({ sources }) => sources);
      sentences.push({
        span,
        attributedTo: [...new Set([...own, ...(mark?.sources ?? [])])],
        damaged: cutting.some(overlapping(span)),
      });
    }
    from = mark ? mark.span[1] : end;
  }
  return joinFragments(text, sentences);
}

/** The sentence before a mark is not over, and goes on behind it. */
function standsInside(before: string, after: string): boolean {
  return before !== '' && !/[.!?…"”’')\]]$/.test(before) && /^(?:\s+[\p{Ll}\p{N}]|\s*[,;—–-])/u.test(after);
}

/** The stretch with marks overwritten, so that the dots in them end no sentence. Same length. */
function blank(text: string, from: number, to: number, marks: readonly Mark[]): string {
  let stretch = text.slice(from, to);
  for (const { span } of marks) {
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
    // A closing quotation mark belongs to the sentence that it closes; behind a space it opens the next one.
    const last = spans.at(-1);
    const closes = last !== undefined && last[1] === offset + begin && /[.!?…]/.test(stretch[begin - 1] ?? '');
    const closers = closes ? (CLOSERS.exec(piece)?.[0].length ?? 0) : 0;
    if (last && closers > 0) {
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
