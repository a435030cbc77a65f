import type { Span } from '../../src/model.ts';
import { withoutFinalMark } from './marks.ts';
import { segmentSentences } from './segment.ts';

/** What a stretch of a document is. Only paragraphs, items and lines of a figure, "Berths free: 12", hold statements. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'figure' | 'navigation' | 'tickers' | 'tags';
  readonly start: number;
  readonly end: number;
  /** Where the words of a heading or an item begin, past its mark; they end at `end`. */
  readonly textStart: number;
  /** A heading that stands in the line of what it heads, and heads nothing beyond. */
  readonly runIn?: true;
  /** The span of an item's label, "Berths" in "- Berths: ...". */
  readonly label?: Span;
}

export interface StructureRules {
  /** Whole lines that are navigation or advertising. */
  readonly navigation: readonly RegExp[];
  readonly tickers: ReadonlySet<string>;
}

const ITEM_MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;
/** "Compute: the raw ...", and in Markdown "**Compute**: ..." or "**Compute:** ...". */
const LABEL = /^(?:\*\*|__)?(\p{Lu}[^.:!?;*_]{1,70}?)(?:(?:\*\*|__):|:(?:\*\*|__)?)\s+(?=\S)/u;
/** "**The verdict.** The court ...": a heading that its paragraph runs on from. */
const RUN_IN_HEADING = /^(?:\*\*[^*]{2,90}[.:?!]\*\*|(?:\p{Lu}|Q: ?\p{Lu})[^.!?“”"]{4,90}\?)\s+(?=\S)/u;
/** "Why Holm? Why now?": no paragraph follows, but another question. */
const QUESTIONS_ALONE = /^(?:\p{Lu}[^.!?“”"]{2,60}\?\s*){1,2}$/u;
/** "For pharmacists: plan for ...": whom the advice is for, without a bullet. */
const FOR_SOMEBODY = /^(For [^.:!?;*_]{2,60}):\s+(?=\p{L})/u;
const SENTENCE_END = /[.!?…]["”’')\]]*$/;

/**
 * Splits a text into blocks. Nothing is changed: every block is a span of `text`.
 * Headings and bullets are also found in the middle of a line (`... the quay. ### Who pays? The ...`), as text that
 * was once a page often has them.
 */
export function readStructure(text: string, rules: StructureRules): Block[] {
  const blocks: Block[] = [];
  let titled = false;
  for (const [start, end] of linesOf(text, rules)) {
    const line = text.slice(start, end);
    const kind = lineKind(line, rules);
    if (kind) {
      blocks.push({ kind, start, end, textStart: start });
      continue;
    }
    const pieces = splitInline(text, start, end);
    const runIn = pieces.length > 1 && RUN_IN_HEADING.test(line);
    for (const [i, piece] of pieces.entries()) {
      const block = blockOf(text, piece, !titled);
      blocks.push(runIn && i === 0 && block.kind === 'heading' ? { ...block, runIn } : block);
      titled = true;
    }
  }
  return withoutLinkBack(text, blocks);
}

/** "Back to Sector News": which list of a site the page stands in. */
const LINK_BACK = /^\W{0,3}(?:back|return) to (?:\S+ ?){1,4}$/i;

/** A link back that stands above the title is taken for none: another line stands there as a title does. */
function withoutLinkBack(text: string, blocks: Block[]): Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'title');
  const link = blocks[at];
  const title = blocks.findIndex(
    ({ kind }, i) => i > at && kind !== 'figure' && kind !== 'navigation' && kind !== 'tickers' && kind !== 'tags',
  );
  const next = blocks[title];
  if (!link || next?.kind !== 'heading' || !LINK_BACK.test(text.slice(link.start, link.end))) return blocks;
  return blocks.with(at, { ...link, kind: 'navigation' }).with(title, { ...next, kind: 'title' });
}

interface Line {
  readonly span: Span;
  readonly blankBefore: boolean;
}

/** In a text that was wrapped at a width, at least this many lines go on in lower case. */
const WRAPPED_LINES = 3;
/** A line is full where the next word would have brought it past this share of the longest that was wrapped. */
const FULL_LINE = 0.8;

/** Lines without their margins; in a text that was wrapped at a width, the lines of a paragraph are one. */
function linesOf(text: string, rules: StructureRules): Span[] {
  const lines: Line[] = [];
  let blank = true;
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const trimmed = match[0].trim();
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (trimmed && !/^[-=*_#\s]+$/.test(trimmed))
      lines.push({ span: [start, start + trimmed.length], blankBefore: blank });
    blank = trimmed === '';
  }
  const textOf = (line: Line) => text.slice(...line.span);
  const goesOn = (before: Line, here: Line) =>
    !here.blankBefore && !endsSentence(textOf(before)) && /^\p{Ll}/u.test(textOf(here));
  const wrapped = lines.filter((line, i) => {
    const next = lines[i + 1];
    return next && goesOn(line, next);
  });
  if (wrapped.length < WRAPPED_LINES) return lines.map((line) => line.span);
  const width = wrapped.reduce((most, { span: [start, end] }) => Math.max(most, end - start), 0);
  const isFull = ({ span: [start, end] }: Line, next: Line) =>
    end - start + 1 + (/^\S+/.exec(textOf(next))?.[0].length ?? 0) > width * FULL_LINE;
  const standsAlone = (line: Line) => textOf(line).startsWith('#') || lineKind(textOf(line), rules) !== undefined;
  const joined: Span[] = [];
  let before: Line | undefined;
  // A short line that opens a paragraph is a title or a heading: it was not broken for its length.
  let opens = true;
  for (const line of lines) {
    const last = joined.at(-1);
    const joins: boolean =
      before !== undefined &&
      last !== undefined &&
      !line.blankBefore &&
      !ITEM_MARK.test(textOf(line)) &&
      !standsAlone(line) &&
      !standsAlone(before) &&
      (!opens || goesOn(before, line) || isFull(before, line));
    if (joins && last) joined[joined.length - 1] = [last[0], line.span[1]];
    else joined.push(line.span);
    opens = !joins;
    before = line;
  }
  return joined;
}

function endsSentence(line: string): boolean {
  return SENTENCE_END.test(withoutFinalMark(line));
}

/** "Reading time: 4", "Comments: 12": what is counted is the page itself. */
const ABOUT_PAGE =
  /^(?:\p{L}+ )?(?:page|comments?|views?|reads?|likes?|replies|followers|subscribers|time|read|words?|issue|edition|version)\b/iu;

function lineKind(line: string, rules: StructureRules): 'figure' | 'navigation' | 'tickers' | 'tags' | undefined {
  const spaced = line.replace(/\s+/g, ' ');
  if (!ABOUT_PAGE.test(line) && /^[\p{L} ]{3,30}: -?\d+(?:\.\d+)?%?$/u.test(line)) return 'figure';
  if (rules.navigation.some((pattern) => pattern.test(spaced))) return 'navigation';
  if (splitTickers(line, rules.tickers).length > 0) return 'tickers';
  if (
    line.length > 12 &&
    (line.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0) >= 2 &&
    !endsSentence(line) &&
    !/[.,;:] /.test(line)
  )
    return 'tags';
  return undefined;
}

/** "ALDRBRCH" may be a run of known symbols; a line that is not made of them alone gives none. */
export function splitTickers(line: string, known: ReadonlySet<string>): string[] {
  if (!/^[A-Z.]+(?:[ ,|]+[A-Z.]+)*$/.test(line)) return [];
  const found: string[] = [];
  let rest = line.replace(/[ ,|]+/g, '');
  while (rest) {
    const next = [5, 4, 3, 2, 1].map((n) => rest.slice(0, n)).find((part) => known.has(part));
    if (!next) return [];
    found.push(next);
    rest = rest.slice(next.length);
  }
  return found;
}

/** "Public ContractsM&A & Restructuring" is two tags run together. */
export function splitTags(line: string): string[] {
  return line
    .split(/(?<=\p{Ll}|&[A-Z])(?=\p{Lu})/u)
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** Cuts a line at headings and bullets that stand inside it. */
function splitInline(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end);
  const cuts = new Set<number>([0]);
  // Inside a line a single "#" may be the sign before a number.
  for (const heading of line.matchAll(/^#{1,6}\s+|(?<=\s)#{2,6}\s+/g)) {
    const at = heading.index;
    cuts.add(at);
    const close = headingEnd(line.slice(at, at + LONGEST_HEADING));
    // A heading at the start of its line may run to the line's end; one inside a line ends with its punctuation.
    if (close && (at > 0 || close.endsWith('?') || close.length < 90)) cuts.add(at + close.length);
  }
  const runIn = RUN_IN_HEADING.exec(line);
  if (runIn && !QUESTIONS_ALONE.test(line.slice(runIn[0].length))) cuts.add(runIn[0].length);
  if (ITEM_MARK.test(line))
    for (const bullet of line.matchAll(/(?<=[.!?]["”’)]?)\s+(?=[-•] \p{Lu})/gu))
      cuts.add(bullet.index + bullet[0].length);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.flatMap((from, i): Span[] => {
    const to = sorted[i + 1] ?? line.length;
    const piece = line.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    return trimmed ? [[start + from + lead, start + from + lead + trimmed.length]] : [];
  });
}

/** No heading inside a line is looked for beyond this many characters. */
const LONGEST_HEADING = 300;

/** A heading that other words follow on its line, up to its punctuation; undefined where it has none. */
function headingEnd(words: string): string | undefined {
  const marks = /^#+\s+/.exec(words)?.[0] ?? '';
  const [first = ''] = segmentSentences(words.slice(marks.length).split(/\s#{2,6}\s/)[0] ?? '');
  const colon = /^[^:]*\p{L}:(?=\s)/u.exec(first)?.[0];
  const close = colon ?? (/[?!.]\s+$/.test(first) && /\p{L}{2}/u.test(first) ? first.trimEnd() : undefined);
  return close === undefined ? undefined : marks + close;
}

function labelSpan(textStart: number, [whole, label = '']: RegExpExecArray): Span {
  const start = textStart + whole.indexOf(label);
  return [start, start + label.length];
}

function blockOf(text: string, [start, end]: Span, first: boolean): Block {
  const line = text.slice(start, end);
  const marks = /^#{1,6}\s+/.exec(line);
  if (marks) return { kind: first ? 'title' : 'heading', start, end, textStart: start + marks[0].length };
  const item = ITEM_MARK.exec(line);
  const words = line.split(/\s+/).length;
  if (item && !(words <= 3 && /^\d/.test(line))) {
    const textStart = start + item[0].length;
    const label = LABEL.exec(text.slice(textStart, end));
    return {
      kind: 'item',
      start,
      end,
      textStart,
      ...(label && { label: labelSpan(textStart, label) }),
    };
  }
  const bold = /^\*\*(.+)\*\*:?$/.exec(line);
  if (bold) {
    const textStart = start + 2;
    return { kind: first ? 'title' : 'heading', start, end: textStart + (bold[1] ?? '').length, textStart };
  }
  const open = !endsSentence(line) || (/\?$/.test(line) && words <= 12);
  if (open && words <= (first ? 30 : 16) && !/[,;]$/.test(line))
    return { kind: first ? 'title' : 'heading', start, end, textStart: start };
  const forSomebody = FOR_SOMEBODY.exec(line);
  return {
    kind: 'paragraph',
    start,
    end,
    textStart: start,
    ...(forSomebody && { label: labelSpan(start, forSomebody) }),
  };
}
