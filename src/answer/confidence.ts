import type { Lexicon } from '../ports.ts';
import type { Question } from '../question/question.ts';
import { isOpposed } from './opposed.ts';
import type { Candidate } from './rank.ts';

/** What the best statement shows of whether it answers; each 0 to 1. Their names are those in `confidence.json`. */
export interface Evidence {
  readonly nameCoverage: number;
  /** Share of the question's weight that no statement of the corpus knows. */
  readonly unknown: number;
  /** The heaviest need that the statement leaves unmet. */
  readonly worstMiss: number;
  readonly nameMiss: number;
  readonly proximity: number;
  readonly typeMissed: number;
  readonly keyword: number;
  /** How little there is to go by: 1 for a single need, falling. */
  readonly thin: number;
  readonly inherited: number;
  /** Likeness to the question of the heading that it stands under. */
  readonly heading: number;
  /** A definition or an introduction of what is asked for. */
  readonly defines: number;
  readonly opensWithTurn: number;
  /** The heaviest unmet need, where only the right sort of thing can answer. */
  readonly typedMiss: number;
  /** Share of what is asked of the names that is not said in the very words or ones that mean the same. */
  readonly typedUnsaid: number;
  /** The same share, of a question for yes or no. */
  readonly yesNoUnsaid: number;
  /** A supposition, where a fact is asked for. */
  readonly supposed: number;
  /** Only names are met: what is asked of them the statement does not say. */
  readonly namesAlone: number;
  /** The least met name, where only the right sort of thing can answer: whose sum or day it is. */
  readonly typedNameMiss: number;
  /** It says the opposite of a word of the question. */
  readonly opposed: number;
  /** What something is was asked, and the statement does not say. */
  readonly undefined: number;
  /** How long the question is: of many words some are always missed, so that the worst of them tells nothing. */
  readonly long: number;
  /** The share of a long question that the statement covers. */
  readonly longCovered: number;
}

/** Kinds that only a statement with the right sort of thing can answer. */
const TYPED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who', 'where', 'which']);

/** What the best statement shows of whether it answers. */
export function evidenceOf(question: Question, best: Candidate, lexicon: Lexicon): Evidence {
  const { needs } = question;
  const own = needs.filter((need) => !need.inherited);
  const total = needs.reduce((sum, need) => sum + need.weight, 0) || 1;
  // What no statement holds a heading may.
  const unknown = needs.reduce(
    (sum, need, i) => sum + (need.unknown ? need.weight * (1 - (best.match.met[i] ?? 0)) : 0),
    0,
  );
  let worstMiss = 0;
  let nameMiss = 0;
  for (const [i, need] of needs.entries()) {
    const miss = need.weight * (1 - (best.match.met[i] ?? 0));
    worstMiss = Math.max(worstMiss, miss);
    if (need.name) nameMiss = Math.max(nameMiss, miss);
  }
  const typed = TYPED.has(question.kind);
  const unsaid = unsaidOf(question, best);
  const long = Math.min(1, Math.max(0, (own.length - SHORT) / (LONG - SHORT)));
  return {
    nameCoverage: best.match.nameCoverage,
    unknown: unknown / total,
    worstMiss: Math.min(1, worstMiss),
    nameMiss: Math.min(1, nameMiss),
    proximity: best.match.proximity,
    typeMissed: typed ? 1 - Math.min(1, best.fit.unseen ?? best.fit.fit) : 0,
    keyword: question.kind === 'keyword' ? 1 : 0,
    thin: own.length === 0 ? 1 : 1 / own.length,
    inherited: own.length < needs.length ? 1 : 0,
    heading: best.features.heading,
    defines: question.kind === 'definition' ? Math.min(1, best.fit.fit) : 0,
    opensWithTurn: best.features.datedTurn,
    typedMiss: typed ? Math.min(1, worstMiss) : 0,
    typedUnsaid: typed ? unsaid : 0,
    yesNoUnsaid: question.kind === 'yes or no' ? unsaid : 0,
    supposed: typed && best.view.hypothetical ? 1 : 0,
    namesAlone: best.features.heading >= SAME_QUESTION ? 0 : namesAlone(question, best),
    typedNameMiss: typed
      ? Math.max(0, ...needs.map((need, i) => (need.name && !need.inherited ? 1 - (best.match.met[i] ?? 0) : 0)))
      : 0,
    opposed: isOpposed(question, best.match, best.view, lexicon) ? 1 : 0,
    undefined: question.kind === 'definition' ? 1 - Math.min(1, best.fit.fit) : 0,
    long,
    longCovered: long * best.match.coverage,
  };
}

/** Needs up to which a question is short, and from which on it is as long as any. */
const SHORT = 6;
const LONG = 12;

/** A synonym at least this near says the same. */
const PLAIN = 0.8;

/** A heading this like the question asks the same: what stands under it answers. */
const SAME_QUESTION = 0.75;
/** Weight below which a need is a common word that an answer may well leave out. */
const COMMON = 0.4;

/** The share of what is asked of the names that no plain word of the statement says, nor of those that it leans on. */
function unsaidOf({ needs }: Question, { match, view, features }: Candidate): number {
  if (features.heading >= SAME_QUESTION) return 0;
  let total = 0;
  let unsaid = 0;
  for (const [i, need] of needs.entries()) {
    if (need.name || need.inherited) continue;
    const leans = view.leansBack && Math.max(match.own[i] ?? 0, match.met[i] ?? 0) > 0;
    const plain = [...need.alternatives].some(([key, strength]) => strength >= PLAIN && (leans || view.terms.has(key)));
    if (!plain) unsaid += need.weight;
    total += need.weight;
  }
  return total > 0 ? unsaid / total : 0;
}

function namesAlone({ needs }: Question, { match }: Candidate): number {
  const asked = needs.flatMap((need, i) => (need.name || need.weight < COMMON ? [] : [match.met[i] ?? 0]));
  return asked.length > 0 && asked.every((met) => met < 0.4) ? 1 : 0;
}

export type Weights = Readonly<Record<keyof Evidence | 'bias', number>>;

/** The probability that the statement answers, by a logistic model. */
export function confidenceOf(evidence: Evidence, weights: Weights): number {
  let z = weights.bias;
  for (const [name, value] of Object.entries(evidence)) z += (weights[name as keyof Evidence] ?? 0) * value;
  return 1 / (1 + Math.exp(-z));
}
