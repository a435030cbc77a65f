import type { Statement } from '../model.ts';
import type { Lexicon } from '../ports.ts';
import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { findAmounts } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isAdviceUntold } from './advice-untold.ts';
import { lacksDayAhead } from './day-ahead.ts';
import { tellsOppositeDeed } from './day-of-deed.ts';
import { isOfSomebodyElse } from './decline.ts';
import { doneByWhoIsAsked } from './doer.ts';
import { finerDay } from './finer-day.ts';
import { asksSeveral } from './fit-name.ts';
import { leadsUpTo } from './leads-up-to.ts';
import { lacksNameAsked } from './names-asked.ts';
import { tellsNounAlone } from './noun-alone.ts';
import { isOfAnotherDimension, isOfAnotherInOrder, isOfTheWhole, isSaidByAnother } from './of-another.ts';
import { isOfAnotherTime } from './other-time.ts';
import { outcomeOf } from './outcome.ts';
import { isSeatOfAnother, lacksRegionAsked } from './place-asked.ts';
import { isPriceOfAnother } from './priced.ts';
import type { Candidate } from './rank.ts';
import { putReasonFirst } from './reason.ts';
import { namesOf, relationsAsked } from './relations.ts';
import { respondsTo } from './responds.ts';
import { toldOfIt } from './told-of-it.ts';
import { isLeftUnnamed } from './unnamed.ts';
import { isUnspoken } from './unspoken.ts';
import { isUntold } from './untold.ts';
import { isVague } from './vague.ts';

/** What takes the first place must be nearly as good as what had it. */
const NEARLY_AS_GOOD = 0.6;
const NEARLY_AS_FITTING = 0.8;
/** Kinds that only a statement with the right sort of thing answers. */
const TYPED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who']);
/** Kinds that ask for no sort of thing which only the second of two sentences may hold. */
const SAID_ONCE: ReadonlySet<Question['kind']> = new Set(['keyword', 'yes or no', 'open']);
const LEANT_ON_SCORE = 0.75;
const NAMES_IT = 0.3;
const OWN_SCORE = 0.8;
const TELLS_IT_TOO = 0.8;
/** Below this a statement does not hold the sort of thing asked for. */
const HOLDS_IT = 0.2;
const HOLDS_HARDLY = 0.3;
/** A figure or a day of something else is easily found. */
const COVERS_LEAST = 0.25;
/** How well a house, or a pronoun, answers who does something, at most. */
const NO_NAME = 0.8;
/** It must cover this share of the question that the one before it covers. */
const COVERS_AS_MUCH = 0.75;
/** A name is short, and leaves the rest to the sentences around it. */
const COVERS_AS_MUCH_WHO = 0.65;
/** Less will do where it alone tells what is asked. */
const COVERS_ENOUGH = 0.6;

/** Where nothing but a time is named, a statement of that time. */
const OF_THAT_TIME = 0.7;
const HAS_FIGURE_SCORE = 0.6;
const HAS_FIGURE_COVERS = 0.7;

/** As much of a name as the sentence before says of the one that leans on it. */
const NAMED = 0.55;

/** Below this a statement gives no cause, and stands under no heading that asks for one. */
const GIVES_CAUSE = 0.2;
const TELLS_ALL = 0.9;

/** Whether the statement cannot answer, whatever words it shares with the question. */
export function missesWhatIsAsked(question: Question, candidate: Candidate, lexicon: Lexicon): boolean {
  const { fit, view, match } = candidate;
  const relations = relationsAsked(question, lexicon);
  if (relations.length > 0) {
    const named = namesOf(question);
    if (relations.some((relation) => !relation.tells(view.text, named))) return true;
  }
  if (relations.some(({ ofNamed }) => ofNamed) && !isOfNamed(question, candidate)) return true;
  if (
    TYPED.has(question.kind) &&
    ((fit.fit < HOLDS_IT && !(fit.fit === 0 && isVague(question, view.text))) || match.coverage < COVERS_LEAST)
  )
    return true;
  // A sentence that has all the words of a "why" tells what happened; what it gives no cause of it does not explain.
  if (question.kind === 'why' && fit.fit < GIVES_CAUSE && match.ownCoverage >= TELLS_ALL && !leadsUpTo(question, view))
    return true;
  if (question.kind === 'when' && tellsOppositeDeed(question, view, lexicon)) return true;
  if (lacksDayAhead(question, view)) return true;
  if (tellsNounAlone(question, view) || isOfAnotherTime(question, view.statement) || lacksNameAsked(question, view))
    return true;
  if (isPriceOfAnother(question, candidate) || isSaidByAnother(question, candidate)) return true;
  if (isUnspoken(question, candidate) || isUntold(question, candidate) || lacksRegionAsked(question, view)) return true;
  if (isSeatOfAnother(question, view)) return true;
  if (isLeftUnnamed(question, view) || isOfTheWhole(question, view.text)) return true;
  if (isOfAnotherDimension(question, view.text)) return true;
  if (isAdviceUntold(question, candidate)) return true;
  return isOfAnotherInOrder(question, view.text);
}

