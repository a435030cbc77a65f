import type { Bot } from '../../src/bot.ts';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Store } from '../../src/store.ts';
import type { Answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import type { RememberGiven } from '../given.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** How the Slack app is set up. */
export interface SlackSettings {
  /** One workspace. */
  readonly botToken?: string;
  /** Socket Mode; without it HTTP mode. */
  readonly appToken?: string;
  /** HTTP mode. */
  readonly signingSecret?: string;
  /** Many workspaces. */
  readonly oauth?: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly stateSecret: string;
    /** The first one encrypts; the others still decrypt what they once encrypted. */
    readonly encryptionKeys: readonly Buffer[];
  };
  /** Another server in place of Slack's. */
  readonly apiUrl?: string;
  /** Where people reach the pages; marks lead there. */
  readonly publicUrl?: string;
  /** People of other workspaces in shared channels are answered. */
  readonly allowExternal: boolean;
  /** Everybody may set up digests of a channel; else those who manage it. */
  readonly digestsByEveryone: boolean;
  /** Utterances and clicks in a minute; 0: any number. */
  readonly personPerMinute: number;
  readonly workspacePerMinute: number;
}

/** What the Slack app is made of. */
export interface SlackParts {
  readonly settings: SlackSettings;
  readonly bot: Bot;
  readonly answering: Answering;
  /** Digests and watched questions. */
  readonly desk: Desk;
  /** Called for each answer that stands where everybody sees it. */
  readonly rememberGiven: RememberGiven;
  readonly store: Store & PendingEvents;
  readonly log: Logger;
  readonly metrics: Metrics;
}
