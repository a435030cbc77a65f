import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIApplicationCommandOptionChoice,
  type APIChannel,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  REST,
  RESTEvents,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { body, type Message } from './components.ts';
import { THREAD_NAME_MAX } from './limits.ts';
import { nonceOf } from './posting-key.ts';
import { refusalOf } from './refusal.ts';
import { plain } from './text.ts';
import type { Interaction } from './utterance.ts';

/** How long one waits between tries, while Discord cannot be reached. Within the few minutes that it knows a nonce. */
const AGAIN_AFTER_MS = [1000, 10_000, 60_000] as const;
const TIMEOUT_MS = 15_000;
const TOO_MANY_REQUESTS = 429;
/** Read back after a crash. */
const MESSAGES_READ = 50;

/** What is done at Discord. All reject with the library's errors; see `refusalOf`. */
export interface DiscordApi {
  /** The bot's own, for what is not named here. */
  readonly rest: REST;
  /** Says that the reply follows. Not tried again: it is too late then. */
  defer(interaction: Interaction, isPrivate: boolean): Promise<void>;
  /** Puts the reply in place of the deferral, and resolves with its id; the same again changes nothing. */
  edit(interaction: Interaction, message: Message): Promise<string>;
  /** A further message behind the reply. */
  follow(interaction: Interaction, message: Message, isPrivate: boolean): Promise<void>;
  /** Answers a click at once. */
  respond(interaction: Interaction, message: Message, isPrivate: boolean): Promise<void>;
  /** The id of what a click was answered with. */
  responseId(interaction: Interaction): Promise<string>;
  openModal(interaction: Interaction, modal: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(interaction: Interaction, choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  /** Once for one `once`, within some minutes; resolves with its id. `replyTo` is a message of the same channel. */
  post(channel: string, message: Message, how: { readonly once: string; readonly replyTo?: string }): Promise<string>;
  /** The thread of a message, opened unless it is there. */
  openThread(channel: string, message: string, name: string): Promise<string>;
  /** The channel of direct messages with a person. */
  directChannel(person: string): Promise<string>;
  /** Messages of a channel, newest first. */
  messages(channel: string, after?: string): Promise<readonly APIMessage[]>;
}

export function makeApi({
  token,
  apiUrl,
  metrics,
  log,
}: {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly metrics: Metrics;
  readonly log: Logger;
}): DiscordApi {
  const options = restOptions(apiUrl);
  const rest = new REST(options).setToken(token);
  // What answers an interaction is not counted against the bot's fifty requests a second.
  const interactions = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  for (const one of [rest, interactions])
    watchLimits(one, { onLimited: () => metrics.rateLimited.inc({ platform: 'discord' }), log });
  const callback = (interaction: Interaction, response: object) =>
    interactions.post(Routes.interactionCallback(interaction.id, interaction.token), { body: response, auth: false });

  return {
    rest,
    async defer(interaction, isPrivate) {
      await callback(interaction, {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        ...(isPrivate && { data: { flags: MessageFlags.Ephemeral } }),
      });
    },
    async edit({ application, token: by }, message) {
      const route = Routes.webhookMessage(application, by, '@original');
      const edited = await untilDone(() => interactions.patch(route, { body: body(message), auth: false }));
      return (edited as APIMessage).id;
    },
    async follow({ application, token: by }, message, isPrivate) {
      await interactions.post(Routes.webhook(application, by), { body: body(message, { isPrivate }), auth: false });
    },
    async respond(interaction, message, isPrivate) {
      const type = InteractionResponseType.ChannelMessageWithSource;
      await callback(interaction, { type, data: body(message, { isPrivate }) });
    },
    async responseId({ application, token: by }) {
      const route = Routes.webhookMessage(application, by, '@original');
      return ((await interactions.get(route, { auth: false })) as APIMessage).id;
    },
    async openModal(interaction, data) {
      await callback(interaction, { type: InteractionResponseType.Modal, data });
    },
    async suggest(interaction, choices) {
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      await callback(interaction, { type, data: { choices } });
    },
    async post(channel, message, { once, replyTo }) {
      const sent = {
        ...body(message),
        nonce: nonceOf(once),
        enforce_nonce: true,
        ...(replyTo && {
          message_reference: { message_id: replyTo, channel_id: channel, fail_if_not_exists: false },
        }),
      };
      const posted = await untilDone(() => rest.post(Routes.channelMessages(channel), { body: sent }));
      return (posted as APIMessage).id;
    },
    async openThread(channel, message, name) {
      const sent = { name: plain(name, THREAD_NAME_MAX), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      try {
        const opened = await untilDone(() => rest.post(Routes.threads(channel, message), { body: sent }));
        return (opened as APIChannel).id;
      } catch (error) {
        // The thread of a message has the message's id.
        if (refusalOf(error) === 'thread exists') return message;
        throw error;
      }
    },
    async directChannel(person) {
      const opened = await untilDone(() => rest.post(Routes.userChannels(), { body: { recipient_id: person } }));
      return (opened as APIChannel).id;
    },
    async messages(channel, after) {
      const query = new URLSearchParams({ limit: String(MESSAGES_READ), ...(after && { after }) });
      return (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    },
  };
}

/** Options of the library's requests: waiting for limits is left to it. */
export function restOptions(apiUrl: string | undefined) {
  return {
    version: '10',
    timeout: TIMEOUT_MS,
    retries: 3,
    // It adds the version by itself.
    ...(apiUrl && { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') }),
  };
}

/** Tells of each time that requests are held back: by the library, which knows the limits, and by Discord, where it does not. */
export function watchLimits(
  rest: REST,
  { onLimited, log }: { readonly onLimited: () => void; readonly log: Logger },
): void {
  rest.on(RESTEvents.RateLimited, onLimited);
  rest.on(RESTEvents.Response, (_, { status }) => {
    if (status !== TOO_MANY_REQUESTS) return;
    onLimited();
    log.warn('Discord holds requests back');
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
    log.warn({ count, remainingTime }, 'Discord refuses many requests: the bot may be shut out for a while'),
  );
}

/** Tries again what may pass. Only for what does no harm when it is done twice. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      if (refusalOf(error) !== undefined) throw error;
      await sleep(wait, undefined, { ref: false });
    }
  }
  return work();
}
