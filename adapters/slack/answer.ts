import type { Citation } from '../../src/answer/answer.ts';
import { type ChatRequest, readChatRequest } from '../../src/chat/request.ts';
import { faultReply, type Notice, noticeReply } from '../../src/reply/notice-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import type { Scope } from '../../src/store/scope.ts';
import { answerChat, type ChatAnswer, type ChatOccasion, makeReference } from '../chat-answer.ts';
import type { GivenAnswer } from '../given.ts';
import { isDirect } from './caller.ts';
import { COMMAND } from './labels.ts';
import type { SlackParts } from './parts.ts';
import { type Dressing, hasMoreButton, renderReply } from './render-reply.ts';
import { scopeOf, type Utterance } from './utterance.ts';

/** An answer that is stored, to be known again where it stands. */
type Given = Pick<GivenAnswer, 'id' | 'answer'>;

/** A reply ready to be posted: one message after the other, in newer or older blocks. */
export interface Prepared {
  readonly messages: number;
  message(index: number, modern: boolean): ReturnType<typeof renderReply>[number];
  /** The answer in it, where everybody sees it. */
  readonly given?: Given;
}

/** The address of a citation's passage on our pages; undefined where they have no public address. */
export function addressOf(
  publicUrl: string | undefined,
): (place: Pick<Citation, 'document' | 'start' | 'end'>) => string | undefined {
  return ({ document, start, end }) =>
    publicUrl && `${publicUrl}/sources/${encodeURIComponent(document)}?start=${start}&end=${end}#quote`;
}

/** The conversation that an utterance belongs to: its thread. What is said to one person alone stands alone. */
function conversationOf({ channel, thread }: Utterance): string | undefined {
  return thread && `${channel}:${thread}`;
}

/** True for what is asked, and answered, before everybody in a channel. */
function isPublic({ sort, thread, channel }: Utterance): boolean {
  return (
    thread !== undefined && (sort === 'mention' || sort === 'overheard' || sort === 'follow-up') && !isDirect(channel)
  );
}

/**
 * Finds the reply to an utterance. Undefined where nothing is to be said: what was overheard and is no question that
 * the sources answer.
 */
export async function prepareReply(
  utterance: Utterance,
  parts: SlackParts,
  { late, request, atDesk }: Pick<ChatOccasion, 'late' | 'request' | 'atDesk'>,
): Promise<Prepared | undefined> {
  const conversation = conversationOf(utterance);
  const answered = await answerChat(
    {
      scope: scopeOf(utterance.installation),
      key: utterance.key,
      person: utterance.person,
      ...(conversation && { conversation }),
      ...(isPublic(utterance) && { channel: utterance.channel }),
      request,
      overheard: utterance.sort === 'overheard',
      late,
      commands: utterance.sort === 'command' ? `${COMMAND} ` : '',
      ...(atDesk && { atDesk }),
    },
    parts,
  );
  const { publicUrl } = parts.settings;
  if (!answered) return undefined;
  const { id, answer } = answered;
  return {
    ...prepared(answered.reply, (modern) => dressingOf(utterance, request, answered, publicUrl, modern)),
    ...(answer && isPublic(utterance) && { given: { id, answer } }),
  };
}

/** What is wanted. `newest` is the day up to which the corpus reaches. */
export function requestOf(utterance: Utterance, newest: string | undefined): ChatRequest {
  // A follow-up comes from a button, and what is overheard is no command.
  if (utterance.sort === 'follow-up' || utterance.sort === 'overheard') return { sort: 'ask', text: utterance.text };
  if (utterance.sort !== 'check') return readChatRequest(utterance.text, newest);
  if (utterance.text === '') return { sort: 'misread', text: '', because: 'no words' };
  return utterance.text.endsWith('?') ? { sort: 'ask', text: utterance.text } : { sort: 'check', text: utterance.text };
}

function dressingOf(
  utterance: Utterance,
  request: ChatRequest,
  { citations, followUps, answer, id, standsAlone, subscription }: ChatAnswer,
  publicUrl: string | undefined,
  modern: boolean,
): Dressing {
  const isAlone = utterance.thread === undefined;
  const answered = answer?.outcome === 'answered';
  return {
    citations,
    followUps,
    // Leaning on earlier turns, it cannot be asked again by itself.
    ...(standsAlone && request.sort !== 'desk' && { request }),
    ...(answer && { answer: id, watch: { answer: id } }),
    ...(subscription && { subscription: subscription.id }),
    ...(answered && { topic: utterance.text }),
    shareable: isAlone && !['help', 'misread', 'desk'].includes(request.sort),
    addressOf: addressOf(publicUrl),
    ...(utterance.sort === 'follow-up' && { heading: utterance.text }),
    modern,
  };
}

function prepared(reply: Reply, dressing: (modern: boolean) => Dressing): Prepared {
  const pages = [renderReply(reply, dressing(true)), undefined] as [
    ReturnType<typeof renderReply>,
    ReturnType<typeof renderReply> | undefined,
  ];
  const first = pages[0][0];
  // With "Show more" the rest comes when it is wanted.
  const all = hasMoreButton(dressing(true)) ? 1 : pages[0].length;
  return {
    messages: all,
    message(index, modern) {
      if (modern) return pages[0][index] ?? first;
      pages[1] ??= renderReply(reply, dressing(false));
      return pages[1][index] ?? first;
    },
  };
}

function plainly(reply: Reply): Prepared {
  return prepared(reply, (modern) => ({
    citations: [],
    followUps: [],
    shareable: false,
    addressOf: () => undefined,
    modern,
  }));
}

/** A line that is no answer. */
export function prepareNotice(notice: Notice): Prepared {
  return plainly(noticeReply(notice));
}

/** What a person sees of a fault, and the reference under which the log has it. */
export function prepareFault(): Prepared & { readonly reference: string } {
  const reference = makeReference();
  return { ...plainly(faultReply(reference)), reference };
}

/** Who is counted against which allowance. */
export function allowanceKeys({ workspace }: Scope, person: string): { person: string; workspace: string } {
  return { person: `${workspace}:${person}`, workspace };
}
