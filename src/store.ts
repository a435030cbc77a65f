import type { AnswerStore } from './store/answers.ts';
import type { CorpusStateStore } from './store/corpus-states.ts';
import type { DeletionStore } from './store/deletion.ts';
import type { DeliveryStore } from './store/deliveries.ts';
import type { FeedbackStore } from './store/feedback.ts';
import type { InstallationStore } from './store/installations.ts';
import type { Instant } from './store/scope.ts';
import type { SettingStore } from './store/settings.ts';
import type { StandingStore } from './store/standing.ts';
import type { SubscriptionStore } from './store/subscriptions.ts';

/**
 * What the service remembers, behind a port: `adapters/storage` keeps it in SQLite or PostgreSQL, and
 * `tests/storage/contract.ts` says what either must do.
 *
 * Every method may reject with `StoreUnavailable`; a caller that can go on without the store does. A promise that
 * resolves was written durably. The store has no clock: instants are given.
 *
 * What it keeps of each sort, and does with it, stands in `src/store/`; claims of events are here.
 */
export interface Store
  extends AnswerStore,
    FeedbackStore,
    SettingStore,
    InstallationStore,
    SubscriptionStore,
    DeliveryStore,
    CorpusStateStore,
    StandingStore,
    DeletionStore {
  /**
   * True for exactly one of all who claim this key until `keepUntil`, across processes: an event that a platform
   * delivers twice is handled once. The key holds nobody's name or words.
   */
  claimOnce(key: string, now: Instant, keepUntil: Instant): Promise<boolean>;
  /** Resolves when the store can be read and written now; it connects, if need be. */
  ping(): Promise<void>;
  /** Finishes what was begun and lets go. */
  close(): Promise<void>;
}
