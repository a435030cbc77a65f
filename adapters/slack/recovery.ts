import type { PendingEvent } from '../../src/pending-events.ts';
import { apologise, type Handling, handleUtterance } from './handle.ts';
import { utteranceSchema } from './utterance.ts';

/** Taken over more often than this, it is what kills the process: an apology, and no third try. */
const MOST_TAKEOVERS = 2;

/** Answers what another process, or this one before a crash, acknowledged and did not answer. */
export async function answerLate(event: PendingEvent, handling: Handling): Promise<void> {
  const { log, keeper } = handling;
  const utterance = readPayload(event.payload);
  if (!utterance) {
    log.error('a pending event is of another version: it is given up');
    await keeper.settle(event.key);
    return;
  }
  if (event.state === 'accepted' && event.takeovers <= MOST_TAKEOVERS)
    return handleUtterance(utterance, { kept: true, late: true }, handling);
  try {
    await apologise(await handling.clientOf(utterance.installation), utterance);
  } catch (error) {
    log.error({ err: error }, 'an apology could not be posted');
  }
  await keeper.settle(event.key);
}

function readPayload(payload: string) {
  try {
    return utteranceSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return;
  }
}
