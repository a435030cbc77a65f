import type { DeskRequest } from '../../src/chat/desk-request.ts';
import { lackingReply } from '../../src/reply/notice-reply.ts';
import type { Caller, DeskAnswer } from '../desk.ts';
import { callerOf } from './caller.ts';
import type { Handling } from './handling.ts';
import { namesOf, TO_WRITE, TO_WRITE_IN_A_THREAD } from './permissions.ts';
import type { Utterance } from './utterance.ts';

/** Has the desk serve what is asked. A digest for a channel where the bot is known not to be able to post is not begun. */
export async function serveAtDesk(
  request: DeskRequest,
  utterance: Utterance,
  thread: string | undefined,
  handling: Pick<Handling, 'api' | 'places' | 'desk' | 'settings'>,
): Promise<DeskAnswer> {
  const isWatching = request.sort === 'watch' || request.sort === 'watch answer';
  const caller = await callerOf(utterance, { isWatching, ...(thread && { thread }) }, handling);
  const lacking = lackingFor(request, caller, utterance, handling.places);
  return lacking.length > 0
    ? { reply: lackingReply(lacking, 'post digests'), citations: [] }
    : await handling.desk.serve(request, caller);
}

function lackingFor(
  request: DeskRequest,
  caller: Caller,
  { guild }: Utterance,
  places: Handling['places'],
): readonly string[] {
  if (request.sort !== 'subscribe' && !(request.sort === 'edit' && request.wishes.channel)) return [];
  const channel = request.wishes.channel ?? caller.channel;
  // Of other servers nothing is told.
  if (!guild || places.isIn(guild, channel) !== true) return [];
  const wanted = places.sortOf(channel) === 'thread' ? TO_WRITE_IN_A_THREAD : TO_WRITE;
  return namesOf(places.missing(channel, wanted) ?? []);
}
