/**
 * Fits the weights of `index/lexicon/ranking.json` and `confidence.json` on all open questions, pulled to those of today,
 * and tells how today's and the fitted ones do on stories that the fit has not seen.
 *   node tests/measure/fit.ts                  tells alone
 *   node tests/measure/fit.ts --write ranking  takes over what was fitted; or `confidence`
 *   node tests/measure/fit.ts --cases FILE     fits on every other small world of a file too, at a fifth of the weight
 * The sealed sets are never named here.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Answering, type AnsweringWeights, ask, consider } from '../../src/answer/ask.ts';
import { weigh } from '../../src/answer/features.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { readCases, readRows } from './cases.ts';
import { holds, judgeAnswer, type Row } from './judge.ts';

type Named = Readonly<Record<string, number>>;

interface Story {
  readonly name: string;
  readonly answering: Answering;
  readonly rows: readonly Row[];
  readonly weight: number;
}

/** The statements that were considered for one question, as rows of features. */
interface Choice {
  readonly story: Story;
  readonly features: readonly (readonly number[])[];
  /** What a score holds beside the weighed features. */
  readonly offsets: readonly number[];
  readonly gold: readonly boolean[];
}

interface Decision {
  readonly story: Story;
  readonly evidence: readonly number[];
  readonly answerable: boolean;
}

const FOLDERS =
  'ferry pharma inhaler codeshare football buses robots farecard grid stream hospital seedco brew museum'.split(' ');
const BUILT_IN = ['dev', 'plain', 'desk'];
const CASE_WEIGHT = 0.2;
/** How strongly fitted weights are pulled to those of today. */
const PULL = { ranking: 3, confidence: 0.3 };
const STEPS = { ranking: 120, confidence: 400 };
/** What is weighed against the rightly chosen statement: the best by today's weights, so many of them. */
const RIVALS = 25;
/** Scores differ by tenths; the choice among them is made as if by whole ones. */
const SCALE = 10;
/** How much an answerable question that is declined counts beside an unanswerable one that is answered. */
const ANSWERABLE_WEIGHT = 5;
/** A bias with which nothing is declined but what declines by itself. */
const ANSWERS_ALL = 1000;

/** What must not speak against an answer (1), or for one (-1), whatever a few hundred questions happen to show. */
const SIGN: Record<string, number> = {
  nameCoverage: 1,
  proximity: 1,
  keyword: 1,
  inherited: 1,
  heading: 1,
  defines: 1,
  opensWithTurn: 1,
  unknown: -1,
  worstMiss: -1,
  nameMiss: -1,
  typeMissed: -1,
  typedMiss: -1,
  undefined: -1,
  long: -1,
  longCovered: 1,
  typedUnsaid: -1,
  yesNoUnsaid: -1,
  supposed: -1,
  thin: -1,
  namesAlone: -1,
  opposed: -1,
  typedNameMiss: -1,
};

const today = loadWeights();
const { values } = parseArgs({
  options: { write: { type: 'string' }, cases: { type: 'string', multiple: true, default: [] } },
});
const prepare = (folder?: string) => prepareAnswering(buildKnowledge(openCorpus(folder)), today);
const asked = (rows: readonly Row[]) => rows.filter(({ turns, kind }) => turns && kind !== 'hostile');
const real: readonly Story[] = [
  {
    name: 'built-in',
    answering: prepare(),
    rows: BUILT_IN.flatMap((part) => asked(readRows(`tests/questions/seeds/${part}.jsonl`))),
    weight: 1,
  },
  ...FOLDERS.map((name) => ({
    name,
    answering: prepare(`tests/stories/${name}/documents`),
    rows: asked(readRows(`tests/stories/${name}/dev.jsonl`)),
    weight: 1,
  })),
];
const cases: readonly Story[] = values.cases.flatMap((file) =>
  readCases(file).map(({ folder, rows }) => ({
    name: 'a case',
    answering: prepare(folder),
    rows,
    weight: CASE_WEIGHT,
  })),
);

