import { movesFromOther } from '../chronicle/moved.ts';
import { knownBy } from '../chronicle/turns.ts';
import { type OfficeAsked, officeOf } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import { overlap } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** A newer statement of the same matter is at least this good, measured against the best, where it holds the same sort of value. */
const GOOD_WITH_VALUE = 0.5;
/** And where it only tells that something has changed. */
const GOOD_WITH_CHANGE = 0.55;
const COVERS_WITH_VALUE = 0.45;
const COVERS_WITH_CHANGE = 0.6;
/** Two that share this much of their words tell of the same, with another value of the sort asked for. */
const ALIKE_WITH_VALUE = 0.2;
const ALIKE = 0.36;
const MUCH_ALIKE = 0.4;
/** It tells nearly as much of what is asked. */
const COVERS_ALL = 0.95;
/** Many days lie ahead: the one that moved is of the same plan. */
const COVERS_THE_PLAN = 0.8;
/** Share of the words asked for, names left out, that it must tell. */
const TELLS_ENOUGH = 0.35;
/** Kinds that ask for a value, which may be another one now. */
const VALUED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who', 'where']);
/** Kinds that ask how things stand. */
const STATES: ReadonlySet<Question['kind']> = new Set(['yes or no', 'keyword', 'which', 'definition']);
const AS_FITTING = 0.8;
/** Of those that are nearly as good the newest leads. */
const NEARLY_THE_BEST = 0.8;
const NAMED = 0.5;
const TOLD = 0.5;
/** Words of less weight say nothing of the matter. */
const TELLING = 0.4;
/** Two values further apart than this factor are not of the same thing. */
const FAR_APART = 5;
/** Sentences before, in which a passage names its topic. */
const AROUND = 3;

/** They ask how it was, or for whom or what came first. */
const ASKS_PAST = /\b(?:did|was|were|had|first|before|ago)\b/i;
/** What is told so has come about since. */
const CHANGED = () =>
  /\b(?:(?:ha(?:s|ve)|is|are|was|were) (?:\w+ly |now |again |since |already |also )?(?:been )?(?:\p{Ll}{2,}(?:ed|wn|ken|ten|ven|sen)|gone|begun|done|made|sold|lost|cut|put|set|left|taken|off|over|up|out|back)|now|again|no longer|any ?more|instead|from (?:today|now)|since|for the time being|until further notice|new|put off|in its place)\b|^(?:No|Back)\b/iu;
/** A wish, a proposal or a forecast changes nothing yet. */
const NOT_YET =
  /\b(?:hopes?|plans?|planned|wants?|proposes?|proposed|proposal|motion|bid|would|could|might|may yet|asked for|calls? for|considers?|talks|appeal(?:s|ed)?)\b/i;

/**
 * A statement of a later document that tells the same matter anew: of the same bearer, of what is asked about, with
 * another value of the sort asked for or with a change. It leads in the place of the older one.
 */
export function newerOf(
  question: Question,
  best: Candidate,
  ranked: readonly Candidate[],
  knowledge: Knowledge,
): Candidate | undefined {
  const { kind, text, time } = question;
  if (!VALUED.has(kind) && !STATES.has(kind)) return undefined;
  if (time?.sort === 'earlier' || time?.sort === 'period' || ASKS_PAST.test(text)) return undefined;
  if ((kind === 'how much' && isOfItsTime(best.view)) || best.view.statement.kind === 'definition') return undefined;
  const told = knownBy(best.view, knowledge);
  if (told === undefined) return undefined;
  const newer = ranked.filter((one) => {
    const day = knownBy(one.view, knowledge);
    return (
      day !== undefined &&
      day > told &&
      one.view.statement.document !== best.view.statement.document &&
      !one.view.hypothetical &&
      !one.view.past &&
      !(kind === 'how much' && isOfItsTime(one.view)) &&
      (!tellsOfNothingYet(one.view) || tellsOfNothingYet(best.view)) &&
      (tellsOfAll(question, one) || (one.fit.fit >= 1 && isOfTheOffice(question, one, knowledge))) &&
      sharesBearer(one.view, best.view, knowledge) &&
      tellsWhetherSole(question, one, best) &&
      (VALUED.has(kind) ? givesAnother(question, one, best, knowledge) : tellsChange(question, one, best, knowledge))
    );
  });
  const most = Math.max(...newer.map(({ score }) => score));
  return newer
    .filter(({ score }) => score >= most * NEARLY_THE_BEST)
    .reduce<Candidate | undefined>(
      (a, b) => (a && (knownBy(a.view, knowledge) ?? '') >= (knownBy(b.view, knowledge) ?? '') ? a : b),
      undefined,
    );
}

const tellsOfNothingYet = remembered(({ text }: StatementView) => NOT_YET.test(text));

/** "In the first quarter of 2025": a figure of one period stays what it was. */
export function isOfItsTime({ statement }: StatementView): boolean {
  return statement.mentions.some((m) => m.role === 'event' && (m.precision === 'year' || m.precision === 'quarter'));
}

