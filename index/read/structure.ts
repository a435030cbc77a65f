import type { Span } from '../../src/model.ts';

/** What a stretch of a document is. Only paragraphs and items hold statements. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'navigation' | 'tickers' | 'tags';
  readonly start: number;
  readonly end: number;
  /** Where the words of a heading or an item begin, past its mark. */
  readonly textStart: number;
  /** The span of an item's label, "Compute" in "- Compute: ...". */
  readonly label?: Span;
}

export interface StructureRules {
  /** Whole lines that are navigation or advertising. */
  readonly navigation: readonly RegExp[];
  readonly tickers: ReadonlySet<string>;
}

const ITEM_MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;
const LABEL = /^(\p{Lu}[^.:!?;]{1,70}?):\s+(?=\S)/u;
const SENTENCE_END = /[.!?…]["”’')\]]*$/;

/**
 * Splits a text into blocks. Nothing is changed: every block is a span of `text`.
 * Headings and bullets are also found in the middle of a line (`... AWS. ### Who pays? The ...`), as text that was
 * once a page often has them.
 */
export function readStructure(text: string, rules: StructureRules): Block[] {
  const blocks: Block[] = [];
  let titled = false;
  for (const [start, end] of linesOf(text)) {
    const line = text.slice(start, end);
    const kind = lineKind(line, rules);
    if (kind) {
      blocks.push({ kind, start, end, textStart: start });
      continue;
    }
    for (const piece of splitInline(text, start, end)) {
      const block = blockOf(text, piece, !titled);
      blocks.push(block);
      titled = true;
    }
  }
  return blocks;
}

/** Lines without their margins; in a text that was wrapped at a width, the lines of a paragraph are one. */
function linesOf(text: string): Span[] {
  const lines: { span: Span; blankBefore: boolean }[] = [];
  let blank = true;
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const trimmed = match[0].trim();
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (trimmed && !/^[-=*_#\s]+$/.test(trimmed))
      lines.push({ span: [start, start + trimmed.length], blankBefore: blank });
    blank = trimmed === '';
  }
  const goesOn = (i: number) => {
    const [before, here] = [lines[i - 1], lines[i]];
    return (
      before &&
      here &&
      !here.blankBefore &&
      !SENTENCE_END.test(text.slice(...before.span)) &&
      /^\p{Ll}/u.test(text.slice(...here.span))
    );
  };
  const wrapped = lines.filter((_, i) => goesOn(i)).length >= 3;
  if (!wrapped) return lines.map((line) => line.span);
  const joined: Span[] = [];
  for (const { span, blankBefore } of lines) {
    const before = joined.at(-1);
    const line = text.slice(...span);
    if (
      before &&
      !blankBefore &&
      !ITEM_MARK.test(line) &&
      !line.startsWith('#') &&
      !text.slice(...before).startsWith('#')
    )
      joined[joined.length - 1] = [before[0], span[1]];
    else joined.push(span);
  }
  return joined;
}

function lineKind(line: string, rules: StructureRules): 'navigation' | 'tickers' | 'tags' | undefined {
  if (rules.navigation.some((pattern) => pattern.test(line))) return 'navigation';
  if (/^[\p{L} ]{3,30}: -?\d+(?:\.\d+)?%?$/u.test(line)) return 'navigation';
  if (splitTickers(line, rules.tickers).length > 0) return 'tickers';
  if (
    line.length > 12 &&
    (line.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0) >= 2 &&
    !SENTENCE_END.test(line) &&
    !/[.,;:] /.test(line)
  )
    return 'tags';
  return undefined;
}

/** "MSFTAMZN" is a run of known symbols; a line that is not made of them alone gives none. */
export function splitTickers(line: string, known: ReadonlySet<string>): string[] {
  if (!/^[A-Z.]{1,5}(?:[ ,|]*[A-Z.]{1,5})*$/.test(line)) return [];
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

/** "Artificial IntelligenceM&A & Restructuring" is two tags run together. */
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
  for (const heading of line.matchAll(/(?:^|\s)(#{1,6}\s+)/g)) {
    const at = heading.index + heading[0].length - (heading[1] ?? '').length;
    cuts.add(at);
    const words = line.slice(at);
    const close = /^#{1,6}\s+[^#]*?[?!:.](?=\s+\S)/.exec(words);
    // A heading at the start of its line may run to the line's end; one inside a line ends with its punctuation.
    if (close && (at > 0 || close[0].endsWith('?') || close[0].length < 90)) cuts.add(at + close[0].length);
  }
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
      ...(label && { label: [textStart, textStart + (label[1] ?? '').length] as Span }),
    };
  }
  const bold = /^\*\*(.+)\*\*:?$/.exec(line);
  if (bold) return { kind: first ? 'title' : 'heading', start, end, textStart: start + 2 };
  const open = !SENTENCE_END.test(line) || (/\?$/.test(line) && words <= 12);
  if (open && words <= (first ? 30 : 16) && !/[,;]$/.test(line))
    return { kind: first ? 'title' : 'heading', start, end, textStart: start };
  return { kind: 'paragraph', start, end, textStart: start };
}
