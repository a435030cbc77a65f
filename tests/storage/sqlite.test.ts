import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { storeContract } from './contract.ts';
import { processesContract } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let stores = 0;
function newConfig() {
  stores += 1;
  return { dataDir: join(folder, String(stores)) };
}

storeContract('SQLite', () => Promise.resolve(openStore(newConfig())));
processesContract(
  'SQLite file',
  () => Promise.resolve(newConfig()),
  ({ dataDir }) => {
    const file = new DatabaseSync(join(dataDir, 'store.sqlite'));
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    file.close();
  },
);
