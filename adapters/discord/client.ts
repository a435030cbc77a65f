import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../log.ts';
import { restOptions } from './api.ts';
import type { Intake } from './intake.ts';
import { type Gone, readChannelDelete, readGuildDelete } from './lifecycle.ts';
import type { DiscordSettings } from './parts.ts';
import { closedForGood } from './unusable.ts';

const ready = z.object({ user: z.object({ id: z.string() }), application: z.object({ id: z.string() }) });

export interface Connected {
  readonly self: string;
  readonly application: string;
}

/**
 * A client of the gateway: it connects, resumes and shards. What it takes apart is not used; events are read as Discord
 * sends them, so that one that was kept is read in the same way. Only channels, roles and the bot's own membership
 * are remembered, for permissions.
 */
export function makeClient(
  settings: DiscordSettings,
  {
    intake,
    log,
    onReady,
    onGone,
    onUnusable,
  }: {
    readonly intake: Intake;
    readonly log: Logger;
    readonly onReady: (connected: Connected) => void;
    /** A server, or a channel of one, is no longer there for the bot. */
    readonly onGone: (gone: Gone) => void;
    /** Discord closed a connection for good, or a session: the process has to be started anew. */
    readonly onUnusable: (error: Error) => void;
  },
): Client {
  const own = (one: { readonly id: string; readonly client: { readonly user: { readonly id: string } | null } }) =>
    one.id === one.client.user?.id;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(settings.apiUrl),
    ...(settings.shards ? { shards: [...settings.shards.ids], shardCount: settings.shards.count } : { shards: 'auto' }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...NOT_REMEMBERED,
      GuildMemberManager: { maxSize: 0, keepOverLimit: own },
      UserManager: { maxSize: 0, keepOverLimit: own },
    }),
    sweepers: Options.DefaultSweeperSettings,
  });
  client.ws.on(GatewayDispatchEvents.Ready, (event: unknown) => {
    const read = ready.safeParse(event);
    if (read.success) onReady({ self: read.data.user.id, application: read.data.application.id });
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (event: unknown) => intake.message(event));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (event: unknown) => intake.interaction(event));
  const goneBy = (read: (event: unknown) => Gone | undefined) => (event: unknown) => {
    const gone = read(event);
    if (gone) onGone(gone);
  };
  client.ws.on(GatewayDispatchEvents.GuildDelete, goneBy(readGuildDelete));
  client.ws.on(GatewayDispatchEvents.ChannelDelete, goneBy(readChannelDelete));
  client.ws.on(GatewayDispatchEvents.ThreadDelete, goneBy(readChannelDelete));
  // Without a listener an error would end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'the client of Discord reports a fault'));
  client.on(Events.Warn, () => log.warn('the client of Discord warns'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'a connection to Discord broke'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'a connection to Discord is opened again'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'a session is resumed'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    // A close of our own is no fault.
    if (code === NORMAL_CLOSURE) return;
    log.error({ shard, code }, 'Discord closed a connection for good');
    onUnusable(closedForGood(code));
  });
  client.on(Events.Invalidated, () => onUnusable(closedForGood(NORMAL_CLOSURE)));
  return client;
}

const NORMAL_CLOSURE = 1000;

const NOT_REMEMBERED = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};
