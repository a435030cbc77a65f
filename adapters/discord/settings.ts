import type { Settings } from '../settings.ts';
import type { DiscordSettings } from './parts.ts';

/** How Discord is set up; undefined where it is off. That what belongs together is there was checked before. */
export function discordSettings(read: Settings): DiscordSettings | undefined {
  if (!read.DISCORD_TOKEN) return undefined;
  return {
    token: read.DISCORD_TOKEN,
    ...(read.DISCORD_GUILD_ID && { guild: read.DISCORD_GUILD_ID }),
    ...(read.DISCORD_API_URL && { apiUrl: read.DISCORD_API_URL }),
    ...(read.PUBLIC_URL && { publicUrl: read.PUBLIC_URL }),
    ...(read.DISCORD_SHARDS &&
      read.DISCORD_SHARD_COUNT !== undefined && {
        shards: { ids: read.DISCORD_SHARDS, count: read.DISCORD_SHARD_COUNT },
      }),
    digestsByEveryone: read.DIGEST_MANAGERS === 'everyone',
    personPerMinute: read.DISCORD_PERSON_PER_MINUTE,
    guildPerMinute: read.DISCORD_GUILD_PER_MINUTE,
  };
}
