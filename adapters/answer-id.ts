import { createHash } from 'node:crypto';

/** Under which an answer is stored: the same for every delivery of one event, so that it is stored once. */
export function answerId(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
