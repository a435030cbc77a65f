import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

const MOST = 2;

/** What of the corpus the follow-up questions are made from. */
interface Sources {
  readonly knowledge: Knowledge;
}

/**
 * Questions that the corpus can answer next: definitions of terms that the answer uses, and "why" or "when" of its
 * subject where a sentence gives them. Nothing is asked that was just answered.
 */
export function followUpsOf(question: Question, told: readonly StatementView[], { knowledge }: Sources): string[] {
  const asked = question.text.toLowerCase();
  const found: string[] = [];
  for (const definition of knowledge.views) {
    const { kind, label } = definition.statement;
    if (kind !== 'definition' || !label || asked.includes(label.toLowerCase())) continue;
    const used = knowledge.analysis.analyze(label).every((token) => told.some((view) => view.terms.has(token.stem)));
    if (used) found.push(`What does “${label.toLowerCase()}” mean?`);
  }
  const headings = new Set(told.flatMap((view) => siblingsOf(view, knowledge)));
  for (const heading of headings) if (!asked.includes(heading.toLowerCase())) found.push(heading);
  return [...new Set(found)].slice(0, MOST);
}

/** Headings of the lead's document that are questions themselves: their sections answer them. */
function siblingsOf(view: StatementView, knowledge: Knowledge): string[] {
  return knowledge.corpus.passages
    .filter(
      (passage) =>
        passage.document === view.statement.document &&
        passage.heading !== view.statement.heading &&
        passage.heading?.endsWith('?') === true,
    )
    .map((passage) => passage.heading ?? '')
    .filter((heading) =>
      knowledge.analysis.analyze(heading).some((token) => !token.stop && view.terms.has(token.stem)),
    );
}
