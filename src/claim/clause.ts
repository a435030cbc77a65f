import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import type { Relation } from './relation.ts';

/** Words by which a claim's clause is found in a longer sentence. */
const CLAUSE_MARGIN = 3;

/** The stretch of the sentence that the claim's words stand in. */
export function clauseOf(part: ClaimPart, view: StatementView): string {
  const places = part.needs.map((need) => placesOfNeed(need, view)).filter((at) => at.length > 0);
  if (places.length === 0) return view.text;
  // A word that is told twice is that which stands nearest to the others.
  const single = places.flatMap((at) => (at.length === 1 ? at : []));
  const told = places.flatMap((at) => {
    if (at.length === 1 || single.length === 0) return at;
    const far = (one: number) => Math.min(...single.map((other) => Math.abs(one - other)));
    return [at.reduce((a, b) => (far(b) < far(a) ? b : a))];
  });
  const [from, to] = [Math.min(...told), Math.max(...told)];
  const start = view.tokens[Math.max(0, from - CLAUSE_MARGIN)]?.start ?? 0;
  const last = view.tokens[to]?.end ?? 0;
  const margin = view.text.slice(last, view.tokens[Math.min(view.tokens.length - 1, to + CLAUSE_MARGIN)]?.end);
  return view.text.slice(start, last + (OPENS_ANOTHER.exec(margin)?.index ?? margin.length));
}

/** What stands behind it is told of something else. */
const OPENS_ANOTHER = /[;:]|, (?:which|who|whose|where|because|although|while|but)\b/;

/** A clause with what leads into it: "until then the yard had ...". */
export function segmentAround(text: string, { verbStart, end }: Relation): string {
  const lead = text.slice(0, verbStart);
  const opens = [...lead.matchAll(/[;:—]|,\s+(?:and|but|while|whereas|though)\b|\bbut\b/g)].at(-1);
  // "The pier, which was due in May, opens in June": the aside has a time of its own.
  const own = lead.slice(opens ? opens.index + opens[0].length : 0).replace(/, (?:which|who)\b[^,]*,(?=[^,]*$)/g, '');
  return `${own}${text.slice(verbStart, end)}`.replace(/, (?:until|then|once|formerly|previously|before)\b[^,]*,/g, '');
}
