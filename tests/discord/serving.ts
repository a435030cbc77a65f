/** The Discord bot on real parts, against the fake Discord: in this process, on a store of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAnswering } from '../../adapters/answering.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import type { DiscordSettings } from '../../adapters/discord/parts.ts';
import { type DiscordBot, makeDiscordBot } from '../../adapters/discord/start.ts';
import { makeRememberGiven } from '../../adapters/given.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeDesk } from '../../adapters/make-desk.ts';
import { type Metrics, makeMetrics } from '../../adapters/metrics.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Outlet } from '../../src/outlet.ts';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Store } from '../../src/store.ts';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './fake-discord.ts';

export const bot: Bot = makeBot(openCorpus(), loadWeights());

export interface Serving {
  readonly fake: FakeDiscord;
  readonly store: Store & PendingEvents;
  readonly metrics: Metrics;
  readonly discord: DiscordBot;
  /** What was logged, a JSON object a line. */
  readonly logged: () => string;
  /** Why the process would have ended. */
  readonly ended: Error[];
  close(): Promise<void>;
}

export interface Setting extends Partial<DiscordSettings> {
  readonly permissions?: string;
  /** Done before the bot starts. */
  readonly before?: (store: Store & PendingEvents, fake: FakeDiscord) => Promise<void>;
  /** In place of the store, with the real one behind it. */
  readonly storeOf?: (store: Store & PendingEvents) => Store & PendingEvents;
}

export async function serve({ permissions, before, storeOf, ...settings }: Setting = {}): Promise<Serving> {
  const fake = await startFakeDiscord({ ...(permissions !== undefined && { permissions }) });
  const dataDir = mkdtempSync(join(tmpdir(), 'discord-'));
  const real = openStore({ dataDir });
  const store = storeOf ? storeOf(real) : real;
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  const metrics = makeMetrics();
  const answering = makeAnswering({ bot, store, metrics, log });
  const ended: Error[] = [];
  const outlets: Outlet[] = [];
  const deliverNow = () => Promise.resolve({ state: 'skipped' as const, reason: 'nothing is posted at once here' });
  const desk = makeDesk({ bot, answering, store, outlets, now: () => new Date(), nextDue, deliverNow });
  const own = {
    token: TOKEN,
    apiUrl: fake.apiUrl,
    digestsByEveryone: false,
    personPerMinute: 0,
    guildPerMinute: 0,
    ...settings,
  };
  const discord = makeDiscordBot(
    {
      settings: own,
      bot,
      answering,
      desk,
      rememberGiven: makeRememberGiven({ bot, store, log }),
      store,
      log,
      metrics,
    },
    (error) => ended.push(error),
  );
  outlets.push(discord.outlet);
  await before?.(real, fake);
  await discord.start();
  return {
    fake,
    store: real,
    metrics,
    discord,
    logged: () => lines.join(''),
    ended,
    async close() {
      await discord.stop();
      await answering.settled();
      await real.close();
      await fake.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
