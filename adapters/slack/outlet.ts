import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Citation } from '../../src/answer/answer.ts';
import type { Outlet, Place, Posting, PostOutcome } from '../../src/outlet.ts';
import type { Reply } from '../../src/reply/reply.ts';
import type { Logger } from '../log.ts';
import { type Address, readAddress } from './address.ts';
import { addressOf } from './answer.ts';
import { findByKey, METADATA_TYPE } from './find-posted.ts';
import type { ClientOf } from './handle.ts';
import { refusesBlocks } from './post.ts';
import { outcomeOf } from './refusals.ts';
import { type Dressing, fitsOneMessage, renderReply } from './render-reply.ts';
import { QUIET } from './response-url.ts';
import type { SlackClient } from './web-client.ts';

/** A message that no longer holds is marked with it. */
const MARK = 'warning';

interface OutletParts {
  readonly clientOf: ClientOf;
  readonly publicUrl: string | undefined;
  readonly log: Logger;
}

/** Slack as somewhere to post to unasked. Every call is made once: whoever calls decides when it is tried again. */
export function makeOutlet({ clientOf, publicUrl, log }: OutletParts): Outlet {
  const pageOf = addressOf(publicUrl);
  const dressingOf = (citations: readonly Citation[], dress?: Posting['dress']) => ({
    citations,
    followUps: [],
    shareable: false,
    addressOf: pageOf,
    ...(dress?.sort === 'digest' && { subscription: dress.subscription }),
  });

  return {
    platform: 'slack',
    fits: (reply, citations) =>
      // With the buttons of a digest, which a note does without.
      fitsOneMessage(
        reply,
        dressingOf(citations.length > 0 ? citations : wideCitations(reply), {
          sort: 'digest',
          subscription: 'x'.repeat(LONGEST_ID),
        }),
      ),
    async post(place, { reply, citations, key, dress }) {
      try {
        const address = readAddress(place.scope, place.address);
        const client = await clientOf(address);
        const to = {
          channel: channelOf(place, address),
          ...(place.thread && { thread_ts: place.thread }),
          metadata: { event_type: METADATA_TYPE, event_payload: { key } },
        };
        return await postPages(client, to, reply, dressingOf(citations, dress));
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async find(place, key, since) {
      try {
        const address = readAddress(place.scope, place.address);
        const client = await clientOf(address);
        const found = await findByKey(client, { ...place, channel: channelOf(place, address) }, key, since);
        if (found === undefined) return { found: 'not there' };
        const link = await client.once((web) => linkTo(web, found.channel, found.ts));
        return { found: 'there', message: found.ts, ...(link && { link }) };
      } catch (error) {
        log.debug({ err: error }, 'what was posted cannot be looked at');
        return { found: 'unknown' };
      }
    },
    async tell(scope, person, reply, written) {
      try {
        const address = readAddress(scope, written);
        const client = await clientOf(address);
        // Of a person without a known channel the id stands for the channel: Slack opens it.
        const outcome = await postPages(client, { channel: person }, reply, dressingOf([]));
        return outcome.result === 'posted';
      } catch (error) {
        log.warn({ err: error }, 'a person could not be told');
        return false;
      }
    },
    async mark(place, message) {
      try {
        const address = readAddress(place.scope, place.address);
        const client = await clientOf(address);
        const channel = channelOf(place, address);
        await client.once(({ reactions }) => reactions.add({ channel, timestamp: message, name: MARK }));
        return { result: 'posted', message };
      } catch (error) {
        if (error instanceof WebAPIPlatformError && error.data.error === 'already_reacted')
          return { result: 'posted', message };
        if (error instanceof WebAPIPlatformError && error.data.error === 'missing_scope')
          return { result: 'refused', because: 'the app marks messages only with the scope reactions:write' };
        return outcomeOf(error);
      }
    },
  };
}

/** Ids of subscriptions and of documents are shorter. */
const LONGEST_ID = 64;

/** While a reply is still being composed its marks lead nowhere yet: each is counted as a wide one. */
function wideCitations({ lines }: Reply): readonly Citation[] {
  const marks = new Set(lines.flatMap(({ segments }) => segments.flatMap(({ citation }) => citation ?? [])));
  return [...marks].map((n) => ({
    n,
    document: 'x'.repeat(LONGEST_ID),
    title: '',
    start: MOST_CHARACTERS,
    end: MOST_CHARACTERS,
    quote: '',
    attributedTo: [],
    kind: 'reported',
  }));
}

/** A document has at most 5 MB. */
const MOST_CHARACTERS = 5_000_000;

function channelOf({ channel, personal }: Place, { direct }: Address): string {
  return personal ? (direct ?? channel) : channel;
}

interface Where {
  readonly channel: string;
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_type: string; readonly event_payload: { readonly key: string } };
}

/** The first page is the post; should there be more, they follow in its thread. */
async function postPages(
  client: SlackClient,
  where: Where,
  reply: Reply,
  dressing: Omit<Dressing, 'modern'>,
): Promise<PostOutcome> {
  const first = await postFirst(client, where, reply, dressing);
  const { pages, ts, channel } = first;
  for (const page of pages.slice(1)) {
    // The post stands; what goes on with it is tried once.
    const next = { channel, thread_ts: where.thread_ts ?? ts, ...page, ...QUIET };
    await client.once(({ chat }) => chat.postMessage(next)).catch(() => undefined);
  }
  const link = await client.once((web) => linkTo(web, channel, ts));
  return { result: 'posted', message: ts, ...(link && { link }) };
}

/** In the newest blocks, and in older ones where the workspace refuses these. */
async function postFirst(
  client: SlackClient,
  where: Where,
  reply: Reply,
  dressing: Omit<Dressing, 'modern'>,
  modern = true,
): Promise<{ pages: ReturnType<typeof renderReply>; ts: string; channel: string }> {
  const pages = renderReply(reply, { ...dressing, modern });
  try {
    const posted = await client.once(({ chat }) => chat.postMessage({ ...where, ...pages[0], ...QUIET } as never));
    const { ts = '', channel = where.channel } = posted as { ts?: string; channel?: string };
    return { pages, ts, channel };
  } catch (error) {
    if (modern && refusesBlocks(error)) return postFirst(client, where, reply, dressing, false);
    throw error;
  }
}

/** Undefined where Slack does not tell: a post is as good without. */
async function linkTo(web: WebClient, channel: string, message_ts: string): Promise<string | undefined> {
  try {
    const { permalink } = await web.chat.getPermalink({ channel, message_ts });
    return permalink;
  } catch {
    return undefined;
  }
}
