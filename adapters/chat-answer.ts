import { randomBytes } from 'node:crypto';
import type { Bot } from '../src/bot.ts';
import type { DeskRequest } from '../src/chat/desk-request.ts';
import { type ChatRequest, isQuestion } from '../src/chat/request.ts';
import { type Response, respond } from '../src/chat/respond.ts';
import { helpReply } from '../src/reply/help-reply.ts';
import { noticeText } from '../src/reply/notice-reply.ts';
import { line, type Reply } from '../src/reply/reply.ts';
import type { Scope } from '../src/store/scope.ts';
import type { Subscription } from '../src/store/subscriptions.ts';
import type { Store } from '../src/store.ts';
import { answerId } from './answer-id.ts';
import type { Answering } from './answering.ts';
import type { DeskAnswer } from './desk.ts';
import type { Logger } from './log.ts';

/** Earlier utterances of a conversation that a question may lean on. */
const TURNS_READ = 5;

/** What is answered, whatever the platform. */
export interface ChatOccasion {
  readonly scope: Scope;
  /** The same for every delivery of one event. */
  readonly key: string;
  readonly person: string;
  /** Absent for what stands alone. */
  readonly conversation?: string;
  /** Where everybody sees it asked; absent for what is asked in private. */
  readonly channel?: string;
  readonly request: ChatRequest;
  /** Nobody addressed the bot: it answers a question that the sources answer, in a conversation that it is part of. */
  readonly overheard: boolean;
  /** Answered after a crash: the person has waited. */
  readonly late: boolean;
  /** How a command is begun on the platform. */
  readonly commands: string;
  /** Serves what is asked of the desk; absent where nothing can be posted unasked. */
  readonly atDesk?: (request: DeskRequest) => Promise<DeskAnswer>;
}

export interface ChatAnswer extends Response {
  /** Under which the answer is stored, where a question was asked. */
  readonly id: string;
  /** Nothing of the conversation was leaned on: the same request gives the same reply anywhere. */
  readonly standsAlone: boolean;
  /** The subscription that it is about, where it is one. */
  readonly subscription?: Subscription;
}

interface Parts {
  readonly bot: Bot;
  readonly answering: Answering;
  readonly store: Pick<Store, 'turns'>;
  readonly log: Logger;
}

/** Finds the reply. Undefined where nothing is to be said. */
export async function answerChat(occasion: ChatOccasion, parts: Parts): Promise<ChatAnswer | undefined> {
  const { bot, answering, store, log } = parts;
  const { scope, key, person, conversation, channel, request, overheard, late, commands } = occasion;
  const id = answerId(key);
  if (request.sort === 'desk') {
    const served = (await occasion.atDesk?.(request.desk)) ?? { reply: helpReply(bot.reach, commands), citations: [] };
    return { ...served, reply: withLateness(served.reply, late), followUps: [], id, standsAlone: false };
  }
  const turns =
    conversation && request.sort === 'ask'
      ? await store.turns(scope, conversation, TURNS_READ).catch((error: unknown) => {
          log.warn({ err: error }, 'a conversation could not be read: the question is answered by itself');
          return [];
        })
      : [];
  if (overheard) {
    if (turns.length === 0 || !isQuestion(request.text)) return undefined;
    if (bot.ask({ turns: [...turns, request.text] }).outcome !== 'answered') return undefined;
  }
  const asked = { scope, id, person, ...(conversation && { conversation }), ...(channel && { channel }) };
  const respondent = {
    ...bot,
    reach: bot.reach,
    ask: (of: Parameters<typeof bot.ask>[0]) => answering.ask(of, asked).answer,
    check: (of: Parameters<typeof bot.check>[0]) => answering.check(of, scope),
  };
  const response = respond(request, turns, respondent, commands);
  const reply = withLateness(response.reply, late);
  return { ...response, reply, id, standsAlone: turns.length === 0 && request.sort !== 'misread' };
}

function withLateness(reply: Reply, late: boolean): Reply {
  return late ? { lines: [line('note', noticeText('late')), ...reply.lines] } : reply;
}

/** Under which the log holds a fault that a person sees. */
export function makeReference(): string {
  return randomBytes(4).toString('hex');
}
