import type { SweptCounts } from '../src/store/deletion.ts';
import type { Store } from '../src/store.ts';
import type { Logger } from './log.ts';

const DAY_MS = 86_400_000;

/** Deletes what is older than `days`, seen from `now`. Rejects with `StoreUnavailable`. */
export function sweep(store: Pick<Store, 'sweep'>, days: number, now: Date): Promise<SweptCounts> {
  return store.sweep(new Date(now.getTime() - days * DAY_MS).toISOString(), now.toISOString());
}

/** Sweeps now and once a day. A day on which the store is away is made up for by the next. */
export function sweepDaily(store: Pick<Store, 'sweep'>, days: number, log: Logger): NodeJS.Timeout {
  const run = () =>
    sweep(store, days, new Date()).then(
      (counts) => log.info({ ...counts, days }, 'deleted what was kept for long enough'),
      (error: unknown) => log.warn({ err: error }, 'old answers could not be deleted; the next try is tomorrow'),
    );
  void run();
  return setInterval(run, DAY_MS).unref();
}
