import type { Supersession } from '../chronicle/supersession.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { QuestionKind } from '../question/kind.ts';
import type { Question } from '../question/question.ts';
import type { Reach } from '../reply/answer-reply.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isLaterThanAsked, stateAskedOn } from './time-alone.ts';
import { periodFit } from './time-fit.ts';

/** "What happened on that day?" names nothing but the day: what is dated to it answers. */
const OF_THAT_TIME = 0.7;

/** Kinds of question about a time that what came after it does not answer. */
const OF_DEEDS: ReadonlySet<QuestionKind> = new Set(['who', 'definition', 'open', 'list', 'what changed']);

/** What is known of the sources as a whole. */
interface Sources {
  readonly knowledge: Knowledge;
  readonly supersessions: ReadonlyMap<number, Supersession>;
  readonly reach: Reach;
}

/** Whether a statement answers a question that names nothing but a time: by its date, or by what held then and has ended since. */
export function isOfTheTime(view: StatementView, question: Question, { supersessions, knowledge }: Sources): boolean {
  const day = stateAskedOn(question);
  if (day === undefined) return periodFit(question, view) >= OF_THAT_TIME;
  const end = supersessions.get(view.statement.index);
  return end !== undefined && end.since > day && (knownBy(view, knowledge) ?? '') <= day;
}

/** Asked what was done in a time, a statement tells what came after it, or the sources begin later and it names no such time. */
export function missesTime(view: StatementView, question: Question, { reach }: Sources): boolean {
  const { kind, time } = question;
  if (!OF_DEEDS.has(kind) || time?.sort !== 'period' || periodFit(question, view) > 0) return false;
  return isLaterThanAsked(question, view) || time.end < (reach.oldest ?? '');
}
