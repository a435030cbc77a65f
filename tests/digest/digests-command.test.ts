import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportDigests } from '../../adapters/digests.ts';
import { openStore } from '../../adapters/storage/open.ts';
import { asksStore } from '../../adapters/terminal/digest.ts';
import { second, subscriptionRecord } from '../storage/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'digests-'));
const store = openStore({ dataDir: folder });
const key = { scope: { platform: 'slack', workspace: 'T1' }, subscription: 's1', occurrence: second(60) };

beforeAll(async () => {
  await store.saveSubscription(subscriptionRecord({ topics: ['fares \u001B[31m'] }));
  await store.saveSubscription(
    subscriptionRecord({
      scope: { platform: 'discord', workspace: 'G1' },
      id: 'd1',
      state: 'paused',
      pausedBecause: 'the channel is gone',
    }),
  );
  await store.claimDelivery(key, { owner: 'p', now: second(60), until: second(90) });
  await store.recordDelivery(key, 'p', { state: 'skipped', reason: 'nothing is new', at: second(61) });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function report(...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  await reportDigests(args, { open: () => store, print: (text) => printed.push(text) });
  return printed.join('\n');
}

describe('npm run digest', () => {
  it('lists the digests of all workspaces, one a line, without the characters that a terminal obeys', async () => {
    const lines = (await report('list')).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^discord G1 C1 {2}d1: weekdays 09:00 in Europe\/Berlin, for buyers, .*the channel is gone/,
    );
    expect(lines[1]).toMatch(/^slack T1 C1 {2}s1: .*about “fares +\[31m”\. The next one comes on/);
  });

  it('tells the history of one, or of all', async () => {
    expect(await report('history', 's1')).toMatch(/^slack T1 C1\ns1: weekdays[\s\S]*skipped: nothing is new/);
    const all = await report('history');
    expect(all).toContain('d1 has not fallen due yet.');
    expect(all).toContain('skipped: nothing is new');
  });

  it('prints JSON', async () => {
    expect(JSON.parse(await report('list', '--json'))).toMatchObject({ subscriptions: [{ id: 'd1' }, { id: 's1' }] });
    expect(JSON.parse(await report('history', 's1', '--json'))).toMatchObject({
      history: [{ subscription: { id: 's1' }, deliveries: [{ state: 'skipped' }] }],
    });
  });

  it('says what to do where there is no such digest, and where it is written otherwise', async () => {
    await expect(report('history', 'x')).rejects.toThrow('There is no digest x; npm run digest -- list shows');
    await expect(report('list', 's1')).rejects.toThrow('Write npm run digest -- list');
    expect(() => asksStore(['preview', '--nothing'])).toThrow('See npm run digest -- --help.');
  });

  it('asks the store for these two alone', () => {
    expect(
      [['list'], ['--json', 'history'], ['preview', '--topic', 'list'], ['list', '--help'], []].map(asksStore),
    ).toEqual([true, true, false, false, false]);
  });
});
