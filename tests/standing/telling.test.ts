/** Changes are told once, on both engines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeOnPostgres } from '../storage/postgres-server.ts';
import { killedContract } from './killed.ts';
import { tellingContract } from './telling.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const newFile = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'telling-'));
  folders.push(dataDir);
  return Promise.resolve({ dataDir });
};

tellingContract('SQLite', newFile);
killedContract('SQLite', newFile, 1);

describeOnPostgres('a real PostgreSQL', (server) => {
  const newDatabase = async () => ({ databaseUrl: await server().database(), dataDir: '/nowhere' });
  tellingContract('PostgreSQL', newDatabase);
  killedContract('PostgreSQL', newDatabase, 2);
});
