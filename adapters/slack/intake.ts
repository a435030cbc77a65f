import type { Receiver, ReceiverEvent } from '@slack/bolt';
import { StoreUnavailable } from '../../src/store.ts';
import { type Handling, handleUtterance } from './handle.ts';
import { ACK_WITHIN_MS } from './limits.ts';
import { readUtterance, scopeOf, type Utterance } from './utterance.ts';

/** Slack is told by then that an event is here, whatever the store does; the way back takes its time too. */
const ACK_AT_LATEST_MS = ACK_WITHIN_MS - 1000;
/** Slack delivers an event again for some minutes, and within an hour when it was away. */
const CLAIM_KEPT_MS = 24 * 60 * 60_000;
/** Events that this process remembers by itself, for while the store is away. */
const MOST_REMEMBERED = 20_000;

/** A process that died is replaced after this. */
export const LEASE_MS = 10_000;

/** Ends of the life of a process: what is under way, and when all of it is done. */
export interface Intake {
  /** The receiver, with this intake between it and Bolt. */
  readonly receiver: Receiver;
  /** From now on nothing is taken in: Slack delivers it to another replica, or again. */
  stop(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** Does the work and counts it as under way. */
  track(work: Promise<void>): Promise<void>;
}

type App = Parameters<Receiver['init']>[0];

/**
 * Stands between the receiver and Bolt. An event is claimed, and an utterance kept, before Slack is told that it is
 * here: what is acknowledged is answered, once, over replicas and crashes. Utterances are answered from here, the same
 * way as those of a process that died; everything else goes on to Bolt.
 */
export function makeIntake(inner: Receiver, handling: Handling): Intake {
  const { store, owner, log } = handling;
  const remembered = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  function remember(key: string): boolean {
    if (remembered.has(key)) return false;
    remembered.add(key);
    if (remembered.size > MOST_REMEMBERED) {
      const oldest = remembered.values().next();
      if (!oldest.done) remembered.delete(oldest.value);
    }
    return true;
  }

  /** Whether it is ours to answer, and whether the store keeps it. */
  async function claim(key: string, utterance: Utterance | undefined): Promise<{ ours: boolean; kept: boolean }> {
    const now = Date.now();
    const instant = (ms: number) => new Date(ms).toISOString();
    try {
      if (!utterance)
        return { ours: await store.claimOnce(key, instant(now), instant(now + CLAIM_KEPT_MS)), kept: false };
      const event = {
        key,
        scope: scopeOf(utterance.installation),
        person: utterance.person,
        payload: JSON.stringify(utterance),
        at: instant(now),
      };
      const lease = { owner, now: instant(now), until: instant(now + LEASE_MS) };
      const ours = await store.acceptEvent(event, lease, instant(now + CLAIM_KEPT_MS));
      return { ours, kept: ours };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ err: error }, 'an event could not be kept: it is answered, unless this process dies');
      return { ours: true, kept: false };
    }
  }

  /** Where it does not arrive Slack delivers again, and that is known already. */
  async function acknowledge(ack: ReceiverEvent['ack']): Promise<void> {
    await ack().catch((error: unknown) => log.warn({ err: error }, 'an acknowledgement could not be sent'));
  }

  async function take(event: ReceiverEvent, app: App): Promise<void> {
    if (stopped) return;
    const ack = firstOf(event.ack);
    const watchdog = setTimeout(() => {
      log.warn('the store is slow: an event is acknowledged before it is kept');
      void acknowledge(ack);
    }, ACK_AT_LATEST_MS);
    try {
      const utterance = readUtterance(event.body);
      const key = utterance?.key ?? keyOf(event.body);
      if (key !== undefined && !remember(key)) return await acknowledge(ack);
      // What is overheard is other people's talk: it is claimed, and not kept.
      const kept = utterance?.sort === 'overheard' ? undefined : utterance;
      const claimed = key === undefined ? { ours: true, kept: false } : await claim(key, kept);
      if (!claimed.ours) return await acknowledge(ack);
      if (!utterance) return await app.processEvent({ ...event, ack });
      await acknowledge(ack);
      await handleUtterance(utterance, { kept: claimed.kept, late: false }, handling);
    } finally {
      clearTimeout(watchdog);
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

  return {
    receiver: {
      init: (app) => {
        const between = { processEvent: { value: (event: ReceiverEvent) => track(take(event, app)) } };
        inner.init(Object.create(app, between) as App);
      },
      start: (...args) => inner.start(...args),
      stop: (...args) => inner.stop(...args),
    },
    stop: () => {
      stopped = true;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    track,
  };
}

/** Bolt refuses a second acknowledgement; here the first one counts. */
function firstOf(ack: ReceiverEvent['ack']): ReceiverEvent['ack'] {
  let acked: Promise<void> | undefined;
  return (response) => {
    acked ??= ack(response);
    return acked;
  };
}

/** What tells one delivery from another, where it is no utterance. */
function keyOf(body: ReceiverEvent['body']): string | undefined {
  const { event_id, trigger_id } = body as { event_id?: unknown; trigger_id?: unknown };
  const id = typeof event_id === 'string' ? event_id : typeof trigger_id === 'string' ? trigger_id : undefined;
  return id && `slack:event:${id}`;
}
