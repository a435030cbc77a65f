import { setTimeout as sleep } from 'node:timers/promises';
import type { PendingEvent, PendingEvents } from '../src/pending-events.ts';
import type { Scope } from '../src/store/scope.ts';
import { StoreUnavailable } from '../src/store/unavailable.ts';
import type { Store } from '../src/store.ts';
import type { Logger } from './log.ts';

/** A platform delivers an event again for some minutes, and for longer when it was away. */
const CLAIM_KEPT_MS = 24 * 60 * 60_000;
/** Events that this process remembers by itself, for while the store is away. */
const MOST_REMEMBERED = 20_000;
/** A process that died is replaced after this. */
const LEASE_MS = 10_000;
/** Well within a lease, so that one missed beat costs nothing. */
const BEAT_MS = 3000;
const TAKEN_AT_ONCE = 50;
/** How long one waits between tries, while the store cannot be reached. */
const AGAIN_AFTER_MS = [1000, 10_000, 60_000] as const;

/** Something that somebody said and waits for a reply to. */
export interface Kept {
  /** The same for every delivery of one event. */
  readonly key: string;
  readonly scope: Scope;
  readonly person: string;
  /** What is needed to answer; it is gone once the reply is posted. */
  readonly payload: string;
}

export interface Keeper {
  /** False for what this process has seen before. */
  isNew(key: string): boolean;
  /** Whether it is ours to answer, and whether the store keeps it until it is settled. It never rejects for a store that is away. */
  accept(event: Kept): Promise<{ readonly ours: boolean; readonly kept: boolean }>;
  /** As `accept`, of what is claimed alone: its words are not kept. */
  claim(key: string): Promise<boolean>;
  /** Stated before the platform is called. False where another process has taken the event over: it answers. */
  mayPost(key: string): Promise<boolean>;
  /** The reply is posted, or never will be. */
  settle(key: string): Promise<void>;
  /** Does the work and counts it as under way; what it rejects with is the caller's. */
  track(work: Promise<void>): Promise<void>;
  /** Begins with what was left by a process that died. */
  start(): void;
  /** One beat: prolongs what is ours, takes over what is nobody's. */
  beat(): Promise<void>;
  stop(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** What is acknowledged is answered, once, over replicas and crashes; `takeOver` answers what another process left. */
export function makeKeeper({
  platform,
  owner,
  store,
  log,
  takeOver,
}: {
  readonly platform: string;
  /** Names this process to the others. */
  readonly owner: string;
  readonly store: PendingEvents & Pick<Store, 'claimOnce'>;
  readonly log: Logger;
  readonly takeOver: (event: PendingEvent) => Promise<void>;
}): Keeper {
  const remembered = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let beating = false;

  const instant = (ms: number) => new Date(ms).toISOString();
  const lease = (now: number) => ({ owner, now: instant(now), until: instant(now + LEASE_MS) });

  async function unlessAway<T>(work: Promise<T>, away: T): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ err: error }, 'an event could not be kept: it is answered, unless this process dies');
      return away;
    }
  }

  function track(work: Promise<void>): Promise<void> {
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return work;
  }

  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    try {
      const now = Date.now();
      await store.renewEvents(lease(now));
      const taken = await store.takeOverEvents(platform, lease(now), TAKEN_AT_ONCE);
      if (taken.length > 0) log.warn({ events: taken.length }, 'answering what another process left');
      // What waits for the platform must not hold up the next beat, or its lease runs out.
      void track(Promise.all(taken.map(takeOver)).then(() => undefined)).catch((error: unknown) =>
        log.error({ err: error }, 'what another process left could not be answered'),
      );
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) log.error({ err: error }, 'what is pending could not be looked at');
    } finally {
      beating = false;
    }
  }

  return {
    isNew(key) {
      if (remembered.has(key)) return false;
      remembered.add(key);
      if (remembered.size > MOST_REMEMBERED) {
        const oldest = remembered.values().next();
        if (!oldest.done) remembered.delete(oldest.value);
      }
      return true;
    },
    accept({ key, scope, person, payload }) {
      const now = Date.now();
      const event = { key, scope, person, payload, at: instant(now) };
      const ours = store.acceptEvent(event, lease(now), instant(now + CLAIM_KEPT_MS));
      return unlessAway(
        ours.then((is) => ({ ours: is, kept: is })),
        { ours: true, kept: false },
      );
    },
    claim(key) {
      const now = Date.now();
      return unlessAway(store.claimOnce(key, instant(now), instant(now + CLAIM_KEPT_MS)), true);
    },
    // The store went away after it had accepted the event: the lease is still ours.
    mayPost: (key) => unlessAway(store.beginPosting(key, owner), true),
    async settle(key) {
      for (const wait of [...AGAIN_AFTER_MS, undefined]) {
        try {
          await store.settleEvent(key);
          return;
        } catch (error) {
          if (wait === undefined || !(error instanceof StoreUnavailable && error.retryable)) {
            log.warn({ err: error }, 'an answered event could not be settled: a replica may look at it again');
            return;
          }
          await sleep(wait, undefined, { ref: false });
        }
      }
    },
    track,
    start() {
      timer = setInterval(() => void beat(), BEAT_MS);
      void beat();
    },
    beat,
    stop: () => clearInterval(timer),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
