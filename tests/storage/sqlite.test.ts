import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { storeContract } from './contract.ts';
import { processesContract } from './processes.ts';
import { second } from './records.ts';

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

it('takes what a replica of the version before writes', async () => {
  const config = newConfig();
  const store = openStore(config);
  await store.ping();
  const file = new DatabaseSync(join(config.dataDir, 'store.sqlite'));
  file.exec(`
    insert into subscription (platform, workspace, id, channel, personal, schedule, time_zone, audience, topics, state, next_at)
      values ('slack', 'T1', 's1', 'C1', 0, '0 9 * * *', 'UTC', 'everyone', '[]', 'active', '${second(60)}');
    insert into answer (platform, workspace, id, utterance, question, turns, outcome, statements, confidence, corpus, took_ms, at)
      values ('slack', 'T1', 'a1', 'q', 'q', 1, 'answered', '[]', 0.9, 'v1', 1, '${second(0)}');
  `);
  file.close();
  expect(await store.dueSubscriptions(second(60), 9, ['slack'])).toEqual([
    {
      scope: { platform: 'slack', workspace: 'T1' },
      id: 's1',
      channel: 'C1',
      personal: false,
      schedule: '0 9 * * *',
      written: '',
      timeZone: 'UTC',
      audience: 'everyone',
      topics: [],
      graceMinutes: 60,
      whenUnchanged: 'nothing',
      state: 'active',
      next: { occurrence: second(60), at: second(60) },
    },
  ]);
  expect(await store.turnsOf({ platform: 'slack', workspace: 'T1' }, 'a1')).toEqual(['q']);
  await store.close();
});
