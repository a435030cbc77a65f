import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type StoreConfig } from '../../adapters/storage/open.ts';
import { scopeA } from '../storage/records.ts';
import { arrived } from './arriving.ts';
import type { Asked, Order, Replied } from './orders.ts';
import { watched } from './telling.ts';

const WATCHED = 8;
const ROUNDS = 7;
/** Longer than a lease. */
const ROUND_MS = 120_000;

/** Numbers from 0 to below 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Processes that look at standing questions are killed in the midst of it; the platform is the parent's, and lives on. */
export function killedContract(name: string, newConfig: () => Promise<StoreConfig>, processes: number): void {
  describe(`processes that are killed while they tell changes on ${name}`, () => {
    it(`tell each once, ${processes} at a time`, async () => {
      const config = await newConfig();
      const random = numbers(7);
      const posted: string[] = [];
      const store = openStore(config);
      const before = arrived(3);
      for (let n = 0; n < WATCHED; n += 1) await store.saveStanding(watched(before, { id: `w${n}`, thread: `t${n}` }));

      for (let round = 0; round < ROUNDS; round += 1) {
        const last = round === ROUNDS - 1;
        const children = Array.from({ length: processes }, (_, i) => {
          // Before it is posted, after it is posted and before that is said, or after that is said.
          const plan = {
            at: last ? Number.POSITIVE_INFINITY : Math.floor(random() * 4),
            moment: Math.floor(random() * 3),
          };
          const order = { open: config, name: `${round}-${i}`, documents: 4, laterMs: round * ROUND_MS };
          return run(order, plan, posted);
        });
        await Promise.all(children.map((child) => once(child, 'exit')));
      }
      expect(posted.toSorted()).toEqual([...new Set(posted)].toSorted());
      expect(posted).toHaveLength(WATCHED);
      const version = arrived(4).corpus.version;
      for (let n = 0; n < WATCHED; n += 1) {
        expect(await store.standing(scopeA, `w${n}`)).toMatchObject({ corpus: version, changes: 1 });
        expect(await store.deliveries(scopeA, `w${n}`, 9)).toMatchObject([{ state: 'posted' }]);
      }
      await store.close();
    }, 180_000);
  });
}

/** A process, and at which post and in which moment of it it is killed. */
function run(
  order: Order,
  { at, moment }: { readonly at: number; readonly moment: number },
  posted: string[],
): ChildProcess {
  const child = fork(join(import.meta.dirname, 'reviewer.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let posts = 0;
  child.on('message', ({ number, request: { sort, key } }: Asked) => {
    const dies = sort === 'post' && posts === at;
    if (sort === 'post') posts += 1;
    if (dies && moment === 0) return void child.kill('SIGKILL');
    if (sort === 'post') posted.push(key);
    if (dies && moment === 1) return void child.kill('SIGKILL');
    const there = posted.includes(key) ? { found: 'there', message: 'm' } : { found: 'not there' };
    const reply = sort === 'find' ? there : { result: 'posted', message: 'm' };
    child.send({ number, reply } satisfies Replied, () => {
      if (dies) child.kill('SIGKILL');
    });
  });
  child.send(order);
  return child;
}
