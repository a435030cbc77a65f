import type { SubscriptionProblem } from '../src/reply/subscription-problem-reply.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import type { Caller } from './desk.ts';

type Found = { readonly found: Subscription } | { readonly problem: SubscriptionProblem };

/** Which subscriptions a person at the desk sees, and which of them they may change. */
export function makeSeen(store: Pick<Store, 'subscription' | 'subscriptions'>) {
  const isOwn = (subscription: Subscription, { person }: Caller) =>
    subscription.personal && subscription.owner === person;

  /** Those of the channel, and the person's own. */
  async function seenBy(caller: Caller): Promise<readonly Subscription[]> {
    const all = await store.subscriptions(caller.scope);
    return all.filter((one) => isOwn(one, caller) || (!one.personal && one.channel === caller.channel));
  }

  /** By its id, or the only one that there is here. What belongs to somebody else is as if it were not there. */
  async function find(id: string | undefined, caller: Caller): Promise<Found> {
    if (id !== undefined) {
      const found = await store.subscription(caller.scope, id);
      const isSeen =
        found &&
        (found.personal
          ? isOwn(found, caller)
          : found.channel === caller.channel || (await caller.mayManage(found.channel)));
      return isSeen ? { found } : { problem: { sort: 'unknown id' } };
    }
    const seen = await seenBy(caller);
    // In a channel its own are meant; elsewhere, and where it has none, those of the person.
    const here = seen.filter(({ personal, channel }) => personal === caller.personal && channel === caller.channel);
    const among = here.length > 0 ? here : seen;
    const [only] = among;
    if (!only) return { problem: { sort: 'none here' } };
    return among.length === 1 ? { found: only } : { problem: { sort: 'which one', among } };
  }

  async function forbidden(subscription: Subscription, caller: Caller): Promise<SubscriptionProblem | undefined> {
    return subscription.personal ? undefined : await forbiddenIn(subscription.channel, caller);
  }

  async function forbiddenIn(channel: string, caller: Caller): Promise<SubscriptionProblem | undefined> {
    if (await caller.mayManage(channel)) return undefined;
    return { sort: channel === caller.channel ? 'not allowed' : 'not allowed there' };
  }

  return { find, seenBy, forbidden, forbiddenIn };
}
