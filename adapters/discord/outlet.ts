import {
  type APIChannel,
  type APIMessage,
  REST,
  type RESTOptions,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Citation } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import type { Outlet, Place, Posting, PostOutcome } from '../../src/outlet.ts';
import type { Reply } from '../../src/reply/reply.ts';
import type { Logger } from '../log.ts';
import { restOptions, watchLimits } from './api.ts';
import { body, type Message, numbered } from './components.ts';
import { type Leads, roomyCitations } from './dressing.ts';
import { LABEL } from './labels.ts';
import { marked } from './mark.ts';
import { type Permission, TO_WRITE, TO_WRITE_IN_A_THREAD } from './permissions.ts';
import type { Places } from './places.ts';
import { bearsKey, nonceOf, numberOf } from './posting-key.ts';
import { renderReply } from './render-reply.ts';
import { newestOf, snowflakeAt } from './snowflake.ts';
import { lackingBecause, type Trouble, troubleOf } from './trouble.ts';

/** One request; nothing is tried again behind our back, and a lease is longer. */
const TIMEOUT_MS = 8000;
/** A longer limit is told to whoever asked; a shorter one is waited for. */
const WAITED_FOR_MS = 2000;
/** All of a post, waiting for limits included. */
const DEADLINE_MS = 15_000;
/** Half of Discord's fifty, so that what people ask does not wait behind digests. */
const REQUESTS_PER_SECOND = 25;
/** A post whose answer was lost is sent again at once with the same nonce: Discord posts it once. */
const TRIES = 2;
/** https://docs.discord.com/developers/resources/message#get-channel-messages: `limit`. */
const MESSAGES_READ = 100;
const PAGES_READ = 10;
/** Our clock and Discord's differ by less. */
const CLOCKS_DIFFER_MS = 60_000;

interface OutletParts {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly bot: Pick<Bot, 'corpus'>;
  readonly leads: Leads;
  readonly places: Places;
  /** The bot's own id, once it is connected. */
  readonly self: () => string | undefined;
  readonly log: Logger;
  /** Told of each time that Discord holds back. */
  readonly onLimited: () => void;
}

