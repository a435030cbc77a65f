/** The Slack app in this process, on real parts: the built-in corpus, SQLite, and a server for HTTP mode. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import { makeRememberGiven } from '../../adapters/given.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeDesk } from '../../adapters/make-desk.ts';
import { makeMetrics } from '../../adapters/metrics.ts';
import type { SlackSettings } from '../../adapters/slack/parts.ts';
import { makeSlackApp, type SlackApp } from '../../adapters/slack/start.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Outlet } from '../../src/outlet.ts';
import { type FakeSlack, SIGNING_SECRET } from './fake-slack.ts';
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
  /** Lines of its log. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly store?: ReturnType<typeof openStore>;
  readonly bot?: Bot;
}

/** In HTTP mode unless the settings hold an app token. */
export async function runApp(fake: FakeSlack, options: RunOptions = {}): Promise<RunningApp> {
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
  const deliverNow = () => Promise.resolve({ state: 'skipped' as const, reason: 'nothing is posted at once here' });
  const desk = makeDesk({ bot, answering, store, outlets, now: () => new Date(), nextDue, deliverNow });
  const rememberGiven = makeRememberGiven({ bot, store, log: logger });
  const app = makeSlackApp({ settings, bot, answering, desk, rememberGiven, store, log: logger, metrics });
  outlets.push(app.outlet);
  const server = createServer((request, response) => app.listener?.(request, response));
  const port = await listening(server, 0);
  await app.start();
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    store,
    bot,
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
