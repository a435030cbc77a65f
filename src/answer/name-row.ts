import type { NameSpan } from '../statement/names.ts';

type Stretch = readonly [start: number, end: number];

/** "With Holm, Brand, and Ost": the whole row of names that a name stands in, where "and" closes it; else the name alone. */
export function wholeRow([start, end]: Stretch, names: readonly NameSpan[], text: string): Stretch {
  const at = names.findIndex((name) => name.start === start);
  if (at < 0) return [start, end];
  let first = at;
  while (first > 0 && JOINS.test(between(names[first - 1], names[first], text))) first -= 1;
  let last = at;
  let closed = 0;
  for (let i = first; i + 1 < names.length; i += 1) {
    const joint = between(names[i], names[i + 1], text);
    if (!JOINS.test(joint)) break;
    last = i + 1;
    if (/and/.test(joint)) {
      closed = last;
      break;
    }
  }
  const [one, other] = [names[first], names[last]];
  // "Holm, Brand" without "and" may be a name and what it belongs to; "Holm and Brand's" is whose something is.
  if (!one || !other || closed < at || closed === 0 || /^['’]s?\b/.test(text.slice(other.end))) return [start, end];
  return [one.start, other.end];
}

const JOINS = /^(?:, |,? and )$/;

function between(one: NameSpan | undefined, other: NameSpan | undefined, text: string): string {
  return one && other ? text.slice(one.end, other.start) : '';
}
