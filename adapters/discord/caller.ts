import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Caller } from '../desk.ts';
import type { Handling } from './handling.ts';
import { COMMAND } from './labels.ts';
import { scopeOf, type Utterance } from './utterance.ts';

type Knowing = Pick<Handling, 'api' | 'places' | 'settings'>;

/**
 * Who stands at the desk. `thread` is where the answer to a mention stands. What one person alone saw asked is told to
 * that person, and so is everything where the bot cannot post by itself.
 */
export async function callerOf(
  utterance: Utterance,
  { thread, isWatching }: { readonly thread?: string; readonly isWatching: boolean },
  { api, places, settings }: Knowing,
): Promise<Caller> {
  const { guild, channel, person, key, isGuest = false, isOfPublic = false, isConversation } = utterance;
  const scope = scopeOf(utterance);
  const isDirect = !guild && !isGuest;
  const personal = isDirect || isGuest || (isWatching && !isOfPublic);
  // Of a direct message the channel is at hand; the one to a person in a server has to be asked for.
  const own = !personal || isDirect ? channel : await api.directChannel(person);
  const home = personal ? own : places.homeOf(channel);
  const inside = thread ?? (isConversation && home !== channel ? channel : undefined);
  return {
    scope,
    person,
    channel: home,
    personal,
    ...(!personal && inside && { thread: inside }),
    ...(personal && { address: own }),
    // Discord tells nobody's.
    timeZone: () => Promise.resolve(undefined),
    mayManage: (wanted) =>
      Promise.resolve(
        (personal && wanted === own) ||
          // What is not here has its own people, whoever is asked.
          (settings.digestsByEveryone && guild !== undefined && wanted === home) ||
          mayManage(utterance, wanted, places),
      ),
    key,
    commands: utterance.interaction ? `/${COMMAND} ` : '',
  };
}

/** Manage Channel there, or Manage Server. */
function mayManage(utterance: Utterance, wanted: string, places: Handling['places']): boolean {
  const { guild, channel, person, member, isGuest } = utterance;
  if (!guild || !member || isGuest) return false;
  const isHere = wanted === channel || wanted === places.homeOf(channel);
  // Discord says it of the channel where a command was given, and has the last word there.
  if (isHere && member.permissions !== undefined) return canManage(member.permissions);
  if (places.isIn(guild, wanted) !== true) return false;
  return places.mayManage(wanted, { person, roles: member.roles }) ?? false;
}

function canManage(permissions: string): boolean {
  const held = new PermissionsBitField(BigInt(permissions));
  return held.has(PermissionFlagsBits.ManageChannels) || held.has(PermissionFlagsBits.ManageGuild);
}
