import type { Span } from '../../src/model.ts';

/** An attribution mark such as `(news.example)` or `(a.example, b.example)`. */
export interface Mark {
  readonly span: Span;
  /** Host names, in order, each once. */
  readonly sources: readonly string[];
  /** The mark stands where part of a sentence stood: the words around it are not whole. */
  readonly cutsIn: boolean;
}

const HOST = '(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:\\/[^\\s,)]*)?';
const MARK = new RegExp(`\\((${HOST}(?:, ?${HOST})*)\\)`, 'gi');
const ONE_MARK = new RegExp(`^${MARK.source}$`, 'i');

/** The marks of a stretch of text, offsets in `text`. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  return [...text.slice(start, end).matchAll(MARK)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const before = text[from - 1] ?? ' ';
    const after = text[to] ?? ' ';
    const hosts = (match[1] ?? '').split(/, ?/).map((address) => address.replace(/\/.*$/, '').toLowerCase());
    return {
      span: [from, to],
      sources: [...new Set(hosts)],
      cutsIn: /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after),
    };
  });
}

/** A line without the marks that it ends with: they stand behind its full stop. */
export function withoutFinalMark(line: string): string {
  let rest = line;
  while (rest.endsWith(')')) {
    const from = rest.lastIndexOf('(');
    if (from < 0 || !ONE_MARK.test(rest.slice(from))) break;
    rest = rest.slice(0, from).trimEnd();
  }
  return rest;
}
