import type { Bot } from '../src/bot.ts';
import type { Delivery } from '../src/store/deliveries.ts';
import type { Instant } from '../src/store/scope.ts';
import type { Due, Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import type { PreviewParts } from './desk-preview.ts';

/** What the desk needs to serve digests. */
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