const request = ({ turns, asOf }: Row) => ({ turns: turns ?? [], ...(asOf && { asOf }) });
const wanted = ({ leadOneOf, mustCiteOneOf }: Row) => (leadOneOf?.length ? leadOneOf : (mustCiteOneOf ?? []));
const round = (value: number) => Math.round(value * 1000) / 1000;
const rankingNames = Object.keys(today.ranking);
const evidenceNames = Object.keys(today.confidence).filter((name) => name !== 'bias');
const valuesOf = (names: readonly string[], of: object) => names.map((name) => (of as Named)[name] ?? 0);

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Adds a row to a gradient, so many times. */
function add(gradient: number[], row: readonly number[], times: number): void {
  for (let i = 0; i < row.length; i += 1) gradient[i] = (gradient[i] ?? 0) + times * (row[i] ?? 0);
}

function choicesOf(story: Story): Choice[] {
  return story.rows.flatMap((row) => {
    const ranked = [...consider(request(row), story.answering).ranked].sort((a, b) => b.score - a.score);
    const isGold = (text: string) => wanted(row).some((one) => holds(text, one));
    const among = ranked.filter(({ view }, i) => i < RIVALS || isGold(view.text));
    const gold = among.map(({ view }) => isGold(view.text));
    if (!gold.includes(true)) return [];
    const features = among.map((one) => valuesOf(rankingNames, one.features));
    return [{ story, features, offsets: among.map((one) => one.score - weigh(one.features, today.ranking)), gold }];
  });
}

/** What declines by itself says nothing of the weights, and is left out. */
function decisionsOf(story: Story): Decision[] {
  const readily = withWeights(story.answering, { ...today, confidence: { ...today.confidence, bias: ANSWERS_ALL } });
  return story.rows.flatMap((row) => {
    const { evidence } = consider(request(row), story.answering);
    if (row.expect === 'any' || !evidence || consider(request(row), readily).confidence < 1) return [];
    return [{ story, evidence: [1, ...valuesOf(evidenceNames, evidence)], answerable: row.expect === 'answered' }];
  });
}

/** The weights under which a right statement is the likeliest to be chosen. */
function fitRanking(choices: readonly Choice[]): Named {
  const start = valuesOf(rankingNames, today.ranking);
  const weights = descend(start, STEPS.ranking, (now) => {
    const gradient = now.map((w, i) => -PULL.ranking * (w - (start[i] ?? 0)));
    const total = choices.reduce((sum, { story }) => sum + story.weight, 0);
    for (const { story, features, offsets, gold } of choices) {
      const scores = features.map((f, k) => SCALE * ((offsets[k] ?? 0) + dot(f, now)));
      const top = Math.max(...scores);
      const likely = scores.map((score) => Math.exp(score - top));
      const all = likely.reduce((sum, p) => sum + p, 0);
      const right = likely.reduce((sum, p, k) => sum + (gold[k] ? p : 0), Number.MIN_VALUE);
      for (const [k, f] of features.entries()) {
        const p = likely[k] ?? 0;
        const pushed = ((gold[k] ? p / right : 0) - p / all) * SCALE * (story.weight / total);
        if (Math.abs(pushed) > 1e-8) add(gradient, f, pushed);
      }
    }
    return gradient;
  });
  return Object.fromEntries(rankingNames.map((name, i) => [name, round(weights[i] ?? 0)]));
}

