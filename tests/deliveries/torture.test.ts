import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeOnPostgres } from '../storage/postgres-server.ts';
import { type Findings, torture } from './torture.ts';

/** `npm run torture` does the same 200 times; docs/benchmarks.md holds what it found. */
const KILLS = 3;
const LEASE_MS = 2000;

const folder = mkdtempSync(join(tmpdir(), 'torture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectEachOnce(found: Findings): void {
  expect(found).toMatchObject({ kills: KILLS, twice: [], lost: [], untrue: [], needlesslyUncertain: [] });
  expect(found.posted).toBeGreaterThan(found.occurrences / 2);
}

it('posts no occurrence twice and loses none when it is killed again and again, on SQLite', async () => {
  const open = { dataDir: join(folder, 'sqlite') };
  expectEachOnce(await torture({ open, replicas: 1, kills: KILLS, seed: 1, leaseMs: LEASE_MS }));
}, 120_000);

describeOnPostgres('digests while replicas are killed', (server) => {
  it('posts no occurrence twice and loses none, with two replicas', async () => {
    const open = { databaseUrl: await server().database(), dataDir: '/nowhere' };
    expectEachOnce(await torture({ open, replicas: 2, kills: KILLS, seed: 2, leaseMs: LEASE_MS }));
  }, 120_000);
});
