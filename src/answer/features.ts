import { withoutMonth } from '../calendar/may.ts';
import type { QuestionKind } from '../question/kind.ts';
import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { asksSame, SAME } from '../statement/cues.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import type { Fit } from './fit.ts';
import { followingOf, type Previous } from './following.ts';
import type { Match } from './match.ts';
import { isMeaningUnasked } from './meaning-unasked.ts';
import { isDenied, isOpposed } from './opposed.ts';
import { periodFit, recencyOf } from './time-fit.ts';

/** What speaks for and against a statement as the lead; the names are those in `ranking.json`. */
export interface Features {
  readonly coverage: number;
  readonly ownCoverage: number;
  readonly nameCoverage: number;
  readonly ownNames: number;
  readonly proximity: number;
  readonly passage: number;
  readonly heading: number;
  readonly headingOpens: number;
  readonly fitAmount: number;
  readonly fitDate: number;
  readonly fitName: number;
  readonly fitCause: number;
  readonly fitDefinition: number;
  readonly fitAdvice: number;
  readonly fitOther: number;
  readonly factReported: number;
  readonly factForecast: number;
  readonly adviceUnasked: number;
  readonly tooShort: number;
  readonly length: number;
  readonly pastAsked: number;
  readonly pastUnasked: number;
  readonly focus: number;
  /** It speaks of the time that the question names. */
  readonly period: number;
  /** It stands in a numbered row of reasons or items. */
  readonly enumerated: number;
  /** It tells of a turn, where the state of things is asked for. */
  readonly turn: number;
  /** The same, with its own date. */
  readonly datedTurn: number;
  readonly changeTurn: number;
  readonly dated: number;
  /** A forecast or a supposition, where neither is asked for. */
  readonly forecastUnasked: number;
  /** It says the opposite of a word of the question and not the word. */
  readonly opposed: number;
  /** It says what a word means, where no meaning is asked for. */
  readonly definitionUnasked: number;
  /** Its figure is wanted, asked for or rumoured, where what is so is asked for. */
  readonly wished: number;
  /** It stands where the answer to the turn before goes on, where the question leans on it. */
  readonly follows: number;
  /** It stands under a heading that names what is asked for a list of. */
  readonly listedUnder: number;
  /** How near the newest date of the corpus it stands, where the latest is asked for. */
  readonly recent: number;
}

const FACT_KINDS: ReadonlySet<QuestionKind> = new Set([
  'who',
  'when',
  'where',
  'how much',
  'yes or no',
  'attribution',
  'keyword',
  'what changed',
]);
/** They ask how things stand, and a turn is how they came to. */
const STATE_KINDS: ReadonlySet<QuestionKind> = new Set(['keyword', 'yes or no', 'what changed', 'when']);
/** "When did the fire happen?" asks for no turn of things; "when did it end?" does. */
const ASKS_TURN =
  /\b(?:end\w*|chang\w+|stop\w*|start\w*|beg[ai]n\w*|clos\w+|open\w*|amend\w*|rewr\w+|replac\w+|sign\w*|expir\w*|los[et]\w*|g[ai]ve\w* up|cancel\w*|drop\w*|terminat\w*|delay\w*|postpon\w*|switch\w*|appoint\w*|resign\w*|step\w* down|t[ao]\w+ over|over|new)\b/i;
const LISTS: ReadonlySet<QuestionKind> = new Set(['list', 'what changed']);
/** A word of less weight names no list. */
const NAMES_LIST = 0.4;
const NAMED_BY = 0.7;

