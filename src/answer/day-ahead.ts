import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** "What happens after 2030?": whether a statement that tells of no such time is asked for one. */
export function lacksDayAhead({ kind, ahead, leans }: Question, { statement, text }: StatementView): boolean {
  // "Scenarios for 2028": a heading says it of each of its items.
  if (!ahead || leans || kind === 'list' || text.includes(ahead.start.slice(0, 4))) return false;
  return !statement.mentions.some(
    ({ role, start, end }) =>
      (start <= ahead.end && end >= ahead.start) ||
      // What runs through 2032 does so in 2030; what is planned for May is done by then.
      (role === 'term' && end >= ahead.start) ||
      (ahead.upTo && role !== 'event' && end <= ahead.end),
  );
}
