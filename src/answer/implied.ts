import type { Lexicon } from '../ports.ts';
import { officeOf } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import type { Fit } from './fit.ts';
import type { Match } from './match.ts';
import { measureAsked } from './measure-asked.ts';

/** Words of a "when" that a day says by standing there: it is one on which something is due, or comes. */
const IMPLIED =
  /^(?:due|expected|scheduled|planned|supposed|slated|com(?:es?|ing)|arriv(?:es?|ing)|happens?|takes? place|took place|set|meant|ready|finished|done)$/i;
/** What is implied is met so far: less than what is said. */
const BY_SORT = 0.5;
const HOLDS_ONE = 0.8;

/** Who holds an office does what it is there for. */
const OF_OFFICE =
  /^(?:runs?|running|ran|leads?|leading|led|heads?|heading|headed|chairs?|chairing|chaired|head|leader|chief|boss|charge|helm|top|in charge)$/i;
const BY_OFFICE = 0.8;

/** "How heavy is it?": tonnes say so without the word. */
const OF_MEASURE = /^(?:heavy|weighs?|tall|deep|wide|thick)$/i;
const BY_MEASURE = 0.8;

/** The match of a statement that holds the sort of thing asked for, with what that says by itself. */
export function withImplied(question: Question, fit: Fit, match: Match, lexicon: Lexicon): Match {
  const told = fit.fit < HOLDS_ONE ? undefined : impliedBy(question, match, lexicon);
  if (!told) return match;
  const [implied, share] = told;
  let gained = 0;
  let total = 0;
  const met = question.needs.map((need, i) => {
    total += need.weight;
    const before = match.met[i] ?? 0;
    if (before >= share || need.name || !implied.test(need.word)) return before;
    gained += need.weight * (share - before);
    return share;
  });
  return gained > 0 ? { ...match, met, coverage: match.coverage + gained / total } : match;
}

/** Which words of the question the sort of thing asked for says by itself, and how well. */
function impliedBy(question: Question, match: Match, lexicon: Lexicon): readonly [RegExp, number] | undefined {
  switch (question.kind) {
    case 'when':
      return [IMPLIED, BY_SORT];
    case 'who':
      return namesAll(question, match) && officeOf(question, lexicon) ? [OF_OFFICE, BY_OFFICE] : undefined;
    case 'how much':
      return measureAsked(question).dimension === undefined ? undefined : [OF_MEASURE, BY_MEASURE];
    default:
      return undefined;
  }
}

const NAMED = 0.5;

/** Whose office it is stands in the statement itself. */
function namesAll({ needs }: Question, { own }: Match): boolean {
  return needs.every((need, i) => !need.name || (own[i] ?? 0) >= NAMED);
}