/** Discord as somewhere to post to unasked. */
export function makeOutlet({ token, apiUrl, bot, leads, places, self, log, onLimited }: OutletParts): Outlet {
  const rest = new REST({ ...restOptions(apiUrl), ...PATIENCE }).setToken(token);
  watchLimits(rest, { onLimited, log });
  let own: string | undefined;

  const pagesOf = (reply: Reply, citations: readonly Citation[], dress?: Posting['dress']) =>
    renderReply(reply, {
      citations,
      followUps: [],
      shareable: false,
      ...leads,
      ...(dress?.sort === 'digest' && { subscription: { id: dress.subscription, isPaused: false } }),
    });

  const wantedIn = (channel: string) => (places.sortOf(channel) === 'thread' ? TO_WRITE_IN_A_THREAD : TO_WRITE);
  /** What is known to be missing; where nothing is known to be, all that a post needs may be. */
  const lackingIn = (channel: string): readonly Permission[] => {
    const wanted = wantedIn(channel);
    const missing = places.missing(channel, wanted) ?? [];
    return missing.length > 0 ? missing : wanted;
  };

  /** Does it with a deadline. A token that was refused is kept: the library would forget it. */
  async function once<T>(channel: string, work: (signal: AbortSignal) => Promise<unknown>): Promise<Outcome<T>> {
    try {
      return { got: (await work(AbortSignal.timeout(DEADLINE_MS))) as T };
    } catch (error) {
      rest.setToken(token);
      const trouble = troubleOf(error, () => lackingIn(channel));
      if (trouble.sort === 'refused') log.warn({ err: error }, 'Discord refuses what was to be posted');
      return { trouble };
    }
  }

  const directChannel = (person: string) =>
    once<APIChannel>(person, (signal) => rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal }));

  async function channelOf(place: Place): Promise<string | Trouble> {
    if (!place.personal) return place.thread ?? place.channel;
    if (place.address !== undefined) return place.address;
    const opened = await directChannel(place.channel);
    return 'got' in opened ? opened.got.id : opened.trouble;
  }

  /** The thread, opened under its message unless it is there; the channel where it cannot be had. */
  async function threadOrChannel({ channel }: Place, thread: string): Promise<string> {
    if (places.sortOf(thread) === 'thread') return thread;
    const there = await once<APIChannel>(thread, (signal) => rest.get(Routes.channel(thread), { signal }));
    if (!('trouble' in there && there.trouble.sort === 'refused' && there.trouble.isGone)) return thread;
    const name = { name: LABEL.thread, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
    const opened = await once<APIChannel>(channel, (signal) =>
      rest.post(Routes.threads(channel, thread), { body: name, signal }),
    );
    return 'got' in opened ? opened.got.id : channel;
  }

  /** The id of the message that bears the key. `since` in milliseconds. */
  async function look(
    channel: string,
    key: string,
    { since, personal }: { readonly since: number; readonly personal: boolean },
  ): Promise<string | 'not there' | 'unknown'> {
    const me = await ownId();
    const lacking = places.missing(channel, ['ReadMessageHistory']);
    if (me === undefined || (lacking && lacking.length > 0)) return 'unknown';
    const mayRead = lacking !== undefined || personal;
    let after = snowflakeAt(since - CLOCKS_DIFFER_MS);
    for (let page = 0; page < PAGES_READ; page += 1) {
      const query = new URLSearchParams({ limit: String(MESSAGES_READ), after });
      const read = await once<readonly APIMessage[]>(channel, (signal) =>
        rest.get(Routes.channelMessages(channel), { query, signal }),
      );
      if ('trouble' in read) return read.trouble.sort === 'refused' && read.trouble.isGone ? 'not there' : 'unknown';
      const found = read.got.find((one) => one.author.id === me && bearsKey(one, key));
      if (found) return found.id;
      const newest = newestOf(read.got.map(({ id }) => id));
      // Without the permission Discord shows an empty channel, and not that it is missing.
      if (newest === undefined && page === 0 && !mayRead) return 'unknown';
      if (newest === undefined || read.got.length < MESSAGES_READ) return 'not there';
      after = newest;
    }
    return 'unknown';
  }

  async function ownId(): Promise<string | undefined> {
    own ??= self();
    if (own !== undefined) return own;
    const me = await once<{ id: string }>('', (signal) => rest.get(Routes.user(), { signal }));
    own = 'got' in me ? me.got.id : undefined;
    return own;
  }

  /** The id of the message. Whatever was lost on the way, the same key is posted once. */
  async function postOnce(
    channel: string,
    page: Message,
    { key, personal }: { readonly key: string; readonly personal: boolean },
  ): Promise<string | Exclude<PostOutcome, Posted>> {
    const begun = Date.now();
    const sent = { ...body(numbered(page, numberOf(key))), nonce: nonceOf(key), enforce_nonce: true };
    let trouble: Trouble | undefined;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const posted = await once<APIMessage>(channel, (signal) =>
        rest.post(Routes.channelMessages(channel), { body: sent, signal }),
      );
      if ('got' in posted) return posted.got.id;
      trouble = posted.trouble;
      if (trouble.sort !== 'broke') return unposted(trouble);
    }
    const found = await look(channel, key, { since: begun, personal });
    const because = trouble?.because ?? '';
    if (found === 'unknown') return { result: 'unsure', because: `${because}: look whether it is there` };
    return found === 'not there' ? { result: 'later', because } : found;
  }

  return {
    platform: 'discord',
    fits: (reply, citations) => {
      const all = roomyCitations(reply, citations, bot, leads);
      return pagesOf(reply, all, { sort: 'digest', subscription: LONGEST_ID }).length === 1;
    },
    async post(place, { reply, citations, key, dress }) {
      const opened = await channelOf(place);
      if (typeof opened !== 'string') return unposted(opened);
      const channel = place.thread === undefined ? opened : await threadOrChannel(place, place.thread);
      // What is known to be forbidden is not tried, since refusals count towards being shut out.
      const missing = places.missing(channel, wantedIn(channel)) ?? [];
      if (missing.length > 0) return { result: 'refused', because: lackingBecause(missing) };
      let first: string | undefined;
      for (const [index, page] of pagesOf(reply, citations, dress).entries()) {
        const once = { key: index === 0 ? key : `${key}:${index}`, personal: place.personal };
        const posted = await postOnce(channel, page, once);
        if (typeof posted !== 'string') return posted;
        first ??= posted;
      }
      return { result: 'posted', message: first ?? '', link: linkTo(place, channel, first ?? '') };
    },
    async find(place, key, since) {
      const channel = await channelOf(place);
      if (typeof channel !== 'string') return { found: 'unknown' };
      const found = await look(channel, key, { since: Date.parse(since), personal: place.personal });
      if (found === 'unknown' || found === 'not there') return { found };
      return { found: 'there', message: found, link: linkTo(place, channel, found) };
    },
    async tell(_, person, reply) {
      const opened = await directChannel(person);
      if ('trouble' in opened) return false;
      for (const page of pagesOf(reply, [])) {
        const sent = body(page);
        const told = await once<APIMessage>(opened.got.id, (signal) =>
          rest.post(Routes.channelMessages(opened.got.id), {
            body: { ...sent, nonce: nonceOf(`${person}:${JSON.stringify(sent)}`), enforce_nonce: true },
            signal,
          }),
        );
        if ('trouble' in told) return false;
      }
      return true;
    },
    async mark(place, message, line) {
      // A message whose own thread is meant stands in the channel.
      const channel = message === place.thread ? place.channel : await channelOf(place);
      if (typeof channel !== 'string') return unposted(channel);
      const route = Routes.channelMessage(channel, message);
      const there = await once<APIMessage>(channel, (signal) => rest.get(route, { signal }));
      if ('trouble' in there) return again(there.trouble);
      const edited = marked(there.got.components, line);
      if (edited === undefined) return { result: 'refused', because: 'the message is too long for a line on top' };
      if (edited !== 'there already') {
        const { allowed_mentions, components } = body(edited);
        const done = await once<APIMessage>(channel, (signal) =>
          rest.patch(route, { body: { components, allowed_mentions }, signal }),
        );
        if ('trouble' in done) return again(done.trouble);
      }
      return { result: 'posted', message, link: linkTo(place, channel, message) };
    },
  };
}

