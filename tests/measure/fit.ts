/**
 * Fits the weights of `index/lexicon/ranking.json` and `confidence.json` on labelled questions.
 *   node tests/measure/fit.ts FOLDER QUESTIONS WEIGHT [FOLDER QUESTIONS WEIGHT ...]
 * FOLDER is a folder of documents, or `builtin`. QUESTIONS is a file of rows as in tests/questions. WEIGHT says how
 * much the set counts. With `cases` as FOLDER, QUESTIONS is a file of small worlds with documents and questions of their
 * own; every other one is left for measuring. The sealed sets are never named here.
 */
import { writeFileSync } from 'node:fs';
import claims from '../../index/lexicon/claims.json' with { type: 'json' };
import confidence from '../../index/lexicon/confidence.json' with { type: 'json' };
import ranking from '../../index/lexicon/ranking.json' with { type: 'json' };
import { openCorpus } from '../../index/open.ts';
import { consider } from '../../src/answer/ask.ts';
import { evidenceOf } from '../../src/answer/confidence.ts';
import { weigh } from '../../src/answer/features.ts';
import { missesWhatIsAsked } from '../../src/answer/order.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import type { Candidate } from '../../src/answer/rank.ts';
import type { Question } from '../../src/question/question.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { readCases, readRows } from './cases.ts';
import { holds, type Row } from './judge.ts';

interface Sample {
  readonly row: Row;
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  readonly gold: ReadonlySet<Candidate>;
  readonly weight: number;
  readonly lexicon: Parameters<typeof evidenceOf>[2];
}

const STEPS = 400;
/** How much an answerable question that is declined counts beside an unanswerable one that is answered. */
const ANSWERABLE_WEIGHT = 5;
const samples: Sample[] = [];
const args = process.argv.slice(2);
for (let i = 0; i + 2 < args.length; i += 3) {
  const [folder, file, weight] = [args[i] ?? '', args[i + 1] ?? '', Number(args[i + 2])];
  if (folder === 'cases') for (const one of readCases(file)) take(one.folder, one.rows, weight);
  else take(folder === 'builtin' ? undefined : folder, readRows(file), weight);
}

function take(folder: string | undefined, rows: readonly Row[], weight: number): void {
  const answering = prepareAnswering(buildKnowledge(openCorpus(folder)), { ranking, confidence, claims });
  for (const row of rows) {
    if (!row.turns || row.kind === 'hostile') continue;
    const { question, ranked } = consider({ turns: row.turns, ...(row.asOf && { asOf: row.asOf }) }, answering);
    const wanted = row.leadOneOf?.length ? row.leadOneOf : (row.mustCiteOneOf ?? []);
    const gold = new Set(ranked.filter((c) => wanted.some((one) => holds(c.view.text, one))));
    samples.push({ row, question, candidates: ranked, gold, weight, lexicon: answering.knowledge.analysis.lexicon });
  }
}

