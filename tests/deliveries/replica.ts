import { randomUUID } from 'node:crypto';
import { makeAnswering } from '../../adapters/answering.ts';
import { makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { makeApp } from '../../adapters/web/app.ts';
import { listen } from '../../adapters/web/server.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { makeBot } from '../../src/bot.ts';
import { httpOutlet } from './http-outlet.ts';

export interface ReplicaTask {
  readonly databaseUrl: string;
  readonly platformUrl: string;
}

/** The service as `npm start` puts it together, with the fake platform for a chat platform. It says where it listens. */
process.once('message', (task: ReplicaTask) => void serve(task));
process.on('disconnect', () => process.exit());

async function serve({ databaseUrl, platformUrl }: ReplicaTask): Promise<void> {
  const store = openStore({ databaseUrl, dataDir: '/nowhere' });
  await store.ping();
  const bot = makeBot(openCorpus(), loadWeights());
  const log = makeLog('warn');
  const metrics = makeMetrics();
  const answering = makeAnswering({ bot, store, metrics, log });
  const app = makeApp({
    bot,
    answering,
    store,
    metrics,
    log,
    openings: () => [],
    requestsPerMinute: 0,
    proxyHops: 0,
    corpusLoadedAt: () => new Date(0),
    isOpen: () => true,
  });
  const { url } = await listen(app, { host: '127.0.0.1', port: 0 });
  bot.ask({ turns: ['exclusivity'] });
  const outlets = new Map([['slack', httpOutlet('slack', platformUrl, true)]]);
  makeDispatcher({ store, bot, outlets, metrics, log, owner: randomUUID() }).start();
  process.send?.(url);
}
