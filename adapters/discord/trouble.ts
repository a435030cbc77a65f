import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { namesOf, type Permission } from './permissions.ts';

/**
 * What went wrong with something that is tried once. `later`: it was not done, and may be tried again. `refused`: it was
 * not done, and only a person can help; `isGone`: there is no such channel. `broke`: nobody knows whether it was done. `because` is one line for people.
 */
export type Trouble =
  | { readonly sort: 'later'; readonly because: string; readonly afterMs?: number }
  | { readonly sort: 'refused'; readonly because: string; readonly isGone?: boolean }
  | { readonly sort: 'broke'; readonly because: string };

const ANOTHER = 'choose another channel';
const GONE = `the channel is gone, or the bot is no longer in the server: invite the bot again, or ${ANOTHER}`;
const NOT_OURS = 'the message is gone, or is not the bot’s';
const LOCKED = `the thread is locked: open it again, or ${ANOTHER}`;
const OVERLOADED = 'Discord does not take it for now';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json: what only a person can mend. */
const FOR_GOOD: ReadonlyMap<number, string> = new Map<number, string>([
  [RESTJSONErrorCodes.UnknownChannel, GONE],
  [RESTJSONErrorCodes.UnknownGuild, GONE],
  [RESTJSONErrorCodes.UnknownMessage, NOT_OURS],
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser, NOT_OURS],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'the person takes no direct messages from the bot'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, LOCKED],
  [RESTJSONErrorCodes.ThreadLocked, LOCKED],
  [
    RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
    'AutoMod blocks it: exempt the bot’s role from its rules',
  ],
]);
const FOR_NOW: ReadonlySet<number> = new Set<number>([
  RESTJSONErrorCodes.FeatureTemporarilyDisabledServerSide,
  RESTJSONErrorCodes.APIResourceOverloaded,
]);
const FORBIDDING: ReadonlySet<number> = new Set<number>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const NOT_FOUND = 404;

/** The connection did not come about, so that nothing was sent. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** By what a request was rejected with. `lacking` are the permissions that are missing where one is. */
export function troubleOf(error: unknown, lacking: () => readonly Permission[]): Trouble {
  if (error instanceof RateLimitError)
    return { sort: 'later', because: OVERLOADED, afterMs: Math.max(error.timeToReset, error.retryAfter, 0) };
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    if (FOR_NOW.has(code)) return { sort: 'later', because: OVERLOADED };
    const because = FOR_GOOD.get(code) ?? unnamed(code, error.status, lacking);
    return { sort: 'refused', because, isGone: code === RESTJSONErrorCodes.UnknownChannel };
  }
  if (error instanceof HTTPError)
    return { sort: 'broke', because: `Discord reported a fault of its own (${error.status})` };
  return codesOf(error).some((code) => NOT_SENT.has(code))
    ? { sort: 'later', because: 'Discord cannot be reached' }
    : { sort: 'broke', because: 'the connection to Discord broke' };
}

function unnamed(code: number, status: number, lacking: () => readonly Permission[]): string {
  if (status === UNAUTHORIZED) return 'the bot’s token is not accepted: whoever runs the bot has to renew it';
  if (status === FORBIDDEN || FORBIDDING.has(code)) return lackingBecause(lacking());
  return status === NOT_FOUND ? GONE : `Discord refuses it (${code})`;
}

/** Which permissions are missing, and what to do. */
export function lackingBecause(permissions: readonly Permission[]): string {
  const names = namesOf(permissions).map((name) => `“${name}”`);
  const named = names.length === 1 ? `permission ${names[0]}` : `permissions ${names.join(', ')}`;
  return `the bot lacks the ${named} there: grant it in the settings of the channel, or ${ANOTHER}`;
}

/** Of a network's error and of what caused it. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as { readonly code?: unknown };
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(error.cause)];
}
