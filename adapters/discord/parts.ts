import type { Bot } from '../../src/bot.ts';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Store } from '../../src/store.ts';
import type { Answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import type { RememberGiven } from '../given.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** How the Discord bot is set up. */
export interface DiscordSettings {
  readonly token: string;
  /** A server to register commands in; without it they are registered everywhere. */
  readonly guild?: string;
  /** Another server in place of Discord's. */
  readonly apiUrl?: string;
  /** Where people reach the pages; marks lead there. */
  readonly publicUrl?: string;
  /** Which connections this process holds, of how many; as many as Discord recommends without it. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number };
  /** Everybody in a channel may manage its digests; else whoever may manage the channel or the server. */
  readonly digestsByEveryone: boolean;
  /** Utterances and clicks in a minute; 0: any number. */
  readonly personPerMinute: number;
  readonly guildPerMinute: number;
}

/** What the Discord bot is made of. */
export interface DiscordParts {
  readonly settings: DiscordSettings;
  readonly bot: Bot;
  readonly answering: Answering;
  readonly desk: Desk;
  readonly rememberGiven: RememberGiven;
  readonly store: Store & PendingEvents;
  readonly log: Logger;
  readonly metrics: Metrics;
}
