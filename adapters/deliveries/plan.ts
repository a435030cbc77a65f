import { MISSED_BEFORE_LATER, missedLikeText, missedText } from '../../src/reply/delivery-reasons.ts';
import type { Instant } from '../../src/store/scope.ts';
import type { Due, Subscription } from '../../src/store/subscriptions.ts';
import { nextDue } from './due.ts';
import { occurrencesBetween } from './schedule.ts';

const MINUTE_MS = 60_000;
/** Whatever grace was ordered: the spread over the minute and a busy moment are no lateness. */
const LEAST_GRACE_MS = 2 * MINUTE_MS;
/** After a long downtime, so many missed occurrences are recorded one by one; the rest stands in the last one's reason. */
const MOST_LISTED = 200;
/** Nobody can order more within a grace period. */
const MOST_IN_GRACE = 100_000;

/** What is done about a subscription that is due. */
export interface Plan {
  /** The occurrence to be posted. */
  readonly serve?: Instant;
  readonly skipped: readonly { readonly occurrence: Instant; readonly reason: string }[];
  readonly next?: Due;
}

/** Until when an occurrence may be posted. */
export function deadlineOf(occurrence: Instant, { graceMinutes }: Pick<Subscription, 'graceMinutes'>): number {
  return Date.parse(occurrence) + Math.max(graceMinutes * MINUTE_MS, LEAST_GRACE_MS);
}

/** Why an occurrence is not posted that is beyond its deadline. */
export function missedReason(occurrence: Instant, { graceMinutes }: Subscription, nowMs: number): string {
  return missedText(Math.round((nowMs - Date.parse(occurrence)) / MINUTE_MS), graceMinutes);
}

/**
 * Of all occurrences that came due since, the latest is served, unless even that is beyond its grace period; the others
 * are recorded. Pure; throws `ScheduleUnusable`.
 */
export function planFor(subscription: Subscription, due: Due, nowMs: number): Plan {
  const schedule = { pattern: subscription.schedule, timeZone: subscription.timeZone };
  const spreadMs = Date.parse(due.at) - Date.parse(due.occurrence);
  // One whose own share of the spread has not passed yet is not due.
  const until = new Date(nowMs - spreadMs).toISOString();
  const listed = [due.occurrence, ...occurrencesBetween(schedule, due.occurrence, until, MOST_LISTED)];
  const isCut = listed.length > MOST_LISTED;
  const latest = isCut ? latestInGrace() : listed.at(-1);
  const isServed = latest !== undefined && nowMs <= deadlineOf(latest, subscription);
  const skipped = listed
    .filter((occurrence) => !(isServed && occurrence === latest))
    .map((occurrence) => ({ occurrence, reason: reasonFor(occurrence) }));
  const next = nextDue(subscription, latest ?? until);
  return { skipped, ...(isServed && { serve: latest }), ...(next && { next }) };

  function latestInGrace(): Instant | undefined {
    const graceMs = deadlineOf(until, subscription) - Date.parse(until);
    const from = Math.max(Date.parse(until) - graceMs, Date.parse(due.occurrence));
    return occurrencesBetween(schedule, new Date(from).toISOString(), until, MOST_IN_GRACE).at(-1);
  }

  function reasonFor(occurrence: Instant): string {
    if (isCut && occurrence === listed.at(-1)) return missedLikeText(latest ?? until);
    return nowMs > deadlineOf(occurrence, subscription)
      ? missedReason(occurrence, subscription, nowMs)
      : MISSED_BEFORE_LATER;
  }
}
