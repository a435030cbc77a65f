/** A desk over a real store and a real corpus; the clock stands where the test puts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import type { Caller, Desk, DeskAnswer } from '../../adapters/desk.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeDesk } from '../../adapters/make-desk.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { DeskRequest } from '../../src/chat/desk-request.ts';
import { readChatRequest } from '../../src/chat/request.ts';
import { plainText } from '../../src/reply/reply.ts';
import type { Delivery, Store, Subscription } from '../../src/store.ts';

const FERRIES = resolve(import.meta.dirname, '../stories/ferry/documents');
let ferries: Bot | undefined;

function ferryBot(): Bot {
  ferries ??= makeBot(openCorpus(FERRIES), loadWeights());
  return ferries;
}

export interface DeskPlace {
  readonly bot: Bot;
  readonly store: Store;
  readonly desk: Desk;
  /** What was posted at once. */
  readonly postedNow: Subscription[];
  /** What the next `now` comes to. */
  outcome: Pick<Delivery, 'state' | 'reason' | 'link'>;
  now: Date;
  /** Says it to the desk as it is typed behind the command; a new event each time. */
  say(typed: string, who?: Partial<Caller>): Promise<DeskAnswer>;
  text(typed: string, who?: Partial<Caller>): Promise<string>;
  ask(request: DeskRequest, who?: Partial<Caller>): Promise<DeskAnswer>;
  /** Asks a question as a chat does, and gives the id of its answer. */
  answered(turns: readonly string[], who: { readonly id: string; readonly person: string }): Promise<string>;
  /** A new event of this person. */
  caller(who?: Partial<Caller>): Caller;
  close(): Promise<void>;
}

/** Who asks, unless a test says otherwise: somebody who may manage the channel. */
function callerOf(event: number, change: Partial<Caller> = {}): Caller {
  return {
    scope: { platform: 'slack', workspace: 'T1' },
    person: 'anna',
    channel: 'C1',
    personal: false,
    timeZone: () => Promise.resolve('Europe/Berlin'),
    mayManage: () => Promise.resolve(true),
    key: `event ${event}`,
    commands: '/story ',
    ...change,
  };
}

/** A person in a direct message to the bot. */
export function alone(person: string): Partial<Caller> {
  return { person, channel: `D-${person}`, personal: true };
}

export function openDesk(): DeskPlace {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const store = openStore({ dataDir: folder });
  const bot = ferryBot();
  const answering = makeAnswering({ bot, store, metrics: makeMetrics(), log: makeLog('silent') });
  const postedNow: Subscription[] = [];
  let events = 0;
  const desk = makeDesk({
    bot,
    answering,
    store,
    nextDue,
    deliverNow: (subscription) => {
      postedNow.push(subscription);
      return Promise.resolve(place.outcome);
    },
    outlets: [],
    now: () => place.now,
  });
  const place: DeskPlace = {
    bot,
    store,
    desk,
    postedNow,
    outcome: { state: 'posted', link: 'https://chat.example/1' },
    // A Saturday.
    now: new Date('2026-11-21T12:00:00.000Z'),
    async say(typed, who) {
      const request = readChatRequest(typed, bot.corpus.newest);
      if (request.sort !== 'desk') throw new Error(`not for the desk: ${typed}`);
      return await place.ask(request.desk, who);
    },
    text: async (typed, who) => plainText((await place.say(typed, who)).reply),
    async ask(request, who) {
      const answer = await desk.serve(request, place.caller(who));
      await answering.settled();
      return answer;
    },
    async answered(turns, { id, person }) {
      const { scope } = place.caller();
      answering.ask({ turns }, { scope, id, person, conversation: 'c1' });
      await answering.settled();
      return id;
    },
    caller(who) {
      events += 1;
      return callerOf(events, who);
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}
