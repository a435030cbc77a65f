import type { Answer } from '../src/answer/answer.ts';
import type { Bot } from '../src/bot.ts';
import type { DeskRequest } from '../src/chat/desk-request.ts';
import { respond } from '../src/chat/respond.ts';
import type { IsoDate } from '../src/model.ts';
import { cleanUtterance } from '../src/question/read.ts';
import { readTime } from '../src/question/time.ts';
import type { Reply } from '../src/reply/reply.ts';
import {
  notWatchedReply,
  type ToldWhere,
  tooManyWatchedReply,
  unwatchedReply,
  type WatchProblem,
  watchedAlreadyReply,
  watchedReply,
  watchingReply,
  watchListReply,
  watchProblemReply,
} from '../src/reply/watch-reply.ts';
import { basisOf } from '../src/standing/basis.ts';
import { readBasis, writeBasis } from '../src/standing/written-basis.ts';
import type { StandingQuestion } from '../src/store/standing.ts';
import type { Store } from '../src/store.ts';
import { answerId } from './answer-id.ts';
import type { Answering } from './answering.ts';
import type { Caller, DeskAnswer } from './desk.ts';
import { nameFrom, SHOWN_LENGTH } from './desk-ids.ts';

export type WatchRequest = Extract<
  DeskRequest,
  { readonly sort: 'watch' | 'watch answer' } | { readonly sort: 'watching' } | { readonly sort: 'unwatch' }
>;

export interface WatchParts {
  readonly bot: Bot;
  readonly answering: Pick<Answering, 'ask'>;
  readonly store: Pick<Store, 'answer' | 'turnsOf' | 'recentAnswers' | 'saveStanding' | 'watchedBy' | 'removeStanding'>;
  readonly now: () => Date;
}

/** Each is answered again when the sources change. */
const MOST_WATCHED = 50;
/** Unique in a scope, since it is no one's to guess; people see its beginning. */
const ID_LENGTH = 22;
/** Of what a person asked, as far back as one conversation reaches. */
const OWN_TURNS_READ = 200;

