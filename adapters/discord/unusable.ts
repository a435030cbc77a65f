import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';

/** Discord does not let the bot in, and trying again does not help. The message is one line and holds its remedy. */
export class DiscordUnusable extends Error {
  override readonly name = 'DiscordUnusable';
}

const TOKEN = 'DISCORD_TOKEN is refused: reset the token on the page of the application, and copy it';

const CLOSED: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]: 'DISCORD_SHARDS is refused: its numbers must be below DISCORD_SHARD_COUNT',
  [GatewayCloseCodes.ShardingRequired]: 'the bot is in too many servers for one connection: leave DISCORD_SHARDS out',
  [GatewayCloseCodes.InvalidAPIVersion]: 'this version of Discord’s interface is gone: update the service',
  [GatewayCloseCodes.InvalidIntents]: 'the intents are refused: update the service',
  [GatewayCloseCodes.DisallowedIntents]: 'the intents are refused: look at the page of the application, under “Bot”',
};

/** For the code that closed a connection for good. */
export function closedForGood(code: number): DiscordUnusable {
  return new DiscordUnusable(`Discord closed the connection (${code}): ${CLOSED[code] ?? 'start the service again'}.`);
}

const UNAUTHORIZED = 401;

/** Undefined for what may pass: the network, an outage, a limit. */
export function unusableBecause(error: unknown): DiscordUnusable | undefined {
  const refused =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === UNAUTHORIZED);
  return refused ? new DiscordUnusable(`Discord: ${TOKEN}.`, { cause: error }) : undefined;
}
