import type { ChatRequest } from '../../src/chat/request.ts';
import type { Handling } from './handling.ts';
import { LABEL } from './labels.ts';
import { type Permission, TO_OPEN_A_THREAD, TO_WRITE, TO_WRITE_IN_A_THREAD } from './permissions.ts';
import { refusalOf } from './refusal.ts';
import type { Utterance } from './utterance.ts';

/** Where the answer to a mention stands. */
export type Ground =
  | { readonly sort: 'thread'; readonly channel: string; readonly isNew: boolean }
  /** `lacking`: what a thread would have needed. */
  | { readonly sort: 'channel'; readonly channel: string; readonly lacking: readonly Permission[] }
  | { readonly sort: 'nowhere'; readonly lacking: readonly Permission[] };

/**
 * A thread that is opened for it, the thread where it was said, or the channel where threads cannot be had. What is
 * known to be forbidden is not tried.
 */
export async function groundFor(
  { channel, message = '', text, isConversation }: Utterance,
  request: ChatRequest,
  { api, places }: Pick<Handling, 'api' | 'places'>,
): Promise<Ground> {
  const here = (lacking: readonly Permission[]): Ground => {
    const missing = places.missing(channel, TO_WRITE) ?? [];
    return missing.length === 0
      ? { sort: 'channel', channel, lacking }
      : { sort: 'nowhere', lacking: [...new Set([...missing, ...lacking])] };
  };
  const sort = isConversation ? 'thread' : (places.sortOf(channel) ?? 'threads');
  if (sort === 'thread') {
    const lacking = places.missing(channel, TO_WRITE_IN_A_THREAD) ?? [];
    return lacking.length === 0 ? { sort: 'thread', channel, isNew: false } : { sort: 'nowhere', lacking };
  }
  if (sort === 'plain') return here([]);
  const lacking = places.missing(channel, TO_OPEN_A_THREAD) ?? [];
  if (lacking.length > 0) return here(lacking);
  try {
    const thread = await api.openThread(channel, message, text || request.text || LABEL.thread);
    return { sort: 'thread', channel: thread, isNew: true };
  } catch (error) {
    switch (refusalOf(error)) {
      case 'permission':
        return here(['CreatePublicThreads']);
      // Only what is not known was tried, and a thread takes no threads.
      case 'other':
        return { sort: 'thread', channel, isNew: false };
      case 'gone':
        return here([]);
      default:
        throw error;
    }
  }
}
