import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { z } from 'zod';
import { type Press, readPress } from './custom-id.ts';
import { CHECK_COMMAND, COMMAND } from './labels.ts';
import { reasonOf } from './reason-modal.ts';
import { plainWords } from './text.ts';
import type { Interaction, Utterance } from './utterance.ts';

/** A click on a button, or a form that was sent, and who did it where. */
export interface Pressed {
  readonly interaction: Interaction;
  readonly guild?: string;
  readonly channel: string;
  readonly person: string;
  /** Undefined for a button of another version. */
  readonly press: Press | undefined;
  /** Of a form: what was written into it. */
  readonly reason?: string;
  /** The message that the button stands on, and what is on it. */
  readonly message?: { readonly id: string; readonly components: readonly unknown[] };
}

export type Incoming =
  | { readonly sort: 'utterance'; readonly utterance: Utterance }
  | { readonly sort: 'pressed'; readonly pressed: Pressed }
  | { readonly sort: 'typing'; readonly interaction: Interaction; readonly option: string; readonly typed: string };

const user = z.object({ id: z.string() });

const option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  focused: z.boolean().nullish(),
});

const data = z.object({
  name: z.string().nullish(),
  type: z.number().nullish(),
  options: z.array(option.extend({ options: z.array(option).nullish() })).nullish(),
  target_id: z.string().nullish(),
  resolved: z
    .object({ messages: z.record(z.string(), z.object({ content: z.string().nullish() })).nullish() })
    .nullish(),
  custom_id: z.string().nullish(),
  components: z.unknown().optional(),
});

const interactionEvent = z.object({
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  type: z.number(),
  guild_id: z.string().nullish(),
  channel_id: z.string().nullish(),
  channel: z.object({ id: z.string(), type: z.number().nullish() }).nullish(),
  context: z.number().nullish(),
  member: z.object({ user }).nullish(),
  user: user.nullish(),
  message: z
    .object({ id: z.string(), flags: z.number().nullish(), components: z.array(z.unknown()).nullish() })
    .nullish(),
  data: data.nullish(),
});

type Event = z.infer<typeof interactionEvent>;
type Option = z.infer<typeof option>;

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** What an interaction is; undefined for what is none of ours. `at` is when it came, in milliseconds. */
export function readInteraction(event: unknown, at: number): Incoming | undefined {
  const read = interactionEvent.safeParse(event);
  if (!read.success) return undefined;
  const { type } = read.data;
  if (type === InteractionType.ApplicationCommand) return readCommand(read.data, at);
  if (type === InteractionType.ApplicationCommandAutocomplete) return readTyping(read.data, at);
  if (type === InteractionType.MessageComponent || type === InteractionType.ModalSubmit)
    return readPressed(read.data, at);
  return undefined;
}

function basics(event: Event, at: number) {
  const { id, application_id, token, guild_id, channel_id, channel, context, member, user: alone } = event;
  const where = channel_id ?? channel?.id ?? '';
  const isDirect = !guild_id && context !== InteractionContextType.PrivateChannel;
  return {
    interaction: { id, application: application_id, token, at },
    ...(guild_id && { guild: guild_id }),
    channel: where,
    person: member?.user.id ?? alone?.id ?? '',
    isDirect,
    isConversation: isDirect || THREADS.has(channel?.type ?? -1),
  };
}

function readCommand(event: Event, at: number): Incoming | undefined {
  const { isDirect, ...base } = basics(event, at);
  const { name, type, options, target_id, resolved } = event.data ?? {};
  const utterance = { v: 1 as const, key: `discord:interaction:${event.id}`, ...base };
  if (type === ApplicationCommandType.Message) {
    if (name !== CHECK_COMMAND) return undefined;
    const text = plainWords(resolved?.messages?.[target_id ?? '']?.content ?? '');
    return { sort: 'utterance', utterance: { ...utterance, sort: 'check', text, isPrivate: !isDirect } };
  }
  const given = options?.[0];
  if (name !== COMMAND || !given) return undefined;
  const inner = given.options ?? [];
  const wanted = inner.find((one) => one.name === 'private')?.value;
  const day = textOf(inner, 'as_of');
  const words = plainWords(['question', 'claim', 'topic', 'term'].map((one) => textOf(inner, one) ?? '').join(''));
  return {
    sort: 'utterance',
    utterance: {
      ...utterance,
      sort: 'command',
      text: `${given.name} ${words}`.trim(),
      ...(day && { day }),
      isPrivate: typeof wanted === 'boolean' ? wanted : !isDirect,
      ...(wanted === true && { wantsPrivate: true }),
    },
  };
}

function textOf(options: readonly Option[], name: string): string | undefined {
  const value = options.find((one) => one.name === name && one.type === ApplicationCommandOptionType.String)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function readTyping(event: Event, at: number): Incoming | undefined {
  const focused = (event.data?.options ?? []).flatMap(({ options }) => options ?? []).find((one) => one.focused);
  if (event.data?.name !== COMMAND || !focused) return undefined;
  return {
    sort: 'typing',
    interaction: basics(event, at).interaction,
    option: focused.name,
    typed: String(focused.value ?? ''),
  };
}

function readPressed(event: Event, at: number): Incoming {
  const { isDirect: _, isConversation, ...base } = basics(event, at);
  const press = readPress(event.data?.custom_id ?? '');
  if (press?.sort === 'ask') {
    // What one person alone sees is not continued before everybody.
    const isPrivate = ((event.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const utterance = { v: 1 as const, key: `discord:interaction:${event.id}`, ...base, isConversation, isPrivate };
    return { sort: 'utterance', utterance: { ...utterance, sort: 'follow-up', text: press.question } };
  }
  const reason = press?.sort === 'reason' ? reasonOf(event.data?.components) : undefined;
  return {
    sort: 'pressed',
    pressed: {
      ...base,
      press,
      ...(reason && { reason }),
      ...(event.message && { message: { id: event.message.id, components: event.message.components ?? [] } }),
    },
  };
}
