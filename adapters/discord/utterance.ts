import { z } from 'zod';
import { readDay } from '../../src/chat/day.ts';
import { type ChatRequest, readChatRequest } from '../../src/chat/request.ts';
import type { IsoDate } from '../../src/model.ts';
import type { Scope } from '../../src/store/scope.ts';
import { deskRequestOf, deskRequestSchema } from './desk-schema.ts';

/** By what a reply to an interaction is sent; it holds for 15 minutes. */
export const interactionSchema = z.object({
  id: z.string(),
  application: z.string(),
  token: z.string(),
  /** When it came, in milliseconds. */
  at: z.number(),
});

/** What Discord says of a person in a server: `permissions` hold in the channel of an interaction, and are absent of a message. */
export const memberSchema = z.object({ roles: z.array(z.string()), permissions: z.string().optional() });

/** Something that a person said and waits for a reply to. It is kept until the reply is posted. */
export const utteranceSchema = z.object({
  v: z.literal(1),
  /** The same for every delivery of one event. */
  key: z.string(),
  sort: z.enum(['command', 'check', 'follow-up', 'mention', 'direct', 'overheard', 'desk']),
  /** Absent in direct messages, and where a person alone has installed the bot. */
  guild: z.string().optional(),
  channel: z.string(),
  person: z.string(),
  text: z.string(),
  /** What was typed where a day is asked for. */
  day: z.string().optional(),
  /** The message to answer; absent for an interaction. */
  message: z.string().optional(),
  interaction: interactionSchema.optional(),
  /** Seen by this person alone. */
  isPrivate: z.boolean(),
  /** The person asked for that. */
  wantsPrivate: z.boolean().optional(),
  /** What is said in the channel is one conversation: a thread, or direct messages. */
  isConversation: z.boolean(),
  /** What is asked of the desk by a command, a button or a form; what is typed is in `text`. */
  desk: deskRequestSchema.optional(),
  /** What it is about stands before everybody, though the reply may be for one person. */
  isOfPublic: z.boolean().optional(),
  /** The bot is no member there: a person brought it along. It cannot post there by itself. */
  isGuest: z.boolean().optional(),
  member: memberSchema.optional(),
});

export type Utterance = z.infer<typeof utteranceSchema>;
export type Interaction = z.infer<typeof interactionSchema>;

/** The scope of all that is kept: the server, or one person where there is none. */
export function scopeOf({ guild, person }: Pick<Utterance, 'guild' | 'person'>): Scope {
  return { platform: 'discord', workspace: guild ?? `person:${person}` };
}

/** The conversation that an utterance belongs to. What is said to one person alone stands alone. */
export function conversationOf({ channel, isConversation, isPrivate }: Utterance): string | undefined {
  return isConversation && !isPrivate ? channel : undefined;
}

/** What is asked for. `newest` is the day up to which the corpus reaches. */
export function requestOf({ sort, text, day, desk }: Utterance, newest: IsoDate | undefined): ChatRequest {
  if (desk) return { sort: 'desk', text: '', desk: deskRequestOf(desk) };
  // A follow-up comes from a button, and what is overheard is no command.
  if (sort === 'follow-up' || sort === 'overheard') return { sort: 'ask', text };
  if (sort === 'check') {
    if (text === '') return { sort: 'misread', text: '', because: 'no words' };
    return text.endsWith('?') ? { sort: 'ask', text } : { sort: 'check', text };
  }
  const request = readChatRequest(text, newest);
  if (day === undefined || request.sort === 'misread' || request.sort === 'desk') return request;
  const asOf = readDay(day, newest);
  return asOf ? { ...request, asOf } : { sort: 'misread', text: '', because: 'no day' };
}
