import type { Outlet, Place, Posting, PostOutcome } from '../../src/outlet.ts';
import {
  INTERRUPTED,
  MAY_BE_POSTED,
  NOT_COMPOSED,
  NOT_CONNECTED,
  NOTHING_NEW,
  pausedForReply,
  REMOVED_MEANWHILE,
  triedText,
  WAS_PAUSED,
  WAS_REMOVED,
} from '../../src/reply/delivery-reasons.ts';
import type { Delivery, DeliveryKey, DeliveryOutcome } from '../../src/store/deliveries.ts';
import type { Lease } from '../../src/store/lease.ts';
import type { Subscription, Told } from '../../src/store/subscriptions.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type Compose, type Composed, makeComposing } from './composing.ts';
import { deadlineOf, missedReason } from './plan.ts';
import { postKey } from './post-key.ts';

/** A platform that has a request in its hands has settled it by then, even where nobody waits for its answer any more. */
const SETTLED_MS = 30_000;
/** A platform that cannot say whether it has a post may be away itself: it is asked so often. */
const LOOKS = 4;
/** Tries of one occurrence, where the platform does not say when to come again: each wait is twice the one before. */
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 300_000;
const LEAST_WAIT_MS = 500;
/** How the clocks of machines may differ, when a platform is asked what it has since an instant. */
const CLOCKS_DIFFER_MS = 60_000;
/** Waits between tries to record what was posted, while the store is away. */
const RECORD_AGAIN_MS = [500, 1000, 2000, 4000, 8000, 15_000] as const;

export interface DeliverParts {
  readonly store: Pick<
    Store,
    | 'subscription'
    | 'pauseSubscription'
    | 'renewDelivery'
    | 'recordDelivery'
    | 'corpusState'
    | 'saveCorpusState'
    | 'declinedIn'
  >;
  readonly bot: Parameters<typeof makeComposing>[0]['bot'];
  /** By platform. Those that are put in later are used from then on. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly metrics: Pick<Metrics, 'deliveries' | 'deliverySeconds'>;
  readonly log: Logger;
  /** Names this process to the others. */
  readonly owner: string;
  /** Milliseconds of the wall clock. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** A process that died is replaced after this. */
  readonly leaseMs: number;
  /** How long a platform may still be at a request that nobody waits for any more. */
  readonly settledMs?: number;
}

export type Became = Pick<Delivery, 'state' | 'reason' | 'link'>;

/** Where a delivery is once another process has it. */
const TAKEN_OVER: Became = { state: 'posting' };

/**
 * Carries an occurrence that this process holds to its end, or to its next try, and says how far it came. What it did
 * is written before the platform is called and after; rejects with `StoreUnavailable`, and whoever takes over goes on.
 */
