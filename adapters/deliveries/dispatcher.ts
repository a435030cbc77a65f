import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, DeliveryKey } from '../../src/store/deliveries.ts';
import type { Lease } from '../../src/store/lease.ts';
import type { Scope } from '../../src/store/scope.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import type { Metrics } from '../metrics.ts';
import { type Became, type DeliverParts, makeDeliver } from './deliver.ts';
import { makeLanes } from './lanes.ts';
import { type Plan, planFor } from './plan.ts';
import { postKey } from './post-key.ts';
import { ScheduleUnusable } from './schedule.ts';

const LEASE_MS = 60_000;
/** How often one looks for what is due: short beside the minute that schedules are written in. */
const TICK_MS = 2000;
/** Between two looks while more is due than one look brings. */
const FULL_TICK_MS = 50;
const TAKEN_AT_ONCE = 500;
/**
 * Posts under way at once, of each platform. Few enough that questions are answered meanwhile, and enough for ten thousand
 * in some minutes; Discord allows one bot 50 requests a second (docs/benchmarks.md).
 */
const POSTS_AT_ONCE = 8;
/** Two clicks within this are one. */
const ONE_CLICK_MS = 60_000;

export interface DispatcherParts extends Omit<DeliverParts, 'now' | 'wait' | 'leaseMs' | 'store'> {
  readonly store: DeliverParts['store'] &
    Pick<
      Store,
      'dueSubscriptions' | 'scheduleNext' | 'claimDelivery' | 'abandonedDeliveries' | 'deliveries' | 'claimOnce'
    >;
  readonly metrics: DeliverParts['metrics'] & Pick<Metrics, 'deliveriesWaiting'>;
  /** For tests; else those of the machine. */
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
  readonly leaseMs?: number;
  readonly tickMs?: number;
}

export interface Dispatcher {
  start(): void;
  /** One look: takes over what was abandoned, and takes what is due. True where more is due than it took. */
  tick(): Promise<boolean>;
  /** Posts a digest at once, as an occurrence of its own. Asked again within a minute, it says what became of that one. */
  deliverNow(subscription: Subscription): Promise<Became>;
  /** Takes nothing any more. What is under way ends; what waits is left to others, or to the next start. */
  stop(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/**
 * Posts digests when they fall due. Whoever holds an occurrence's row posts it (docs/decisions/0015-digests.md), so any
 * number of processes may do this on one store.
 */
export function makeDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, outlets, metrics, log, owner, leaseMs = LEASE_MS, tickMs = TICK_MS } = parts;
  const now = parts.now ?? Date.now;
  const wait = parts.wait ?? ((ms: number) => sleep(ms));
  const deliver = makeDeliver({ ...parts, now, wait, leaseMs });
  const lanes = makeLanes(POSTS_AT_ONCE);
  /** What waits here, so that it does not wait twice. */
  const waiting = new Set<string>();
  let stopped = false;
  let isAway = false;
  let looking: Promise<unknown> = Promise.resolve();

  const instant = (ms: number) => new Date(ms).toISOString();
  const lease = (): Lease => ({ owner, now: instant(now()), until: instant(now() + leaseMs) });

  function queue(key: DeliveryKey, alone: readonly string[], work: () => Promise<void>): void {
    const name = postKey(key);
    if (waiting.has(name)) return;
    waiting.add(name);
    metrics.deliveriesWaiting.set(waiting.size);
    lanes.run(key.scope.platform, alone, async () => {
      try {
        if (!stopped) await work();
      } catch (error) {
        note(error, key.subscription);
      } finally {
        waiting.delete(name);
        metrics.deliveriesWaiting.set(waiting.size);
      }
    });
  }

  function note(error: unknown, subscription?: string): void {
    if (!(error instanceof StoreUnavailable)) {
      log.error({ err: error, subscription }, 'a digest was interrupted: it is taken up again when its lease runs out');
      return;
    }
    if (!isAway) log.warn({ err: error }, 'digests wait for the store');
    isAway = true;
  }

