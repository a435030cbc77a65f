import type { Statement } from '../model.ts';
import type { Question } from '../question/question.ts';

/** "In 2022": a figure that is told of other years, and of no time in that one. */
export function isOfAnotherTime({ kind, time }: Question, { mentions }: Statement): boolean {
  if (kind !== 'how much' || time?.sort !== 'period' || mentions.length === 0) return false;
  const ofDay = time.start === time.end;
  return mentions.every(
    (m) =>
      (m.precision === 'year' || m.precision === 'quarter' || (ofDay && m.role === 'event')) &&
      (m.end < time.start || m.start > time.end),
  );
}
