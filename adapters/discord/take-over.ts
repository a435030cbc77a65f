import type { PendingEvent } from '../../src/pending-events.ts';
import { apologise, handleUtterance } from './handle.ts';
import type { Handling } from './handling.ts';
import { refusalOf } from './refusal.ts';
import { type Utterance, utteranceSchema } from './utterance.ts';

/** Taken over more often than this, it is what kills the process: an apology, and no further try. */
const MOST_TAKEOVERS = 2;

/** Answers what another process, or this one before a crash, took in and did not answer. Never rejects. */
export async function takeOver(event: PendingEvent, handling: Handling): Promise<void> {
  const { log, keeper } = handling;
  const utterance = readPayload(event.payload);
  if (!utterance) {
    log.error('a pending event is of another version: it is given up');
    return await keeper.settle(event.key);
  }
  if (event.takeovers <= MOST_TAKEOVERS)
    return await handleUtterance(utterance, { kept: true, late: true, begun: event.state === 'posting' }, handling);
  try {
    await apologise(utterance, handling);
  } catch (error) {
    log.error({ err: error, refusal: refusalOf(error) }, 'an apology could not be posted');
  }
  await keeper.settle(event.key);
}

function readPayload(payload: string): Utterance | undefined {
  try {
    return utteranceSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
