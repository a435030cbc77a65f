import { PermissionFlagsBits } from 'discord.js';

/** What the bot needs, by the names that Discord shows for them. */
const NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  ReadMessageHistory: 'Read Message History',
  EmbedLinks: 'Embed Links',
} as const;

export type Permission = keyof typeof NAMES;

/** Needed to answer in a thread that is opened for it. */
export const TO_OPEN_A_THREAD: readonly Permission[] = ['ViewChannel', 'CreatePublicThreads', 'SendMessagesInThreads'];
/** Needed to answer inside a thread. */
export const TO_WRITE_IN_A_THREAD: readonly Permission[] = ['ViewChannel', 'SendMessagesInThreads'];
/** Needed to answer in a channel. */
export const TO_WRITE: readonly Permission[] = ['ViewChannel', 'SendMessages'];

/** What the invite link asks for: exactly what is used. */
export const INVITE_PERMISSIONS: bigint = (Object.keys(NAMES) as Permission[]).reduce(
  (sum, name) => sum | PermissionFlagsBits[name],
  0n,
);

export function namesOf(permissions: readonly Permission[]): readonly string[] {
  return permissions.map((one) => NAMES[one]);
}
