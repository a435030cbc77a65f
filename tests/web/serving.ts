import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { makeApp } from '../../adapters/web/app.ts';
import { listen, SENDER_LIMITS, type SenderLimits } from '../../adapters/web/server.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { openingQuestions } from '../../src/answer/openings.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Store } from '../../src/store.ts';

/** One bot for all tests of a file: it is pure. */
const bots = new Map<string | undefined, Bot>();

function botOf(corpus?: string): Bot {
  const known = bots.get(corpus);
  if (known) return known;
  const made = makeBot(openCorpus(corpus), loadWeights());
  bots.set(corpus, made);
  return made;
}

interface Wanted {
  readonly corpus?: string;
  /** In place of one on a corpus. */
  readonly bot?: Bot;
  readonly requestsPerMinute?: number;
  readonly proxyHops?: number;
  readonly limits?: SenderLimits;
  /** Another store than a new SQLite file. */
  readonly store?: Store;
}

/** The service as `npm start` puts it together, on a free port, with a store of its own. */
export async function serve({
  corpus,
  bot = botOf(corpus),
  requestsPerMinute = 0,
  proxyHops = 0,
  limits = SENDER_LIMITS,
  store,
}: Wanted = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'service-'));
  const kept = store ?? openStore({ dataDir });
  const logged: string[] = [];
  const log = makeLog('trace', { write: (line) => logged.push(line) });
  const metrics = makeMetrics();
  const answering = makeAnswering({ bot, store: kept, metrics, log });
  let open = true;
  const app = makeApp({
    bot,
    answering,
    store: kept,
    metrics,
    log,
    openings: () => openingQuestions(bot, 4),
    requestsPerMinute,
    proxyHops,
    corpusLoadedAt: () => new Date(),
    isOpen: () => open,
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, limits });
  return {
    url: listening.url,
    port: listening.port,
    bot,
    store: kept,
    answering,
    metrics,
    logged,
    stop: () => {
      open = false;
    },
    async close() {
      open = false;
      await listening.close();
      await answering.settled();
      await kept.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Serving = Awaited<ReturnType<typeof serve>>;

export function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
