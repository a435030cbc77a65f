/**
 * `npm run bench:digests`: ten thousand subscriptions that fall due in the same minute, two replicas on one PostgreSQL,
 * a platform that answers in 50 ms and takes one message a second in each channel; and how soon questions are answered
 * meanwhile. docs/benchmarks.md holds the figures. It takes about five minutes. `npm run bench:digests -- 1000` does it
 * with as many.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { nextDue } from '../../adapters/deliveries/due.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { makeBot } from '../../src/bot.ts';
import { writeState } from '../../src/digest/written-state.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import type { Store } from '../../src/store.ts';
import type { ReplicaTask } from '../deliveries/replica.ts';
import { startPlatform } from '../deliveries/start-platform.ts';
import { subscriptionRecord } from '../storage/records.ts';
import { postgresPrograms, startPostgres } from '../storage/start-postgres.ts';

const [amount = 10_000] = process.argv.slice(2).map(Number);
const REPLICAS = 2;
const BAR_MS = 600_000;
/** Questions a second, while digests are posted and while they are not. */
const ASKED_A_SECOND = 50;
const QUIET_SECONDS = 30;
const WORKSPACES = 49;
const TOPICS: readonly (readonly string[])[] = [[], ['exclusivity'], ['compute'], ['investment']];

const native = postgresPrograms();
if (native === undefined) {
  process.stdout.write('Skipped: the programs of PostgreSQL are not installed here; they are for Linux on x64.\n');
  process.exit();
}
print(
  'machine',
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
const server = await startPostgres(native);
const platform = await startPlatform({
  latencyMs: [50, 50],
  faults: { later: 0, lostAfter: 0, lostBefore: 0 },
  spacingMs: 1000,
  seed: 1,
});
const databaseUrl = await server.database();
const store = openStore({ databaseUrl, dataDir: '/nowhere' });
const replicas: ChildProcess[] = [];
try {
  const urls: string[] = [];
  for (let n = 0; n < REPLICAS; n += 1) {
    const child = fork(join(import.meta.dirname, '../deliveries/replica.ts'), { stdio: ['ignore', 2, 2, 'ipc'] });
    replicas.push(child);
    child.send({ databaseUrl, platformUrl: platform.url } satisfies ReplicaTask);
    urls.push(String((await once(child, 'message'))[0]));
  }
  const [url = ''] = urls;
  await ask(url, 5);
  print(`POST /api/ask, ${ASKED_A_SECOND} a second, no digest due`, figures(await ask(url, QUIET_SECONDS)));

  const subscriptions = await makeSubscriptions(store);
  const due = Math.min(...subscriptions.map(({ next }) => Date.parse(next?.occurrence ?? '')));
  const channels = new Set(subscriptions.map(({ scope, channel }) => `${scope.workspace} ${channel}`)).size;
  print('subscriptions', `${amount} in ${channels} channels, all due at the same minute`);
  await sleep(due - Date.now());

  const done = untilAllPosted(amount);
  const asked = ask(url, 45);
  const { lastMs, refused, twice } = await done;
  print(`POST /api/ask, ${ASKED_A_SECOND} a second, in the first 45 s of it`, figures(await asked));
  print('all posted after', `${((lastMs - due) / 1000).toFixed(1)} s`);
  print('put off by the platform', `${refused} times`);
  print('posted twice', String(twice));
  const history = await states(store, subscriptions);
  print('as the store has it', JSON.stringify(history));
  if (twice > 0 || lastMs - due > BAR_MS || history.posted !== amount) process.exitCode = 1;
} finally {
  for (const child of replicas) child.kill('SIGKILL');
  await store.close();
  await platform.stop();
  await server.remove();
}

/** One in five shares its channel with another; half of the channels were told an earlier state. */
async function makeSubscriptions(to: Store): Promise<readonly Subscription[]> {
  const bot = makeBot(openCorpus(), loadWeights());
  const { statements, ...state } = bot.state();
  const at = new Date().toISOString();
  const earlier = { ...state, version: 'earlier', statements: statements.slice(0, Math.floor(statements.length / 2)) };
  await to.saveCorpusState('earlier', writeState(earlier), at);
  const { audiences } = bot;
  // Written in time for the minute after the next one.
  const after = Date.now() + amount * 4 + 5000;
  const minute = new Date(after).getUTCMinutes();
  const made = [...Array(amount).keys()].map((n) => {
    const subscription = subscriptionRecord({
      scope: { platform: 'slack', workspace: `T${n % WORKSPACES}` },
      id: `s${n}`,
      channel: `C${n % 5 === 0 ? n + WORKSPACES : n}`,
      schedule: `${(minute + 1) % 60} * * * *`,
      timeZone: 'UTC',
      audience: audiences[n % audiences.length]?.name ?? 'everyone',
      topics: TOPICS[n % TOPICS.length] ?? [],
      ...(n % 2 === 0 && { told: { version: 'earlier', at } }),
    });
    const { next: _, ...rest } = subscription;
    const next = nextDue(subscription, new Date(after).toISOString());
    return { ...rest, ...(next && { next }) };
  });
  const rest = [...made];
  const write = async () => {
    for (let one = rest.pop(); one; one = rest.pop()) await to.saveSubscription(one);
  };
  await Promise.all(Array.from({ length: 8 }, write));
  return made;
}

async function untilAllPosted(all: number) {
  for (;;) {
    const { posts, refused } = await platform.posts();
    const counts = Object.values(posts);
    if (counts.length >= all || Date.now() > BAR_MS * 2 + performance.timeOrigin)
      return { lastMs: Date.now(), refused, twice: counts.filter((times) => times > 1).length };
    await sleep(500);
  }
}

async function states(of: Store, subscriptions: readonly Subscription[]): Promise<Record<string, number>> {
  await sleep(2000);
  const counts: Record<string, number> = {};
  for (const { scope, id, next } of subscriptions) {
    const [latest] = await of.deliveries(scope, id, 1);
    const state = latest && latest.occurrence === next?.occurrence ? latest.state : 'none';
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

function ask(url: string, seconds: number): Promise<autocannon.Result> {
  const questions = readFileSync(join(import.meta.dirname, '../questions/seeds/dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { turns?: readonly string[] })
    .flatMap(({ turns }) => (turns ? [turns] : []));
  return new Promise((resolve, reject) => {
    autocannon(
      {
        url,
        duration: seconds,
        connections: 8,
        overallRate: ASKED_A_SECOND,
        requests: questions.map((turns) => ({
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

function figures({ latency, non2xx, errors, '2xx': ok }: autocannon.Result): string {
  const failed = non2xx + errors;
  return `${ok} answers, p50 ${latency.p50} ms, p99 ${latency.p99} ms, at most ${latency.max} ms${failed > 0 ? `, ${failed} FAILED` : ''}`;
}

function print(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