  async function serveDue(subscription: Subscription): Promise<void> {
    const { scope, id, next: due } = subscription;
    if (!due) return;
    let plan: Plan;
    try {
      plan = planFor(subscription, due, now());
    } catch (error) {
      if (!(error instanceof ScheduleUnusable)) throw error;
      await skip({ scope, subscription: id, occurrence: due.occurrence }, error.message);
      await deliver.pause(subscription, error.message, outlets.get(scope.platform));
      return;
    }
    // Each occurrence has its row before the subscription moves on: one that dies between leaves nothing out.
    for (const { occurrence, reason } of plan.skipped) await skip({ scope, subscription: id, occurrence }, reason);
    const held =
      plan.serve && (await store.claimDelivery({ scope, subscription: id, occurrence: plan.serve }, lease()));
    await store.scheduleNext(scope, id, due.occurrence, plan.next);
    if (held) await deliver.carryOut(held);
  }

  async function skip(key: DeliveryKey, reason: string): Promise<void> {
    if (await store.claimDelivery(key, lease())) await deliver.record(key, { state: 'skipped', reason });
  }

  async function takeOver(abandoned: Delivery): Promise<void> {
    const held = await store.claimDelivery(abandoned, lease());
    if (held) await deliver.carryOut(held);
  }

  async function look(): Promise<boolean> {
    // One platform that hangs holds up no other.
    const all = [...outlets.keys()];
    const platforms = all.filter((platform) => lanes.size(platform) <= TAKEN_AT_ONCE / 2);
    if (stopped || platforms.length === 0) return !stopped && all.length > 0;
    const at = instant(now());
    const abandoned = await store.abandonedDeliveries(at, TAKEN_AT_ONCE, { sort: 'digest', platforms });
    for (const delivery of inOwnOrder(abandoned, (one) => postKey(one)))
      queue(delivery, [digestKey(delivery.scope, delivery.subscription)], () => takeOver(delivery));
    const due = await store.dueSubscriptions(at, TAKEN_AT_ONCE, platforms);
    for (const subscription of inOwnOrder(due, ({ scope, id }) => digestKey(scope, id)))
      queue(
        { scope: subscription.scope, subscription: subscription.id, occurrence: 'due' },
        [channelKey(subscription), digestKey(subscription.scope, subscription.id)],
        () => serveDue(subscription),
      );
    if (isAway) log.info('digests go on: the store is back');
    isAway = false;
    return due.length === TAKEN_AT_ONCE || abandoned.length === TAKEN_AT_ONCE;
  }

  /** Processes that look at the same moment see the same: each begins elsewhere. */
  function inOwnOrder<T>(found: readonly T[], nameOfOne: (one: T) => string): T[] {
    return found
      .map((one) => ({
        one,
        place: createHash('sha256')
          .update(`${owner} ${nameOfOne(one)}`)
          .digest('base64'),
      }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ one }) => one);
  }

  async function tick(): Promise<boolean> {
    try {
      return await look();
    } catch (error) {
      note(error);
      return false;
    }
  }

  async function keepLooking(): Promise<void> {
    while (!stopped) {
      const looked = tick();
      looking = looked;
      await sleep((await looked) ? FULL_TICK_MS : tickMs, undefined, { ref: false });
    }
  }

  async function deliverNow(subscription: Subscription): Promise<Became> {
    const { scope, id } = subscription;
    const clicked = postKey({ scope, subscription: id, occurrence: 'now' });
    const at = now();
    if (!(await store.claimOnce(clicked, instant(at), instant(at + ONE_CLICK_MS)))) {
      const [latest] = await store.deliveries(scope, id, 1);
      return latest ?? { state: 'claimed' };
    }
    // No schedule names a moment between two seconds.
    const occurrence = instant(at % 1000 === 0 ? at + 1 : at);
    const held = await store.claimDelivery({ scope, subscription: id, occurrence }, lease());
    if (!held) return { state: 'claimed' };
    return await new Promise<Became>((became, failed) => {
      lanes.run(scope.platform, [channelKey(subscription), digestKey(scope, id)], () =>
        deliver.carryOut(held, { evenIfPaused: true }).then(became, failed),
      );
    });
  }

  return {
    start: () => void keepLooking(),
    tick,
    deliverNow,
    stop: () => {
      stopped = true;
    },
    async settled() {
      await looking;
      await lanes.idle();
    },
  };
}

function digestKey({ workspace }: Scope, id: string): string {
  return JSON.stringify(['digest', workspace, id]);
}

function channelKey({ scope: { workspace }, channel }: Subscription): string {
  return JSON.stringify(['channel', workspace, channel]);
}