/** Whose office a sentence tells of, the sentences around it say: that was looked for where its fit was found. */
function isOfTheOffice(question: Question, one: Candidate, { analysis }: Knowledge): boolean {
  const office = question.kind === 'who' ? officeOf(question, analysis.lexicon) : undefined;
  return office !== undefined && !namesInPart(question, office, one);
}

/** Every name that is asked about is said, or the sentences around it say it. */
function tellsOfAll({ needs }: Question, { match }: Candidate): boolean {
  return needs.every((need, i) => !need.name || (match.met[i] ?? 0) >= NAMED);
}

/** Both speak of somebody or something by the same name, in their own words or those before. */
function sharesBearer(one: StatementView, other: StatementView, knowledge: Knowledge): boolean {
  const own = namesAround(one, knowledge);
  for (const key of namesAround(other, knowledge)) if (own.has(key)) return true;
  return false;
}

const namesAround = rememberedIn((view: StatementView, knowledge: Knowledge): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (
    let back: StatementView | undefined = view, i = 0;
    back && i <= AROUND;
    back = knowledge.before(back.statement), i += 1
  )
    for (const key of capitals(back)) keys.add(key);
  return keys;
});

const capitals = remembered(({ tokens, text }: StatementView) =>
  tokens.flatMap(({ stop, stem, start }) => (!stop && /^\p{Lu}/u.test(text.slice(start, start + 2)) ? [stem] : [])),
);

/** "Is it still the only one?": what says nothing of that is no news of it. */
function tellsWhetherSole({ needs }: Question, one: Candidate, best: Candidate): boolean {
  return needs.every(
    (need, i) => !SOLE.test(need.word) || (best.match.own[i] ?? 0) < TOLD || (one.match.own[i] ?? 0) >= TOLD,
  );
}
const SOLE = /^(?:only|sole|exclusive|exclusively|alone)$/i;

/** A word of what is asked, and not only a name, is told. */
function tellsMatter(
  { needs }: Question,
  one: Candidate,
  best: Candidate,
  much: 'some' | 'all of it' = 'some',
): boolean {
  const asked = needs.flatMap((need, i) =>
    !need.name && need.weight >= TELLING && (best.match.met[i] ?? 0) >= TOLD ? [i] : [],
  );
  const told = (i: number) => (one.match.met[i] ?? 0) >= TOLD;
  return asked.length === 0 || (much === 'some' ? asked.some(told) : asked.every(told));
}

/** So short a sentence leaves the matter to the one before it. */
const SHORT = 4;

function leavesItToTheOneBefore({ leansBack, tokens }: StatementView): boolean {
  return leansBack && tokens.filter(({ stop }) => !stop).length <= SHORT;
}

/** How much two have in common; of a short one that leans on the sentence before it, that sentence speaks too. */
function alikeWith(one: StatementView, other: StatementView, knowledge: Knowledge): number {
  const before = leavesItToTheOneBefore(one) ? knowledge.before(one.statement) : undefined;
  return Math.max(overlap(one, other, knowledge), before ? overlap(before, other, knowledge) : 0);
}

function givesAnother(question: Question, one: Candidate, best: Candidate, knowledge: Knowledge): boolean {
  if (one.fit.fit < best.fit.fit * AS_FITTING || one.fit.fit <= 0) return false;
  if (one.score < best.score * GOOD_WITH_VALUE || one.match.coverage < best.match.coverage * COVERS_WITH_VALUE)
    return false;
  const alike = alikeWith(one.view, best.view, knowledge);
  const covers = one.match.coverage >= best.match.coverage * COVERS_ALL;
  const inOffice = isOfTheOffice(question, one, knowledge);
  const meant = leavesItToTheOneBefore(one.view) && tellsMatter(question, one, best, 'all of it');
  if (!inOffice && !meant && alike < (question.kind === 'who' && !covers ? ALIKE : ALIKE_WITH_VALUE)) return false;
  if (question.kind === 'how much') {
    const pair = marked(best).flatMap((a) =>
      marked(one)
        .filter((b) => b.sort === a.sort && sameUnit(a, b) && isRate(a, best.view) === isRate(b, one.view))
        .map((b) => [a, b] as const),
    );
    return (
      pair.length > 0 &&
      !movesFromOther(one, best.view) &&
      !(opensWithAsked(question, best.view) === true && opensWithAsked(question, one.view) === false) &&
      pair.every(
        ([a, b]) => !sameAmount(a, b) && Math.max(a.value, b.value) <= FAR_APART * Math.min(a.value, b.value),
      ) &&
      (tellsMatter(question, one, best) || pair.some(([a]) => a.sort === 'count') || tellsOfChangedValue(one.view))
    );
  }
  if (!inOffice && !tellsMatter(question, one, best)) return false;
  const words = ({ view, fit }: Candidate) =>
    fit.marked.map((span) => view.text.slice(...span).toLowerCase()).join(' ');
  if (words(one) === words(best)) return false;
  // Somebody else, or another place: not the same in other words.
  if (question.kind !== 'when' && !(isNamed(one) && isNamed(best) && !names(one, best.view) && !names(best, one.view)))
    return false;
  // What has happened stays on its day; what was planned may move.
  if (question.kind === 'who' && isOfAnotherHouse(question, one)) return false;
  if (question.kind !== 'when') return true;
  const least = meant ? COVERS_WITH_VALUE : COVERS_THE_PLAN;
  return isAhead(best) && isAhead(one) && one.match.coverage >= best.match.coverage * least;
}

