import { type Amount, comparable } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';

/** Two amounts of which one must be wrong, were they of the same thing. */
export function rivals(a: Amount, b: Amount, { analysis: { lexicon } }: Knowledge): boolean {
  if (comparable(a, b) && (a.unit === b.unit || a.sort === 'duration')) return true;
  const measured = lexicon.measures(a.unit);
  return measured !== undefined && measured === lexicon.measures(b.unit);
}

/** Both count the same thing, whatever stands before it: "310,000 lost passengers", "310,000 passengers". */
export function countsSame(a: Amount, aText: string, b: Amount, bText: string): boolean {
  if (a.sort !== 'count' || b.sort !== 'count') return false;
  const last = countedAfter(aText, a.span).at(-1);
  return last !== undefined && countedAfter(bText, b.span).includes(last);
}

/** "Its subscriber total has climbed to 3.2 million": what a number without a noun counts stands before it. */
export function countsBefore(a: Amount, b: Amount, bText: string): boolean {
  if (a.sort !== 'count' || b.sort !== 'count' || b.unit !== '' || a.unit.length < 3) return false;
  const clause =
    bText
      .slice(0, b.span[0])
      .split(/[,;:.]\s/)
      .at(-1) ?? '';
  return new RegExp(
    `\\b${a.unit}s?(?:[’']s?)? (?:total|number|count|base|figure|tally)\\b|\\b(?:number|total) of (?:\\p{L}+ )?${a.unit}`,
    'iu',
  ).test(clause);
}

/** "A loss of 20,000 boxes", "a loss of 70,000": what both are of stands before them. */
export function ofTheSame(a: Amount, aText: string, b: Amount, bText: string): boolean {
  if (a.sort !== 'count' || b.sort !== 'count' || b.unit !== '') return false;
  const [one, other] = [OF_NUMBER.exec(aText.slice(0, a.span[0])), OF_NUMBER.exec(bText.slice(0, b.span[0]))];
  return one !== null && one[1] === other?.[1];
}

const OF_NUMBER = /\b(\p{Ll}{4,}) of (?:about |around |some |nearly |up to )?$/u;

/** Words after a number in which the thing that it counts is named: "two battery-electric ferries". */
const NOUN_WITHIN = 4;

function countedAfter(text: string, [start]: Amount['span']): string[] {
  // "Three islands, two ships": behind the comma something else is counted.
  const [counted = ''] = text.slice(start).split(/[,;:.](?=\s|$)/, 1);
  const words = counted.split(/[^\p{L}\p{N}]+/u).slice(1, NOUN_WITHIN + 2);
  const end = words.findIndex((word) =>
    /^(?:of|in|on|at|by|for|to|from|with|and|or|who|which|that|over|per|a)$/i.test(word),
  );
  return (end < 0 ? words : words.slice(0, end))
    .filter((word) => /^\p{L}[\p{L}\d]{2,}$/u.test(word))
    .map((word) => word.toLowerCase().replace(/s$/, ''));
}
