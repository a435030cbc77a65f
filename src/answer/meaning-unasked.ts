import type { Analysis } from '../ports.ts';
import type { QuestionKind } from '../question/kind.ts';
import type { Question } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** Kinds of question that a definition may answer. */
const MAY_MEAN: ReadonlySet<QuestionKind> = new Set(['definition', 'keyword', 'open', 'comparison']);

/** "Fee now" asks for no meaning: that does not change. */
export function isMeaningUnasked(question: Question, view: StatementView, knowledge: Knowledge): boolean {
  if (question.kind === 'keyword' && question.time?.sort === 'now') return true;
  return !MAY_MEAN.has(question.kind) && !namesTerm(question, view, knowledge);
}

/** The term that is defined stands in the question. */
function namesTerm({ stems }: Question, view: StatementView, { analysis }: Knowledge): boolean {
  return stemsOfLabel(view, analysis)?.every((stem) => stems.includes(stem)) === true;
}

const stemsOfLabel = rememberedIn(({ statement: { label } }: StatementView, { analyze }: Analysis) =>
  label === undefined ? undefined : analyze(label).flatMap(({ stop, stem }) => (stop ? [] : [stem])),
);
