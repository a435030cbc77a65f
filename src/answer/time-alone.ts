import { bounds } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import type { Question } from '../question/question.ts';
import { LIGHT } from '../question/words.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** They ask for what was done in a time; the others for how things stood in it. */
const DEEDS: ReadonlySet<Question['kind']> = new Set(['what changed', 'list', 'when', 'who', 'how much', 'why']);

/** "What happened on May 12?", "How did things stand before June?": a question that names nothing but a time. */
export const namesTimeAlone = remembered(
  ({ needs, time, asOfAsked, leans }: Question): boolean =>
    !leans &&
    (time?.sort === 'period' || asOfAsked) &&
    needs.every(({ word, name }) => !name && LIGHT.has(word.toLowerCase())),
);

/** The day as of which a question that names nothing but a time asks how things stood; undefined where it asks for none. */
export function stateAskedOn(question: Question): IsoDate | undefined {
  if (!namesTimeAlone(question)) return undefined;
  const { kind, time, asOf } = question;
  if (time?.sort === 'period') return DEEDS.has(kind) ? undefined : time.end;
  return asOf;
}

/** Whether what a statement tells came about after the time that is asked for; the day on which it was told does not count. */
export function isLaterThanAsked({ time }: Question, { statement: { date } }: StatementView): boolean {
  return time?.sort === 'period' && date !== undefined && bounds(date.date).start > time.end;
}
