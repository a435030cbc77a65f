import { createHash } from 'node:crypto';
import type { DeliveryKey } from '../../src/store/deliveries.ts';

/** Discord takes a nonce of 25 characters (https://docs.discord.com/developers/resources/message); 22 hold 132 bits. */
const LENGTH = 22;

/** The same for every try of one occurrence, and for no other; it says nothing of whose it is. */
export function postKey({ scope: { platform, workspace }, subscription, occurrence }: DeliveryKey): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, workspace, subscription, occurrence]))
    .digest('base64url')
    .slice(0, LENGTH);
}
