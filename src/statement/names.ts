import type { Token } from '../ports.ts';

/** A proper name as the text writes it, from token `first` up to but not including `last`. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4]|I)$/;
const JOINS = /^(?:\s+(?:of|the|for|and|de|van|von|du|la)\s+|\s+|[-&.’']|\s*&\s*)$/;

/**
 * The proper names of a sentence, by their capitals. The first word of a sentence is taken for a name only where
 * `isName` knows it as one or the next word goes on with a capital.
 */
export function findNames(text: string, tokens: readonly Token[], isName: (word: string) => boolean): NameSpan[] {
  const names: NameSpan[] = [];
  const capital = (i: number) => {
    const token = tokens[i];
    if (!token) return false;
    const written = text.slice(token.start, token.end);
    return /^\p{Lu}/u.test(written) && !NO_NAME.test(written);
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !capital(i)) continue;
    let last = i + 1;
    while (
      capital(last) &&
      tokens[last] &&
      !/^\s+and\s+$/.test(between(text, tokens, last)) &&
      JOINS.test(between(text, tokens, last))
    )
      last += 1;
    const opens = i === 0 || /[.!?:“"•—]\s*$/.test(text.slice(0, token.start));
    if (opens && token.stop) {
      // "The Courier" and "In April": the article is no part of a name that follows it.
      if (last > i + 1) i += 1;
      else continue;
    } else if (opens && last === i + 1 && !isName(token.word)) continue;
    const from = tokens[i];
    const to = tokens[last - 1];
    if (!from || !to || (from.stop && last === i + 1)) {
      i = Math.max(i, last - 1);
      continue;
    }
    names.push({ first: i, last, start: from.start, end: to.end, text: text.slice(from.start, to.end) });
    i = last - 1;
  }
  return names;
}

function between(text: string, tokens: readonly Token[], i: number): string {
  return text.slice(tokens[i - 1]?.end ?? 0, tokens[i]?.start ?? 0);
}
