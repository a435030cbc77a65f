import type { DigestWishes } from '../src/chat/desk-request.ts';
import { editedReply } from '../src/reply/subscription-reply.ts';
import type { Instant } from '../src/store/scope.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { about, makeAnswers } from './desk-answers.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makeSeen } from './desk-seen.ts';
import { settleWishes } from './desk-wishes.ts';
import { makeZones } from './desk-zone.ts';

/** Changes a subscription where its person wishes it otherwise, and leaves the rest of it. */
export function makeEditing(parts: SubscriptionParts) {
  const { bot, store, nextDue } = parts;
  const { find, forbidden, forbiddenIn } = makeSeen(store);
  const { mannerOf, refuse } = makeAnswers(bot);
  const { remember } = makeZones(store);
  const now = (): Instant => parts.now().toISOString();

  return async function edit(id: string | undefined, typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
    const seen = await find(id, caller);
    if ('problem' in seen) return refuse(seen.problem, caller);
    const before = seen.found;
    // Who may not is told that, and not what is wrong with the wishes.
    const refusal = await forbidden(before, caller);
    if (refusal) return refuse(refusal, caller);
    const read = settleWishes(typed, bot.audiences);
    if ('problem' in read) return refuse(read.problem, caller);
    const { settled } = read;
    if (Object.keys(settled).length === 0) return refuse({ sort: 'nothing named' }, caller);
    const channel = settled.channel ?? before.channel;
    const problem = channel === before.channel ? undefined : await forbiddenIn(channel, caller);
    if (problem) return refuse(problem, caller);
    if (settled.timeZone) await remember(settled.timeZone, caller);
    const { told, next: _, ...rest } = before;
    const changed = {
      ...rest,
      channel,
      personal: before.personal && channel === before.channel,
      ...(settled.schedule && { schedule: settled.schedule.cron, written: settled.schedule.words }),
      ...(settled.timeZone && { timeZone: settled.timeZone }),
      ...(settled.audience && { audience: settled.audience }),
      ...(settled.topics && { topics: settled.topics }),
      ...(settled.graceMinutes !== undefined && { graceMinutes: settled.graceMinutes }),
      ...(settled.whenUnchanged && { whenUnchanged: settled.whenUnchanged }),
      // Another channel was told nothing yet.
      ...(told && channel === before.channel && { told }),
      ...(caller.address && channel !== before.channel && { address: caller.address }),
    };
    const keepsTimes = changed.schedule === before.schedule && changed.timeZone === before.timeZone;
    const next = keepsTimes && before.next ? before.next : nextDue(changed, now());
    if (!next) return refuse({ sort: 'never due' }, caller);
    const subscription = { ...changed, next };
    await store.saveSubscription(subscription);
    return about(subscription, editedReply(subscription, mannerOf(caller)));
  };
}
