import type { Lease } from './lease.ts';
import type { Instant, Scope } from './scope.ts';
import type { Told } from './subscriptions.ts';

export type DeliveryState = 'claimed' | 'posting' | 'posted' | 'skipped' | 'failed' | 'uncertain';

/** One occurrence of one subscription. */
export interface DeliveryKey {
  readonly scope: Scope;
  /** `Subscription.id` or `StandingQuestion.id`. */
  readonly subscription: string;
  /** The instant at which it was due. Of a standing question, what was to be told: `change 1`, and so on. */
  readonly occurrence: Instant;
}

/** The act of posting one occurrence, held by one process at a time. */
export interface Delivery extends DeliveryKey {
  /** `claimed` and `posting` are under way; the others are final. */
  readonly state: DeliveryState;
  /** The process that holds, or last held, the lease. */
  readonly leaseOwner: string;
  readonly leaseUntil: Instant;
  /** How often it was claimed. */
  readonly attempts: number;
  /** Why it was skipped, failed or is uncertain; while it is under way, why it was not posted yet. */
  readonly reason?: string;
  /** Where the post stands. */
  readonly link?: string;
  /** What the channel is told by it once it is posted. */
  readonly told?: Told;
  /** When the state was last changed. */
  readonly at: Instant;
}

/** How far a delivery has come. */
export interface DeliveryOutcome {
  /**
   * `posting` is stated before the platform is called, so that a take-over knows that it may have been posted; `claimed`
   * again after the platform said that it was not.
   */
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly link?: string;
  readonly at: Instant;
}

/** What is posted unasked, each occurrence once. */
export interface DeliveryStore {
  /**
   * Takes the lease on an occurrence: a new one, or one under way whose lease ran out. One that is taken over keeps
   * its state: `posting` means that it may have been posted already. Undefined where another holds it or it is final.
   */
  claimDelivery(key: DeliveryKey, lease: Lease): Promise<Delivery | undefined>;
  /** Prolongs the lease. False where it is no longer `lease.owner`'s, or the delivery is final: stop posting. */
  renewDelivery(key: DeliveryKey, lease: Lease): Promise<boolean>;
  /**
   * States how far the delivery has come and what its channel is told by it. With a final state, `told` is what its
   * subscription's channel was told from then on; all of it or nothing. False, and nothing is written, as for
   * `renewDelivery`.
   */
  recordDelivery(key: DeliveryKey, owner: string, outcome: DeliveryOutcome, told?: Told): Promise<boolean>;
  /** The history of a subscription, newest occurrence first. */
  deliveries(scope: Scope, subscription: string, limit: number): Promise<readonly Delivery[]>;
  /**
   * Deliveries that are under way while their lease has run out, oldest occurrence first: of all scopes of these
   * platforms, those of digests or those of standing questions.
   */
  abandonedDeliveries(
    now: Instant,
    limit: number,
    of: { readonly sort: 'digest' | 'standing'; readonly platforms: readonly string[] },
  ): Promise<readonly Delivery[]>;
}
