import { createHash, randomBytes } from 'node:crypto';
import type { Citation } from '../../src/answer/answer.ts';
import { type ChatRequest, isQuestion, readChatRequest } from '../../src/chat/request.ts';
import { type Response, respond } from '../../src/chat/respond.ts';
import { faultReply, type Notice, noticeReply, noticeText } from '../../src/reply/notice-reply.ts';
import { line, type Reply } from '../../src/reply/reply.ts';
import type { Scope } from '../../src/store.ts';
import { COMMAND } from './labels.ts';
import type { SlackParts } from './parts.ts';
import { type Dressing, hasMoreButton, renderReply } from './render-reply.ts';
import { scopeOf, type Utterance } from './utterance.ts';

/** Earlier utterances of the thread that a question may lean on. */
const TURNS_READ = 5;

/** A reply ready to be posted: one message after the other, in newer or older blocks. */
export interface Prepared {
  readonly messages: number;
  message(index: number, modern: boolean): ReturnType<typeof renderReply>[number];
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

/** The same for every delivery of one event, so that its answer is stored once. */
function answerId(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/**
 * Finds the reply to an utterance. Undefined where nothing is to be said: what was overheard and is no question that
 * the sources answer.
 */
export async function prepareReply(
  utterance: Utterance,
  { bot, answering, store, settings, log }: SlackParts,
  { late }: { readonly late: boolean },
): Promise<Prepared | undefined> {
  const scope = scopeOf(utterance.installation);
  const conversation = conversationOf(utterance);
  const request = requestOf(utterance, bot.corpus.newest);
  const turns =
    conversation && request.sort === 'ask'
      ? await store.turns(scope, conversation, TURNS_READ).catch((error: unknown) => {
          log.warn({ err: error }, 'a conversation could not be read: the question is answered by itself');
          return [];
        })
      : [];
  if (utterance.sort === 'overheard') {
    // Only in a thread that the bot is part of, and never into what people say to each other.
    if (turns.length === 0 || !isQuestion(utterance.text)) return undefined;
    if (bot.ask({ turns: [...turns, utterance.text] }).outcome !== 'answered') return undefined;
  }
  const id = answerId(utterance.key);
  const occasion = { scope, id, person: utterance.person, ...(conversation && { conversation }) };
  const respondent = {
    ...bot,
    reach: bot.reach,
    ask: (asked: Parameters<typeof bot.ask>[0]) => answering.ask(asked, occasion).answer,
    check: (asked: Parameters<typeof bot.check>[0]) => answering.check(asked, scope),
  };
  const response = respond(request, turns, respondent, utterance.sort === 'command' ? `${COMMAND} ` : '');
  const reply = late ? { lines: [line('note', noticeText('late')), ...response.reply.lines] } : response.reply;
  return prepared(reply, (modern) => dressingOf(utterance, request, turns, response, id, settings.publicUrl, modern));
}

function requestOf(utterance: Utterance, newest: string | undefined): ChatRequest {
  // A follow-up comes from a button, and what is overheard is no command.
  if (utterance.sort === 'follow-up' || utterance.sort === 'overheard') return { sort: 'ask', text: utterance.text };
  if (utterance.sort !== 'check') return readChatRequest(utterance.text, newest);
  if (utterance.text === '') return { sort: 'misread', text: '', because: 'no words' };
  return utterance.text.endsWith('?') ? { sort: 'ask', text: utterance.text } : { sort: 'check', text: utterance.text };
}

function dressingOf(
  utterance: Utterance,
  request: ChatRequest,
  turns: readonly string[],
  { citations, followUps, answer }: Response,
  id: string,
  publicUrl: string | undefined,
  modern: boolean,
): Dressing {
  const isAlone = utterance.thread === undefined;
  const answered = answer?.outcome === 'answered';
  return {
    citations,
    followUps,
    // Leaning on earlier turns, it cannot be asked again by itself.
    ...(turns.length === 0 && request.sort !== 'misread' && { request }),
    ...(answer && { answer: id }),
    ...(answered && { topic: utterance.text }),
    shareable: isAlone && request.sort !== 'help' && request.sort !== 'misread',
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
  const reference = randomBytes(4).toString('hex');
  return { ...plainly(faultReply(reference)), reference };
}

/** Who is counted against which allowance. */
export function allowanceKeys({ workspace }: Scope, person: string): { person: string; workspace: string } {
  return { person: `${workspace}:${person}`, workspace };
}
