import { afterAll, beforeAll, describe } from 'vitest';
import { POSTGRES_PACKAGE, type PostgresServer, postgresPrograms, startPostgres } from './start-postgres.ts';

/** Tests on a real PostgreSQL, which all of them share; skipped, and said so, where its programs are not installed. */
export function describeOnPostgres(name: string, tests: (server: () => PostgresServer) => void): void {
  const native = postgresPrograms();
  if (native === undefined)
    process.stderr.write(`Skipped: "${name}". ${POSTGRES_PACKAGE} is not installed here; it is for Linux on x64.\n`);
  describe.skipIf(native === undefined)(name, { timeout: 30_000 }, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres(native ?? '');
    }, 60_000);
    afterAll(() => server.remove(), 60_000);
    tests(() => server);
  });
}
