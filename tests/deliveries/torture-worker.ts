import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import { openStore, type StoreConfig } from '../../adapters/storage/open.ts';
import { httpOutlet } from './http-outlet.ts';
import { numberedBot } from './simulation.ts';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly open: StoreConfig;
  readonly platformUrl: string;
  readonly leaseMs: number;
  readonly settledMs: number;
}

/** A replica that posts digests until it is killed. */
process.once('message', (task: WorkerTask) => void work(task));
process.on('disconnect', () => process.exit());
process.send?.('started');

async function work({ open, platformUrl, leaseMs, settledMs }: WorkerTask): Promise<void> {
  const store = openStore(open);
  await store.ping();
  const dispatcher = makeDispatcher({
    store,
    bot: numberedBot(() => 1),
    // One that can say what stands there, and one that cannot.
    outlets: new Map([
      ['slack', httpOutlet('slack', platformUrl, true)],
      ['discord', httpOutlet('discord', platformUrl, false)],
    ]),
    metrics: makeMetrics(),
    log: pino({ level: process.env.TORTURE_LOG ?? 'silent' }, pino.destination(2)),
    owner: randomUUID(),
    leaseMs,
    settledMs,
    tickMs: 30,
  });
  dispatcher.start();
  process.send?.('ready');
  // A dispatcher alone does not keep a process alive; a service listens.
  setInterval(() => undefined, 1000);
}
