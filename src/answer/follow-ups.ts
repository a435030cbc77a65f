import type { Question } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
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
  for (const { term, stems } of termsIn(knowledge)) {
    if (asked.includes(term)) continue;
    if (stems.every((stem) => told.some((view) => view.terms.has(stem)))) found.push(`What does “${term}” mean?`);
  }
  const headings = new Set(told.flatMap((view) => siblingsOf(view, knowledge)));
  for (const heading of headings) if (!asked.includes(heading.toLowerCase())) found.push(heading);
  return [...new Set(found)].slice(0, MOST);
}

/** The terms that a corpus defines. */
const termsIn = remembered(({ views, analysis: { analyze } }: Knowledge) =>
  views.flatMap(({ statement: { kind, label } }) =>
    kind === 'definition' && label
      ? [{ term: label.toLowerCase(), stems: analyze(label).map(({ stem }) => stem) }]
      : [],
  ),
);

/** Headings of a statement's document that are questions themselves: their sections answer them. */
const siblingsOf = rememberedIn(({ statement, terms }: StatementView, knowledge: Knowledge): readonly string[] =>
  questionsIn(knowledge)
    .filter(
      ({ document, heading, stems }) =>
        document === statement.document && heading !== statement.heading && stems.some((stem) => terms.has(stem)),
    )
    .map(({ heading }) => heading),
);

const questionsIn = remembered(({ corpus, analysis: { analyze } }: Knowledge) =>
  corpus.passages.flatMap(({ document, heading }) =>
    heading?.endsWith('?')
      ? [{ document, heading, stems: analyze(heading).flatMap(({ stop, stem }) => (stop ? [] : [stem])) }]
      : [],
  ),
);
