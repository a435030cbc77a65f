import type { Question } from '../question/question.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** "40 litres of milk" is no beer, and no money is. */
export function isNoneOf(
  { sort, span, unit }: Amount,
  stuff: string,
  { needs }: Question,
  view: StatementView,
  { analysis }: Knowledge,
): boolean {
  if (sort === 'money' || sort === 'duration' || analysis.lexicon.measures(unit) === 'length') return true;
  // "420 million crowns, of which 90 million": a sum goes on without its coin.
  if (unit === '' && view.amounts.some((other) => other.sort === 'money')) return true;
  const of = /^ of ((?:[\p{L}\p{N}-]+ ){0,2}[\p{L}\p{N}-]+)/u.exec(view.text.slice(span[1]))?.[1];
  const need = needs.find(({ word }) => word.toLowerCase() === stuff);
  // "How much power does it use?", and "a yield of 78 percent": a share of something else.
  if (sort === 'percent' && need && ![...need.alternatives.keys()].some((key) => view.terms.has(key))) return true;
  if (of === undefined || !need) return false;
  const isAsked = (stem: string) => need.alternatives.has(stem);
  return (
    !analysis.analyze(of).some(({ stem }) => isAsked(stem)) &&
    ![...need.alternatives.keys()].some((key) => view.terms.has(key))
  );
}
