import type { DeskRequest, DigestWishes } from '../../src/chat/desk-request.ts';
import { readTopics } from '../../src/chat/digest-wishes.ts';

/** The options of the commands about digests and watched questions. */
export const DESK_OPTION = {
  digest: 'digest',
  when: 'when',
  timeZone: 'time_zone',
  channel: 'channel',
  audience: 'audience',
  topics: 'topics',
  grace: 'grace',
  unchanged: 'unchanged',
  watched: 'watched',
} as const;

/** The options that a command was given. */
export interface Given {
  text(name: string): string | undefined;
  number(name: string): number | undefined;
}

/** A command that nothing was said with: it opens a form. */
export interface FormWanted {
  /** Absent for a new digest, and where the only one of the channel is meant. */
  readonly id?: string;
  readonly isNew: boolean;
}

/** What `digest NAME` asks with these options; undefined for what is none of its commands. */
export function digestRequest(name: string, given: Given): DeskRequest | FormWanted | undefined {
  const id = idIn(given, DESK_OPTION.digest);
  const wishes = wishesIn(given);
  const isBare = Object.keys(wishes).length === 0;
  switch (name) {
    case 'subscribe':
      return isBare ? { isNew: true } : { sort: name, wishes };
    case 'edit':
      return isBare ? { isNew: false, ...id } : { sort: name, ...id, wishes };
    case 'preview':
      return { sort: name, ...id, wishes };
    case 'now':
    case 'pause':
    case 'resume':
    case 'remove':
    case 'history':
      return { sort: name, ...id };
    case 'list':
      return { sort: name };
    default:
      return undefined;
  }
}

/** What `unwatch` asks. */
export function unwatchRequest(given: Given): DeskRequest {
  return { sort: 'unwatch', ...idIn(given, DESK_OPTION.watched) };
}

function idIn(given: Given, name: string): { readonly id?: string } {
  const typed = given.text(name)?.trim().replace(/^#/, '').toLowerCase();
  return typed ? { id: typed } : {};
}

function wishesIn(given: Given): DigestWishes {
  const when = given.text(DESK_OPTION.when)?.trim();
  const timeZone = given.text(DESK_OPTION.timeZone)?.trim();
  const channel = given.text(DESK_OPTION.channel);
  const audience = given.text(DESK_OPTION.audience)?.trim();
  const topics = given.text(DESK_OPTION.topics);
  const graceMinutes = given.number(DESK_OPTION.grace);
  const unchanged = given.text(DESK_OPTION.unchanged);
  return {
    ...(when && { when }),
    ...(timeZone && { timeZone }),
    ...(channel && { channel }),
    ...(audience && { audience }),
    ...(topics !== undefined && { topics: readTopics(topics) }),
    ...(graceMinutes !== undefined && { graceMinutes }),
    ...((unchanged === 'nothing' || unchanged === 'one line') && { whenUnchanged: unchanged }),
  };
}
