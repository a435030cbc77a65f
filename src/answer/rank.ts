import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { fitOf } from './expectation.ts';
import { type Features, featuresOf, type RankingWeights, weigh } from './features.ts';
import type { Fit } from './fit.ts';
import type { Previous } from './following.ts';
import { withImplied } from './implied.ts';
import { type Match, makeMatcher, opensWithPronoun } from './match.ts';
import { asksOutlook, meetsOutlook } from './outlook.ts';

/** A statement as an answer to a question. */
export interface Candidate {
  readonly view: StatementView;
  readonly match: Match;
  readonly fit: Fit;
  readonly features: Features;
  /** Comparable within one question alone. */
  readonly score: number;
}

/** Below this many statements all are looked at; above, those of the best passages. */
const SMALL_CORPUS = 400;
const PASSAGES_LOOKED_AT = 24;
/** What covers less than this share of what the best covers cannot lead. */
const WORTH_A_LOOK = 0.3;

/** Kinds that only a statement with the right sort of thing answers, and how well it must hold it. */
const TYPED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who', 'where', 'which', 'attribution']);
const HOLDS_IT = 0.8;
/** What covers this share of what the best covers tells what happened. */
const TELLS_IT = 0.8;

/** "Holm and Brand on the price" */
const TWO_NAMES = () => /^\W*\p{Lu}[\p{L}'’ -]{1,40} (?:and|or|vs\.?|versus) \p{Lu}[\p{L}'’ -]{1,40} (?:on|about)\b/u;

/** The statements that may answer, best first. `keep` leaves out what the time asked for rules out. */
export function rankStatements(
  question: Question,
  knowledge: Knowledge,
  keep: (view: StatementView) => boolean,
  weights: RankingWeights,
  bonus: (view: StatementView) => number,
  previous?: Previous,
): Candidate[] {
  const passageScores = passageScoresOf(question, knowledge);
  const match = makeMatcher(question.needs, knowledge, {
    eitherName: question.kind === 'comparison' && TWO_NAMES().test(question.text),
    ofItsHouse: question.kind === 'list',
    ...(asksOutlook(question.text) && {
      meets: (word: string, view: StatementView) => meetsOutlook(word, view.statement),
    }),
    ...(previous && { goesOn: (view: StatementView) => goesOn(view, previous) }),
  });
  const datedOnly = question.needs.length === 0;
  const matched: { readonly view: StatementView; readonly coverage: number }[] = [];
  let most = 0;
  for (const view of viewsToLookAt(knowledge, passageScores)) {
    if (!keep(view)) continue;
    const coverage = match.coverage(view);
    most = Math.max(most, coverage);
    if (coverage > 0 || datedOnly || question.kind === 'why' || isNext(view, previous))
      matched.push({ view, coverage });
  }
  // Why something happened is told after it, in words of its own.
  const told = question.kind === 'why' ? matched.filter(({ coverage }) => coverage >= most * TELLS_IT) : [];
  const reasons = new Set(told.flatMap(({ view: { statement } }) => [statement.index + 1, statement.index + 2]));
  const candidates: Candidate[] = [];
  for (const { view, coverage } of matched) {
    if (coverage < most * WORTH_A_LOOK && !isNext(view, previous) && !reasons.has(view.statement.index)) continue;
    const fit = fitOf(question, view, knowledge);
    const found = withImplied(
      question,
      fit,
      TYPED.has(question.kind) && fit.fit >= HOLDS_IT && opensWithPronoun(view) ? match(view, true) : match(view),
      view,
      knowledge.analysis.lexicon,
    );
    const features = featuresOf(
      question,
      view,
      found,
      fit,
      passageScores.get(view.statement.passage) ?? 0,
      knowledge,
      previous,
    );
    candidates.push({ view, match: found, fit, features, score: weigh(features, weights) + bonus(view) });
  }
  if (previous) return followingLess(question, candidates, weights.follows).sort(byScore);
  return candidates.sort(byScore);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.view.statement.index - b.view.statement.index;
}

/** Covers as much of the whole question as another, give or take. */
const COVERS_AS_MUCH = 0.9;

/** What stands right behind the last answer goes on about it, but not about what is asked now where another says that in so many words. */
function followingLess({ needs }: Question, candidates: readonly Candidate[], weight: number): Candidate[] {
  const says = ({ match }: Candidate) => {
    let total = 0;
    let sum = 0;
    for (const [i, need] of needs.entries()) {
      if (need.inherited || need.unknown) continue;
      total += need.weight;
      sum += need.weight * (match.own[i] ?? 0);
    }
    return total > 0 ? sum / total : 0;
  };
  const said = candidates.map((one) => says(one));
  return candidates.map((one, k) => {
    const { follows } = one.features;
    if (follows <= 0) return one;
    const most = candidates.reduce(
      (best, other, i) =>
        other.match.coverage >= one.match.coverage * COVERS_AS_MUCH ? Math.max(best, said[i] ?? 0) : best,
      0,
    );
    const less = follows * Math.max(0, most - (said[k] ?? 0));
    return { ...one, features: { ...one.features, follows: follows - less }, score: one.score - weight * less };
  });
}

/** How much of what was told a statement takes for told, by how far it stands behind the last answer, or just before it. */
const TAKES_FOR_TOLD = [0.5, 0.5, 0.4, 0.3] as const;
const RIGHT_BEFORE = 0.3;

function goesOn({ statement }: StatementView, { lead }: Previous): number {
  if (statement.passage !== lead.passage) return 0;
  const distance = statement.index - lead.index;
  return distance === -1 ? RIGHT_BEFORE : (TAKES_FOR_TOLD[distance] ?? 0);
}

/** Where an answer goes on, what the question leaves out may be left out too. */
function isNext({ statement }: StatementView, previous: Previous | undefined): boolean {
  return (
    previous !== undefined && statement.index === previous.lead.index + 1 && statement.passage === previous.lead.passage
  );
}

function viewsToLookAt(knowledge: Knowledge, passageScores: ReadonlyMap<number, number>): readonly StatementView[] {
  if (knowledge.views.length <= SMALL_CORPUS) return knowledge.views;
  return [...passageScores.keys()].flatMap((index) => {
    const passage = knowledge.corpus.passages[index];
    return passage ? knowledge.views.slice(...passage.statements) : [];
  });
}

/** The best passages, with scores from 0 to 1. */
function passageScoresOf(question: Question, knowledge: Knowledge): Map<number, number> {
  const hits = question.query ? knowledge.search.search(question.query, PASSAGES_LOOKED_AT) : [];
  const top = hits[0]?.score ?? 1;
  return new Map(hits.map((hit) => [hit.passage, hit.score / top]));
}
