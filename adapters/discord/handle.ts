import { faultReply, type Notice, noThreadText, noticeReply, noticeText } from '../../src/reply/notice-reply.ts';
import { line, type Reply } from '../../src/reply/reply.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { answerChat, type ChatAnswer, makeReference } from '../chat-answer.ts';
import { serveAtDesk } from './at-desk.ts';
import type { Message } from './components.ts';
import type { Handling } from './handling.ts';
import { namesOf } from './permissions.ts';
import { postedBefore, postReply, sayLacking } from './post.ts';
import { refusalOf } from './refusal.ts';
import { type Dressing, hasMoreButton, renderReply } from './render-reply.ts';
import { type Ground, groundFor } from './thread.ts';
import { conversationOf, requestOf, scopeOf, type Utterance } from './utterance.ts';

export interface Circumstances {
  /** The store holds it until it is settled. */
  readonly kept: boolean;
  /** It is answered after a crash: the person has waited. */
  readonly late: boolean;
  /** Another process had begun to post, so that the reply may stand there already. */
  readonly begun: boolean;
}

/**
 * Answers an utterance, whatever happens: with the reply, a friendly line or, where something breaks, a reference. It
 * never rejects. What the store holds is settled at the end; if the process dies before, another one takes over.
 */
export async function handleUtterance(
  utterance: Utterance,
  circumstances: Circumstances,
  handling: Handling,
): Promise<void> {
  const { log, metrics, keeper } = handling;
  try {
    await answerOrApologise(utterance, circumstances, handling);
  } catch (error) {
    metrics.errors.inc({ where: 'discord' });
    log.error({ err: error, refusal: refusalOf(error) }, 'nothing could be posted');
  }
  if (circumstances.kept) await keeper.settle(utterance.key);
}

async function answerOrApologise(
  utterance: Utterance,
  circumstances: Circumstances,
  handling: Handling,
): Promise<void> {
  const { log, metrics } = handling;
  try {
    const refused = circumstances.late ? undefined : refusal(utterance, handling);
    if (refused) {
      if (utterance.sort !== 'overheard') await post(utterance, plainly(noticeReply(refused)), circumstances, handling);
      return;
    }
    await answer(utterance, circumstances, handling);
  } catch (error) {
    if (refusalOf(error) !== undefined) throw error;
    const reference = makeReference();
    metrics.errors.inc({ where: 'discord' });
    log.error({ err: error, reference }, 'an utterance could not be answered');
    if (utterance.sort !== 'overheard')
      await post(utterance, plainly(faultReply(reference)), { ...circumstances, begun: false }, handling);
  }
}

/** Why an utterance is not answered. */
export function refusal(
  who: Pick<Utterance, 'guild' | 'person'>,
  { allowances, metrics }: Handling,
): Notice | undefined {
  const { workspace } = scopeOf(who);
  const now = Date.now();
  if (!allowances.person.take(`${workspace}:${who.person}`, now)) {
    metrics.refused.inc({ why: 'discord person' });
    return 'too many of a person';
  }
  if (who.guild && !allowances.guild.take(workspace, now)) {
    metrics.refused.inc({ why: 'discord server' });
    return 'too many of a workspace';
  }
  return undefined;
}

async function answer(utterance: Utterance, circumstances: Circumstances, handling: Handling): Promise<void> {
  const { bot } = handling;
  const request = requestOf(utterance, bot.corpus.newest);
  const ground = utterance.sort === 'mention' ? await groundFor(utterance, request, handling) : undefined;
  if (ground?.sort === 'nowhere') return sayLacking(utterance, namesOf(ground.lacking), handling);
  const thread = ground?.sort === 'thread' ? ground.channel : undefined;
  const conversation = thread ?? conversationOf(utterance);
  const channel = publicChannelOf(utterance, handling);
  const answered = await answerChat(
    {
      scope: scopeOf(utterance),
      key: utterance.key,
      person: utterance.person,
      ...(conversation && { conversation }),
      ...(channel && { channel }),
      request,
      overheard: utterance.sort === 'overheard',
      late: circumstances.late,
      commands: '',
      atDesk: (asked) => serveAtDesk(asked, utterance, thread, handling),
    },
    handling,
  );
  if (!answered) return;
  const dressing: Dressing = {
    citations: answered.citations,
    followUps: answered.followUps,
    // Leaning on earlier turns, it cannot be asked again by itself.
    ...(answered.standsAlone && request.sort !== 'desk' && { request }),
    ...(answered.answer && { answer: answered.id }),
    ...(answered.subscription && managed(answered.subscription)),
    shareable: utterance.isPrivate && !['help', 'misread', 'desk'].includes(request.sort),
    ...handling.leads,
    ...(utterance.sort === 'follow-up' && { heading: utterance.text }),
  };
  const pages = renderReply(said(answered, ground), dressing);
  // With "Show more" the rest comes when it is wanted.
  const wanted = hasMoreButton(dressing) ? [pages[0]] : pages;
  const message = await post(utterance, wanted, circumstances, handling, ground);
  if (!message || !channel || !answered.answer) return;
  // In a thread it is told; of an answer in a channel, in the thread that a note on it opens, which has the message's id.
  const stands = thread ?? (utterance.channel === channel ? message : utterance.channel);
  await handling.rememberGiven({
    scope: scopeOf(utterance),
    id: answered.id,
    answer: answered.answer,
    person: utterance.person,
    channel,
    thread: stands,
    message,
  });
}

/** Where everybody sees it asked; undefined for what is between a person and the bot, and where the bot is a guest. */
function publicChannelOf(
  { guild, isGuest, isOfPublic, isPrivate, channel }: Utterance,
  { places }: Handling,
): string | undefined {
  return guild && !isGuest && isOfPublic && !isPrivate ? places.homeOf(channel) : undefined;
}

/** The buttons of a subscription, as long as it is there. */
function managed({ id, state }: Subscription): Pick<Dressing, 'subscription'> {
  return { subscription: { id, isPaused: state === 'paused' } };
}

/** The reply, with what is to be said of the place where it stands. */
function said({ reply }: ChatAnswer, ground: Ground | undefined): Reply {
  if (ground?.sort === 'channel' && ground.lacking.length > 0)
    return { lines: [...reply.lines, line('reach', noThreadText(namesOf(ground.lacking)))] };
  if (ground?.sort === 'thread' && ground.isNew)
    return { lines: [...reply.lines, line('reach', noticeText('mention me'))] };
  return reply;
}

function plainly(reply: Reply): readonly Message[] {
  return renderReply(reply, {
    citations: [],
    followUps: [],
    shareable: false,
    addressOf: () => undefined,
    digestOf: () => undefined,
  });
}

async function post(
  utterance: Utterance,
  pages: readonly Message[],
  { kept, begun }: Circumstances,
  handling: Handling,
  ground?: Ground,
): Promise<string | undefined> {
  const from = begun ? await postedBefore(utterance, ground, handling) : 0;
  if (from >= pages.length) return;
  if (kept && !(await handling.keeper.mayPost(utterance.key))) return;
  return await postReply(utterance, pages, { ground, from }, handling);
}

/** Says that it was interrupted. */
export async function apologise(utterance: Utterance, handling: Handling): Promise<void> {
  await postReply(utterance, plainly(noticeReply('interrupted')), { ground: undefined, from: 0 }, handling);
}
