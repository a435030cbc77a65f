import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Logger } from '../log.ts';
import { COMMANDS } from './commands.ts';

const NOT_FOUND = 404;

/**
 * Tells Discord the commands where they differ from those that are there; a change there takes a while to arrive in
 * all clients, and there is a limit to changes a day. With a server, they are its own and there at once.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  guild: string | undefined,
  log: Logger,
): Promise<void> {
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
  const there = await rest
    .get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
    .catch((error: unknown) => {
      if (error instanceof DiscordAPIError && error.status === NOT_FOUND) return [];
      throw error;
    });
  if (isSame(there, COMMANDS)) return;
  await rest.put(route, { body: COMMANDS });
  log.info({ commands: COMMANDS.length }, 'the commands are registered');
}

/** True where both say the same: what Discord adds by itself, and fields that say nothing, are left out. */
export function isSame(there: unknown, ours: unknown): boolean {
  return JSON.stringify(projected(there)) === JSON.stringify(projected(ours));
}

/** Fields that Discord sets. */
const ITS_OWN: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'nsfw',
  'default_member_permissions',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
  'handler',
]);

function projected(value: unknown): unknown {
  if (Array.isArray(value)) return byName(value.map(projected));
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value)
    .filter(([name, of]) => !ITS_OWN.has(name) && !saysNothing(of))
    .map(([name, of]) => [name, projected(of)] as const);
  return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === false || value === '';
}

/** The order of commands, contexts and the like is Discord's; that of options is what people see, and they keep it. */
function byName(list: unknown[]): unknown[] {
  const isOrdered = list.some(
    (one) => typeof one === 'object' && one !== null && 'description' in one && !('contexts' in one),
  );
  return isOrdered ? list : [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
