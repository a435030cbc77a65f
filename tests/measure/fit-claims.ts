/**
 * Fits the weights of `index/lexicon/claims.json` on labelled claims, and says how they do on stories left out.
 *   node tests/measure/fit-claims.ts FOLDER ROWS [FOLDER ROWS ...]
 * FOLDER is a folder of documents, or `builtin`. ROWS is a file of rows as in tests/questions; rows on one folder are
 * one story. The sealed sets are never named here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { makeMatcher } from '../../src/answer/match.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import { withoutFrame } from '../../src/claim/assertion.ts';
import { bearsOut } from '../../src/claim/bears-out.ts';
import { withNames } from '../../src/claim/description.ts';
import { type JudgementWeights, type Likeness, likenessOf, scoreOf } from '../../src/claim/judgement.ts';
import { compareNearest } from '../../src/claim/nearest.ts';
import { readPart } from '../../src/claim/part.ts';
import { splitClaim } from '../../src/claim/split-claim.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { holds, type Row } from './judge.ts';

interface Candidate {
  readonly likeness: Likeness;
  /** Named by the row as what decides it. */
  readonly gold: boolean;
}

interface Sample {
  readonly story: string;
  readonly row: Row;
  /** The rules already bear it out. */
  readonly settled: boolean;
  readonly candidates: readonly Candidate[];
}

const [ROUNDS, STEPS, RATE, DECAY] = [6, 1500, 1, 0.002];
/** How much a claim that is wrongly borne out counts beside one that is wrongly not. */
const FALSE_WEIGHT = 1.5;
/** How far above the best of the false claims of all stories, each judged by weights that never saw its story, the threshold lies: log odds. */
const MARGIN = Number(process.env.MARGIN ?? 0.3);

const samples: Sample[] = [];
const args = process.argv.slice(2);
for (let i = 0; i + 1 < args.length; i += 2) {
  const [folder, file] = [args[i] ?? '', args[i + 1] ?? ''];
  const { knowledge } = prepareAnswering(
    buildKnowledge(openCorpus(folder === 'builtin' ? undefined : folder)),
    loadWeights(),
  );
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line) as Row;
    if (row.claim === undefined) continue;
    const parts = splitClaim(withoutFrame(row.claim)).map((words) => readPart(withNames(words, knowledge), knowledge));
    const [part] = parts;
    // Of a claim of several parts no row says which of them fails.
    if (!part || parts.length > 1) continue;
    const compared = compareNearest(part, row.asOf, makeMatcher(part.needs, knowledge), knowledge);
    samples.push({
      story: folder,
      row,
      settled: compared.some(bearsOut),
      candidates: compared.flatMap((c) => {
        const likeness = likenessOf(c, part, knowledge);
        const gold = (row.mustCiteOneOf ?? []).some((one) => holds(c.view.text, one));
        return likeness ? [{ likeness, gold }] : [];
      }),
    });
  }
}

const names = Object.keys(loadWeights().claims) as (keyof JudgementWeights)[];
const START = Object.fromEntries(names.map((name) => [name, 0])) as Record<keyof JudgementWeights, number>;

/** Logistic; of a true claim's statements only the likest counts, found anew in each round. */
function fitted(of: readonly Sample[]): JudgementWeights {
  const weights = { ...START, plainly: 1, own: 1 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const cases = of.flatMap(({ row, candidates }) => {
      if (row.expect === 'outdated' || candidates.length === 0) return [];
      if (row.expect !== 'supported')
        return candidates.map(({ likeness }) => ({ likeness, y: 0, share: 1 / Math.max(3, candidates.length) }));
      const gold = candidates.filter((one) => one.gold);
      const [best] = (gold.length > 0 ? gold : [...candidates]).sort(
        (a, b) => scoreOf(b.likeness, weights) - scoreOf(a.likeness, weights),
      );
      return best ? [{ likeness: best.likeness, y: 1, share: 1 }] : [];
    });
    const sum = (y: number) => cases.reduce((all, one) => all + (one.y === y ? one.share : 0), 0);
    const scale = [FALSE_WEIGHT / sum(0), 1 / sum(1)];
    for (let step = 0; step < STEPS; step += 1) {
      const gradient = { ...START };
      for (const { likeness, y, share } of cases) {
        const error = (y - 1 / (1 + Math.exp(-scoreOf(likeness, weights)))) * share * (scale[y] ?? 0);
        for (const name of names) gradient[name] += error * (name === 'bias' ? 1 : likeness[name]);
      }
      for (const name of names)
        weights[name] += RATE * (gradient[name] - (name === 'bias' ? 0 : DECAY * weights[name]));
    }
  }
  return weights;
}

const bestOf = ({ candidates }: Sample, weights: JudgementWeights) =>
  Math.max(Number.NEGATIVE_INFINITY, ...candidates.map(({ likeness }) => scoreOf(likeness, weights)));

const stories = [...new Set(samples.map(({ story }) => story))];
const judged = stories.flatMap((story) => {
  const weights = fitted(samples.filter((one) => one.story !== story));
  return samples.filter((one) => one.story === story).map((sample) => ({ sample, score: bestOf(sample, weights) }));
});
const isFalse = ({ row }: Sample) => row.expect === 'contradicted' || row.expect === 'not-found';
const open = judged.filter(({ sample }) => !sample.settled).sort((a, b) => b.score - a.score);
for (const { sample, score } of open.filter(({ score }) => score > -1.5))
  console.log(score.toFixed(2).padStart(6), sample.row.expect.padEnd(12), sample.row.id.padEnd(8), sample.row.claim);
const threshold = Math.max(...open.filter(({ sample }) => isFalse(sample)).map(({ score }) => score)) + MARGIN;
const above = open.filter(({ score }) => score >= threshold);
console.log(
  `left out, beyond the rules: threshold ${threshold.toFixed(2)}, of ${open.filter(({ sample }) => sample.row.expect === 'supported').length} true claims ${above.filter(({ sample }) => sample.row.expect === 'supported').length} are borne out`,
);
const weights = fitted(samples);
const written = { ...weights, bias: weights.bias - threshold };
writeFileSync(
  new URL('../../index/lexicon/claims.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(names.map((name) => [name, Math.round(written[name] * 1000) / 1000])), null, 2)}\n`,
);
console.log(written);
