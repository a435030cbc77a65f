import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { type ClaimDate, fitDate } from './compare-dates.ts';
import type { ClaimPart } from './part.ts';
import { before, inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

const POINTS = /^\W*(?:the|this|that|these|those|it|they|both)\b/i;
const MET = 0.7;

/**
 * "Alder flew on May 6. The flight was a success": a sentence without a day of its own is of the day in the one before it,
 * where its subject points back and that sentence speaks of the claim's subject too.
 */
export function toldTheDayBefore(
  date: ClaimDate,
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): boolean {
  if (!relation?.byVerb || view.statement.mentions.length > 0 || date.role === 'term') return false;
  const told = relation.roles.agent ?? relation.roles.others[0];
  if (!told || !POINTS.test(view.text.slice(told.start, told.end))) return false;
  const [last] = before(view, knowledge);
  if (last?.statement.mentions.length !== 1 || fitDate(date, last, undefined) !== 'same') return false;
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  const things = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, subject));
  return (
    things.length > 0 &&
    things.every((need) => [...need.alternatives].some(([key, s]) => s >= MET && last.terms.has(key)))
  );
}
