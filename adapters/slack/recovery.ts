import type { PendingEvent } from '../../src/pending-events.ts';
import { StoreUnavailable } from '../../src/store.ts';
import { apologise, type Handling, handleUtterance } from './handle.ts';
import { type Intake, LEASE_MS } from './intake.ts';
import { utteranceSchema } from './utterance.ts';

/** Well within a lease, so that one missed beat costs nothing. */
const BEAT_MS = 2500;
const TAKEN_AT_ONCE = 50;
/** Taken over more often than this, it is what kills the process: an apology, and no third try. */
const MOST_TAKEOVERS = 2;

export interface Recovery {
  /** Begins with what was left by a process that died. */
  start(): void;
  stop(): void;
  /** One beat: prolongs what is ours, takes over what is nobody's. Resolves when all of that is answered. */
  beat(): Promise<void>;
}

/** Answers what another process, or this one before a crash, acknowledged and did not answer. */
export function makeRecovery(intake: Intake, handling: Handling): Recovery {
  const { store, owner, log } = handling;
  let timer: NodeJS.Timeout | undefined;
  let beating = false;

  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    try {
      const now = Date.now();
      const lease = { owner, now: new Date(now).toISOString(), until: new Date(now + LEASE_MS).toISOString() };
      await store.renewEvents(lease);
      const taken = await store.takeOverEvents('slack', lease, TAKEN_AT_ONCE);
      if (taken.length > 0) log.warn({ events: taken.length }, 'answering what another process left');
      const answered = Promise.all(taken.map((event) => answerLate(event, handling)));
      // What waits for Slack must not hold up the next beat, or its lease runs out.
      void intake.track(answered.then(() => undefined));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) log.error({ err: error }, 'what is pending could not be looked at');
    } finally {
      beating = false;
    }
  }

  return {
    start() {
      timer = setInterval(() => void beat(), BEAT_MS);
      void beat();
    },
    stop: () => clearInterval(timer),
    beat,
  };
}

async function answerLate(event: PendingEvent, handling: Handling): Promise<void> {
  const { log, store } = handling;
  const utterance = readPayload(event.payload);
  if (!utterance) {
    log.error('a pending event is of another version: it is given up');
    await store.settleEvent(event.key).catch(() => undefined);
    return;
  }
  if (event.state === 'accepted' && event.takeovers <= MOST_TAKEOVERS)
    return handleUtterance(utterance, { kept: true, late: true }, handling);
  try {
    await apologise(await handling.clientOf(utterance.installation), utterance);
  } catch (error) {
    log.error({ err: error }, 'an apology could not be posted');
  }
  await store.settleEvent(event.key).catch(() => undefined);
}

function readPayload(payload: string) {
  try {
    return utteranceSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return;
  }
}
