import type { DeclineReason } from './answer/answer.ts';
import type { IsoDate } from './model.ts';

/**
 * What the service remembers, behind a port: `adapters/storage` keeps it in SQLite or PostgreSQL, and
 * `tests/storage/contract.ts` says what either must do.
 *
 * Every method may reject with {@link StoreUnavailable}; a caller that can go on without the store does. A promise that
 * resolves was written durably. The store has no clock: instants are given.
 */

/** An instant in UTC as `Date.prototype.toISOString` writes it, `2026-04-28T09:00:00.000Z`: it sorts as text. */
export type Instant = string;

/**
 * Whose data it is: one workspace of one platform (a Slack team, a Discord server, the web page). What one scope
 * writes, no other reads, changes or deletes, even where ids are the same.
 */
export interface Scope {
  /** `slack`, `discord`, `web`. */
  readonly platform: string;
  /** The platform's own id; of an organisation where that is what installed the bot. */
  readonly workspace: string;
}

/** Where a quoted statement stands; its words are in the corpus, not in the store. */
export interface StatementPlace {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** One answer given, and the turn that asked for it. */
export interface AnswerRecord {
  /** Chosen by the caller, unique in its scope. */
  readonly id: string;
  /** The thread, direct message or page that it belongs to; absent for a question that stands alone. */
  readonly conversation?: string;
  /** The channel in which everybody saw it asked; absent for what was asked in private. */
  readonly channel?: string;
  /** The platform's id of who asked; absent where nobody is known. */
  readonly person?: string;
  /** The raw text that the person sent. */
  readonly utterance: string;
  /** The utterance as it was asked: addressed to us, cleaned. */
  readonly question: string;
  /**
   * How many turns were read to answer, this one included. Their words are not repeated here: each stands with the
   * person who said it, and goes when that person is forgotten.
   */
  readonly turns: number;
  readonly outcome: 'answered' | 'declined';
  /** Why it was declined. */
  readonly reason?: DeclineReason;
  /** What was quoted, in the order shown; empty when declined. */
  readonly statements: readonly StatementPlace[];
  /** 0 to 1. */
  readonly confidence: number;
  /** The day up to which the answer holds. */
  readonly asOf?: IsoDate;
  /** `Corpus.version`. */
  readonly corpus: string;
  readonly tookMs: number;
  readonly at: Instant;
}

export type FeedbackVerdict = 'helpful' | 'not-helpful';

export interface Feedback {
  /** `AnswerRecord.id`. */
  readonly answer: string;
  /** Who judges; any id that stays the same for one judge (an answer of the web page is its own). */
  readonly person: string;
  readonly verdict: FeedbackVerdict;
  /** In the person's own words. */
  readonly reason?: string;
  readonly at: Instant;
}

/** A workspace's tokens, encrypted by the caller: the store never sees what is in them. */
export interface Installation {
  readonly scope: Scope;
  readonly payload: string;
  /** Which key encrypted the payload. */
  readonly keyId: string;
  readonly at: Instant;
}

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

export interface Due {
  /** The instant that the schedule names. */
  readonly occurrence: Instant;
  /** When it is posted: a little later, so that not everybody is served in one second. */
  readonly at: Instant;
}

export interface Told {
  /** The corpus state that `Store.corpusState` holds, by `Corpus.version`. */
  readonly version: string;
  readonly at: Instant;
}

/**
 * A question whose answer is looked at again when the corpus changes. `watch`: somebody asked to be told. `given`: an
 * answer that stands in a channel and may become untrue.
 */
export interface StandingQuestion {
  readonly scope: Scope;
  /** Unique in its scope; of a given answer, `AnswerRecord.id`. */
  readonly id: string;
  readonly sort: 'watch' | 'given';
  /** Who watches, or asked. */
  readonly person?: string;
  readonly channel: string;
  /** Only its person is told. */
  readonly personal: boolean;
  readonly thread?: string;
  /** The message that holds the answer. */
  readonly message?: string;
  /**
   * The question with the turns that it leans on, oldest first, all of them its person's own words. Empty for a given
   * answer: `Store.turnsOf` has them.
   */
  readonly turns: readonly string[];
  /** What the answer rested on when it was last looked at, as the caller wrote it. */
  readonly basis: string;
  /** `Corpus.version` against which it was last looked at. */
  readonly corpus: string;
  /** How often a change has been told. */
  readonly changes: number;
  readonly address?: string;
  readonly at: Instant;
}

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

export interface Lease {
  /** Unique for one process. */
  readonly owner: string;
  readonly now: Instant;
  /** Until when nobody else may take over. */
  readonly until: Instant;
}

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

/** A question that the sources did not answer. It does not say who asked. */
export interface DeclinedQuestion {
  readonly scope: Scope;
  readonly question: string;
  readonly reason?: DeclineReason;
  readonly at: Instant;
}

/** How many of each the store holds, or has deleted. */
export interface HeldCounts {
  readonly answers: number;
  readonly feedback: number;
  readonly settings: number;
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly standing: number;
  readonly installations: number;
}

export interface SweptCounts {
  readonly answers: number;
  readonly deliveries: number;
  readonly claims: number;
}

export interface Store {
  // Conversations and answers

