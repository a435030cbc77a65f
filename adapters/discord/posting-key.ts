import { createHash } from 'node:crypto';
import { z } from 'zod';
import { NONCE_MAX } from './limits.ts';

/** The first components of a message are numbered by Discord where they have no number. */
const FIRST_FREE = 1000;
/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component: `id`, "32 bit integer". */
const NUMBERS = 2 ** 31 - FIRST_FREE;

/** The same for the same, and it tells nothing of it: within some minutes Discord takes a post with it for a repetition. */
export function nonceOf(key: string): string {
  return digestOf(key).toString('base64url').slice(0, NONCE_MAX);
}

/**
 * The number that a message's outermost component bears. Discord gives it back with the message for ever, which it does
 * not do with a nonce: what stands in a channel is recognised by it.
 */
export function numberOf(key: string): number {
  return FIRST_FREE + (digestOf(key).readUInt32BE(0) % NUMBERS);
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

const numbered = z.object({ components: z.array(z.object({ id: z.number().optional() })) });

/** Whether a message, as Discord gives it back, was posted with this key. */
export function bearsKey(message: unknown, key: string): boolean {
  return numbered.safeParse(message).data?.components[0]?.id === numberOf(key);
}
