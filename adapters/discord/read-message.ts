import { MessageType } from 'discord.js';
import { z } from 'zod';
import { plainWords, plainWordsAndChannels } from './text.ts';
import type { Utterance } from './utterance.ts';

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  author: z.object({ id: z.string(), bot: z.boolean().nullish() }),
  webhook_id: z.string().nullish(),
  type: z.number(),
  content: z.string(),
  member: z.object({ roles: z.array(z.string()).nullish() }).nullish(),
  mentions: z.array(z.object({ id: z.string() })).nullish(),
});

/** What people write; everything else is news of the server, or a command. */
const SPOKEN: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply]);

/**
 * The utterance in a message; undefined where there is none for us: our own messages, those of bots and webhooks, and
 * what people say to each other. Without the privileged intent Discord sends the words of messages that mention the bot,
 * and of direct messages; those of others are empty. `isThread` says which channels are threads.
 */
export function readMessage(
  event: unknown,
  self: string,
  isThread: (channel: string) => boolean,
): Utterance | undefined {
  const read = message.safeParse(event);
  if (!read.success) return undefined;
  const { id, channel_id: channel, guild_id: guild, author, webhook_id, type, content, mentions, member } = read.data;
  if (author.id === self || author.bot || webhook_id || !SPOKEN.has(type)) return undefined;
  const mentioned = (mentions ?? []).some((one) => one.id === self) || new RegExp(`<@!?${self}>`).test(content);
  const base = {
    v: 1 as const,
    key: `discord:message:${id}`,
    ...(guild && { guild }),
    channel,
    person: author.id,
    text: wordsOf(content),
    message: id,
    isPrivate: false,
    ...(guild && { isOfPublic: true, member: { roles: member?.roles ?? [] } }),
  };
  if (!guild) return { ...base, sort: 'direct', isConversation: true };
  const inThread = isThread(channel);
  if (mentioned) return { ...base, sort: 'mention', isConversation: inThread };
  // Words that are meant for another person are none of the bot's business.
  if (!inThread || base.text === '' || /<@[!&]?\d+>/.test(content)) return undefined;
  return { ...base, sort: 'overheard', isConversation: true };
}

function wordsOf(content: string): string {
  const words = plainWords(content);
  return /^digests?\b/i.test(words) ? plainWordsAndChannels(content) : words;
}
