/**
 * `npm run torture`: kills processes with SIGKILL 200 times while they post digests, on SQLite (one process) and on
 * PostgreSQL (two), and says what became of every occurrence. It takes about ten minutes; docs/benchmarks.md holds the
 * figures. `npm run torture -- KILLS SEED ENGINE` does it otherwise, on `sqlite` or `postgres` alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { torture } from '../deliveries/torture.ts';
import { postgresPrograms, startPostgres } from '../storage/start-postgres.ts';

const [, , kills = '200', seed = '1', engine] = process.argv;
const LEASE_MS = 2000;

let failed = false;
const folder = mkdtempSync(join(tmpdir(), 'torture-'));
try {
  if (engine !== 'postgres') await run('SQLite, one process', { dataDir: folder }, 1);
  const native = postgresPrograms();
  if (engine === 'sqlite') process.stdout.write('PostgreSQL: left out\n');
  else if (native === undefined) process.stdout.write('PostgreSQL: skipped, its programs are not installed here\n');
  else {
    const server = await startPostgres(native);
    try {
      await run('PostgreSQL, two processes', { databaseUrl: await server.database(), dataDir: folder }, 2);
    } finally {
      await server.remove();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

async function run(name: string, open: Parameters<typeof torture>[0]['open'], replicas: number): Promise<void> {
  const begun = performance.now();
  const found = await torture({ open, replicas, kills: Number(kills), seed: Number(seed), leaseMs: LEASE_MS });
  const { twice, lost, untrue, needlesslyUncertain, ...counts } = found;
  const faults = { twice, lost, untrue, needlesslyUncertain };
  failed ||= Object.values(faults).some((names) => names.length > 0);
  process.stdout.write(`${name}, ${Math.round((performance.now() - begun) / 1000)} s\n`);
  for (const [what, count] of Object.entries(counts)) process.stdout.write(`  ${what}: ${count}\n`);
  for (const [what, names] of Object.entries(faults))
    process.stdout.write(`  ${what}: ${names.length}${names.length > 0 ? ` (${names.join('; ')})` : ''}\n`);
}
