import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { openingQuestions } from '../../src/answer/openings.ts';
import type { Outlet } from '../../src/outlet.ts';
import { perCorpus } from '../../src/replaceable-bot.ts';
import { makeAllowance } from '../allowance.ts';
import { makeKeeper } from '../chat-keeper.ts';
import { makeApi } from './api.ts';
import { type Connected, makeClient } from './client.ts';
import { leadsOf } from './dressing.ts';
import type { Handling } from './handling.ts';
import { makeIntake } from './intake.ts';
import { type Gone, pauseGone } from './lifecycle.ts';
import { makeOutlet } from './outlet.ts';
import type { DiscordParts } from './parts.ts';
import { placesOf } from './places.ts';
import { registerCommands } from './register.ts';
import { takeOver } from './take-over.ts';
import { unusableBecause } from './unusable.ts';

/** Between tries to reach Discord at the start. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const OPENINGS = 5;

export interface DiscordBot {
  /** Where digests and notes are posted; it works before the bot is connected, too. */
  readonly outlet: Outlet;
  /**
   * Connects, as often as it takes, registers the commands and answers what a process before this one left. Resolves
   * when it is connected, rejects with `DiscordUnusable` where Discord does not let the bot in.
   */
  start(): Promise<void>;
  /** Takes nothing more in, and resolves when what is under way is answered. */
  stop(): Promise<void>;
}

/** The Discord bot on the parts of the service. `onUnusable` is told when it cannot go on. */
export function makeDiscordBot(parts: DiscordParts, onUnusable: (error: Error) => void): DiscordBot {
  const { settings, bot, store, log, metrics } = parts;
  const { token, apiUrl } = settings;
  let client: Client | undefined;
  let connected: Connected | undefined;
  let stopping = false;
  const api = makeApi({ token, apiUrl, metrics, log });
  const places = placesOf(() => client);
  const leads = leadsOf(bot, settings.publicUrl);
  const self = () => connected?.self;
  const outlet = makeOutlet({
    token,
    apiUrl,
    bot,
    leads,
    places,
    self,
    log,
    onLimited: () => metrics.rateLimited.inc({ platform: 'discord' }),
  });
  const keeper = makeKeeper({
    platform: 'discord',
    owner: randomUUID(),
    store,
    log,
    takeOver: (event) => takeOver(event, handling),
  });
  const handling: Handling = {
    ...parts,
    api,
    keeper,
    places,
    leads,
    allowances: {
      person: makeAllowance(settings.personPerMinute),
      guild: makeAllowance(settings.guildPerMinute),
    },
    self,
  };
  const intake = makeIntake(
    handling,
    perCorpus(bot, () => openingQuestions(bot, OPENINGS)),
  );

  function onReady(now: Connected): void {
    const isFirst = connected === undefined;
    connected = now;
    if (!isFirst) return;
    registerCommands(api.rest, now.application, settings.guild, log).catch((error: unknown) => {
      metrics.errors.inc({ where: 'discord commands' });
      log.error({ err: error }, 'the commands could not be registered: those that are there stay');
    });
    keeper.start();
  }

  function onGone(gone: Gone): void {
    keeper.track(pauseGone(gone, { store, log, outlet })).catch((error: unknown) => {
      metrics.errors.inc({ where: 'discord' });
      log.error({ err: error }, 'digests of what is gone could not be paused');
    });
  }

  return {
    outlet,
    async start() {
      for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        const tried = makeClient(settings, { intake, log, onReady, onGone, onUnusable });
        client = tried;
        try {
          await tried.login(token);
          return;
        } catch (error) {
          await tried.destroy();
          const unusable = unusableBecause(error);
          if (unusable) throw unusable;
          log.warn({ err: error, againInMs: pause }, 'Discord cannot be reached');
          await sleep(pause, undefined, { ref: false });
        }
      }
    },
    async stop() {
      stopping = true;
      intake.stop();
      keeper.stop();
      await keeper.settled();
      // The last thing: what is under way may need what the client knows.
      await client?.destroy();
    },
  };
}
