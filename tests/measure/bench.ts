/**
 * `npm run bench`: start-up, latency, throughput and memory on the built-in documents, then the passage search at
 * 50,000 passages; docs/benchmarks.md holds the figures. It takes about two minutes, and wants the machine to itself.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { makeBot } from '../../src/bot.ts';
import type { Corpus } from '../../src/model.ts';
import { benchSearch, quantile, renderRows } from './bench-search.ts';
import type { Row } from './judge.ts';
import { makePassages } from './passages-50k.ts';

const STARTS = 5;
/** Passes before anything is timed: V8 has compiled what it will by then. */
const WARM_UP = 5;
const PASSES = 3;
const BATCH = 4000;
const PASSAGES = 50_000;
const QUERIES = 400;

const root = join(import.meta.dirname, '..', '..');
const rows = readFileSync(join(root, 'tests/questions/seeds/dev.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);
const asked = rows.flatMap(({ turns, asOf }) => (turns ? [{ turns, ...(asOf && { asOf }) }] : []));
const claimed = rows.flatMap(({ claim, asOf }) => (claim ? [{ claim, ...(asOf && { asOf }) }] : []));

const begun = performance.now();
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
benchStart();
benchAnswers();
console.log(`\n${PASSAGES} passages\n\n${renderRows(benchSearch(makePassages(PASSAGES, QUERIES)))}`);
console.log(`\nThe run took ${((performance.now() - begun) / 1000).toFixed(0)} s.`);

/** A new process each time, to its end; the first start after a change of the code is left out, since it compiles. */
function benchStart(): void {
  const npm = ['npm', 'run', '--silent', 'ask', '--', 'exclusivity'];
  const node = [process.execPath, 'adapters/cli.mjs', 'ask', 'exclusivity'];
  for (const [name, command] of [
    ['npm run ask', npm],
    ['the same without npm', node],
  ] as const) {
    run(command);
    const ms = Array.from({ length: STARTS }, () => timed(() => run(command)));
    print(`cold start of ${name}, median of ${STARTS}`, `${quantile(ms, 0.5).toFixed(0)} ms`);
  }
}

function benchAnswers(): void {
  const opened = openCorpus();
  const bot = makeBot(opened, loadWeights());
  const plain = firstStatement(opened.corpus);
  bench('ask', asked, (request) => bot.ask(request));
  bench('plain MiniSearch over statements, first hit', asked, ({ turns }) => plain(turns.at(-1) ?? ''));
  bench('check', claimed, (request) => bot.check(request));
  print('resident memory after these', `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  const batch = Array.from({ length: BATCH }, (_, i) => JSON.stringify(asked[i % asked.length])).join('\n');
  const seconds = timed(() => run(['npm', 'run', '--silent', 'ask', '--', '--jsonl'], `${batch}\n`)) / 1000;
  print(`ask --jsonl, ${BATCH} questions, loading included`, `${(BATCH / seconds).toFixed(0)} answers a second`);
}

/** Every request in turn, several times over; the first passes are not timed. */
function bench<Request>(name: string, requests: readonly Request[], act: (request: Request) => unknown): void {
  for (let pass = 0; pass < WARM_UP; pass += 1) for (const request of requests) act(request);
  const ms = Array.from({ length: PASSES }, () => requests.map((request) => timed(() => act(request)))).flat();
  const [p50, p99] = [quantile(ms, 0.5).toFixed(2), quantile(ms, 0.99).toFixed(2)];
  print(`${name}, warm, ${requests.length} requests`, `p50 ${p50} ms, p99 ${p99} ms`);
}

/** What a project would begin with: each statement a document, and the best one is the answer. */
function firstStatement({ statements }: Corpus): (question: string) => string | undefined {
  const index = new MiniSearch<{ id: number; quote: string }>({ fields: ['quote'] });
  index.addAll(statements.map(({ index: id, quote }) => ({ id, quote })));
  return (question) => statements[index.search(question)[0]?.id as number]?.quote;
}

function run([program = '', ...args]: readonly string[], input = ''): void {
  const { status, stderr } = spawnSync(program, args, { cwd: root, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
}

function timed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function print(measure: string, value: string): void {
  console.log(`${measure}: ${value}`);
}