/** Every name of the question is met. */
function isOfNamed({ needs }: Question, { match }: Candidate): boolean {
  return needs.every((need, i) => !need.name || (match.met[i] ?? 0) >= NAMED);
}

/** Examples of a thing, and who belongs to it, are given right after the sentence that names it. */
const COVERS_GIVING = 0.5;
const GIVES_EXAMPLES = 1.2;
const asksExamples = remembered(({ kind, text }: Question) => kind === 'list' && /\bexamples?\b/i.test(text));

/** Brings to the front what can answer, where what stands there cannot. */
export function putAnswersFirst(
  question: Question,
  previous: Statement | undefined,
  ranked: readonly Candidate[],
  knowledge: Knowledge,
): readonly Candidate[] {
  const { lexicon } = knowledge.analysis;
  const [best] = ranked;
  if (!best) return ranked;
  const told = toldOfIt(question, ranked);
  if (told) return first(told, ranked);
  const outcome = TYPED.has(question.kind) ? undefined : outcomeOf(question, ranked, knowledge);
  if (outcome) return first(outcome, ranked);
  if (question.kind === 'why') return putReasonFirst(question, previous, ranked);
  // Nothing is named but a time: what tells of another answers nothing.
  const turned = turnedThen(question, ranked);
  if (turned) return first(turned, ranked);
  if (question.needs.length === 0 && best.features.period < OF_THAT_TIME) {
    const then = ranked.find(({ features }) => features.period >= OF_THAT_TIME);
    return then ? first(then, ranked) : ranked;
  }
  const leantOn = leantOnOf(question, previous, ranked, knowledge);
  if (leantOn) return first(leantOn, ranked);
  const done = doneByWhoIsAsked(question, ranked) ?? respondsTo(question, ranked);
  if (done) return first(done, ranked);
  const own = ownOf(question, ranked);
  if (own) return first(own, ranked);
  const figure = holdsFigureAsked(question, ranked);
  if (figure) return first(figure, ranked);
  const moved =
    question.kind === 'when' || question.kind === 'how much' ? movedTo(question.kind, best, ranked) : undefined;
  if (moved) return first(moved, ranked);
  const finer = finerDay(question, ranked, knowledge);
  if (finer) return first(finer, ranked);
  // Who runs it may be a house, or "she"; where a person is named, that is who.
  if (question.kind === 'who' && best.fit.fit <= NO_NAME) {
    const person = ranked.find(
      (one) =>
        one.fit.fit >= 1 &&
        one.score >= best.score * NEARLY_AS_GOOD &&
        one.match.coverage >= best.match.coverage * COVERS_AS_MUCH_WHO,
    );
    if (person) return first(person, ranked);
  }
  // Nobody who says it, or no day on which it was done: neither declines, and what tells it goes first.
  const unsaid =
    (question.kind === 'attribution' && best.fit.fit < HOLDS_IT) ||
    (question.kind === 'when' && best.fit.fit < HOLDS_HARDLY) ||
    (asksExamples(question) && best.fit.fit < GIVES_EXAMPLES);
  if (unsaid || missesWhatIsAsked(question, best, lexicon)) {
    const able = ranked.find(
      (one) =>
        one.score >= best.score * NEARLY_AS_GOOD &&
        (one.match.coverage >= best.match.coverage * leastShare(question, lexicon, one) || goesOn(one)) &&
        one.fit.fit >= (unsaid ? (asksExamples(question) ? GIVES_EXAMPLES : 1) : best.fit.fit) &&
        !missesWhatIsAsked(question, one, lexicon),
    );
    return able ? ofWhomIsAsked(question, first(able, ranked), knowledge) : ranked;
  }
  return ofWhomIsAsked(question, ranked, knowledge);
}

/** "What is different since May 18?": what came about on that very day. */
function turnedThen({ needs, kind, time }: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  if (!best || needs.length > 0 || kind !== 'what changed' || time?.sort !== 'period' || time.start === time.end)
    return;
  const onTheDay = ({ view: { turns, statement } }: Candidate) =>
    turns.length > 0 &&
    statement.mentions.some(({ role, start, end }) => role === 'event' && start === time.start && end === start);
  return onTheDay(best) ? undefined : ranked.find((one) => one.score >= best.score * OWN_SCORE && onTheDay(one));
}

/** "It has three decks. That is more than most": what a sentence that leans back only has from the one before it, that one says itself. */
function leantOnOf(
  { kind, needs }: Question,
  previous: Statement | undefined,
  ranked: readonly Candidate[],
  knowledge: Knowledge,
): Candidate | undefined {
  const [best] = ranked;
  if (!best?.view.leansBack || !SAID_ONCE.has(kind) || best.features.turn > 0) return undefined;
  const before = knowledge.before(best.view.statement);
  if (!before || before.statement === previous) return undefined;
  return ranked.find(
    ({ view, match, score }) =>
      view === before &&
      !view.past &&
      match.coverage >= best.match.coverage &&
      match.ownCoverage > best.match.ownCoverage &&
      needs.every((need, i) => need.inherited || (match.own[i] ?? 0) >= (best.match.own[i] ?? 0)) &&
      score >= best.score * LEANT_ON_SCORE,
  );
}

