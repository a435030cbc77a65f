import type { Answer, Citation } from '../src/answer/answer.ts';
import type { DeskRequest, DigestWishes } from '../src/chat/desk-request.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Scope } from '../src/store/scope.ts';
import type { Subscription } from '../src/store/subscriptions.ts';

/** Who stands at the desk, and where. */
export interface Caller {
  readonly scope: Scope;
  readonly person: string;
  /** Where it was asked; of a direct message, the channel to the person. */
  readonly channel: string;
  /** It was asked in a direct message: a digest from there goes to the person alone. */
  readonly personal: boolean;
  /** Of the conversation, where there is one: a watched question is told there. */
  readonly thread?: string;
  /** The person's own, an IANA name, where the platform tells it. Asked for only when it is needed. */
  timeZone(): Promise<string | undefined>;
  /** Whether the person may manage what is posted to this channel. */
  mayManage(channel: string): Promise<boolean>;
  /** The same for each delivery of the request: what it makes is made once. */
  readonly key: string;
  /** What the platform's adapter needs to post there later. */
  readonly address?: string;
  /** How a command is begun on the platform: "/name ", or nothing. */
  readonly commands: string;
}

export interface DeskAnswer {
  readonly reply: Reply;
  readonly citations: readonly Citation[];
  /** Set where a question was answered. */
  readonly answer?: Answer;
  /** The subscription that it is about, where it is one: for buttons to manage it. */
  readonly subscription?: Subscription;
}

/** Digests and watched questions, for every chat platform. */
export interface Desk {
  /** Does what is asked and says so. Rejects with `StoreUnavailable` alone; what is wrong with the request is in the reply. */
  serve(request: DeskRequest, caller: Caller): Promise<DeskAnswer>;
  /** What a form for a subscription begins with: of a new one the defaults, of one that is there what it holds. */
  form(id: string | undefined, caller: Caller): Promise<SubscriptionForm | undefined>;
}

export interface SubscriptionForm {
  readonly wishes: Required<Omit<DigestWishes, 'channel'>> & { readonly channel: string };
  /** Names and what they are shown as. */
  readonly audiences: readonly { readonly name: string; readonly label: string }[];
}
