/**
 * `npm run bench:service`: how soon the service is ready, what it answers a second, and what memory it takes; with the
 * load generator beside it on the same machine. docs/benchmarks.md holds the figures. It takes about two minutes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

const root = join(import.meta.dirname, '../..');
const CONNECTIONS = 16;
const WARM_REQUESTS = 1000;
const REQUESTS = 100_000;

const questions = readFileSync(join(root, 'tests/questions/seeds/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { turns?: readonly string[] })
  .flatMap(({ turns }) => (turns ? [turns] : []));

/** What the npm script gives to node. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'));

const dataDir = mkdtempSync(join(tmpdir(), 'bench-service-'));
try {
  print(
    'machine',
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  const starts: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const { child, readyMs } = await start();
    starts.push(readyMs);
    await stop(child);
  }
  print('ready after, median of five starts', `${Math.round(starts.sort((a, b) => a - b)[2] ?? 0)} ms`);
  const { child, url } = await start();
  print('memory, idle', `${memoryMb(child)} MB`);
  await load(url, WARM_REQUESTS, false);
  const warm = memoryMb(child);
  print(`memory after ${WARM_REQUESTS} requests`, `${warm} MB`);
  const run = await load(url, REQUESTS, false);
  print(`POST /api/ask, ${questions.length} questions over and over`, figures(run));
  const loaded = memoryMb(child);
  print(`memory after ${REQUESTS} more`, `${loaded} MB, ${(((loaded - warm) / warm) * 100).toFixed(0)} % more`);
  print('POST /api/ask, no question twice', figures(await load(url, 5000, true)));
  await stop(child);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** `fresh`: each question gets a word that no other has, so that no kept answer fits. */
function load(url: string, amount: number, fresh: boolean): Promise<autocannon.Result> {
  const bodies = fresh
    ? Array.from({ length: amount }, (_, i) => {
        const turns = questions[i % questions.length] ?? [];
        return [...turns.slice(0, -1), `${turns.at(-1) ?? ''} (${i})`];
      })
    : questions;
  return new Promise((resolve, reject) => {
    autocannon(
      {
        url,
        amount,
        connections: CONNECTIONS,
        requests: bodies.map((turns) => ({
          method: 'POST',
          path: '/api/ask',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ turns }),
        })),
      },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
  });
}

function figures({ duration, latency, non2xx, errors, '2xx': ok }: autocannon.Result): string {
  const failed = non2xx + errors;
  return `${Math.round(ok / duration)} a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms${failed > 0 ? `, ${failed} FAILED` : ''}`;
}

async function start(): Promise<{ child: ChildProcess; url: string; readyMs: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, join(root, 'adapters/cli.mjs'), 'start'], {
    cwd: dataDir,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)/.exec(line)?.[1];
    if (url) return { child, url, readyMs: performance.now() - begun };
  }
  throw new Error('the service ended before it was ready: run npm run doctor');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory; Linux tells it under /proc. */
function memoryMb({ pid }: ChildProcess): number {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kb) / 1024);
}

function print(measure: string, value: string): void {
  console.log(`${measure}: ${value}`);
}
