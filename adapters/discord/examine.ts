import { DiscordAPIError, REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Settings } from '../settings.ts';
import { restOptions } from './api.ts';
import { COMMANDS } from './commands.ts';
import { INVITE_PERMISSIONS } from './permissions.ts';
import { isSame } from './register.ts';
import { discordSettings } from './settings.ts';
import { unusableBecause } from './unusable.ts';

/** One thing that was looked at; what is wrong says what to do. */
type Finding = readonly [sort: 'ok' | 'wrong' | 'off', what: string, says: string];

/** Fewer sessions than this left for today are worth a line. */
const FEW_SESSIONS = 10;

/** The link by which somebody adds the bot to a server, with exactly the permissions that it uses. */
function inviteLink(application: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${application}&permissions=${INVITE_PERMISSIONS}&scope=bot+applications.commands`;
}

/** Discord's part of `npm run doctor`: whether it takes the token and lets the bot connect, its servers and commands. */
export async function examineDiscord(read: Settings): Promise<readonly Finding[]> {
  const settings = discordSettings(read);
  if (!settings) return [['off', 'Discord', 'no DISCORD_TOKEN is set: docs/discord.md']];
  const rest = new REST({ ...restOptions(settings.apiUrl), retries: 0, timeout: 5000 }).setToken(settings.token);
  try {
    const { id } = (await rest.get(Routes.user())) as { id: string };
    return [
      ['ok', 'Discord', `the bot’s token is accepted; it is added to a server by ${inviteLink(id)}`],
      await gatewayFinding(rest),
      await commandsFinding(rest, id, settings.guild),
    ];
  } catch (error) {
    const known = unusableBecause(error);
    if (known) return [['wrong', 'Discord', known.message.replace('Discord: ', '')]];
    return [
      error instanceof DiscordAPIError
        ? ['wrong', 'Discord', `it refuses to be asked (${error.status}): look at the page of the application`]
        : ['wrong', 'Discord', 'Discord cannot be reached: look at the network, or set DISCORD_API_URL'],
    ];
  }
}

async function gatewayFinding(rest: REST): Promise<Finding> {
  const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  if (limit.remaining < FEW_SESSIONS)
    return [
      'wrong',
      'Discord',
      `only ${limit.remaining} of ${limit.total} connections are left today: start it less often`,
    ];
  return ['ok', 'Discord', `${shards === 1 ? 'one connection is' : `${shards} connections are`} recommended`];
}

async function commandsFinding(rest: REST, application: string, guild: string | undefined): Promise<Finding> {
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: 'true' });
  try {
    return isSame(await rest.get(route, { query }), COMMANDS)
      ? ['ok', 'Discord', 'the commands are registered']
      : ['ok', 'Discord', 'the commands are registered at the next start'];
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    return guild && error.status === 403
      ? ['wrong', 'Discord', 'DISCORD_GUILD_ID names a server that the bot is not in: invite it, or take the line out']
      : ['ok', 'Discord', 'the commands are registered at the next start'];
  }
}
