import type { Citation } from './answer/answer.ts';
import type { Reply } from './reply/reply.ts';
import type { Instant, Scope } from './store/scope.ts';

/** Where something is posted unasked: by the clock, or because an answer changed. */
export interface Place {
  readonly scope: Scope;
  /** A channel, or the person where it goes to one alone. */
  readonly channel: string;
  readonly personal: boolean;
  /** The thread in it; absent for the channel itself. */
  readonly thread?: string;
  /** What the platform's adapter needs besides to post there, as it wrote it. */
  readonly address?: string;
}

export interface Posting {
  readonly reply: Reply;
  /** By the marks of the reply. */
  readonly citations: readonly Citation[];
  /** The same for each try of one occurrence and for no other: the platform may tell a repetition by it. */
  readonly key: string;
  /** `digest`: with buttons to manage the subscription. `note`: a line beside an answer. */
  readonly dress: { readonly sort: 'digest'; readonly subscription: string } | { readonly sort: 'note' };
}

/**
 * `later`: not posted, and trying again may help. `refused`: not posted, and only a person can help. `unsure`: nobody
 * knows whether it is posted. `because` is one line for people.
 */
export type PostOutcome =
  | { readonly result: 'posted'; readonly message: string; readonly link?: string }
  | { readonly result: 'later'; readonly because: string; readonly afterMs?: number }
  | { readonly result: 'refused'; readonly because: string }
  | { readonly result: 'unsure'; readonly because: string };

/** A platform as somewhere to post to unasked. Nothing here rejects. */
export interface Outlet {
  /** `slack`, `discord`. */
  readonly platform: string;
  /** Whether a reply with its citations fits one message. */
  fits(reply: Reply, citations: readonly Citation[]): boolean;
  post(place: Place, posting: Posting): Promise<PostOutcome>;
  /** After a crash: whether something with this key stands there. `since`: not before this instant. */
  find(
    place: Place,
    key: string,
    since: Instant,
  ): Promise<
    | { readonly found: 'there'; readonly message: string; readonly link?: string }
    | { readonly found: 'not there' | 'unknown' }
  >;
  /** Tells one person alone. False where that is not possible. */
  tell(scope: Scope, person: string, reply: Reply, address?: string): Promise<boolean>;
  /** Marks a message of ours as one that no longer holds; `line` says so where the platform can show it. */
  mark(place: Place, message: string, line: string): Promise<PostOutcome>;
}
