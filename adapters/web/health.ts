import { Hono } from 'hono';
import type { Env } from './faults.ts';
import type { WebParts } from './parts.ts';

/** A store that does not answer within this is away. */
const PING_MS = 2000;

/** Whether the process lives, whether it should get requests, and what it has counted. */
export function healthRoutes({ bot, store, metrics, isOpen, corpusLoadedAt }: WebParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const up = await answers(store);
    metrics.storeUp.set(up ? 1 : 0);
    const open = isOpen();
    // Without the store the answers are still right: a load balancer must not take every replica out for it.
    return c.json(
      {
        status: open ? (up ? 'ready' : 'degraded') : 'stopping',
        store: up ? 'up' : 'away: answers are given and not stored',
        corpus: bot.corpus.version,
        corpusLoadedAt: corpusLoadedAt().toISOString(),
        documents: bot.corpus.documents.length,
      },
      open ? 200 : 503,
    );
  });
  app.get('/metrics', async (c) => {
    metrics.storeUp.set((await answers(store)) ? 1 : 0);
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
  });
  return app;
}

async function answers(store: WebParts['store']): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, PING_MS, false);
  try {
    return await Promise.race([
      store.ping().then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
