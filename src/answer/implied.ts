import type { Question } from '../question/question.ts';
import type { Fit } from './fit.ts';
import type { Match } from './match.ts';

/** Words of a "when" that a day says by standing there: it is one on which something is due, or comes. */
const IMPLIED =
  /^(?:due|expected|scheduled|planned|supposed|slated|com(?:es?|ing)|arriv(?:es?|ing)|happens?|takes? place|took place|set|meant|ready|finished|done)$/i;
/** What is implied is met so far: less than what is said. */
const BY_SORT = 0.5;
const HOLDS_ONE = 0.8;

/** The match of a statement that holds the sort of thing asked for, with what that says by itself. */
export function withImplied(question: Question, fit: Fit, match: Match): Match {
  if (question.kind !== 'when' || fit.fit < HOLDS_ONE) return match;
  let gained = 0;
  let total = 0;
  const met = question.needs.map((need, i) => {
    total += need.weight;
    const before = match.met[i] ?? 0;
    if (before >= BY_SORT || !IMPLIED.test(need.word)) return before;
    gained += need.weight * (BY_SORT - before);
    return BY_SORT;
  });
  return gained > 0 ? { ...match, met, coverage: match.coverage + gained / total } : match;
}
