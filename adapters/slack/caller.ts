import type { DeskRequest } from '../../src/chat/desk-request.ts';
import type { Caller } from '../desk.ts';
import { writeAddress } from './address.ts';
import { COMMAND } from './labels.ts';
import type { SlackParts } from './parts.ts';
import { managesChannel, timeZoneOf } from './people.ts';
import { type InstallationKey, scopeOf, type Utterance } from './utterance.ts';
import type { SlackClient } from './web-client.ts';

/** Where somebody stands who asks something of the desk. */
export interface Standing {
  readonly installation: InstallationKey;
  readonly person: string;
  readonly channel: string;
  /** It is a direct message. */
  readonly personal: boolean;
  /** The channel of the direct messages with the bot, where it is known. */
  readonly direct?: string;
  readonly thread?: string;
  /** The same for each delivery of one event. */
  readonly key: string;
  /** What is answered is seen by the person alone. */
  readonly isPrivate: boolean;
}

/** Where whoever said it stands. */
export function standingOf({ installation, person, channel, thread, key, sort }: Utterance): Standing {
  const personal = isDirect(channel);
  return {
    installation,
    person,
    channel,
    personal,
    ...(sort === 'direct' && { direct: channel }),
    ...(thread && { thread }),
    key,
    isPrivate: sort === 'command',
  };
}

/** What concerns one person's questions, and no channel. */
const OF_A_PERSON: ReadonlySet<DeskRequest['sort']> = new Set(['watch', 'watch answer', 'watching', 'unwatch']);

export type CallerParts = Pick<SlackParts, 'log' | 'settings'>;

/** The person at the desk. What somebody watches from where nobody else sees it is told to nobody else. */
export function callerOf(
  { installation, person, channel, personal, direct, thread, key, isPrivate }: Standing,
  sort: DeskRequest['sort'],
  client: SlackClient,
  { log, settings }: CallerParts,
): Caller {
  const alone = personal || (isPrivate && OF_A_PERSON.has(sort));
  return {
    scope: scopeOf(installation),
    person,
    // The id of a person stands for the channel to them: of a command it is not known whose direct messages they are.
    channel: alone ? person : channel,
    personal: alone,
    ...(thread && !(alone && !personal) && { thread }),
    key,
    address: writeAddress(installation, alone ? direct : undefined),
    commands: isPrivate ? `${COMMAND} ` : '',
    timeZone: () => timeZoneOf(client, person, log),
    mayManage: async (of) =>
      of === person ? alone : settings.digestsByEveryone || (await managesChannel(client, person, of, log)),
  };
}

/** A person's id, which stands for the channel to them. */
export function isPerson(channel: string): boolean {
  return /^[UW]/.test(channel);
}

/** Direct messages have ids of their own. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