  /** The latest `limit` utterances of a conversation, oldest first; equal instants in order of answer id. */
  turns(scope: Scope, conversation: string, limit: number): Promise<readonly string[]>;
  /** Writes the turn and its answer, both or neither. An id that is there already stays as it is, so one may retry. */
  recordAnswer(scope: Scope, answer: AnswerRecord): Promise<void>;
  answer(scope: Scope, id: string): Promise<AnswerRecord | undefined>;
  /** The utterances that this answer was given to, oldest first, its own last; undefined where one of them is gone. */
  turnsOf(scope: Scope, id: string): Promise<readonly string[] | undefined>;
  /** What this person asked, newest first. */
  recentAnswers(scope: Scope, person: string, limit: number): Promise<readonly AnswerRecord[]>;
  /** Declined questions at or after `since`, oldest first; of all scopes without one. */
  declined(since: Instant, scope?: Scope): Promise<readonly DeclinedQuestion[]>;
  /** Questions that were asked for everybody to see in this channel, and declined, oldest first; each wording once. */
  declinedIn(scope: Scope, channel: string, limit: number): Promise<readonly string[]>;

  // Feedback

  /** A later one of the same person on the same answer replaces it. False where the scope has no such answer. */
  giveFeedback(scope: Scope, feedback: Feedback): Promise<boolean>;
  /** Oldest first. */
  feedbackOn(scope: Scope, answer: string): Promise<readonly Feedback[]>;

  // Settings: `subject` is whom or what one holds for, the id of a person, a channel or the workspace itself

  setting(scope: Scope, subject: string, name: string): Promise<string | undefined>;
  saveSetting(scope: Scope, subject: string, name: string, value: string): Promise<void>;
  /** False where there was none. */
  removeSetting(scope: Scope, subject: string, name: string): Promise<boolean>;

  // Events

  /**
   * True for exactly one of all who claim this key until `keepUntil`, across processes: an event that a platform
   * delivers twice is handled once. The key holds nobody's name or words.
   */
  claimOnce(key: string, now: Instant, keepUntil: Instant): Promise<boolean>;

  // Installations

  saveInstallation(installation: Installation): Promise<void>;
  installation(scope: Scope): Promise<Installation | undefined>;
  /** False where there was none. */
  removeInstallation(scope: Scope): Promise<boolean>;
  /** All of a platform, by workspace. */
  installations(platform: string): Promise<readonly Installation[]>;

  // Subscriptions and deliveries

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

  // What the corpus said, for telling what is new to a channel

  /** Keeps a state under its `Corpus.version`; one that is there already stays as it is, and counts as kept at `at`. */
  saveCorpusState(version: string, state: string, at: Instant): Promise<void>;
  corpusState(version: string): Promise<string | undefined>;

  // Standing questions

  /** Writes it anew or in place of the one with its id. */
  saveStanding(standing: StandingQuestion): Promise<void>;
  standing(scope: Scope, id: string): Promise<StandingQuestion | undefined>;
  /** What this person watches, oldest first. */
  watchedBy(scope: Scope, person: string): Promise<readonly StandingQuestion[]>;
  /** False where there was none. */
  removeStanding(scope: Scope, id: string): Promise<boolean>;
  /** Standing questions of all scopes that were last looked at against another corpus than this one, oldest first. */
  standingToReview(corpus: string, limit: number): Promise<readonly StandingQuestion[]>;
  /**
   * Writes `basis`, `corpus` and `changes`, and nothing else. False where `changes` is no longer `from`: someone else
   * has moved it.
   */
  moveStanding(standing: StandingQuestion, from: number): Promise<boolean>;

  // Deletion

  /** What is held of one person, or of the whole workspace: what the next two would delete. */
  held(scope: Scope, person?: string): Promise<HeldCounts>;
  /**
   * Deletes this person's answers, the feedback on them, feedback and settings of the person, standing questions and
   * personal subscriptions. Other subscriptions stay, and forget who made them (they are not counted).
   */
  forgetPerson(scope: Scope, person: string): Promise<HeldCounts>;
  /** Deletes everything of the workspace, its installation included. */
  forgetWorkspace(scope: Scope): Promise<HeldCounts>;
  /**
   * Retention: deletes answers (with their feedback), given answers among the standing questions and finished
   * deliveries from before `before`, corpus states of before it that no channel was told up to, and claims whose time
   * has passed at `now`.
   */
  sweep(before: Instant, now: Instant): Promise<SweptCounts>;

  // The store itself

  /** Resolves when the store can be read and written now; it connects, if need be. */
  ping(): Promise<void>;
  /** Finishes what was begun and lets go. */
  close(): Promise<void>;
}

/**
 * `away`: it cannot be reached or took too long. `busy`: another holds it. `read-only`, `full`: it can be read alone.
 * `forbidden`: it lets us not in. `corrupt`: its content cannot be trusted. `misconfigured`: what it was told to open is no
 * store. `closed`: we let go of it.
 */
export type StoreFault = 'away' | 'busy' | 'read-only' | 'full' | 'forbidden' | 'corrupt' | 'misconfigured' | 'closed';

/** The store did not do it, and what it was asked is not acknowledged. The message is one line and holds its remedy. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly what: StoreFault;
  /** The same call may succeed later without anybody's help. */
  readonly retryable: boolean;

  constructor(what: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.what = what;
    this.retryable = what === 'away' || what === 'busy';
  }
}
