import type { Question } from '../question/question.ts';
import type { QuestionKind } from '../question/kind.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { tellsPastState } from '../statement/state.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import type { Fit } from './expectation.ts';
import type { Match } from './match.ts';

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
  readonly leansBack: number;
  readonly focus: number;
}

const FACT_KINDS: ReadonlySet<QuestionKind> = new Set(['who', 'when', 'where', 'how much', 'yes or no', 'attribution', 'keyword', 'what changed']);
/** A statement of fewer content words says nothing by itself. */
const LEAST_CONTENT_WORDS = 3;

export function featuresOf(question: Question, view: StatementView, match: Match, fit: Fit, passage: number, knowledge: Knowledge): Features {
  const { kind } = view.statement;
  const asked = question.kind;
  const heading = knowledge.heading(view.statement);
  const similar = heading ? headingLikeness(question, heading) : 0;
  const opens = knowledge.before(view.statement)?.statement.heading !== view.statement.heading;
  const fact = FACT_KINDS.has(asked);
  const content = view.tokens.reduce((n, token) => n + (token.stop ? 0 : 1), 0);
  const when = (on: boolean) => (on ? fit.fit : 0);
  const past = tellsPastState(view);
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
    fitOther: when(asked === 'what changed' || asked === 'comparison' || asked === 'list'),
    factReported: fact && (kind === 'reported' || kind === 'quotation') ? 1 : 0,
    factForecast: fact && (kind === 'forecast' || kind === 'advice') ? 1 : 0,
    adviceUnasked: asked !== 'advice' && kind === 'advice' ? 1 : 0,
    tooShort: content < LEAST_CONTENT_WORDS ? 1 : 0,
    length: Math.min(1, view.tokens.length / 60),
    pastAsked: past && question.time?.sort === 'earlier' ? 1 : 0,
    pastUnasked: past && question.time?.sort !== 'earlier' ? 1 : 0,
    leansBack: view.leansBack ? 1 : 0,
    focus: focusOf(question, match),
  };
}

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

/** How well the heaviest need that the corpus knows is met: the word that the question turns on. */
function focusOf({ needs }: Question, match: Match): number {
  let heaviest = -1;
  let weight = 0;
  for (const [i, need] of needs.entries()) {
    if (need.unknown || need.weight <= weight) continue;
    heaviest = i;
    weight = need.weight;
  }
  return heaviest < 0 ? 0 : (match.met[heaviest] ?? 0);
}

/** The share of a heading's words, question words included, that the question says too. */
function headingLikeness(question: Question, heading: TextView): number {
  const said = new Set(question.stems);
  const words = heading.tokens.filter((token) => !token.stop || /^(?:what|why|how|who|when|where|which|should|is|does|did)$/.test(token.word));
  if (words.length === 0) return 0;
  return words.filter((token) => said.has(token.stem)).length / Math.max(3, words.length);
}

export type RankingWeights = Readonly<Record<keyof Features, number>>;

export function weigh(features: Features, weights: RankingWeights): number {
  let score = 0;
  for (const [name, value] of Object.entries(features)) score += (weights[name as keyof Features] ?? 0) * value;
  return score;
}
