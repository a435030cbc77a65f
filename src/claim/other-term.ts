import type { Amount } from '../statement/amounts.ts';
import type { Comparison } from './comparison.ts';
import { namesIt } from './name-group.ts';
import type { ClaimPart } from './part.ts';

/** What is made for a stretch of time, as words for the same. */
const PAPER = /^[ -](?:\p{Ll}+ ){0,2}?(?:contract|deal|agreement|pact|partnership|accord|lease|tenancy|licen[cs]e)\b/u;
/** Two parties, or one and most of the rest, show that it is the same paper. */
const BOTH = 2;

/** "A ten-year contract with Birch" against "under a four-year contract": another term of the paper between the same two. */
export function differsInTerm(part: ClaimPart, { view }: Comparison, compared: readonly Comparison[]): boolean {
  const claimed = termsIn(part.amounts, part.text);
  const [term, ...others] = claimed;
  if (term === undefined || others.length > 0 || part.negated || part.names.length < BOTH) return false;
  const isOfBoth = (one: Comparison['view']) => part.names.every((group) => namesIt(group, part.needs, one));
  const told = termsIn(view.amounts, view.text);
  return (
    told.length > 0 &&
    isOfBoth(view) &&
    told.every((other) => other.unit === term.unit && other.value !== term.value) &&
    !compared.some(
      (c) => isOfBoth(c.view) && c.view.amounts.some((a) => a.unit === term.unit && a.value === term.value),
    )
  );
}

function termsIn(amounts: readonly Amount[], text: string): Amount[] {
  return amounts.filter(
    ({ sort, span: [start, end] }) =>
      sort === 'duration' && /-/.test(text.slice(start, end)) && PAPER.test(text.slice(end)),
  );
}
