import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import type { Relation } from './relation.ts';

/** Words by which a claim's clause is found in a longer sentence. */
const CLAUSE_MARGIN = 3;

/** The stretch of the sentence that the claim's words stand in. */
export function clauseOf(part: ClaimPart, view: StatementView): string {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const need of part.needs) {
    for (const at of placesOfNeed(need, view)) {
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
  }
  if (to < 0) return view.text;
  const start = view.tokens[Math.max(0, from - CLAUSE_MARGIN)]?.start ?? 0;
  const end = view.tokens[Math.min(view.tokens.length - 1, to + CLAUSE_MARGIN)]?.end ?? view.text.length;
  return view.text.slice(start, end);
}

/** A clause with what leads into it: "until then the yard had ...". */
export function segmentAround(text: string, { verbStart, end }: Relation): string {
  const lead = text.slice(0, verbStart);
  const opens = [...lead.matchAll(/[;:—]|,\s+(?:and|but|while|whereas|though)\b|\bbut\b/g)].at(-1);
  // "The pier, which was due in May, opens in June": the aside has a time of its own.
  const own = lead.slice(opens ? opens.index + opens[0].length : 0).replace(/, (?:which|who)\b[^,]*,(?=[^,]*$)/g, '');
  return `${own}${text.slice(verbStart, end)}`.replace(/, (?:until|then|once|formerly|previously|before)\b[^,]*,/g, '');
}
