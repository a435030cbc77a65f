/** The Discord bot against the fake Discord: in this process, on a store of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiscordSettings } from '../../adapters/discord/parts.ts';
import { openStore } from '../../adapters/storage/open.ts';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Store } from '../../src/store.ts';
import { type Assembled, assemble, type Clock } from './assembled.ts';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './fake-discord.ts';

export interface Serving extends Omit<Assembled, 'stop'> {
  readonly fake: FakeDiscord;
  readonly store: Store & PendingEvents;
  readonly clock: Clock;
  close(): Promise<void>;
}

export interface Setting extends Partial<DiscordSettings> {
  readonly permissions?: string;
  /** Done before the bot starts. */
  readonly before?: (store: Store & PendingEvents, fake: FakeDiscord) => Promise<void>;
  /** In place of the store, with the real one behind it. */
  readonly storeOf?: (store: Store & PendingEvents) => Store & PendingEvents;
  readonly clock?: Clock;
}

export async function serve({
  permissions,
  before,
  storeOf,
  clock = { now: Date.now() },
  ...settings
}: Setting = {}): Promise<Serving> {
  const fake = await startFakeDiscord({ ...(permissions !== undefined && { permissions }), now: () => clock.now });
  const dataDir = mkdtempSync(join(tmpdir(), 'discord-'));
  const real = openStore({ dataDir });
  const { stop, ...assembled } = assemble({
    settings: { token: TOKEN, apiUrl: fake.apiUrl, ...settings },
    store: storeOf ? storeOf(real) : real,
    clock,
  });
  await before?.(real, fake);
  await assembled.discord.start();
  return {
    ...assembled,
    fake,
    store: real,
    clock,
    async close() {
      await stop();
      await real.close();
      await fake.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
