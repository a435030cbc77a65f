import type { Instant, Scope } from './scope.ts';

/** Who gets a digest, where and when. */
export interface Subscription {
  readonly scope: Scope;
  /** Chosen by the caller, unique in its scope. */
  readonly id: string;
  readonly channel: string;
  /** It goes to its owner alone (a direct message), and goes when the owner is forgotten. */
  readonly personal: boolean;
  /** A cron pattern, read in `timeZone`. */
  readonly schedule: string;
  /** The schedule as its maker wrote it: "weekdays 09:00". */
  readonly written: string;
  /** An IANA name, `Europe/Berlin`. */
  readonly timeZone: string;
  /** For whom it is written, as the caller names it. */
  readonly audience: string;
  readonly topics: readonly string[];
  /** The person who made it; absent once that person is forgotten. */
  readonly owner?: string;
  /** After downtime, the latest missed occurrence is still posted when it is at most this late. */
  readonly graceMinutes: number;
  /** What is posted when nothing is new to the channel. */
  readonly whenUnchanged: 'nothing' | 'one line';
  readonly state: 'active' | 'paused';
  /** Why it was paused, in one line, where no person paused it. */
  readonly pausedBecause?: string;
  /** What it next falls due for; absent when it never does. The caller works it out from the schedule. */
  readonly next?: Due;
  /** What the channel was last told up to; absent before the first delivery. */
  readonly told?: Told;
  /** What the platform's adapter needs besides the channel to post there, as it wrote it. */
  readonly address?: string;
}

/** The next time that a digest is posted. */
export interface Due {
  /** The instant that the schedule names. */
  readonly occurrence: Instant;
  /** When it is posted: a little later, so that not everybody is served in one second. */
  readonly at: Instant;
}

/** What a channel knows. */
export interface Told {
  /** The corpus state that `Store.corpusState` holds, by `Corpus.version`. */
  readonly version: string;
  readonly at: Instant;
}

/** Digests that channels and people get. */
export interface SubscriptionStore {
  /**
   * Writes it anew or in place of the one with its id. A later `told` that stands there stays, since a delivery may have
   * come between reading and writing; without `told`, the channel counts as never told.
   */
  saveSubscription(subscription: Subscription): Promise<void>;
  subscription(scope: Scope, id: string): Promise<Subscription | undefined>;
  /** By id. */
  subscriptions(scope: Scope): Promise<readonly Subscription[]>;
  /** Those of all scopes, by platform, workspace and id: for the operator. */
  everySubscription(): Promise<readonly Subscription[]>;
  /** False where there was none. Its deliveries stay as history until they are swept. */
  removeSubscription(scope: Scope, id: string): Promise<boolean>;
  /** Active subscriptions of all scopes of these platforms with `next.at` at or before `now`, the longest due first. */
  dueSubscriptions(now: Instant, limit: number, platforms: readonly string[]): Promise<readonly Subscription[]>;
  /**
   * Moves `next` on from the occurrence `due` and changes nothing else; without `next` it never falls due again. False
   * where it no longer stands at `due`: someone else has moved it.
   */
  scheduleNext(scope: Scope, id: string, due: Instant, next?: Due): Promise<boolean>;
  /** Pauses it and says why, and changes nothing else. False where it was not active. */
  pauseSubscription(scope: Scope, id: string, because: string): Promise<boolean>;
}
