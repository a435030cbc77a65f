import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Message } from './page.ts';
import { postToResponseUrl, QUIET, ResponseRefused } from './response-url.ts';
import type { Utterance } from './utterance.ts';
import { type SlackClient, wasNotSent } from './web-client.ts';

/** A message with the newest blocks or, for a workspace that refuses these, with older ones. */
export type Rendered = (modern: boolean) => Message;

/** The platform said no for good: nothing is posted, and trying again is of no use. */
export class PostRefused extends Error {
  override readonly name = 'PostRefused';
  /** Slack's word for it. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`Slack refused the message: ${code}`, options);
    this.code = code;
  }
}

/** Nobody knows whether it is posted: the connection broke after the message had left. */
export class PostUnsure extends Error {
  override readonly name = 'PostUnsure';
}

const REFUSES_BLOCKS: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments']);
const IS_NO_MEMBER: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'no_permission']);
const URL_IS_SPENT: ReadonlySet<string> = new Set(['expired_url', 'used_url', 'no_response_url']);

/** True where the workspace does not take the newest blocks. */
export function refusesBlocks(error: unknown): boolean {
  return REFUSES_BLOCKS.has(refusalOf(error) ?? '');
}

/** True where the reply is for one person alone, by the response_url. */
function isPrivate({ sort, thread, responseUrl }: Utterance): boolean {
  return responseUrl !== undefined && (sort === 'command' || sort === 'check' || (sort === 'follow-up' && !thread));
}

/** Where a message stands. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/**
 * Posts a reply to where the utterance was made: by the response_url for one person alone, else in its thread, and by
 * the response_url again where the bot is no member. A response_url that is spent gives way to a direct message.
 * Resolves to where it stands, as far as Slack tells. Rejects with {@link PostRefused} or {@link PostUnsure}.
 */
export async function postReply(
  client: SlackClient,
  utterance: Utterance,
  rendered: Rendered,
): Promise<Posted | undefined> {
  const { channel, thread, person, responseUrl } = utterance;
  const inThread = (message: Message) =>
    client.call(({ chat }) =>
      chat.postMessage({ channel, ...(thread && { thread_ts: thread }), ...message, ...QUIET }),
    );
  const byUrl = async (message: Message) => {
    await postToResponseUrl(responseUrl ?? '', message, { visibleTo: 'person' });
    return {};
  };
  const directly = (message: Message) =>
    client.call(({ chat }) => chat.postMessage({ channel: person, ...message, ...QUIET }));
  if (isPrivate(utterance)) {
    if (!(await attempt(rendered, byUrl, URL_IS_SPENT))) await attempt(rendered, directly, NONE);
    return undefined;
  }
  const posted = await attempt(rendered, inThread, responseUrl ? IS_NO_MEMBER : NONE);
  if (!posted) await attempt(rendered, byUrl, NONE);
  return posted?.ts ? { channel: posted.channel ?? channel, ts: posted.ts } : undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** What Slack says of it; undefined where it said one of `bearable`, for which the caller has another way. */
async function attempt(
  rendered: Rendered,
  post: (message: Message) => Promise<{ readonly channel?: string; readonly ts?: string }>,
  bearable: ReadonlySet<string>,
): Promise<{ readonly channel?: string; readonly ts?: string } | undefined> {
  for (const modern of [true, false]) {
    try {
      return await post(rendered(modern));
    } catch (error) {
      const code = refusalOf(error);
      if (code === undefined) throw new PostUnsure('it is not known whether the message is posted', { cause: error });
      if (bearable.has(code)) return undefined;
      if (!(modern && refusesBlocks(error))) throw new PostRefused(code, { cause: error });
    }
  }
  return undefined;
}

/** Slack's word where it is certain that nothing was posted; undefined where it is not. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof ResponseRefused) return error.status >= 500 ? undefined : error.code;
  return wasNotSent(error) ? 'unreachable' : undefined;
}
