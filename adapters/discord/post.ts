import { lackingReply, noticeReply } from '../../src/reply/notice-reply.ts';
import { plainText } from '../../src/reply/reply.ts';
import { type Message, message, text } from './components.ts';
import type { Handling } from './handling.ts';
import { TOKEN_VALID_MS } from './limits.ts';
import { namesOf, TO_WRITE } from './permissions.ts';
import { refusalOf } from './refusal.ts';
import { escaped } from './text.ts';
import type { Ground } from './thread.ts';
import type { Utterance } from './utterance.ts';

type Posting = Pick<Handling, 'api' | 'log' | 'places' | 'self'>;

/** Before a token runs out, so that a reply is not begun that cannot be ended. */
const TOKEN_MARGIN_MS = 30_000;

/**
 * Posts a reply to where the utterance was made, from page `from` on: in place of the deferral, or in its thread or
 * channel. An interaction that is over gives way to a message in the channel or, where it was for one person, to that
 * person. Where the bot may not write, the person is told so. Resolves with the id of the first page where it stands at
 * the place that was meant.
 */
export async function postReply(
  utterance: Utterance,
  pages: readonly Message[],
  { ground, from }: { readonly ground: Ground | undefined; readonly from: number },
  handling: Posting,
): Promise<string | undefined> {
  const { interaction } = utterance;
  const edited = interaction && (await postByInteraction(utterance, pages, handling));
  if (edited !== undefined) return edited;
  // What was to be seen by one person stays so.
  if (interaction && (utterance.wantsPrivate || utterance.desk)) {
    await postPrivately(utterance, pages, handling);
    return;
  }
  const channel = ground && ground.sort !== 'nowhere' ? ground.channel : utterance.channel;
  const replyTo = channel === utterance.channel ? utterance.message : undefined;
  try {
    let first: string | undefined;
    for (const [index, page] of pages.entries()) {
      if (index < from) continue;
      const posted = await handling.api.post(channel, page, {
        once: onceOf(utterance, index),
        ...(replyTo && { replyTo }),
      });
      if (index === 0) first = posted;
    }
    return first;
  } catch (error) {
    if (refusalOf(error) !== 'permission') throw error;
    const lacking = handling.places.missing(channel, TO_WRITE) ?? [];
    if (interaction) await postPrivately(utterance, pages, handling);
    else await sayLacking(utterance, namesOf(lacking.length > 0 ? lacking : TO_WRITE), handling);
    return;
  }
}

function onceOf({ key }: Utterance, page: number): string {
  return `${key}:${page}`;
}

/** The id of the message; undefined where the interaction is over. */
async function postByInteraction(
  { interaction, isPrivate }: Utterance,
  [first, ...others]: readonly Message[],
  { api }: Posting,
): Promise<string | undefined> {
  if (!interaction || !first || Date.now() > interaction.at + TOKEN_VALID_MS - TOKEN_MARGIN_MS) return undefined;
  let edited: string;
  try {
    edited = await api.edit(interaction, first);
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === 'token' || refused === 'gone') return undefined;
    throw error;
  }
  for (const page of others) await api.follow(interaction, page, isPrivate);
  return edited;
}

/** To the person alone; where that is not possible, a line without the answer. */
async function postPrivately(utterance: Utterance, pages: readonly Message[], handling: Posting): Promise<void> {
  const { api } = handling;
  try {
    const channel = await api.directChannel(utterance.person);
    for (const [index, page] of pages.entries()) await api.post(channel, page, { once: onceOf(utterance, index) });
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    const notice = plain(plainText(noticeReply('not reached')));
    await api.post(utterance.channel, notice, { once: `${utterance.key}:not reached` });
  }
}

/** Tells the person alone which permissions are lacking: in the channel nothing can be said. */
export async function sayLacking(
  { person, key }: Utterance,
  permissions: readonly string[],
  { api, log }: Posting,
): Promise<void> {
  try {
    const channel = await api.directChannel(person);
    await api.post(channel, plain(plainText(lackingReply(permissions))), { once: `${key}:lacking` });
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    log.warn({ permissions, refused }, 'the bot may not answer in a channel, and the person takes no direct messages');
  }
}

function plain(words: string): Message {
  return message([text(escaped(words))]);
}

/** How many pages of the reply a process before this one has posted. An interaction is edited, so that it does no harm. */
export async function postedBefore(
  { interaction, channel, message: asked }: Utterance,
  ground: Ground | undefined,
  { api, self, log }: Posting,
): Promise<number> {
  if (interaction) return 0;
  const where = ground && ground.sort !== 'nowhere' ? ground.channel : channel;
  try {
    const there = await api.messages(where, where === channel ? asked : undefined);
    return there.filter(({ author, message_reference: reference }) =>
      author.id !== self() ? false : where === channel ? reference?.message_id === asked : reference === undefined,
    ).length;
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    // Posted again within some minutes, Discord takes it for the same.
    log.warn('what stands in a channel could not be read after a crash');
    return 0;
  }
}
