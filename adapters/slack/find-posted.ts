import type { Instant } from '../../src/store/scope.ts';
import { isPerson } from './caller.ts';
import type { SlackClient } from './web-client.ts';

/** What our unasked posts are known by in their metadata. */
export const METADATA_TYPE = 'unasked_post';

const PER_PAGE = 200;
/** Further back nobody looks: that the post is not there is then not known. */
const MOST_PAGES = 5;
/** By how much the clocks of Slack and of this machine may differ. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

interface Where {
  readonly channel: string;
  readonly personal: boolean;
  readonly thread?: string;
}

interface Read {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown };
  }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/**
 * Looks through the channel, or the thread in it, for a post of ours with this key. Undefined where it is not there;
 * rejects where that cannot be known: the scope is missing, Slack says to wait, or too much was written since.
 */
export async function findByKey(
  client: SlackClient,
  { channel: given, personal, thread }: Where,
  key: string,
  since: Instant,
): Promise<{ readonly ts: string; readonly channel: string } | undefined> {
  const channel = personal ? await openDirect(client, given) : given;
  const oldest = ((Date.parse(since) - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { channel, oldest, limit: PER_PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
    const read = (await client.once(({ conversations }) =>
      thread ? conversations.replies({ ...query, ts: thread }) : conversations.history(query),
    )) as Read;
    const found = read.messages?.find(
      ({ metadata }) => metadata?.event_type === METADATA_TYPE && keyIn(metadata.event_payload) === key,
    );
    if (found?.ts) return { ts: found.ts, channel };
    cursor = read.response_metadata?.next_cursor || undefined;
    if (!cursor) return undefined;
  }
  throw new Error('too much was written since to look through');
}

/** A person's id is no channel that can be read. */
async function openDirect(client: SlackClient, channel: string): Promise<string> {
  if (!isPerson(channel)) return channel;
  const { channel: opened } = await client.once(({ conversations }) => conversations.open({ users: channel }));
  if (!opened?.id) throw new Error('the direct messages with a person could not be opened');
  return opened.id;
}

function keyIn(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}
