import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postKey } from '../../adapters/deliveries/post-key.ts';
import { openStore, type StoreConfig } from '../../adapters/storage/open.ts';
import type { Delivery, DeliveryKey } from '../../src/store/deliveries.ts';
import type { Store } from '../../src/store.ts';
import { subscriptionRecord } from '../storage/records.ts';
import { mulberry32 } from './http-platform.ts';
import { type Platform, startPlatform } from './start-platform.ts';
import type { WorkerTask } from './torture-worker.ts';

/**
 * Kills processes with SIGKILL while they post digests, and holds what the platform got against what the store says of
 * it. What is random comes from a seed; the moments at which processes are killed are the machine's.
 */
export interface Torture {
  readonly open: StoreConfig;
  readonly replicas: number;
  readonly kills: number;
  readonly seed: number;
  readonly leaseMs: number;
}

export interface Findings {
  readonly kills: number;
  readonly occurrences: number;
  /** By what the store says became of them. */
  readonly posted: number;
  readonly skipped: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Deliveries that were taken over from a dead process, or tried again. */
  readonly takenOver: number;
  /** Occurrences that the platform got more than once. */
  readonly twice: readonly string[];
  /** Occurrences without an outcome, or without the reason why they were not posted. */
  readonly lost: readonly string[];
  /** Occurrences of which the store says that they are posted and the platform has none, or the other way about. */
  readonly untrue: readonly string[];
  /** Uncertain although the platform could say. */
  readonly needlesslyUncertain: readonly string[];
}

/** Subscriptions that fall due in each round. */
const EACH_ROUND = 24;
const SETTLED_MS = 500;
const HOUR_MS = 3_600_000;

export async function torture({ open, replicas, kills, seed, leaseMs }: Torture): Promise<Findings> {
  const random = mulberry32(seed);
  const platform = await startPlatform({
    latencyMs: [0, 40],
    faults: { later: 6, lostAfter: 6, lostBefore: 6 },
    spacingMs: 0,
    seed,
  });
  const store = openStore(open);
  await store.ping();
  const task: WorkerTask = { open, platformUrl: platform.url, leaseMs, settledMs: SETTLED_MS };
  const workers = await Promise.all(Array.from({ length: replicas }, async () => begin(await startWorker(), task)));
  const due: DeliveryKey[] = [];
  try {
    for (let round = 0; round < kills; round += 1) {
      const heir = await startWorker();
      due.push(...(await makeDue(store, round, random)));
      const victim = Math.floor(random() * replicas);
      await sleep(random() * 60);
      await kill(workers[victim]);
      workers[victim] = await begin(heir, task);
    }
    await untilAllSettled(store, due, 30 * leaseMs + 30_000);
    return await findings(store, platform, due, kills);
  } finally {
    await Promise.all(workers.map(kill));
    await store.close();
    await platform.stop();
  }
}

/** It waits for its task: starting takes longer than anything that is to be interrupted. */
async function startWorker(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'torture-worker.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function begin(worker: ChildProcess, task: WorkerTask): Promise<ChildProcess> {
  const begun = once(worker, 'message');
  worker.send(task);
  await begun;
  return worker;
}

async function kill(worker: ChildProcess | undefined): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

/** New subscriptions that are due now; a few were due before, some of them beyond their grace. */
async function makeDue(store: Store, round: number, random: () => number): Promise<DeliveryKey[]> {
  const keys: DeliveryKey[] = [];
  for (let n = 0; n < EACH_ROUND; n += 1) {
    const now = Date.now();
    const chance = random();
    const scope = { platform: random() < 0.5 ? 'slack' : 'discord', workspace: `T${n % 3}` };
    const id = `s${round}-${n}`;
    const late = chance < 0.08 ? 2 * HOUR_MS : chance < 0.16 ? 30 * HOUR_MS : 0;
    const occurrence = new Date(now - late).toISOString();
    const channel = chance > 0.97 ? `archived${id}` : `C${id}`;
    await store.saveSubscription(
      subscriptionRecord({
        scope,
        id,
        channel,
        // Next tomorrow at this time.
        schedule: `${new Date(now - late).getUTCMinutes()} ${new Date(now - late).getUTCHours()} * * *`,
        timeZone: 'UTC',
        graceMinutes: 180,
        next: { occurrence, at: occurrence },
      }),
    );
    keys.push({ scope, subscription: id, occurrence });
  }
  return keys;
}

const FINAL = new Set<Delivery['state']>(['posted', 'skipped', 'failed', 'uncertain']);

async function rowsOf(store: Store, due: readonly DeliveryKey[]): Promise<readonly (Delivery | undefined)[]> {
  const rows: (Delivery | undefined)[] = [];
  for (const { scope, subscription, occurrence } of due) {
    const history = await store.deliveries(scope, subscription, 50);
    rows.push(history.find((row) => row.occurrence === occurrence));
  }
  return rows;
}

async function untilAllSettled(store: Store, due: readonly DeliveryKey[], withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  let open = due;
  while (open.length > 0 && Date.now() < end) {
    const rows = await rowsOf(store, open);
    open = open.filter((_, at) => !FINAL.has(rows[at]?.state ?? 'claimed'));
    await sleep(100);
  }
}

async function findings(
  store: Store,
  platform: Platform,
  due: readonly DeliveryKey[],
  kills: number,
): Promise<Findings> {
  const { posts } = await platform.posts();
  const rows = await rowsOf(store, due);
  const nameOf = (key: DeliveryKey) => `${key.scope.platform} ${key.subscription} ${key.occurrence}`;
  const count = (state: Delivery['state']) => rows.filter((row) => row?.state === state).length;
  const where = (holds: (row: Delivery | undefined, posted: number) => boolean) =>
    due.filter((key, at) => holds(rows[at], posts[postKey(key)] ?? 0)).map(nameOf);
  const known = new Set(due.map(postKey));
  return {
    kills,
    occurrences: due.length,
    posted: count('posted'),
    skipped: count('skipped'),
    failed: count('failed'),
    uncertain: count('uncertain'),
    takenOver: rows.filter((row) => (row?.attempts ?? 0) > 1).length,
    twice: Object.entries(posts)
      .filter(([, times]) => times > 1)
      .map(([key]) => key),
    lost: where((row) => !row || !FINAL.has(row.state) || (row.state !== 'posted' && !row.reason)),
    untrue: [
      ...where((row, posted) => row?.state === 'posted' && posted === 0),
      ...where((row, posted) => (row?.state === 'skipped' || row?.state === 'failed') && posted > 0),
      ...Object.keys(posts).filter((key) => !known.has(key)),
    ],
    needlesslyUncertain: where((row) => row?.state === 'uncertain' && row.scope.platform === 'slack'),
  };
}
