import type { Subscription } from '../store/subscriptions.ts';
import { minutesInWords } from './desk-words.ts';
import { line, type Reply } from './reply.ts';

/** What a history shows beside an occurrence that was not posted. Each is one line. */

export const NOTHING_NEW = 'Nothing was new to the channel.';
export const WAS_PAUSED = 'The digest was paused before it was posted.';
export const WAS_REMOVED = 'The digest was removed before it was posted.';
export const REMOVED_MEANWHILE = 'The digest was removed before anybody could look whether it was posted.';
export const MISSED_BEFORE_LATER = 'It was missed, and a later one was due when that was noticed.';
export const NOT_COMPOSED = 'It could not be put together; the operator finds the reason in the log.';
export const NOT_CONNECTED = 'The platform is not connected here; the operator can connect it.';
export const INTERRUPTED = 'the service was interrupted while posting.';
export const MAY_BE_POSTED =
  'The service was interrupted while posting, and the platform cannot tell whether it was posted.';

/** An occurrence that was noticed too late to be posted. Both are in minutes. */
export function missedText(lateMinutes: number, graceMinutes: number): string {
  return `It was missed: it was noticed ${minutesInWords(lateMinutes)} late, and only ${minutesInWords(graceMinutes)} are allowed.`;
}

/** In place of occurrences that are too many to be listed one by one. */
export function missedLikeText(until: string): string {
  return `It was missed, as were all that followed before ${until}: they are too many to be listed.`;
}

/** Every try within the time that was allowed failed, the last one for this reason. */
export function triedText(graceMinutes: number, because: string): string {
  return `It could not be posted within ${minutesInWords(graceMinutes)}: ${because}`;
}

/** To the owner of a digest that only a person can set going again. */
export function pausedForReply({ id, written }: Pick<Subscription, 'id' | 'written'>, because: string): Reply {
  return {
    lines: [
      { part: 'short', segments: [{ text: `Your digest ${id} (${written}) is paused.`, strong: true }] },
      line('note', `It could not be posted: ${because}`),
      line('note', 'Put that right, then resume it.'),
    ],
  };
}
