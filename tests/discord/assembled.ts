/** The Discord bot on real parts: the desk, the dispatcher and the store, by a clock that stands where a test puts it. */
import { randomUUID } from 'node:crypto';
import { makeAnswering } from '../../adapters/answering.ts';
import { type Dispatcher, makeDispatcher } from '../../adapters/deliveries/dispatcher.ts';
import { nextDue } from '../../adapters/deliveries/due.ts';
import type { DiscordSettings } from '../../adapters/discord/parts.ts';
import { type DiscordBot, makeDiscordBot } from '../../adapters/discord/start.ts';
import { makeRememberGiven } from '../../adapters/given.ts';
import { makeLog } from '../../adapters/log.ts';
import { makeDesk } from '../../adapters/make-desk.ts';
import { type Metrics, makeMetrics } from '../../adapters/metrics.ts';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import { type Bot, makeBot } from '../../src/bot.ts';
import type { Outlet } from '../../src/outlet.ts';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Store } from '../../src/store.ts';

export const bot: Bot = makeBot(openCorpus(), loadWeights());

export interface Clock {
  /** Milliseconds since 1970. */
  now: number;
}

export interface Assembled {
  readonly discord: DiscordBot;
  readonly dispatcher: Dispatcher;
  readonly metrics: Metrics;
  /** What was logged, a JSON object a line. */
  readonly logged: () => string;
  /** Why the process would have ended. */
  readonly ended: Error[];
  stop(): Promise<void>;
}

/** `settings` say where Discord is. */
export function assemble({
  settings,
  store,
  clock,
  over = bot,
}: {
  readonly settings: Pick<DiscordSettings, 'token'> & Partial<DiscordSettings>;
  readonly store: Store & PendingEvents;
  readonly clock: Clock;
  readonly over?: Bot;
}): Assembled {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  const metrics = makeMetrics();
  const answering = makeAnswering({ bot: over, store, metrics, log });
  const ended: Error[] = [];
  const speaking: Outlet[] = [];
  const outlets = new Map<string, Outlet>();
  const now = () => clock.now;
  const dispatcher = makeDispatcher({ store, bot: over, outlets, metrics, log, owner: randomUUID(), now });
  const desk = makeDesk({
    bot: over,
    answering,
    store,
    outlets: speaking,
    nextDue,
    deliverNow: dispatcher.deliverNow,
    now: () => new Date(clock.now),
  });
  const discord = makeDiscordBot(
    {
      settings: { personPerMinute: 0, guildPerMinute: 0, digestsByEveryone: false, ...settings },
      bot: over,
      answering,
      desk,
      rememberGiven: makeRememberGiven({ bot: over, store, log }),
      store,
      log,
      metrics,
    },
    (error) => ended.push(error),
  );
  speaking.push(discord.outlet);
  outlets.set('discord', discord.outlet);
  return {
    discord,
    dispatcher,
    metrics,
    logged: () => lines.join(''),
    ended,
    async stop() {
      dispatcher.stop();
      await dispatcher.settled();
      await discord.stop();
      await answering.settled();
    },
  };
}
