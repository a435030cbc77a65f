import { createHash } from 'node:crypto';
import type { Reviewed } from '../../src/standing/review.ts';
import type { DeliveryKey } from '../../src/store/deliveries.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';

/**
 * Under which a change is told once, whoever tells it: of a watched question its next change; of answers given in one
 * thread, what changed them, so that one note serves all that one statement changed.
 */
export function tellKey(
  { scope, sort, id, channel, thread, changes }: StandingQuestion,
  { answer, by }: Pick<Reviewed, 'answer' | 'by'>,
): DeliveryKey {
  // The corpus tells two changes apart where a question was watched, no longer watched, and watched again.
  if (sort === 'watch') return { scope, subscription: id, occurrence: `change ${changes + 1} ${answer.corpus}` };
  return {
    scope,
    subscription: `thread ${digest(channel, thread ?? id)}`,
    occurrence: `change ${answer.corpus} ${digest(by ?? id)}`,
  };
}

/** The same for each try of one telling and for no other. */
export function postKey({ scope, subscription, occurrence }: DeliveryKey): string {
  return `${scope.platform}:${scope.workspace}:${subscription}:${occurrence}`;
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
