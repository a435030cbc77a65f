import type { DigestWishes } from '../src/chat/desk-request.ts';
import { alreadySubscribedReply, subscribedReply } from '../src/reply/subscription-reply.ts';
import type { Instant } from '../src/store/scope.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { about, forAllOf, makeAnswers } from './desk-answers.ts';
import { DEFAULTS } from './desk-defaults.ts';
import { nameFrom, SHOWN_LENGTH } from './desk-ids.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makeSeen } from './desk-seen.ts';
import { settleWishes } from './desk-wishes.ts';
import { makeZones } from './desk-zone.ts';

/** Nobody reads more of them in one channel, and a mistaken script stops here. */
const MOST_SUBSCRIPTIONS = 10;

/** Makes a subscription of what a person wishes, once however often the request is delivered. */
export function makeSubscribing(parts: SubscriptionParts) {
  const { bot, store, nextDue } = parts;
  const { forbiddenIn } = makeSeen(store);
  const { mannerOf, refuse } = makeAnswers(bot);
  const { zoneFor } = makeZones(store);
  const now = (): Instant => parts.now().toISOString();

  /** The name of what this request makes: another one only where that is taken by something else. */
  async function nameFor(made: Omit<Subscription, 'id'>, { scope, key }: Caller) {
    for (let salt = 0; ; salt++) {
      const id = nameFrom('d', key, SHOWN_LENGTH, salt);
      const there = await store.subscription(scope, id);
      if (!there || isSame(there, made)) return { id, there };
    }
  }

  return async function subscribe(typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
    const read = settleWishes(typed, bot.audiences);
    if ('problem' in read) return refuse(read.problem, caller);
    const { settled } = read;
    const channel = settled.channel ?? caller.channel;
    const personal = caller.personal && channel === caller.channel;
    const problem = personal ? undefined : await forbiddenIn(channel, caller);
    if (problem) return refuse(problem, caller);
    const { timeZone, origin } = await zoneFor(settled.timeZone, caller);
    const made = {
      scope: caller.scope,
      channel,
      personal,
      schedule: settled.schedule?.cron ?? DEFAULTS.schedule,
      written: settled.schedule?.words ?? DEFAULTS.written,
      timeZone,
      audience: settled.audience ?? forAllOf(bot),
      topics: settled.topics ?? [],
      owner: caller.person,
      graceMinutes: settled.graceMinutes ?? DEFAULTS.graceMinutes,
      whenUnchanged: settled.whenUnchanged ?? DEFAULTS.whenUnchanged,
      state: 'active' as const,
      ...(caller.address && { address: caller.address }),
    };
    const { id, there } = await nameFor(made, caller);
    // This request was delivered before.
    if (there) return about(there, subscribedReply(there, origin, mannerOf(caller)));
    const others = (await store.subscriptions(caller.scope)).filter(
      (one) => one.channel === channel && one.personal === personal && (!personal || one.owner === caller.person),
    );
    const same = others.find((one) => isSame(one, made));
    if (same) return about(same, alreadySubscribedReply(same, mannerOf(caller)));
    if (others.length >= MOST_SUBSCRIPTIONS)
      return refuse({ sort: 'too many', most: MOST_SUBSCRIPTIONS, personal }, caller);
    const next = nextDue({ ...made, id }, now());
    if (!next) return refuse({ sort: 'never due' }, caller);
    const subscription = { ...made, id, next };
    await store.saveSubscription(subscription);
    return about(subscription, subscribedReply(subscription, origin, mannerOf(caller)));
  };
}

/** What the channel gets is the same, at the same times. */
function isSame(one: Subscription, made: Omit<Subscription, 'id'>): boolean {
  const topicsOf = ({ topics }: Pick<Subscription, 'topics'>) =>
    topics
      .map((topic) => topic.toLowerCase())
      .sort()
      .join('\n');
  return (
    one.channel === made.channel &&
    one.personal === made.personal &&
    (!made.personal || one.owner === made.owner) &&
    one.schedule === made.schedule &&
    one.timeZone === made.timeZone &&
    one.audience === made.audience &&
    topicsOf(one) === topicsOf(made)
  );
}