/** "Has 284 satellites", "brings the number of satellites to 314". */
function sameUnit(a: Amount, b: Amount): boolean {
  return a.unit === b.unit || (a.sort === 'count' && (a.unit === '' || b.unit === ''));
}

/** "$37 million per launch", "Per launch, it is $37 million": no sum of all of them. */
function isRate({ span: [start, end] }: Amount, { text }: StatementView): boolean {
  return /^ (?:per|apiece|each|an?) ?/.test(text.slice(end)) || /\b[Pp]er \p{L}+\b[^.;]*$/u.test(text.slice(0, start));
}

/** "The firm has made it cheaper: 27 cents": of what was said to have another value. */
function tellsOfChangedValue({ text, turns }: StatementView): boolean {
  return DEARER.test(text) || turns.some(({ sort }) => sort === 'revalued');
}
const DEARER =
  /\b(?:cheaper|dearer|costlier|pricier|more expensive|less expensive|has (?:grown|shrunk|swollen|doubled|halved))\b/i;

/** Whether the first name of a sentence is one that is asked about; undefined where it names nobody. */
function opensWithAsked({ needs }: Question, { names, tokens }: StatementView): boolean | undefined {
  const [first] = names;
  if (!first) return undefined;
  const stems = tokens.slice(first.first, first.last).map(({ stem }) => stem);
  return needs.some((need) => need.name && stems.some((stem) => need.alternatives.has(stem)));
}

/** "Alder Media" is not "Alder League": of a name of several words some are said and some are not. */
function namesInPart({ needs }: Question, { houses }: OfficeAsked, { match }: Candidate): boolean {
  const said = needs.flatMap(({ word }, i) =>
    houses.includes(i) || /^\p{Lu}\p{Ll}/u.test(word) ? [(match.own[i] ?? 0) >= NAMED] : [],
  );
  return said.includes(true) && said.includes(false);
}

/** "Ben Sorrel of Hazel Clinic": the house is not the one that is asked about. */
function isOfAnotherHouse({ needs }: Question, { view, fit }: Candidate): boolean {
  return fit.marked.some(([, end]) =>
    view.names.some(
      ({ start, first, last }) =>
        /^ (?:of|from|at) (?:the )?$/.test(view.text.slice(end, Math.max(end, start))) &&
        !view.tokens.slice(first, last).some(({ stem }) => needs.some((need) => need.alternatives.has(stem))),
    ),
  );
}

function isNamed({ view, fit }: Candidate): boolean {
  return fit.marked.some(([start]) => /^\p{Lu}/u.test(view.text.slice(start)));
}

/** Whether a sentence names, by its last word, what another is marked for. */
function names({ view, fit }: Candidate, { text }: StatementView): boolean {
  return fit.marked.some((span) => {
    const last = view.text
      .slice(...span)
      .match(/[\p{L}\p{N}-]+/gu)
      ?.at(-1);
    return last !== undefined && text.includes(last);
  });
}

function marked({ view, fit }: Candidate): readonly Amount[] {
  return view.amounts.filter(({ span: [start, end] }) => fit.marked.some(([from, to]) => from < end && start < to));
}

function isAhead({ view }: Candidate): boolean {
  return view.statement.mentions.some(({ role }) => role !== 'event');
}

function tellsChange({ kind, needs }: Question, one: Candidate, best: Candidate, knowledge: Knowledge): boolean {
  if (one.score < best.score * GOOD_WITH_CHANGE || one.match.coverage < best.match.coverage * COVERS_WITH_CHANGE)
    return false;
  if (kind === 'keyword' && one.match.coverage < best.match.coverage * COVERS_ALL) return false;
  // What something is stays what it is.
  if (kind === 'definition' && best.fit.fit > 0) return false;
  const alike = alikeWith(one.view, best.view, knowledge);
  const changed = CHANGED().test(one.view.text) || one.view.turns.length > 0;
  if (alike < (changed && one.match.coverage >= best.match.coverage * COVERS_ALL ? ALIKE_WITH_VALUE : ALIKE))
    return false;
  const told = ({ match }: Candidate) =>
    needs.reduce((sum, need, i) => sum + (need.name ? 0 : need.weight * (match.met[i] ?? 0)), 0);
  return (changed || alike >= MUCH_ALIKE) && (alike >= MUCH_ALIKE || told(one) >= told(best) * TELLS_ENOUGH);
}
