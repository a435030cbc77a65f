import { pino } from 'pino';
import { type Dispatcher, makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import type { Digest, DigestRequest } from '../../src/digest/digest.ts';
import type { CorpusState } from '../../src/digest/state.ts';
import { line } from '../../src/reply/reply.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import type { Store } from '../../src/store.ts';
import { scopeA, subscriptionRecord } from '../storage/records.ts';
import { fakePlatform } from './fake-platform.ts';

/** Digests of a story that is told in numbers: each version is one more than the one before. */
export function numberedBot(version: () => number) {
  const composed: DigestRequest[] = [];
  return {
    composed,
    corpus: {
      get version() {
        return String(version());
      },
    } as never,
    digest(request: DigestRequest): Digest {
      composed.push(request);
      const now = String(version());
      const since = request.told?.version;
      const sort = since === undefined ? 'briefing' : since === now ? 'unchanged' : 'changes';
      return { sort, reply: { lines: [line('lead', `${sort} ${since ?? ''}→${now}`)] }, citations: [], corpus: now };
    },
    state: (): CorpusState => ({ version: String(version()), statements: [] }),
  };
}

/** A store, a platform and dispatchers under a clock that stands still until it is moved. */
export function simulate(store: Store, begin: string) {
  let clock = Date.parse(begin);
  let version = 1;
  const now = () => clock;
  const platform = fakePlatform('slack', now);
  const elsewhere = fakePlatform('discord', now);
  const bot = numberedBot(() => version);
  const metrics = makeMetrics();
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (said: string) => void logged.push(said) });

  function dispatcher(owner = 'one'): Dispatcher {
    const made = makeDispatcher({
      store,
      bot,
      outlets: new Map([platform, elsewhere].map(({ outlet }) => [outlet.platform, outlet])),
      metrics,
      log,
      owner,
      now,
      wait: () => Promise.resolve(),
    });
    return made;
  }

  /** Looks until nothing is due at this moment. */
  async function work(...dispatchers: readonly Dispatcher[]): Promise<void> {
    let more = true;
    while (more) {
      const found = await Promise.all(dispatchers.map((one) => one.tick()));
      await Promise.all(dispatchers.map((one) => one.settled()));
      more = found.some(Boolean);
    }
  }

  return {
    store,
    platform,
    elsewhere,
    bot,
    metrics,
    logged,
    dispatcher,
    work,
    now,
    instant: () => new Date(clock).toISOString(),
    goTo: (instant: string) => {
      clock = Date.parse(instant);
    },
    /** Moves the clock on. */
    pass: (seconds: number) => {
      clock += seconds * 1000;
    },
    tellMore: () => {
      version += 1;
    },
    async subscribe(change: Partial<Subscription> = {}): Promise<Subscription> {
      const made = subscriptionRecord({ schedule: '0 9 * * *', timeZone: 'UTC', topics: [], ...change });
      const { next: _, ...rest } = made;
      const next = nextDue(made, new Date(clock).toISOString());
      const subscription = { ...rest, ...(next && { next }) };
      await store.saveSubscription(subscription);
      return subscription;
    },
    history: (id = 's1') => store.deliveries(scopeA, id, 1000),
  };
}

export type Simulation = ReturnType<typeof simulate>;