/** Everything about watched questions that a person can ask of the desk. */
export function makeWatchDesk({ bot, answering, store, now }: WatchParts) {
  async function watch(question: string, asOf: IsoDate | undefined, caller: Caller): Promise<DeskAnswer> {
    const text = cleanUtterance(question);
    if (text === '') return problem('no question', caller);
    if (asOf !== undefined || isOfThePast([text])) return problem('of the past', caller);
    const { scope, person } = caller;
    const occasion = { scope, id: answerId(caller.key), person };
    const ask: Bot['ask'] = (request) => answering.ask(request, occasion).answer;
    const { reply, citations, answer } = respond(
      { sort: 'ask', text },
      [],
      { ...bot, corpus: bot.corpus, reach: bot.reach, ask },
      caller.commands,
    );
    if (!answer) throw new Error('a question is answered or declined');
    const shown = { citations, answer };
    if (!canBeAnswered(answer)) return { reply: notWatchedReply(reply), ...shown };
    return { ...shown, reply: await keep([text], answer, caller, reply) };
  }

  /** The question of an answer that stands there, as it is answered now. */
  async function watchAnswer(id: string, caller: Caller): Promise<DeskAnswer> {
    const { scope, person } = caller;
    const record = await store.answer(scope, id);
    const turns = record && (await store.turnsOf(scope, id));
    if (!record || !turns) return problem('answer gone', caller);
    if (record.person !== person) return problem('in full', caller);
    const [last = ''] = turns.slice(-1);
    const answered = bot.ask({ turns });
    const isOfADay = record.corpus === bot.corpus.version && record.asOf !== answered.asOf;
    if (isOfADay || isOfThePast([last])) return problem('of the past', caller);
    const alone = bot.ask({ turns: [last] });
    const needed = writeBasis(basisOf(alone)) === writeBasis(basisOf(answered)) ? [last] : turns;
    if (needed.length > 1 && !(await areOwn(needed, record.conversation, caller))) return problem('in full', caller);
    const answer = needed.length > 1 ? answered : alone;
    if (!canBeAnswered(answer)) return plain(notWatchedReply(undefined));
    return plain(await keep(needed.map(cleanUtterance), answer, caller, undefined));
  }

  /** Whether this person said all of it, in that conversation: what others said goes when they are forgotten. */
  async function areOwn(turns: readonly string[], conversation: string | undefined, { scope, person }: Caller) {
    const asked = await store.recentAnswers(scope, person, OWN_TURNS_READ);
    const own = new Set(asked.filter((one) => one.conversation === conversation).map(({ utterance }) => utterance));
    return turns.every((turn) => own.has(turn));
  }

  /** `above`: the answer, where it does not stand there already. */
  async function keep(
    turns: readonly string[],
    answer: Answer,
    caller: Caller,
    above: Reply | undefined,
  ): Promise<Reply> {
    const { scope, person, channel, thread, personal, address, key, commands } = caller;
    const watched = await store.watchedBy(scope, person);
    const id = nameFrom('w', JSON.stringify([person, key]), ID_LENGTH);
    const there = watched.find((one) => one.id === id);
    const same = watched.find((one) => folded(one.turns) === folded(turns));
    const where: ToldWhere = personal ? 'you' : thread ? 'thread' : 'channel';
    if (same && !there) return watchedAlreadyReply(above, commands, nameOf(same, watched));
    if (!there && watched.length >= MOST_WATCHED) return tooManyWatchedReply(above, commands, MOST_WATCHED);
    const standing: StandingQuestion = {
      scope,
      id,
      sort: 'watch',
      person,
      channel,
      personal,
      ...(thread && { thread }),
      turns,
      basis: writeBasis(basisOf(answer)),
      corpus: answer.corpus,
      changes: 0,
      ...(address && { address }),
      at: now().toISOString(),
    };
    // Delivered a second time, it stays as it was written first.
    if (!there) await store.saveStanding(standing);
    const manner = { commands, name: nameOf(standing, watched), where };
    const isAnswered = answer.outcome === 'answered';
    return above ? watchedReply(above, isAnswered, manner) : watchingReply(isAnswered, manner);
  }

  async function list(caller: Caller, which = false): Promise<DeskAnswer> {
    const watched = await store.watchedBy(caller.scope, caller.person);
    const timeZone = (watched.length > 0 && (await caller.timeZone())) || 'UTC';
    const shown = watched.map((standing) => ({
      name: nameOf(standing, watched),
      standing,
      isAnswered: readBasis(standing.basis)?.outcome !== 'declined',
    }));
    return plain(watchListReply(shown, { commands: caller.commands, timeZone, which }));
  }

  /** By its name, by the question itself, or the only one. */
  async function unwatch(typed: string | undefined, caller: Caller): Promise<DeskAnswer> {
    const watched = await store.watchedBy(caller.scope, caller.person);
    if (watched.length === 0) return problem('nothing watched', caller);
    if (typed === undefined && watched.length > 1) return await list(caller, true);
    const found =
      typed === undefined
        ? watched[0]
        : (watched.find((one) => one.id === typed || nameOf(one, watched) === typed.toLowerCase()) ??
          watched.find(({ turns }) => folded(turns.slice(-1)) === folded([typed])));
    if (!found) return problem('unknown', caller);
    await store.removeStanding(caller.scope, found.id);
    return plain(unwatchedReply(found, caller.commands));
  }

  /** What was so on a day or in a stretch of time stays so. */
  function isOfThePast([text = '']: readonly string[]): boolean {
    const { time } = readTime(text, bot.corpus.newest);
    return time !== undefined && time.sort !== 'now';
  }

  return {
    async serve(request: WatchRequest, caller: Caller): Promise<DeskAnswer> {
      switch (request.sort) {
        case 'watch':
          return await watch(request.question, request.asOf, caller);
        case 'watch answer':
          return await watchAnswer(request.answer, caller);
        case 'watching':
          return await list(caller);
        case 'unwatch':
          return await unwatch(request.id, caller);
      }
    },
  };
}

function problem(of: WatchProblem, { commands }: Caller): DeskAnswer {
  return plain(watchProblemReply(of, commands));
}

function plain(reply: Reply): DeskAnswer {
  return { reply, citations: [] };
}

/** Answered, or not yet: what the sources are not about never will be. */
function canBeAnswered(answer: Answer): boolean {
  return answer.outcome === 'answered' || answer.reason === 'not-in-sources';
}

/** The beginning of the id; more of it where another one of the person begins the same. */
function nameOf({ id }: StandingQuestion, among: readonly StandingQuestion[]): string {
  const short = id.slice(0, SHOWN_LENGTH);
  return among.some((one) => one.id !== id && one.id.startsWith(short)) ? id : short;
}

/** Two that differ in case and signs alone are one question. */
function folded(turns: readonly string[]): string {
  return turns
    .map((turn) =>
      turn
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('\n');
}