export function makeDeliver(parts: DeliverParts) {
  const { store, outlets, metrics, log, owner, now, wait, leaseMs, settledMs = SETTLED_MS } = parts;
  const compose: Compose = makeComposing(parts);
  const instant = (ms: number) => new Date(ms).toISOString();
  const leaseUntil = (ms: number): Lease => ({ owner, now: instant(now()), until: instant(ms) });

  async function record(key: DeliveryKey, outcome: Became, told?: Told): Promise<Became> {
    const { state, reason, link } = outcome;
    const written: DeliveryOutcome = {
      state,
      ...(reason !== undefined && { reason }),
      ...(link !== undefined && { link }),
      at: instant(now()),
    };
    if (!(await store.recordDelivery(key, owner, written, told))) return TAKEN_OVER;
    if (state !== 'claimed' && state !== 'posting') noteOutcome(key, state);
    return outcome;
  }

  function noteOutcome({ scope: { platform }, subscription, occurrence }: DeliveryKey, state: Delivery['state']): void {
    const lateMs = now() - Date.parse(occurrence);
    metrics.deliveries.inc({ platform, outcome: state });
    if (state === 'posted') metrics.deliverySeconds.observe({ platform }, lateMs / 1000);
    log.info({ platform, subscription, occurrence, state, lateMs }, 'a digest is settled');
  }

  /** What the platform did is not lost while the store is away; else it is looked up there when the lease has run out. */
  async function recordSurely(key: DeliveryKey, outcome: Became, told?: Told): Promise<Became> {
    for (const ms of RECORD_AGAIN_MS) {
      try {
        return await record(key, outcome, told);
      } catch (error) {
        if (!(error instanceof StoreUnavailable && error.retryable)) throw error;
        await wait(ms);
      }
    }
    return await record(key, outcome, told);
  }

  async function carryOut(delivery: Delivery, { evenIfPaused = false } = {}): Promise<Became> {
    const outlet = outlets.get(delivery.scope.platform);
    const subscription = await store.subscription(delivery.scope, delivery.subscription);
    if (!outlet) return await record(delivery, { state: 'failed', reason: NOT_CONNECTED });
    if (delivery.state === 'posting') {
      const found = await reconcile(delivery, subscription, outlet);
      if (found) return found;
    }
    if (!subscription) return await record(delivery, { state: 'skipped', reason: WAS_REMOVED });
    if (subscription.state === 'paused' && !evenIfPaused)
      return await record(delivery, { state: 'skipped', reason: WAS_PAUSED });
    if (now() > deadlineOf(delivery.occurrence, subscription)) return await giveUp(delivery, subscription);
    return await composeAndPost(delivery, subscription, outlet);
  }

  /** What is to be recorded of a delivery that may have been posted by a process that is gone; undefined: it was not. */
  async function reconcile(
    delivery: Delivery,
    subscription: Subscription | undefined,
    outlet: Outlet,
  ): Promise<Became | undefined> {
    if (!subscription) return await record(delivery, { state: 'uncertain', reason: REMOVED_MEANWHILE });
    const since = instant(Date.parse(delivery.occurrence) - CLOCKS_DIFFER_MS);
    const found = await outlet.find(placeOf(subscription), postKey(delivery), since);
    if (found.found === 'there')
      return await recordSurely(delivery, { state: 'posted', ...(found.link && { link: found.link }) }, delivery.told);
    // Not told: a change that is told twice is better than one that is never told (docs/decisions/0015-digests.md).
    if (found.found === 'unknown') return await lookLater(delivery);
    return;
  }

  async function lookLater(delivery: Delivery): Promise<Became> {
    const postedAt = Date.parse(delivery.told?.at ?? delivery.occurrence);
    if (now() - postedAt >= LOOKS * settledMs)
      return await record(delivery, { state: 'uncertain', reason: delivery.reason ?? MAY_BE_POSTED });
    await store.renewDelivery(delivery, leaseUntil(now() + settledMs));
    return { state: 'posting', ...keptReason(delivery) };
  }

  /** Its time is over: it was tried in vain, or never. */
  async function giveUp(delivery: Delivery, subscription: Subscription): Promise<Became> {
    const { occurrence, state } = delivery;
    const reason = delivery.reason ?? (state === 'posting' ? INTERRUPTED : undefined);
    if (reason === undefined)
      return await record(delivery, { state: 'skipped', reason: missedReason(occurrence, subscription, now()) });
    return await record(delivery, { state: 'failed', reason: triedText(subscription.graceMinutes, reason) });
  }

  async function composeAndPost(delivery: Delivery, subscription: Subscription, outlet: Outlet): Promise<Became> {
    let composed: Composed;
    try {
      composed = await compose(subscription, outlet);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ err: error, subscription: delivery.subscription }, 'a digest could not be composed');
      return await record(delivery, { state: 'failed', reason: NOT_COMPOSED });
    }
    const { digest, version } = composed;
    const told = { version, at: laterOf(instant(now()), subscription.told?.at) };
    if (digest.sort === 'unchanged' && subscription.whenUnchanged === 'nothing')
      return await record(delivery, { state: 'skipped', reason: NOTHING_NEW }, told);

    const begun = now();
    // A take-over must be far off while the platform is called.
    const isFresh = Date.parse(delivery.leaseUntil) - begun > leaseMs / 2;
    if (!isFresh && !(await store.renewDelivery(delivery, leaseUntil(begun + leaseMs)))) return TAKEN_OVER;
    const stated = await record(delivery, { state: 'posting', ...keptReason(delivery) }, told);
    if (stated === TAKEN_OVER) return TAKEN_OVER;
    // Whoever stood still for so long may have been taken over: it is looked up like what a dead process left.
    if (now() - begun > leaseMs / 4) return { state: 'posting' };
    const posting = {
      reply: digest.reply,
      citations: digest.citations,
      key: postKey(delivery),
      dress: { sort: 'digest' as const, subscription: subscription.id },
    };
    const outcome = await postHolding(delivery, placeOf(subscription), posting, outlet);
    return await conclude(outcome, { delivery, subscription, outlet, told });
  }

  /** Prolongs the lease for as long as the platform takes. */
  async function postHolding(delivery: Delivery, place: Place, posting: Posting, outlet: Outlet): Promise<PostOutcome> {
    const prolong = () =>
      store.renewDelivery(delivery, leaseUntil(now() + leaseMs)).catch((error: unknown) => {
        log.warn({ err: error, subscription: delivery.subscription }, 'a lease could not be prolonged');
      });
    const beat = setInterval(() => void prolong(), leaseMs / 6);
    try {
      return await outlet.post(place, posting);
    } finally {
      clearInterval(beat);
    }
  }

  async function conclude(
    outcome: PostOutcome,
    of: {
      readonly delivery: Delivery;
      readonly subscription: Subscription;
      readonly outlet: Outlet;
      readonly told: Told;
    },
  ): Promise<Became> {
    const { delivery, subscription, outlet, told } = of;
    switch (outcome.result) {
      case 'posted':
        return await recordSurely(delivery, { state: 'posted', ...(outcome.link && { link: outcome.link }) }, told);
      case 'later':
        return await tryLater(outcome, delivery, subscription);
      case 'refused': {
        const refused = await recordSurely(delivery, { state: 'failed', reason: outcome.because });
        await pause(subscription, outcome.because, outlet);
        return refused;
      }
      case 'unsure':
        return await lookAgain(outcome.because, of);
    }
  }

  async function tryLater(
    { because, afterMs }: Extract<PostOutcome, { result: 'later' }>,
    delivery: Delivery,
    subscription: Subscription,
  ): Promise<Became> {
    const backoff = Math.min(FIRST_WAIT_MS * 2 ** Math.min(delivery.attempts - 1, 10), LONGEST_WAIT_MS);
    const again = now() + Math.max(afterMs ?? backoff, LEAST_WAIT_MS);
    if (again > deadlineOf(delivery.occurrence, subscription))
      return await recordSurely(delivery, {
        state: 'failed',
        reason: triedText(subscription.graceMinutes, because),
      });
    const waiting = await recordSurely(delivery, { state: 'claimed', reason: because });
    // Any process takes it up when this lease has run out.
    await store.renewDelivery(delivery, leaseUntil(again));
    return waiting;
  }

  /** Nobody knows whether it was posted: the platform is asked, and asked again once it must have settled the request. */
  async function lookAgain(
    because: string,
    {
      delivery,
      subscription,
      outlet,
      told,
    }: {
      readonly delivery: Delivery;
      readonly subscription: Subscription;
      readonly outlet: Outlet;
      readonly told: Told;
    },
  ): Promise<Became> {
    const stated = await recordSurely(delivery, { state: 'posting', reason: because }, told);
    if (stated === TAKEN_OVER) return TAKEN_OVER;
    const found = await reconcile({ ...delivery, reason: because, told }, subscription, outlet);
    if (found) return found;
    await store.renewDelivery(delivery, leaseUntil(now() + settledMs));
    return { state: 'posting', reason: because };
  }

  /** Only a person can help: nothing is tried again until one did. */
  async function pause(subscription: Subscription, because: string, outlet?: Outlet): Promise<void> {
    const { scope, id, owner: person, address } = subscription;
    if (!(await store.pauseSubscription(scope, id, because))) return;
    log.warn({ platform: scope.platform, subscription: id }, 'a digest is paused: it cannot be posted');
    if (person === undefined || !outlet) return;
    const isTold = await outlet.tell(scope, person, pausedForReply(subscription, because), address);
    if (!isTold) log.warn({ platform: scope.platform, subscription: id }, 'its owner could not be told');
  }

  return { carryOut, record, pause };
}

function keptReason({ reason }: Delivery): Pick<Delivery, 'reason'> {
  return reason === undefined ? {} : { reason };
}

function placeOf({ scope, channel, personal, address }: Subscription): Place {
  return { scope, channel, personal, ...(address !== undefined && { address }) };
}

/** A clock that was put back takes nothing back that a channel was told. */
function laterOf(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a;
}
