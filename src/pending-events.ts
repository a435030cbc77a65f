import type { Lease } from './store/lease.ts';
import type { Instant, Scope } from './store/scope.ts';

/**
 * Events that a platform was told are received, and whose replies are not posted yet. They outlive a crash: whoever
 * takes one over answers it or says that it was interrupted, so that nobody waits for a reply that never comes.
 */

export interface AcceptedEvent {
  /** Unique over all platforms; it holds nobody's name or words. */
  readonly key: string;
  readonly scope: Scope;
  /** Who waits for the reply; absent where nobody is known. */
  readonly person?: string;
  /** What is needed to answer, as the platform's adapter writes it. It is gone once the reply is posted. */
  readonly payload: string;
  readonly at: Instant;
}

export interface PendingEvent extends AcceptedEvent {
  /** `posting`: the platform was called, so the reply may stand there already. */
  readonly state: 'accepted' | 'posting';
  /** How often it was taken over. */
  readonly takeovers: number;
}

export interface PendingEvents {
  /**
   * Claims the event as `claimOnce` does and keeps it as pending, both or neither. False where it was claimed before:
   * somebody answers it, or has.
   */
  acceptEvent(event: AcceptedEvent, lease: Lease, keepUntil: Instant): Promise<boolean>;
  /** Stated before the platform is called. False where the event is no longer this owner's: do not post. */
  beginPosting(key: string, owner: string): Promise<boolean>;
  /** The reply is posted, or never will be: what was kept of the event is deleted; the claim on it stays. */
  settleEvent(key: string): Promise<void>;
  /** Prolongs the lease on all that this owner holds. */
  renewEvents(lease: Lease): Promise<void>;
  /** Takes the lease on events of a platform whose lease ran out, oldest first. */
  takeOverEvents(platform: string, lease: Lease, limit: number): Promise<readonly PendingEvent[]>;
}