type Outcome<T> = { readonly got: T } | { readonly trouble: Trouble };
type Posted = { readonly result: 'posted' };

/** Ids of subscriptions are shorter. */
const LONGEST_ID = 'x'.repeat(64);

const PATIENCE: Partial<RESTOptions> = {
  timeout: TIMEOUT_MS,
  retries: 0,
  globalRequestsPerSecond: REQUESTS_PER_SECOND,
  rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > WAITED_FOR_MS,
};

function unposted(trouble: Trouble): Exclude<PostOutcome, Posted> {
  const { sort, because } = trouble;
  if (sort === 'later')
    return { result: 'later', because, ...(trouble.afterMs !== undefined && { afterMs: trouble.afterMs }) };
  return { result: sort === 'refused' ? 'refused' : 'unsure', because };
}

/** Of what may be done twice: after a broken connection it is simply tried again. */
function again(trouble: Trouble): Exclude<PostOutcome, Posted> {
  return trouble.sort === 'broke' ? { result: 'later', because: trouble.because } : unposted(trouble);
}

/** https://docs.discord.com/developers/reference#message-formatting has no such form; it is what “Copy Message Link” gives. */
function linkTo({ scope, personal }: Place, channel: string, message: string): string {
  const guild = personal || scope.workspace.includes(':') ? '@me' : scope.workspace;
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}