function fitConfidence(decisions: readonly Decision[]): Named {
  const names = ['bias', ...evidenceNames];
  const start = valuesOf(names, today.confidence);
  const total = (answerable: boolean) =>
    decisions.reduce((sum, one) => sum + (one.answerable === answerable ? one.story.weight : 0), 0);
  const share = [1 / total(false), ANSWERABLE_WEIGHT / total(true)] as const;
  const bounded = (w: number, i: number) => {
    const sign = SIGN[names[i] ?? ''] ?? 0;
    return sign > 0 ? Math.max(0, w) : sign < 0 ? Math.min(0, w) : w;
  };
  const weights = descend(
    start,
    STEPS.confidence,
    (now) => {
      const gradient = now.map((w, i) => (i === 0 ? 0 : -PULL.confidence * (w - (start[i] ?? 0))));
      for (const { story, evidence, answerable } of decisions) {
        const error = (answerable ? 1 : 0) - 1 / (1 + Math.exp(-dot(evidence, now)));
        const pushed = error * story.weight * share[answerable ? 1 : 0];
        add(gradient, evidence, pushed);
      }
      return gradient;
    },
    bounded,
  );
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)]));
}

/** Adam (Kingma and Ba, 2015), uphill. */
function descend(
  start: readonly number[],
  steps: number,
  gradientAt: (weights: readonly number[]) => readonly number[],
  bounded: (weight: number, index: number) => number = (weight) => weight,
): readonly number[] {
  let weights = start;
  let mean = start.map(() => 0);
  let square = start.map(() => 0);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = gradientAt(weights);
    mean = mean.map((m, i) => 0.9 * m + 0.1 * (gradient[i] ?? 0));
    square = square.map((s, i) => 0.999 * s + 0.001 * (gradient[i] ?? 0) ** 2);
    weights = weights.map((w, i) => {
      const size = Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** step)) + 1e-6;
      return bounded(w + (0.01 * (mean[i] ?? 0)) / (1 - 0.9 ** step) / size, i);
    });
  }
  return weights;
}

function withWeights(answering: Answering, weights: AnsweringWeights): Answering {
  return { ...answering, weights };
}

/** Answered from end to end: right leads, and answerable questions declined and others answered. */
function count(
  { rows, answering }: Story,
  weights: AnsweringWeights,
): { lead: number; declined: number; answered: number } {
  const counts = { lead: 0, declined: 0, answered: 0 };
  for (const row of rows) {
    const answer = ask(request(row), withWeights(answering, weights));
    if (row.expect === 'answered' && judgeAnswer(row, answer).leadRight) counts.lead += 1;
    if (row.expect === 'answered' && answer.outcome !== 'answered') counts.declined += 1;
    if (row.expect === 'declined' && answer.outcome === 'answered') counts.answered += 1;
  }
  return counts;
}

const choices = [...real, ...cases].flatMap(choicesOf);
const decisions = [...real, ...cases].flatMap(decisionsOf);
const others = (story: Story) => (one: { readonly story: Story }) => one.story !== story;
const ranked = (weights: Named) => ({ ...today, ranking: weights as AnsweringWeights['ranking'] });
const decided = (weights: Named) => ({ ...today, confidence: weights as AnsweringWeights['confidence'] });

const WAYS: readonly (readonly [string, (story: Story) => AnsweringWeights])[] = [
  ['today', () => today],
  ['ranking', (story) => ranked(fitRanking(choices.filter(others(story))))],
  ['confidence', (story) => decided(fitConfidence(decisions.filter(others(story))))],
];
for (const [way, weightsFor] of WAYS) {
  const counts = real.map((story) => ({ name: story.name, ...count(story, weightsFor(story)) }));
  const sum = (of: 'lead' | 'declined' | 'answered') => counts.reduce((total, one) => total + one[of], 0);
  console.log(
    `${way}: lead right ${sum('lead')}, wrongly declined ${sum('declined')}, wrongly answered ${sum('answered')}`,
  );
  console.log(
    `  ${counts.map(({ name, lead, declined, answered }) => `${name} ${lead}/${declined}/${answered}`).join('  ')}`,
  );
}
const taken =
  values.write === 'ranking'
    ? fitRanking(choices)
    : values.write === 'confidence'
      ? fitConfidence(decisions)
      : undefined;
if (taken)
  writeFileSync(
    new URL(`../../index/lexicon/${values.write}.json`, import.meta.url),
    `${JSON.stringify(taken, null, 2)}\n`,
  );
