/** The Slack app in this process, on real parts: the built-in corpus, SQLite, and a server for HTTP mode. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { type Dispatcher, makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import { makeRememberGiven } from '../../adapters/given.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeDesk } from '../../adapters/make-desk.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import type { SlackSettings } from '../../adapters/slack/parts.ts';
import { makeSlackApp, type SlackApp } from '../../adapters/slack/start.ts';
import { makeStandingReview, type StandingReview } from '../../adapters/standing/start.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Outlet } from '../../src/outlet.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { type FakeSlack, SIGNING_SECRET, sendSigned } from './fake-slack.ts';
import { listening } from './local-slack.ts';

const bots = new Map<string | undefined, Bot>();

export function botOn(folder?: string): Bot {
  const known = bots.get(folder);
  if (known) return known;
  const bot = makeBot(openCorpus(folder), loadWeights());
  bots.set(folder, bot);
  return bot;
}

export interface RunningApp {
  readonly url: string;
  readonly app: SlackApp;
  readonly store: ReturnType<typeof openStore>;
  readonly bot: Bot;
  /** Posts digests that are due when it is told to look; it does not run by itself. */
  readonly dispatcher: Dispatcher;
  /** Looks at watched questions and given answers when it is told to. */
  readonly review: StandingReview;
  /** Sends what Slack sends, and resolves with the words of the acknowledgement. */
  send(body: object | URLSearchParams): Promise<string>;
  /** Resolves when nothing waits to be stored. */
  settled(): Promise<void>;
  /** Lines of its log. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly store?: ReturnType<typeof openStore>;
  readonly bot?: Bot;
  /** Milliseconds of the wall clock, for what falls due. */
  readonly now?: () => number;
}

/** In HTTP mode unless the settings hold an app token. */
export async function runApp(fake: Pick<FakeSlack, 'apiUrl'>, options: RunOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'slack-app-'));
  const own = options.store === undefined;
  const store = options.store ?? openStore({ dataDir: folder });
  const bot = options.bot ?? botOn();
  const log: string[] = [];
  const logger = makeLog('info', { write: (line: string) => void log.push(line) });
  const metrics = makeMetrics();
  const answering = makeAnswering({ bot, store, metrics, log: logger });
  const settings: SlackSettings = {
    ...(options.settings?.oauth ? {} : { botToken: 'xoxb-T1' }),
    signingSecret: SIGNING_SECRET,
    apiUrl: fake.apiUrl,
    allowExternal: false,
    digestsByEveryone: false,
    personPerMinute: 0,
    workspacePerMinute: 0,
    ...options.settings,
  };
  const outlets: Outlet[] = [];
  const clock = options.now ?? Date.now;
  const now = () => new Date(clock());
  const deliverNow = (subscription: Subscription) => dispatcher.deliverNow(subscription);
  const desk = makeDesk({ bot, answering, store, outlets, now, nextDue, deliverNow });
  const rememberGiven = makeRememberGiven({ bot, store, log: logger });
  const app = makeSlackApp({ settings, bot, answering, desk, rememberGiven, store, log: logger, metrics });
  outlets.push(app.outlet);
  const owner = randomUUID();
  const dispatcher = makeDispatcher({
    bot,
    store,
    outlets: new Map([['slack', app.outlet]]),
    metrics,
    log: logger,
    owner,
    now: clock,
  });
  const review = makeStandingReview({
    bot,
    store,
    outletOf: () => app.outlet,
    owner,
    log: logger,
    now,
    count: (sort, state) => metrics.changesTold.inc({ sort, state }),
  });
  const server = createServer((request, response) => app.listener?.(request, response));
  const port = await listening(server, 0);
  await app.start();
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    store,
    bot,
    dispatcher,
    review,
    send: async (body) => (await sendSigned(`http://127.0.0.1:${port}`, body)).text(),
    settled: () => answering.settled(),
    log,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app.stop();
      await answering.settled();
      if (own) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