const names = Object.keys(ranking) as (keyof typeof ranking)[];
const scale = 10;
function fitRanking(): Record<string, number> {
  const w: Record<string, number> = { ...ranking };
  const start: Record<string, number> = { ...ranking };
  const m: Record<string, number> = {};
  const v: Record<string, number> = {};
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient: Record<string, number> = Object.fromEntries(names.map((n) => [n, 0]));
    let total = 0;
    for (const { candidates, gold, weight } of samples) {
      if (gold.size === 0) continue;
      total += weight;
      const scores = candidates.map((c) => scale * weigh(c.features, w as typeof ranking));
      const top = Math.max(...scores);
      const exp = scores.map((s) => Math.exp(s - top));
      const all = exp.reduce((a, b) => a + b, 0);
      const good = candidates.reduce((sum, c, k) => sum + (gold.has(c) ? (exp[k] ?? 0) : 0), 0);
      for (const [k, c] of candidates.entries()) {
        const p = (exp[k] ?? 0) / all;
        if (p < 1e-6 && !gold.has(c)) continue;
        const q = gold.has(c) ? (exp[k] ?? 0) / good : 0;
        for (const n of names) gradient[n] = (gradient[n] ?? 0) + weight * scale * (q - p) * c.features[n];
      }
    }
    for (const n of names) {
      const g = (gradient[n] ?? 0) / total - 0.6 * ((w[n] ?? 0) - (start[n] ?? 0));
      m[n] = 0.9 * (m[n] ?? 0) + 0.1 * g;
      v[n] = 0.999 * (v[n] ?? 0) + 0.001 * g * g;
      w[n] =
        (w[n] ?? 0) +
        (0.01 * ((m[n] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((v[n] ?? 0) / (1 - 0.999 ** step)) + 1e-6);
    }
  }
  return Object.fromEntries(names.map((n) => [n, Math.round((w[n] ?? 0) * 1000) / 1000]));
}

function best(candidates: readonly Candidate[], w: Record<string, number>): Candidate | undefined {
  let top: Candidate | undefined;
  let score = Number.NEGATIVE_INFINITY;
  for (const c of candidates) {
    const s = weigh(c.features, w as typeof ranking);
    if (s > score) [top, score] = [c, s];
  }
  return top && { ...top, score };
}

/** What must not speak against an answer (1), or for one (-1), whatever a few hundred questions happen to show. */
const SIGN: Record<string, number> = {
  coverage: 1,
  nameCoverage: 1,
  proximity: 1,
  keyword: 1,
  inherited: 1,
  heading: 1,
  metShare: 1,
  defines: 1,
  opensWithTurn: 1,
  period: 1,
  unknown: -1,
  worstMiss: -1,
  nameMiss: -1,
  typeMissed: -1,
  typedMiss: -1,
  relationOpen: -1,
  undefined: -1,
  typedUnsaid: -1,
  yesNoUnsaid: -1,
  supposed: -1,
  causeMissed: -1,
  typedNameOpen: -1,
  typedRelationOpen: -1,
  thin: -1,
  namesAlone: -1,
  opposed: -1,
  typedNameMiss: -1,
};

const held: { x: Record<string, number>; y: number; weight: number }[] = [];

function fitConfidence(w: Record<string, number>): Record<string, number> {
  const cases: { x: Record<string, number>; y: number; weight: number }[] = [];
  for (const { row, question, candidates, weight, lexicon } of samples) {
    const top = best(candidates, w);
    // What declines by itself says nothing of the weights.
    if (!top || missesWhatIsAsked(question, top, lexicon)) continue;
    const y = row.expect === 'answered' ? 1 : 0;
    cases.push({ x: { ...evidenceOf(question, top, lexicon) }, y, weight });
  }
  held.push(...cases);
  const features = Object.keys(confidence).filter((n) => n !== 'bias');
  const positives = cases.reduce((s, c) => s + (c.y ? c.weight : 0), 0);
  const negatives = cases.reduce((s, c) => s + (c.y ? 0 : c.weight), 0);
  const weights: Record<string, number> = { bias: 0, ...Object.fromEntries(features.map((n) => [n, 0])) };
  for (let step = 0; step < 4000; step += 1) {
    const g: Record<string, number> = {};
    for (const { x, y, weight } of cases) {
      let z = weights.bias ?? 0;
      for (const n of features) z += (weights[n] ?? 0) * (x[n] ?? 0);
      const error = (y - 1 / (1 + Math.exp(-z))) * weight * (y ? ANSWERABLE_WEIGHT / positives : 1 / negatives);
      g.bias = (g.bias ?? 0) + error;
      for (const n of features) g[n] = (g[n] ?? 0) + error * (x[n] ?? 0);
    }
    weights.bias = (weights.bias ?? 0) + 1.0 * (g.bias ?? 0);
    for (const n of features) {
      const next = (weights[n] ?? 0) + 1.0 * ((g[n] ?? 0) - 0.002 * (weights[n] ?? 0));
      const sign = SIGN[n] ?? 0;
      weights[n] = sign > 0 ? Math.max(0, next) : sign < 0 ? Math.min(0, next) : next;
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([n, v]) => [n, Math.round(v * 1000) / 1000]));
}

const fitted = process.env.KEEP_RANKING ? { ...ranking } : fitRanking();
const calibrated = fitConfidence(fitted);
const hit = (w: Record<string, number>, s: Sample) => {
  const t = best(s.candidates, w);
  return t !== undefined && [...s.gold].some((g) => g.view === t.view);
};
const named = samples.filter((s) => s.gold.size > 0);
console.log(
  'lead before',
  named.filter((s) => hit({ ...ranking }, s)).length,
  'after',
  named.filter((s) => hit(fitted, s)).length,
  'of',
  named.length,
);
const scored = held.map(({ x, y, weight }) => ({
  y,
  weight,
  z: Object.keys(calibrated).reduce((sum, n) => sum + (calibrated[n] ?? 0) * (n === 'bias' ? 1 : (x[n] ?? 0)), 0),
}));
for (const [name, of] of [
  ['all', scored],
  ['the first set, real questions', scored.filter((c) => c.weight === Number(args[2]))],
  ['the second', scored.filter((c) => c.weight === Number(args[5]))],
] as const) {
  const [pos, neg] = [of.filter((c) => c.y).map((c) => c.z), of.filter((c) => !c.y).map((c) => c.z)];
  const auc =
    pos.reduce((sum, p) => sum + neg.reduce((s, n) => s + (p > n ? 1 : p === n ? 0.5 : 0), 0), 0) /
    (pos.length * neg.length || 1);
  const at = (share: number) => {
    const cut = [...pos].sort((a, b) => a - b)[Math.floor(pos.length * share)] ?? 0;
    return neg.filter((n) => n < cut).length / (neg.length || 1);
  };
  console.log(
    `${name}: AUROC ${auc.toFixed(3)}, declined where 5% / 10% of the answerable are: ${at(0.05).toFixed(2)} / ${at(0.1).toFixed(2)}`,
  );
}
writeFileSync(new URL('../../index/lexicon/ranking.json', import.meta.url), `${JSON.stringify(fitted, null, 2)}\n`);
writeFileSync(
  new URL('../../index/lexicon/confidence.json', import.meta.url),
  `${JSON.stringify(calibrated, null, 2)}\n`,
);
console.log(fitted, calibrated);
