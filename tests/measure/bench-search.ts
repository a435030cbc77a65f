import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { PassageIndex } from '../../index/passage-index.ts';
import type { MeasuredPassage, MeasuredSet } from './passages-50k.ts';

/**
 * The passage search beside plain MiniSearch, on the same passages and queries in one process.
 */

export interface Row {
  readonly engine: string;
  readonly buildSeconds: number;
  readonly saveSeconds: number;
  readonly loadSeconds: number;
  readonly savedMegabytes: number;
  /** Memory after building, garbage collected; bytes outside the JavaScript heap included. */
  readonly kilobytesPerPassage: number;
  readonly queries: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mrr: number;
  readonly ndcg: number;
}

interface Engine {
  readonly name: string;
  readonly queries: number;
  build(passages: readonly MeasuredPassage[]): unknown;
  save(index: unknown): Uint8Array | string;
  load(saved: Uint8Array | string): unknown;
  /** The numbers of the ten best passages. */
  search(index: unknown, query: string): readonly number[];
}

const LIMIT = 10;
const WARM_UP = 10;
const FIELDS = { fields: ['title', 'text'] };

const ours: Engine = {
  name: 'passage index',
  queries: 400,
  build: (passages) => PassageIndex.build(passages),
  save: (index) => (index as PassageIndex).save('bench'),
  load: (saved) => PassageIndex.load(saved as Uint8Array, 'bench'),
  search: (index, query) => (index as PassageIndex).search(query, LIMIT).map(({ passage }) => passage),
};

/** `options` are given at search time: both configurations search the same index. */
const miniSearch = (name: string, queries: number, options: object): Engine => ({
  name,
  queries,
  build(passages) {
    const index = new MiniSearch(FIELDS);
    index.addAll(passages.map(({ title, text }, id) => ({ id, title, text })));
    return index;
  },
  save: (index) => JSON.stringify(index),
  load: (saved) => MiniSearch.loadJSON(saved as string, FIELDS),
  search: (index, query) =>
    (index as MiniSearch)
      .search(query, options)
      .slice(0, LIMIT)
      .map(({ id }) => id as number),
});

const ENGINES: readonly Engine[] = [
  ours,
  miniSearch('MiniSearch, defaults', 100, {}),
  miniSearch("MiniSearch, its README's options", 20, { prefix: true, fuzzy: 0.2, boost: { title: 2 } }),
];

/** Each engine in turn; the later ones are slow and get the first few of the queries. */
export function benchSearch(set: MeasuredSet): Row[] {
  return ENGINES.map((engine) => measure(engine, set));
}

function measure(engine: Engine, { passages, queries }: MeasuredSet): Row {
  const before = heldBytes();
  const [index, buildSeconds] = timed(() => engine.build(passages));
  const held = heldBytes() - before;
  const [saved, saveSeconds] = timed(() => engine.save(index));
  const [, loadSeconds] = timed(() => engine.load(saved));
  const asked = queries.slice(0, engine.queries);
  for (const { query } of asked.slice(0, WARM_UP)) engine.search(index, query);
  const runs = asked.map(({ query, relevant }) => {
    const [found, seconds] = timed(() => engine.search(index, query));
    return { ms: seconds * 1000, rank: found.indexOf(relevant) + 1 };
  });
  const ms = runs.map((run) => run.ms);
  return {
    engine: engine.name,
    buildSeconds,
    saveSeconds,
    loadSeconds,
    savedMegabytes: Buffer.byteLength(saved) / 1e6,
    kilobytesPerPassage: held / 1000 / passages.length,
    queries: asked.length,
    p50Ms: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    mrr: mean(runs.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))),
    ndcg: mean(runs.map(({ rank }) => (rank === 0 ? 0 : 1 / Math.log2(rank + 1)))),
  };
}

function timed<T>(act: () => T): [result: T, seconds: number] {
  const start = performance.now();
  const result = act();
  return [result, (performance.now() - start) / 1000];
}

/** Of 100 values the share 0.99 gives the second largest. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The rows as a Markdown table, with what the first is better by. */
export function renderRows(rows: readonly Row[]): string {
  const head =
    '| engine | build s | save s | load s | load/build | saved MB | KB a passage | queries | p50 ms | p99 ms | MRR@10 | nDCG@10 | p50 × ours |';
  const cells = (row: Row) => [
    row.engine,
    row.buildSeconds.toFixed(1),
    row.saveSeconds.toFixed(2),
    row.loadSeconds.toFixed(2),
    (row.loadSeconds / row.buildSeconds).toFixed(2),
    row.savedMegabytes.toFixed(1),
    row.kilobytesPerPassage.toFixed(2),
    row.queries,
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(2),
    row.mrr.toFixed(3),
    row.ndcg.toFixed(3),
    (row.p50Ms / (rows[0]?.p50Ms ?? 1)).toFixed(0),
  ];
  return [head, head.replace(/[^|]+/g, '---'), ...rows.map((row) => `| ${cells(row).join(' | ')} |`)].join('\n');
}
