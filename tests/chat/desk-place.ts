/** A desk over a real store and a real corpus; the clock stands where the test puts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
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
import type { Outlet, Posting } from '../../src/outlet.ts';
import { plainText } from '../../src/reply/reply.ts';
import type { Delivery } from '../../src/store/deliveries.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import type { Store } from '../../src/store.ts';

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
  /** What reached the channel. */
  readonly posts: readonly Posting[];
  /** What a digest that is asked for at once comes to, in place of posting it. */
  outcome: Pick<Delivery, 'state' | 'reason' | 'link'> | undefined;
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
  const metrics = makeMetrics();
  const log = makeLog('silent');
  const answering = makeAnswering({ bot, store, metrics, log });
  const postedNow: Subscription[] = [];
  let events = 0;
  const posts: Posting[] = [];
  const outlet: Outlet = {
    platform: 'slack',
    fits: () => true,
    post(_, posting) {
      posts.push(posting);
      return Promise.resolve({ result: 'posted', message: '1', link: `https://chat.example/${posts.length}` });
    },
    find: () => Promise.resolve({ found: 'unknown' }),
    tell: () => Promise.resolve(true),
    mark: () => Promise.resolve({ result: 'posted', message: '1' }),
  };
  const outlets = new Map([['slack', outlet]]);
  const dispatcher = makeDispatcher({
    store,
    bot,
    outlets,
    metrics,
    log,
    owner: 'here',
    now: () => place.now.getTime(),
  });
  const desk = makeDesk({
    bot,
    answering,
    store,
    nextDue,
    deliverNow: async (subscription) => {
      postedNow.push(subscription);
      return place.outcome ?? (await dispatcher.deliverNow(subscription));
    },
    outlets,
    now: () => place.now,
  });
  const place: DeskPlace = {
    bot,
    store,
    desk,
    postedNow,
    posts,
    outcome: undefined,
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
