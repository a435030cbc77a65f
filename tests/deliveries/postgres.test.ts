import { expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { describeOnPostgres } from '../storage/postgres-server.ts';
import { dispatcherContract } from './contract.ts';
import { simulate } from './simulation.ts';

describeOnPostgres('digests on a real PostgreSQL', (server) => {
  const open = async () => openStore({ databaseUrl: await server().database(), dataDir: '/nowhere' });
  dispatcherContract('PostgreSQL', open);

  it('wait for a database that is away, and are posted when it is back', { timeout: 60_000 }, async () => {
    const store = await open();
    const world = simulate(store, '2026-05-04T08:00:00.000Z');
    await world.subscribe();
    world.goTo('2026-05-04T09:00:50.000Z');
    const one = world.dispatcher();
    await server().stop();
    await world.work(one);
    expect(world.platform.posts).toEqual([]);
    expect(world.logged.join('')).toContain('digests wait for the store');
    await server().start();
    // Tries at once, where others would still be told that it is away.
    await store.ping();
    await world.work(one);
    expect(world.platform.posts).toHaveLength(1);
    await store.close();
  });
});
