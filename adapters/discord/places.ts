import { ChannelType, type Client } from 'discord.js';
import type { Permission } from './permissions.ts';

/** What sort of place a channel is: `threads` can be opened in it, or it is one, or neither. */
export type PlaceSort = 'threads' | 'thread' | 'plain';

/** What is known of the channels of the servers, from what Discord sent by itself. */
export interface Places {
  /** Undefined for a channel that is not known. */
  sortOf(channel: string): PlaceSort | undefined;
  /** Which of these the bot lacks there; undefined where that is not known. */
  missing(channel: string, wanted: readonly Permission[]): readonly Permission[] | undefined;
}

const WITH_THREADS: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

export function placesOf(client: () => Client | undefined): Places {
  const channelOf = (id: string) => client()?.channels.cache.get(id);
  return {
    sortOf(id) {
      const channel = channelOf(id);
      if (!channel) return;
      if (channel.isThread()) return 'thread';
      return WITH_THREADS.has(channel.type) ? 'threads' : 'plain';
    },
    missing(id, wanted) {
      const channel = channelOf(id);
      if (!channel || channel.isDMBased()) return;
      const { me } = channel.guild.members;
      // A guild whose roles are not there cannot be reckoned with.
      if (!me || channel.guild.roles.cache.size === 0) return;
      const held = channel.permissionsFor(me);
      return held ? wanted.filter((one) => !held.has(one)) : undefined;
    },
  };
}
