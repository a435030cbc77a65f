import type { Bot } from '../bot.ts';

/** A question to begin with is short, and the sources answer it surely. */
const LONGEST_CHARACTERS = 60;
const SURE = 0.8;
/** Headings such as "So what?" ask of nothing. */
const FEWEST_WORDS = 4;
/** So many of the corpus are tried, so that a large one costs no more to open than a small one. */
const MOST_TRIED = 24;

/**
 * At most `most` questions that show what can be asked: headings of the sources that are questions themselves, and the
 * definition of a term. Each was tried, and is answered.
 */
export function openingQuestions(bot: Pick<Bot, 'ask' | 'corpus'>, most: number): readonly string[] {
  const { passages, statements } = bot.corpus;
  const headings = passages.flatMap(({ heading }) =>
    heading?.endsWith('?') && heading.length <= LONGEST_CHARACTERS && heading.split(/\s+/).length >= FEWEST_WORDS
      ? [heading]
      : [],
  );
  const terms = statements.flatMap(({ kind, label }) =>
    kind === 'definition' && label ? [`What does “${label.toLowerCase()}” mean?`] : [],
  );
  const answered = (question: string) => {
    const answer = bot.ask({ turns: [question] });
    return answer.outcome === 'answered' && answer.confidence >= SURE;
  };
  const tried = (questions: readonly string[], wanted: number) => {
    const found: string[] = [];
    for (const question of [...new Set(questions)].slice(0, MOST_TRIED)) {
      if (found.length >= wanted) break;
      if (answered(question)) found.push(question);
    }
    return found;
  };
  const definition = tried(terms, 1);
  return [...tried(headings, most - definition.length), ...definition].slice(0, most);
}
