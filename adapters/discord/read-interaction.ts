import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { z } from 'zod';
import type { DeskRequest } from '../../src/chat/desk-request.ts';
import { type Press, readPress } from './custom-id.ts';
import { digestRequest, type FormWanted, type Given, unwatchRequest } from './desk-options.ts';
import { wishesOf } from './digest-form.ts';
import { CHECK_COMMAND, COMMAND, DIGEST_GROUP } from './labels.ts';
import { reasonOf } from './reason-modal.ts';
import { plainWords } from './text.ts';
import { type Interaction, memberSchema, type Utterance } from './utterance.ts';

/** A click on a button, or a form that was sent, and who did it where. */
export interface Pressed {
  readonly interaction: Interaction;
  readonly guild?: string;
  readonly channel: string;
  readonly person: string;
  /** The bot is no member there. */
  readonly isGuest?: boolean;
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
  /** A form for a digest is to be opened; `utterance` says who wants it where. */
  | { readonly sort: 'form'; readonly wanted: FormWanted; readonly utterance: Utterance }
  | { readonly sort: 'typing'; readonly typing: Typing };

/** Somebody types into an option of a command. */
export interface Typing {
  /** Says who types where; nothing is asked yet. */
  readonly utterance: Utterance;
  readonly interaction: Interaction;
  readonly option: string;
  readonly typed: string;
}

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
  options: z
    .array(option.extend({ options: z.array(option.extend({ options: z.array(option).nullish() })).nullish() }))
    .nullish(),
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
  member: memberSchema.partial().extend({ user }).nullish(),
  authorizing_integration_owners: z.record(z.string(), z.string()).nullish(),
  user: user.nullish(),
  message: z
    .object({ id: z.string(), flags: z.number().nullish(), components: z.array(z.unknown()).nullish() })
    .nullish(),
  data: data.nullish(),
});

type Event = z.infer<typeof interactionEvent>;
type Option = z.infer<typeof option>;
type GroupOption = Option & { readonly options?: readonly Option[] | null | undefined };

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

/** By whom the bot came to be where it is asked: https://docs.discord.com/developers/interactions/receiving-and-responding. */
const INSTALLED_BY_GUILD = '0';
const INSTALLED_BY_PERSON = '1';

function basics(event: Event, at: number) {
  const { id, application_id, token, guild_id, channel_id, channel, context, member, user: alone } = event;
  const where = channel_id ?? channel?.id ?? '';
  const isDirect = !guild_id && context !== InteractionContextType.PrivateChannel;
  const owners = event.authorizing_integration_owners ?? {};
  const broughtAlong = INSTALLED_BY_PERSON in owners && !(INSTALLED_BY_GUILD in owners);
  return {
    interaction: { id, application: application_id, token, at },
    ...(guild_id && { guild: guild_id }),
    channel: where,
    person: member?.user.id ?? alone?.id ?? '',
    isDirect,
    isConversation: isDirect || THREADS.has(channel?.type ?? -1),
    ...((guild_id ? broughtAlong : !isDirect) && { isGuest: true }),
    ...(guild_id &&
      member && {
        member: { roles: member.roles ?? [], ...(member.permissions && { permissions: member.permissions }) },
      }),
  };
}

/** An utterance that says who did something where, without words. */
function bare(event: Event, at: number): Utterance {
  const { isDirect, ...base } = basics(event, at);
  return {
    v: 1,
    key: `discord:interaction:${event.id}`,
    ...base,
    sort: 'desk',
    text: '',
    // What is arranged is between the bot and the person.
    isPrivate: !isDirect,
  };
}

const atDesk = (utterance: Utterance, desk: DeskRequest): Incoming => ({
  sort: 'utterance',
  utterance: { ...utterance, desk: desk as Utterance['desk'] },
});

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
  if (given.name === DIGEST_GROUP) return readDigest(event, at, inner);
  if (given.name === 'watching') return atDesk(bare(event, at), { sort: 'watching' });
  if (given.name === 'unwatch') return atDesk(bare(event, at), unwatchRequest(givenIn(inner)));
  const wanted = inner.find((one) => one.name === 'private')?.value;
  const day = textOf(inner, 'as_of');
  const words = plainWords(['question', 'claim', 'topic', 'term'].map((one) => textOf(inner, one) ?? '').join(''));
  const isPrivate = typeof wanted === 'boolean' ? wanted : !isDirect;
  if (given.name === 'watch')
    return atDesk(
      { ...bare(event, at), isPrivate, ...(!isPrivate && { isOfPublic: true }) },
      { sort: 'watch', question: words },
    );
  return {
    sort: 'utterance',
    utterance: {
      ...utterance,
      sort: 'command',
      text: `${given.name} ${words}`.trim(),
      ...(day && { day }),
      isPrivate,
      ...(!isPrivate && { isOfPublic: true }),
      ...(wanted === true && { wantsPrivate: true }),
    },
  };
}

function readDigest(event: Event, at: number, [given]: readonly GroupOption[]): Incoming | undefined {
  const wanted = given && digestRequest(given.name, givenIn(given.options ?? []));
  if (!wanted) return undefined;
  const utterance = bare(event, at);
  return 'isNew' in wanted ? { sort: 'form', wanted, utterance } : atDesk(utterance, wanted);
}

function givenIn(options: readonly Option[]): Given {
  return {
    text: (name) => {
      const value = options.find((one) => one.name === name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    number: (name) => {
      const value = options.find((one) => one.name === name)?.value;
      return typeof value === 'number' ? value : undefined;
    },
  };
}

function textOf(options: readonly Option[], name: string): string | undefined {
  const value = options.find((one) => one.name === name && one.type === ApplicationCommandOptionType.String)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function readTyping(event: Event, at: number): Incoming | undefined {
  const outer = (event.data?.options ?? []).flatMap(({ options }) => options ?? []);
  const focused = [...outer, ...outer.flatMap(({ options }) => options ?? [])].find((one) => one.focused);
  if (event.data?.name !== COMMAND || !focused) return undefined;
  const { interaction } = basics(event, at);
  const typing = { utterance: bare(event, at), interaction, option: focused.name, typed: String(focused.value ?? '') };
  return { sort: 'typing', typing };
}

function readPressed(event: Event, at: number): Incoming {
  const press = readPress(event.data?.custom_id ?? '');
  // What one person alone sees is not continued before everybody.
  const isOfOne = ((event.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  switch (press?.sort) {
    case 'ask': {
      const { isDirect: _, ...base } = basics(event, at);
      const utterance = { v: 1 as const, key: `discord:interaction:${event.id}`, ...base, isPrivate: isOfOne };
      const isOfPublic = { ...(!isOfOne && { isOfPublic: true }) };
      return { sort: 'utterance', utterance: { ...utterance, ...isOfPublic, sort: 'follow-up', text: press.question } };
    }
    case 'watch': {
      const utterance = { ...bare(event, at), ...(!isOfOne && { isOfPublic: true }) };
      return atDesk(utterance, { sort: 'watch answer', answer: press.answer });
    }
    case 'digest': {
      const { does, subscription: id } = press;
      if (does === 'edit') return { sort: 'form', wanted: { id, isNew: false }, utterance: bare(event, at) };
      return atDesk(bare(event, at), { sort: does, id });
    }
    case 'digest form': {
      const { subscription: id } = press;
      const wishes = wishesOf(event.data?.components);
      return atDesk(bare(event, at), id === undefined ? { sort: 'subscribe', wishes } : { sort: 'edit', id, wishes });
    }
    default: {
      const { isDirect: _, isConversation: __, member: ___, ...base } = basics(event, at);
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
  }
}
