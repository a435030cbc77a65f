import type { Lexicon } from '../ports.ts';
import { officeOf } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';
import { type Match, opensWithPronoun } from './match.ts';
import { measureAsked } from './measure-asked.ts';

/** Words of a "when" that a day says by standing there: it is one on which something is due, or comes. */
const IMPLIED =
  /^(?:due|expected|scheduled|planned|supposed|slated|com(?:es?|ing)|arriv(?:es?|ing)|happens?|takes? place|took place|set|meant|ready|finished|done)$/i;
/** "It will sell them from June 8": what is so from a day on starts on it. */
const STARTS = /^(?:starts?|begins?|starting|beginning|commences?|launch(?:es)?|opens?)$/i;
const FROM_DAY = () =>
  /\b(?:from|as of|effective)(?: \p{Ll}+)? (?:(?:early|mid|late) )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next|this|the (?:spring|summer|autumn|winter|start|end|middle))\b/u;
const DONE = /\bwhen (?:did|was|were|had)\b/i;
/** What is implied is met so far: less than what is said. */
const BY_SORT = 0.5;
const HOLDS_ONE = 0.8;
const HOLDS_A_DAY = 0.6;

/** Who holds an office does what it is there for. */
const OF_OFFICE =
  /^(?:runs?|running|ran|leads?|leading|led|heads?|heading|headed|chairs?|chairing|chaired|head|leader|chief|boss|charge|helm|top|in charge(?: of)?)$/i;
const BY_OFFICE = 0.8;
/** The sentences around say whose office it is. */
const OF_THAT_HOUSE = 0.9;
const BY_HOUSE = 0.65;

/** "How heavy is it?": tonnes say so without the word. */
const OF_MEASURE = /^(?:heavy|weighs?|tall|deep|wide|thick)$/i;
const BY_MEASURE = 0.8;

/** The match of a statement that holds the sort of thing asked for, with what that says by itself. */
export function withImplied(question: Question, fit: Fit, match: Match, view: StatementView, lexicon: Lexicon): Match {
  const told =
    fit.fit < (question.kind === 'when' ? HOLDS_A_DAY : HOLDS_ONE)
      ? undefined
      : impliedBy(question, fit, match, view, lexicon);
  if (!told) return match;
  const [implied, share] = told;
  const asked =
    question.kind === 'who' && fit.fit >= OF_THAT_HOUSE && !opensWithPronoun(view)
      ? officeOf(question, lexicon)?.houses
      : undefined;
  // What names a house itself is of that one: "Alder North" is not "Alder South".
  const houses = asked?.every((i) => (match.own[i] ?? 0) < NAMED) ? asked : undefined;
  const ofHouse = (i: number) => (houses?.includes(i) ? BY_HOUSE : 0);
  let gained = 0;
  let total = 0;
  const met = question.needs.map((need, i) => {
    total += need.weight;
    const before = match.met[i] ?? 0;
    const least = need.name ? ofHouse(i) : implied.test(need.word) ? share : 0;
    if (before >= least) return before;
    gained += need.weight * (least - before);
    return least;
  });
  return gained > 0 ? { ...match, met, coverage: match.coverage + gained / total } : match;
}

/** Which words of the question the sort of thing asked for says by itself, and how well. */
function impliedBy(
  question: Question,
  fit: Fit,
  match: Match,
  view: StatementView,
  lexicon: Lexicon,
): readonly [RegExp, number] | undefined {
  switch (question.kind) {
    case 'when':
      if (FROM_DAY().test(view.text) && !DONE.test(question.text)) return [STARTS, BY_MEASURE];
      return fit.fit < HOLDS_ONE ? undefined : [IMPLIED, BY_SORT];
    case 'who':
      return ((fit.fit >= OF_THAT_HOUSE && !opensWithPronoun(view)) || namesAll(question, match)) &&
        officeOf(question, lexicon)
        ? [OF_OFFICE, BY_OFFICE]
        : undefined;
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
