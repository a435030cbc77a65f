import { createHash } from 'node:crypto';
import type { Instant, Scope } from '../../src/store/scope.ts';
import type { Due, Subscription } from '../../src/store/subscriptions.ts';
import { nextOccurrence } from './schedule.ts';

/**
 * Not everybody is served in one second: each subscription is late by its own, always the same part of this. It is
 * shorter than a minute, so that occurrences stay in order and a digest stands there in the minute that it was ordered for.
 */
const SPREAD_MS = 45_000;

/** What a subscription next falls due for after an instant; undefined where never again. Throws `ScheduleUnusable`. */
export function nextDue(
  { scope, id, schedule, timeZone }: Pick<Subscription, 'scope' | 'id' | 'schedule' | 'timeZone'>,
  after: Instant,
): Due | undefined {
  const occurrence = nextOccurrence({ pattern: schedule, timeZone }, after);
  return occurrence === undefined ? undefined : { occurrence, at: spread(scope, id, occurrence) };
}

function spread({ platform, workspace }: Scope, id: string, occurrence: Instant): Instant {
  const hash = createHash('sha256')
    .update(JSON.stringify([platform, workspace, id]))
    .digest();
  return new Date(Date.parse(occurrence) + (hash.readUInt32BE(0) % SPREAD_MS)).toISOString();
}
