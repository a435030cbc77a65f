import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { dispatcherContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'digests-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let stores = 0;
dispatcherContract('SQLite', () => {
  stores += 1;
  return Promise.resolve(openStore({ dataDir: join(folder, String(stores)) }));
});
