import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/**
 * Why Discord said no for good; trying again is of no use, and too many tries get the bot shut out.
 * `token`: the interaction is over, or was never acknowledged. `closed`: the person takes no direct messages.
 */
export type Refusal = 'token' | 'permission' | 'gone' | 'closed' | 'thread exists' | 'acknowledged' | 'other';

const REFUSALS: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
  [RESTJSONErrorCodes.UnknownWebhook, 'token'],
  [RESTJSONErrorCodes.UnknownInteraction, 'token'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'token'],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'acknowledged'],
  [RESTJSONErrorCodes.MissingAccess, 'permission'],
  [RESTJSONErrorCodes.MissingPermissions, 'permission'],
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'gone'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'closed'],
  [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage, 'thread exists'],
]);

const FORBIDDEN = 403;

/** Undefined for what may pass: the network, an outage. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return REFUSALS.get(Number(error.code)) ?? (error.status === FORBIDDEN ? 'permission' : 'other');
}
