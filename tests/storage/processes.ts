import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type StoreConfig } from '../../adapters/storage/open.ts';
import { KEYS, type Order, type Report, type Task } from './orders.ts';
import { deliveryKey, lease, scopeA, second } from './records.ts';

interface Process {
  readonly child: ChildProcess;
  readonly go: () => void;
  /** What it won, when it is done. */
  readonly won: Promise<readonly string[]>;
}

/**
 * What several processes on one store do to one another. `make` names a new, empty one; `checkWhole` throws where one is
 * damaged.
 */
export function processesContract(
  name: string,
  make: () => Promise<StoreConfig>,
  checkWhole: (config: StoreConfig) => void,
): void {
  describe(`processes on one ${name}`, () => {
    it('migrate once when they start at the same time', async () => {
      const config = await make();
      const processes = await Promise.all(['1', '2', '3', '4'].map((one) => begin(config, one, 'migrate')));
      for (const { go } of processes) go();
      await Promise.all(processes.map(({ won }) => won));
      const store = openStore(config);
      await store.ping();
      await store.close();
    }, 60_000);

    it('handle each event once', async () => {
      expect((await race(await make(), 'claim events')).flat()).toHaveLength(KEYS);
    }, 60_000);

    it('hold each delivery alone', async () => {
      const won = (await race(await make(), 'claim deliveries')).flat();
      expect(won).toHaveLength(KEYS);
      expect(new Set(won).size).toBe(KEYS);
    }, 60_000);

    it('write side by side', async () => {
      const config = await make();
      const won = (await race(config, 'write')).flat();
      const store = openStore(config);
      expect(await store.held(scopeA)).toMatchObject({ answers: won.length });
      await store.close();
    }, 60_000);

    it('lose nothing that was acknowledged when one is killed while it writes', async () => {
      const config = await make();
      const acknowledged = await killedWhile(config, 'write for ever', 400);
      const store = openStore(config);
      const missing: string[] = [];
      for (const id of acknowledged) if (!(await store.answer(scopeA, id))) missing.push(id);
      expect(missing).toEqual([]);
      await store.close();
      checkWhole(config);
    }, 60_000);

    it('leave alone what one that was killed had claimed until its lease has run out', async () => {
      const config = await make();
      const claimed = await killedWhile(config, 'claim deliveries', 10);
      const won = (await race(config, 'claim deliveries')).flat();
      expect(won.filter((occurrence) => claimed.includes(occurrence))).toEqual([]);
      const store = openStore(config);
      const key = { ...deliveryKey, occurrence: second(0) };
      expect(await store.claimDelivery(key, lease('heir', 9))).toBeUndefined();
      expect(await store.claimDelivery(key, lease('heir', 10))).toMatchObject({ leaseOwner: 'heir', attempts: 2 });
      await store.close();
    }, 60_000);
  });
}

/** Two processes begin the same task together. */
async function race(config: StoreConfig, task: Task): Promise<readonly (readonly string[])[]> {
  const processes = await Promise.all(['1', '2'].map((name) => begin(config, name, task)));
  for (const { go } of processes) go();
  return Promise.all(processes.map(({ won }) => won));
}

/** What a process had acknowledged when it was killed in the midst of its task, after `least` of them. */
async function killedWhile(config: StoreConfig, task: Task, least: number): Promise<readonly string[]> {
  const { child, go } = await begin(config, 'victim', task);
  const acknowledged: string[] = [];
  child.on('message', (report: Report) => {
    if (!('acknowledged' in report)) return;
    acknowledged.push(report.acknowledged);
    if (acknowledged.length === least) child.kill('SIGKILL');
  });
  go();
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}

async function begin(config: StoreConfig, name: string, task: Task): Promise<Process> {
  const child = fork(join(import.meta.dirname, 'writer.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const tell = (order: Order) => child.send(order);
  const reported = <T>(of: (report: Report) => T | undefined) =>
    new Promise<T>((resolve, reject) => {
      child.on('message', (report: Report) => {
        const found = of(report);
        if (found !== undefined) resolve(found);
      });
      child.once('exit', (status, signal) => reject(new Error(`${name} ended early: ${status ?? signal}`)));
    });
  const ready = reported((report) => ('ready' in report ? true : undefined));
  const won = reported((report) => ('won' in report ? report.won : undefined));
  // One that is killed wins nothing, and nobody asks.
  won.catch(() => undefined);
  tell({ open: config, name, task });
  await ready;
  return { child, won, go: () => tell('go') };
}
