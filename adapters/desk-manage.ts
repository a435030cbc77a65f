import { pausedReply, postedNowReply, removedReply, resumedReply } from '../src/reply/subscription-reply.ts';
import type { Instant } from '../src/store/scope.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { about, makeAnswers, plain } from './desk-answers.ts';
import type { SubscriptionParts } from './desk-parts.ts';
import { makeSeen } from './desk-seen.ts';

/** Pauses, resumes, removes or posts a subscription that is there. */
export function makeManaging(parts: SubscriptionParts) {
  const { bot, store, nextDue, deliverNow } = parts;
  const { find, forbidden } = makeSeen(store);
  const { mannerOf, refuse } = makeAnswers(bot);
  const now = (): Instant => parts.now().toISOString();

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

  return { pause, resume, remove, postNow };
}