/** Whether a heading names what is asked for: "Scenarios", "What has not changed". */
function listedUnder(question: Question, heading: TextView): number {
  if (!LISTS.has(question.kind) || question.needs.length === 0) return 0;
  if (question.kind === 'what changed') return CHANGED_HEADING.test(heading.text) && !SAME.test(heading.text) ? 1 : 0;
  if (asksSame(question.text)) return SAME.test(heading.text) ? 1 : 0;
  return question.needs.some(
    (need) =>
      !need.name &&
      !need.inherited &&
      need.weight >= NAMES_LIST &&
      [...need.alternatives].some(([key, strength]) => strength >= NAMED_BY && heading.terms.has(key)),
  )
    ? 1
    : 0;
}
const CHANGED_HEADING =
  /\b(?:what(?:['’]s| is| has| have)? (?:\w+ )?(?:chang\w+|moved|new|different)|changes?|the news?|what (?:is|was) agreed|latest)\b/i;

/** A statement of fewer content words says nothing by itself. */
const LEAST_CONTENT_WORDS = 3;
const SAYS_ALL = 0.85;

/** The features of one statement; `passage` is how well the search finds its passage, 0 to 1. */
export function featuresOf(
  question: Question,
  view: StatementView,
  match: Match,
  fit: Fit,
  passage: number,
  knowledge: Knowledge,
  previous: Previous | undefined,
): Features {
  const { kind } = view.statement;
  const asked = question.kind;
  const { fact, state, ahead, wish, heaviest, likeness } = askedBy(question);
  const { content, dated, turned, changes, enumerated, wished } = toldBy(view);
  const heading = knowledge.heading(view.statement);
  const similar = heading ? likeness(heading) : 0;
  const opens = knowledge.before(view.statement)?.statement.heading !== view.statement.heading;
  // How well the heaviest need that the corpus knows is met: the word that the question turns on.
  const met = heaviest < 0 ? 0 : (match.met[heaviest] ?? 0);
  // A value that rose or fell is a turn only where a change is asked for.
  const turns = turned || (view.turns.length > 0 && (asked === 'what changed' || asked === 'when'));
  const when = (on: boolean) => (on ? fit.fit : 0);
  const { past } = view;
  // What one may do is no forecast, where that is what is asked.
  const foretold = kind === 'forecast' && !(asked === 'yes or no' && fit.fit > 0 && !view.hypothetical);
  return {
    coverage: match.coverage,
    ownCoverage: match.ownCoverage,
    nameCoverage: match.nameCoverage,
    ownNames: ownNameCoverage(question, match),
    proximity: match.proximity,
    passage,
    heading: similar,
    headingOpens: opens ? similar : 0,
    fitAmount: when(asked === 'how much'),
    fitDate: when(asked === 'when'),
    fitName: when(asked === 'who' || asked === 'where' || asked === 'attribution'),
    fitCause: when(asked === 'why'),
    fitDefinition: when(asked === 'definition'),
    fitAdvice: when(asked === 'advice'),
    fitOther: when(
      asked === 'what changed' ||
        asked === 'comparison' ||
        asked === 'list' ||
        asked === 'which' ||
        asked === 'open' ||
        asked === 'yes or no',
    ),
    factReported: fact && (kind === 'reported' || kind === 'quotation') ? 1 : 0,
    factForecast: fact && (foretold || kind === 'advice') ? 1 : 0,
    adviceUnasked: asked !== 'advice' && kind === 'advice' ? 1 : 0,
    // A short sentence that holds all that is asked says enough.
    tooShort:
      content < LEAST_CONTENT_WORDS &&
      (match.ownCoverage < SAYS_ALL || asked === 'keyword') &&
      !(asked === 'yes or no' && saysWhether(question, match, view))
        ? 1
        : 0,
    length: Math.min(1, view.tokens.length / 60),
    pastAsked: past && question.time?.sort === 'earlier' ? 1 : 0,
    pastUnasked: past && question.time?.sort !== 'earlier' ? 1 : 0,
    focus: met,
    period: periodFit(question, view),
    turn: state && turns && !view.hypothetical ? met : 0,
    datedTurn: state && turns && dated ? met : 0,
    // A turn of the terms is what a change is about, more than a figure that rose or fell.
    changeTurn: asked === 'what changed' && !view.hypothetical ? (changes ? 1 : view.turns.length > 0 ? 0.4 : 0) : 0,
    dated: fact && dated ? 1 : 0,
    forecastUnasked: foretold && !ahead ? 1 : 0,
    follows: previous && question.leans ? followingOf(view.statement, previous, asked, fit) : 0,
    listedUnder: heading ? listedUnder(question, heading) : 0,
    definitionUnasked: kind === 'definition' && isMeaningUnasked(question, view, knowledge) ? 1 : 0,
    // "X wants 60 million": what was wanted is not what is.
    wished: asked === 'how much' && wished && !wish ? 1 : 0,
    opposed: isOpposed(question, match, view, knowledge.analysis.lexicon) || isDenied(question, view) ? 1 : 0,
    recent: recencyOf(question, view, knowledge),
    enumerated: (asked === 'list' || asked === 'which') && enumerated ? 1 : 0,
  };
}

/** What of a question bears on every statement that is held against it. */
const askedBy = remembered((question: Question) => {
  const { kind, text, time, needs, stems } = question;
  return {
    fact: FACT_KINDS.has(kind),
    state:
      STATE_KINDS.has(kind) &&
      (kind !== 'when' || ASKS_TURN.test(text)) &&
      time?.sort !== 'earlier' &&
      time?.sort !== 'period',
    ahead: ASKS_AHEAD.test(withoutMonth(text)),
    wish: ASKS_WISH.test(text),
    heaviest: heaviestOf(needs),
    likeness: remembered((heading: TextView) => headingLikeness(new Set(stems), heading)),
  };
});

/** What of a statement bears on every question. */
const toldBy = remembered(({ statement, text, tokens, turns, amounts }: StatementView) => {
  const wish = WISH.exec(text);
  const told = turns.filter(({ sort }) => sort !== 'revalued');
  return {
    content: tokens.reduce((n, token) => n + (token.stop ? 0 : 1), 0),
    dated: statement.mentions.some((m) => m.role === 'event'),
    turned: told.length > 0,
    changes: told.some(
      ({ start, end }) =>
        AS_IT_IS_NOW.test(text) || !(ONE_SO_CALLED.test(text.slice(0, start)) && MADE_SO.test(text.slice(start, end))),
    ),
    enumerated: statement.listItem || ENUMERATED.test(text),
    wished: wish !== null && amounts.length > 0 && amounts.every(({ span }) => span[0] > wish.index),
  };
});

/** "The amended agreement is five weeks old" tells of no amending. */
const ONE_SO_CALLED = /\b(?:the|an?|its|their|this|that) $/i;
const MADE_SO = /(?:ed|en)$/i;
const AS_IT_IS_NOW = /\b(?:now|no longer)\b/i;

/** "It did not cancel" is short, and all there is to say to whether it did. */
function saysWhether({ needs }: Question, { own }: Match, { leansBack }: StatementView): boolean {
  return leansBack && needs.some((need, i) => !need.name && need.weight >= NAMES_LIST && (own[i] ?? 0) >= SAYS_ALL);
}

const WISH =
  /\b(?:wants?|wanted|demand(?:s|ed|ing)?|seeks?|sought|seeking|ask(?:s|ed|ing) for|hopes? for|hoped for|would like|propos(?:es|ed|ing)|offer(?:s|ed) to|is said to|rumou?r\w*|put the demand|calls? for|called for)\b/i;
const ASKS_WISH =
  /\b(?:wants?|wanted|demand\w*|seek\w*|sought|ask(?:s|ed|ing)?|hop(?:es?|ed|ing)|propos\w+|offer\w*|rumou?r\w*|expect\w*|request\w*|according|press|report\w*|claim\w*|call(?:s|ed)? for|say|said)\b/i;

const ASKS_AHEAD =
  /\b(?:will|might|could|may|would|should|scenarios?|expect\w*|forecasts?|predict\w*|outlook|next|plan\w*|future|likely|risks?|due|potential\w*|possible|possibly|intend\w*|going to|hopes?|aims?)\b/i;

const ENUMERATED = /^(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Fifth(?:ly)?|Finally|Lastly|Next)\b(?!-)/;

function ownNameCoverage({ needs }: Question, match: Match): number {
  let total = 0;
  let sum = 0;
  for (const [i, need] of needs.entries()) {
    if (!need.name) continue;
    total += need.weight;
    sum += need.weight * (match.own[i] ?? 0);
  }
  return total > 0 ? sum / total : 0.5;
}

/** The index of the heaviest need that the corpus knows; -1 where it knows none. */
function heaviestOf(needs: readonly Need[]): number {
  let heaviest = -1;
  let weight = 0;
  for (const [i, need] of needs.entries()) {
    if (need.unknown || need.weight <= weight) continue;
    heaviest = i;
    weight = need.weight;
  }
  return heaviest;
}

/** The share of a heading's words, question words included, that the question says too. */
function headingLikeness(stems: ReadonlySet<string>, heading: TextView): number {
  const words = stemsOfHeading(heading);
  if (words.length === 0) return 0;
  return words.filter((stem) => stems.has(stem)).length / Math.max(3, words.length);
}

const stemsOfHeading = remembered(({ tokens }: TextView) =>
  tokens
    .filter((token) => !token.stop || /^(?:what|why|how|who|when|where|which|should|is|does|did)$/.test(token.word))
    .map(({ stem }) => stem),
);

export type RankingWeights = Readonly<Record<keyof Features, number>>;

/** The sum of the features, each times its weight. */
export function weigh(features: Features, weights: RankingWeights): number {
  const { names, values } = inOrder(weights);
  let score = 0;
  for (let i = 0; i < values.length; i += 1) {
    const name = names[i];
    if (name) score += (values[i] ?? 0) * features[name];
  }
  return score;
}

/** In the order of the file: in another the last digits of a sum may differ. */
const inOrder = remembered((weights: RankingWeights) => ({
  names: Object.keys(weights) as (keyof Features)[],
  values: Float64Array.from(Object.values(weights)),
}));
