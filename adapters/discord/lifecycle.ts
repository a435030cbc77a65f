import { z } from 'zod';
import type { Outlet } from '../../src/outlet.ts';
import { pausedForReply } from '../../src/reply/delivery-reasons.ts';
import type { Scope } from '../../src/store/scope.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import type { Logger } from '../log.ts';

/** What Discord said goes away: a server that the bot is no longer in, or one of its channels or threads. */
export interface Gone {
  readonly guild: string;
  readonly channel?: string;
}

/** https://docs.discord.com/developers/events/gateway-events#guild-delete: with `unavailable` the server is only down. */
const guildGone = z.object({ id: z.string(), unavailable: z.boolean().nullish() });
const channelGone = z.object({ id: z.string(), guild_id: z.string() });

/** Undefined where nothing is gone for good. */
export function readGuildDelete(event: unknown): Gone | undefined {
  const read = guildGone.safeParse(event).data;
  return read && !read.unavailable ? { guild: read.id } : undefined;
}

/** Of a channel or a thread; undefined for what is in no server. */
export function readChannelDelete(event: unknown): Gone | undefined {
  const read = channelGone.safeParse(event).data;
  return read && { guild: read.guild_id, channel: read.id };
}

const REMOVED = 'the bot was removed from the server: invite it again';
const DELETED = 'the channel was deleted: choose another channel';

/**
 * Pauses what would be posted there, so that nothing is tried in vain, and tells the owners of a channel's. Never rejects;
 * what the store does not take now is paused when it falls due, since Discord refuses it then.
 */
export async function pauseGone(
  { guild, channel }: Gone,
  {
    store,
    log,
    outlet,
  }: {
    readonly store: Pick<Store, 'subscriptions' | 'pauseSubscription'>;
    readonly log: Logger;
    readonly outlet: Pick<Outlet, 'tell'>;
  },
): Promise<void> {
  const scope: Scope = { platform: 'discord', workspace: guild };
  const because = channel === undefined ? REMOVED : DELETED;
  try {
    const all = await store.subscriptions(scope);
    const there = all.filter((one) => !one.personal && (channel === undefined || one.channel === channel));
    // Of several processes one pauses it, and that one tells.
    for (const one of there)
      if ((await store.pauseSubscription(scope, one.id, because)) && channel !== undefined && one.owner)
        await outlet.tell(scope, one.owner, pausedForReply(one, because));
    if (there.length > 0) log.info({ subscriptions: there.length }, `digests are paused: ${because}`);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ err: error }, 'digests of what is gone could not be paused: they are when they fall due');
  }
}