/** "Is Holm open on Sundays?": where the best names somebody else and not Holm, what names Holm and tells as much. */
function ownOf({ kind, needs }: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  if (!best || !SAID_ONCE.has(kind) || best.view.leansBack || best.view.names.length === 0) return undefined;
  const lacks = needs.flatMap((need, i) =>
    need.name && !need.inherited && !need.unknown && (best.match.own[i] ?? 0) < NAMES_IT ? [i] : [],
  );
  // What tells of a turn names who brought it about, and what was before it names the rest.
  if (lacks.length === 0 || best.features.turn > 0) return undefined;
  const told = ({ match }: Candidate) =>
    needs.reduce((sum, need, i) => sum + (need.name ? 0 : need.weight * (match.own[i] ?? 0)), 0);
  return ranked.find(
    (one) =>
      !one.view.past &&
      one.score >= best.score * OWN_SCORE &&
      lacks.every((i) => (one.match.own[i] ?? 0) >= NAMED) &&
      told(one) >= told(best) * TELLS_IT_TOO,
  );
}

/** "Who says that it was 17 million?": the best that holds the sum which the question names; undefined where it names none. */
function holdsFigureAsked(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  if (!best || question.kind !== 'attribution') return undefined;
  const asked = findAmounts(question.text).filter(({ sort }) => sort !== 'duration');
  if (asked.length === 0) return undefined;
  const holds = ({ view }: Candidate) => asked.some((one) => view.amounts.some((other) => one.value === other.value));
  if (holds(best)) return best;
  return ranked.find(
    (one) =>
      holds(one) &&
      one.score >= best.score * HAS_FIGURE_SCORE &&
      one.match.coverage >= best.match.coverage * HAS_FIGURE_COVERS,
  );
}

/** "It was to begin in July. It has been put back to August", "It was to cost 25. It is now 33": what holds now. */
function movedTo(kind: Question['kind'], { view }: Candidate, ranked: readonly Candidate[]): Candidate | undefined {
  const planned = WAS_TO().test(view.text);
  if (!view.past && !planned) return undefined;
  return ranked.find(
    ({ fit, view: { statement, turns, leansBack, text } }) =>
      statement.index === view.statement.index + 1 &&
      statement.passage === view.statement.passage &&
      (turns.some(({ sort }) => sort === 'revalued') || ((leansBack || planned) && NOW.test(text))) &&
      (kind === 'when' ? statement.mentions.some(({ role }) => role !== 'event') : fit.fit >= HOLDS_WELL),
  );
}

/** "Delivery was due by March": what had been planned. */
const WAS_TO = () =>
  /\b(?:was|were|had been) (?:due|meant|supposed|planned|scheduled|expected|promised|to (?!blame|be (?:seen|found|had|heard)\b)\p{L}+)\b/u;
const NOW = /\b(?:now|today|at present|currently)\b/i;
const HOLDS_WELL = 0.8;
/** How near to the last answer a statement stands to go on about it. */
const GOES_ON = 0.5;

/** It follows what answered the turn before, and holds what is asked for now. */
function goesOn({ features, fit }: Candidate): boolean {
  return features.follows >= GOES_ON && fit.fit >= HOLDS_WELL;
}

const asksEnd = remembered(
  ({ kind, text }: Question) =>
    kind === 'when' && /\b(?:ends?|expires?|laps(?:es?|e)|runs? out|stops?|is (?:up|over))\W*$/i.test(text),
);

/** The share of what the one before it covers that a statement must cover to take its place. */
function leastShare(question: Question, lexicon: Lexicon, { view: { statement } }: Candidate): number {
  // "When does it end?" is told by a day to which it runs, without a word for the end.
  if (asksEnd(question) && statement.mentions.some(({ role }) => role === 'term')) return COVERS_ENOUGH;
  if (relationsAsked(question, lexicon).length > 0) return COVERS_ENOUGH;
  if (asksExamples(question) || asksSeveral(question)) return COVERS_GIVING;
  return question.kind === 'who' ? COVERS_AS_MUCH_WHO : COVERS_AS_MUCH;
}

/** What names whom the question asks about comes before what is told of somebody else. */
function ofWhomIsAsked(question: Question, ranked: readonly Candidate[], knowledge: Knowledge): readonly Candidate[] {
  const [best] = ranked;
  if (!best || !isOfSomebodyElse(question, best, knowledge)) return ranked;
  const own = ranked.find(
    (one) =>
      one.score >= best.score * NEARLY_AS_GOOD &&
      one.fit.fit >= best.fit.fit * NEARLY_AS_FITTING &&
      !isOfSomebodyElse(question, one, knowledge),
  );
  return own ? first(own, ranked) : ranked;
}

function first(one: Candidate, ranked: readonly Candidate[]): readonly Candidate[] {
  return [one, ...ranked.filter((other) => other !== one)];
}
