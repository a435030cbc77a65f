import { ChannelType, type Client, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Permission } from './permissions.ts';

/** What sort of place a channel is: `threads` can be opened in it, or it is one, or neither. */
export type PlaceSort = 'threads' | 'thread' | 'plain';

/** What is known of the channels of the servers, from what Discord sent by itself. */
export interface Places {
  /** Undefined for a channel that is not known. */
  sortOf(channel: string): PlaceSort | undefined;
  /** Which of these the bot lacks there; undefined where that is not known. */
  missing(channel: string, wanted: readonly Permission[]): readonly Permission[] | undefined;
  /** The channel that a thread stands in, where one can post there; the channel itself for all others. */
  homeOf(channel: string): string;
  /** Its name, without a sign in front. */
  nameOf(channel: string): string | undefined;
  /** Whether it is a channel of this server; undefined where the server is not known to this process. */
  isIn(guild: string, channel: string): boolean | undefined;
  /** Whether somebody with these roles may manage the channel, or its server; undefined where that cannot be reckoned. */
  mayManage(
    channel: string,
    member: { readonly person: string; readonly roles: readonly string[] },
  ): boolean | undefined;
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
    homeOf(id) {
      const channel = channelOf(id);
      if (!channel?.isThread()) return id;
      const { parent } = channel;
      return parent && WITH_THREADS.has(parent.type) ? parent.id : id;
    },
    nameOf(id) {
      const channel = channelOf(id);
      return channel && !channel.isDMBased() ? channel.name : undefined;
    },
    isIn(guild, id) {
      const known = client()?.guilds.cache.get(guild);
      if (!known?.available) return;
      const channel = channelOf(id);
      return channel !== undefined && !channel.isDMBased() && channel.guild.id === guild;
    },
    mayManage(id, member) {
      const channel = channelOf(id);
      if (!channel || channel.isDMBased() || channel.guild.roles.cache.size === 0) return;
      return MANAGING.some((one) => permissionsIn(channel, member).has(one));
    },
  };
}

const MANAGING = [PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild] as const;

/**
 * What somebody may do in a channel, of whom only the roles are known:
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites. A thread has those of its channel.
 */
function permissionsIn(
  channel: GuildBasedChannel,
  { person, roles }: { readonly person: string; readonly roles: readonly string[] },
): Readonly<PermissionsBitField> {
  const { guild } = channel;
  if (guild.ownerId === person) return new PermissionsBitField(PermissionsBitField.All);
  const held = new PermissionsBitField(guild.roles.everyone.permissions.bitfield);
  for (const role of roles) held.add(guild.roles.cache.get(role)?.permissions.bitfield ?? 0n);
  if (held.has(PermissionFlagsBits.Administrator)) return new PermissionsBitField(PermissionsBitField.All);
  const owner = channel.isThread() ? channel.parent : channel;
  const overwrites = owner && 'permissionOverwrites' in owner ? owner.permissionOverwrites.cache : undefined;
  const everyone = overwrites?.get(guild.id);
  held.remove(everyone?.deny.bitfield ?? 0n).add(everyone?.allow.bitfield ?? 0n);
  const ofRoles = roles.filter((role) => role !== guild.id).flatMap((role) => overwrites?.get(role) ?? []);
  for (const { deny } of ofRoles) held.remove(deny.bitfield);
  for (const { allow } of ofRoles) held.add(allow.bitfield);
  const own = overwrites?.get(person);
  return held
    .remove(own?.deny.bitfield ?? 0n)
    .add(own?.allow.bitfield ?? 0n)
    .freeze();
}
