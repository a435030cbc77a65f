import type { Bot } from '../src/bot.ts';
import type { DeskRequest, DigestWishes } from '../src/chat/desk-request.ts';
import { readTimeZone } from '../src/chat/time-zone.ts';
import type { DeskManner } from '../src/reply/desk-words.ts';
import type { Reply } from '../src/reply/reply.ts';
import { type SubscriptionProblem, subscriptionProblemReply } from '../src/reply/subscription-problem-reply.ts';
import {
  alreadySubscribedReply,
  digestHelpReply,
  editedReply,
  historyReply,
  pausedReply,
  postedNowReply,
  previewReply,
  removedReply,
  resumedReply,
  subscribedReply,
  subscriptionsReply,
  type ZoneOrigin,
} from '../src/reply/subscription-reply.ts';
import type { Delivery } from '../src/store/deliveries.ts';
import type { Instant } from '../src/store/scope.ts';
import type { Due, Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import type { Caller, DeskAnswer, SubscriptionForm } from './desk.ts';
import { nameFrom, SHOWN_LENGTH } from './desk-ids.ts';
import { makePreviews, type PreviewParts } from './desk-preview.ts';
import { makeSeen } from './desk-seen.ts';
import { type SettledWishes, settleWishes } from './desk-wishes.ts';

type WatchSort = 'watch' | 'watch answer' | 'watching' | 'unwatch';
export type SubscriptionRequest = Exclude<DeskRequest, { readonly sort: WatchSort }>;

export interface SubscriptionParts extends PreviewParts {
  readonly bot: Pick<Bot, 'digest' | 'audiences'>;
  readonly store: Pick<
    Store,
    | 'subscription'
    | 'subscriptions'
    | 'saveSubscription'
    | 'removeSubscription'
    | 'deliveries'
    | 'corpusState'
    | 'declinedIn'
    | 'setting'
    | 'saveSetting'
  >;
  /** What a subscription next falls due for after an instant; undefined where never again. */
  readonly nextDue: (
    of: Pick<Subscription, 'scope' | 'id' | 'schedule' | 'timeZone'>,
    after: Instant,
  ) => Due | undefined;
  /** Posts its digest at once, as an occurrence of its own, and says what became of it. */
  readonly deliverNow: (subscription: Subscription) => Promise<Pick<Delivery, 'state' | 'reason' | 'link'>>;
  readonly now: () => Date;
}

const DEFAULTS = {
  written: 'weekdays at 09:00',
  schedule: '0 9 * * 1-5',
  timeZone: 'UTC',
  graceMinutes: 60,
  whenUnchanged: 'nothing',
} as const;

/** Nobody reads more of them in one channel, and a mistaken script stops here. */
const MOST_SUBSCRIPTIONS = 10;
const HISTORY_SHOWN = 15;
/** The time zone that a person chose last. */
const ZONE_SETTING = 'time zone';

/** Everything about digests that a person can ask of the desk. */
export function makeSubscriptionDesk(parts: SubscriptionParts) {
  const { bot, store, nextDue, deliverNow } = parts;
  const forAll = () => bot.audiences[0]?.name ?? 'everyone';
  const { find, seenBy, forbidden, forbiddenIn } = makeSeen(store);
  const composePreview = makePreviews(parts, forAll);
  const now = (): Instant => parts.now().toISOString();

  const mannerOf = ({ commands, channel }: Caller): DeskManner => ({
    commands,
    channel,
    forAll: forAll(),
    defaults: { graceMinutes: DEFAULTS.graceMinutes },
  });
  const refuse = (problem: SubscriptionProblem, caller: Caller): DeskAnswer =>
    plain(subscriptionProblemReply(problem, mannerOf(caller)));

  async function zoneFor(
    { timeZone: named }: SettledWishes,
    caller: Caller,
  ): Promise<{ readonly timeZone: string; readonly origin: ZoneOrigin }> {
    if (named) {
      await store.saveSetting(caller.scope, caller.person, ZONE_SETTING, named);
      return { timeZone: named, origin: 'named' };
    }
    const told = await caller.timeZone();
    const own = told && readTimeZone(told);
    if (own) return { timeZone: own, origin: 'own' };
    const chosen = await store.setting(caller.scope, caller.person, ZONE_SETTING);
    return chosen ? { timeZone: chosen, origin: 'chosen before' } : { timeZone: DEFAULTS.timeZone, origin: 'unknown' };
  }

  /** The name of what this request makes: another one only where that is taken by something else. */
  async function nameFor(made: Omit<Subscription, 'id'>, { scope, key }: Caller) {
    for (let salt = 0; ; salt++) {
      const id = nameFrom('d', key, SHOWN_LENGTH, salt);
      const there = await store.subscription(scope, id);
      if (!there || isSame(there, made)) return { id, there };
    }
  }

  async function subscribe(typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
    const read = settleWishes(typed, bot.audiences);
    if ('problem' in read) return refuse(read.problem, caller);
    const { settled } = read;
    const channel = settled.channel ?? caller.channel;
    const personal = caller.personal && channel === caller.channel;
    const problem = personal ? undefined : await forbiddenIn(channel, caller);
    if (problem) return refuse(problem, caller);
    const { timeZone, origin } = await zoneFor(settled, caller);
    const made = {
      scope: caller.scope,
      channel,
      personal,
      schedule: settled.schedule?.cron ?? DEFAULTS.schedule,
      written: settled.schedule?.words ?? DEFAULTS.written,
      timeZone,
      audience: settled.audience ?? forAll(),
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
  }

  async function edit(id: string | undefined, typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
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
    if (settled.timeZone) await store.saveSetting(caller.scope, caller.person, ZONE_SETTING, settled.timeZone);
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
  }

  async function preview(id: string | undefined, typed: DigestWishes, caller: Caller): Promise<DeskAnswer> {
    const read = settleWishes(typed, bot.audiences);
    if ('problem' in read) return refuse(read.problem, caller);
    const seen = await find(id, caller);
    const { settled } = read;
    const isWished = settled.audience !== undefined || settled.topics !== undefined;
    // Somebody tries what a digest would be before there is one.
    const isTrial = 'problem' in seen && (seen.problem.sort === 'none here' || (id === undefined && isWished));
    if ('problem' in seen && !isTrial) return refuse(seen.problem, caller);
    const of = 'found' in seen ? seen.found : undefined;
    const digest = await composePreview(of, settled, caller);
    const note = {
      isFirst: digest.sort === 'briefing',
      isUnchanged: digest.sort === 'unchanged',
      whenUnchanged: of?.whenUnchanged ?? DEFAULTS.whenUnchanged,
    };
    return {
      reply: previewReply(digest.reply, note),
      citations: digest.citations,
      ...(of && { subscription: of }),
    };
  }

  async function pause(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    return await manage(id, caller, async (before) => {
      const { pausedBecause: _, next: __, ...rest } = before;
      const subscription = { ...rest, state: 'paused' as const };
      if (before.state === 'active') await store.saveSubscription(subscription);
      return about(
        before.state === 'active' ? subscription : before,
        pausedReply(before, before.state === 'paused', mannerOf(caller)),
      );
    });
  }

  async function resume(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    return await manage(id, caller, async (before) => {
      if (before.state === 'active') return about(before, resumedReply(before, true));
      const next = nextDue(before, now());
      if (!next) return refuse({ sort: 'never due' }, caller);
      const { pausedBecause: _, ...rest } = before;
      const subscription = { ...rest, state: 'active' as const, next };
      await store.saveSubscription(subscription);
      return about(subscription, resumedReply(subscription, false));
    });
  }

  async function remove(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    return await manage(id, caller, async (before) => {
      await store.removeSubscription(caller.scope, before.id);
      return plain(removedReply(before, mannerOf(caller)));
    });
  }

  async function postNow(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    return await manage(id, caller, async (before) =>
      about(before, postedNowReply(before, await deliverNow(before), mannerOf(caller))),
    );
  }

  async function history(id: string | undefined, caller: Caller): Promise<DeskAnswer> {
    const seen = await find(id, caller);
    if ('problem' in seen) return refuse(seen.problem, caller);
    const found = await store.deliveries(caller.scope, seen.found.id, HISTORY_SHOWN + 1);
    const shown = found.slice(0, HISTORY_SHOWN);
    return about(seen.found, historyReply(seen.found, shown, found.length > HISTORY_SHOWN, mannerOf(caller)));
  }

  /** Does it to the one that is meant, where the person may. */
  async function manage(
    id: string | undefined,
    caller: Caller,
    act: (subscription: Subscription) => Promise<DeskAnswer>,
  ): Promise<DeskAnswer> {
    const seen = await find(id, caller);
    if ('problem' in seen) return refuse(seen.problem, caller);
    const problem = await forbidden(seen.found, caller);
    return problem ? refuse(problem, caller) : await act(seen.found);
  }

  return {
    async serve(request: SubscriptionRequest, caller: Caller): Promise<DeskAnswer> {
      switch (request.sort) {
        case 'subscribe':
          return await subscribe(request.wishes, caller);
        case 'edit':
          return await edit(request.id, request.wishes, caller);
        case 'preview':
          return await preview(request.id, request.wishes, caller);
        case 'now':
          return await postNow(request.id, caller);
        case 'pause':
          return await pause(request.id, caller);
        case 'resume':
          return await resume(request.id, caller);
        case 'remove':
          return await remove(request.id, caller);
        case 'history':
          return await history(request.id, caller);
        case 'list':
          return plain(subscriptionsReply(await seenBy(caller), mannerOf(caller)));
        case 'digest help':
          return plain(digestHelpReply(bot.audiences, mannerOf(caller)));
      }
    },

    async form(id: string | undefined, caller: Caller): Promise<SubscriptionForm | undefined> {
      const audiences = bot.audiences.map(({ name, label }) => ({ name, label }));
      if (id === undefined) {
        const { timeZone } = await zoneFor({}, caller);
        const { written, graceMinutes, whenUnchanged } = DEFAULTS;
        const wishes = { when: written, timeZone, audience: forAll(), topics: [], graceMinutes, whenUnchanged };
        return { wishes: { ...wishes, channel: caller.channel }, audiences };
      }
      const seen = await find(id, caller);
      if ('problem' in seen || (await forbidden(seen.found, caller))) return undefined;
      const { written, timeZone, audience, topics, graceMinutes, whenUnchanged, channel } = seen.found;
      return { wishes: { when: written, timeZone, audience, topics, graceMinutes, whenUnchanged, channel }, audiences };
    },
  };
}

function plain(reply: Reply): DeskAnswer {
  return { reply, citations: [] };
}

function about(subscription: Subscription, reply: Reply): DeskAnswer {
  return { reply, citations: [], subscription };
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
