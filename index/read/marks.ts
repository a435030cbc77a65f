import type { Span } from '../../src/model.ts';

/** An attribution mark such as `(news.example)` or `(a.example, b.example)`. */
export interface Mark {
  readonly span: Span;
  /** Host names, in order, each once. */
  readonly sources: readonly string[];
  /** The mark stands where part of a sentence stood: the words around it are not whole. */
  readonly cutsIn: boolean;
}

const MARK = /\(((?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s,)]*)?(?:, ?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s,)]*)?)*)\)/gi;

/** The marks of a stretch of text, offsets in `text`. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  return [...text.slice(start, end).matchAll(MARK)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const before = text[from - 1] ?? ' ';
    const after = text[to] ?? ' ';
    return {
      span: [from, to],
      sources: [...new Set((match[1] ?? '').split(/, ?/))],
      cutsIn: /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after),
    };
  });
}
