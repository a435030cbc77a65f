import type { Receiver, ReceiverEvent } from '@slack/bolt';
import { type Handling, handleUtterance } from './handle.ts';
import { ACK_WITHIN_MS } from './limits.ts';
import { readUtterance, scopeOf, type Utterance } from './utterance.ts';

/** Slack is told by then that an event is here, whatever the store does; the way back takes its time too. */
const ACK_AT_LATEST_MS = ACK_WITHIN_MS - 1000;
export interface Intake {
  /** The receiver, with this intake between it and Bolt. */
  readonly receiver: Receiver;
  /** From now on nothing is taken in: Slack delivers it to another replica, or again. */
  stop(): void;
}

type App = Parameters<Receiver['init']>[0];

/**
 * Stands between the receiver and Bolt. An event is claimed, and an utterance kept, before Slack is told that it is
 * here: what is acknowledged is answered, once, over replicas and crashes. Utterances are answered from here, the same
 * way as those of a process that died; everything else goes on to Bolt.
 */
export function makeIntake(inner: Receiver, handling: Handling): Intake {
  const { keeper, log } = handling;
  let stopped = false;

  /** Whether it is ours to answer, and whether the store keeps it. */
  async function claim(key: string, utterance: Utterance | undefined): Promise<{ ours: boolean; kept: boolean }> {
    if (!utterance) return { ours: await keeper.claim(key), kept: false };
    const { installation, person } = utterance;
    return keeper.accept({ key, scope: scopeOf(installation), person, payload: JSON.stringify(utterance) });
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
      if (key !== undefined && !keeper.isNew(key)) return await acknowledge(ack);
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

  return {
    receiver: {
      init: (app) => {
        const between = { processEvent: { value: (event: ReceiverEvent) => keeper.track(take(event, app)) } };
        inner.init(Object.create(app, between) as App);
      },
      start: (...args) => inner.start(...args),
      stop: (...args) => inner.stop(...args),
    },
    stop: () => {
      stopped = true;
    },
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
