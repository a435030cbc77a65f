import { openStore } from '../../adapters/storage/open.ts';
import type { Store } from '../../src/store.ts';
import { KEYS, type Order, type Report, type Task } from './orders.ts';
import { answerRecord, deliveryKey, lease, scopeA, second } from './records.ts';

/** A process of its own that works on a store as its parent orders. It says when it is ready, and then what it did. */
process.on('message', (order: Order) => void follow(order));
// Nobody waits for it any more.
process.on('disconnect', () => process.exit());
const report = (said: Report) => process.send?.(said);

let begin: () => Promise<void> = () => Promise.resolve();

async function follow(order: Order): Promise<void> {
  if (order === 'go') return begin();
  const store = openStore(order.open);
  if (order.task !== 'migrate') await store.ping();
  begin = async () => {
    await TASKS[order.task](store, order.name);
    await store.close();
    process.disconnect();
  };
  report({ ready: true });
}

const TASKS: Readonly<Record<Task, (store: Store, name: string) => Promise<void>>> = {
  migrate: async (store) => {
    await store.ping();
    report({ won: [] });
  },
  'claim events': async (store) => {
    const won: string[] = [];
    for (let n = 0; n < KEYS; n += 1)
      if (await store.claimOnce(`event ${n}`, second(0), second(1000))) won.push(`event ${n}`);
    report({ won });
  },
  'claim deliveries': async (store, name) => {
    const won: string[] = [];
    for (let n = 0; n < KEYS; n += 1) {
      const occurrence = second(n);
      if (!(await store.claimDelivery({ ...deliveryKey, occurrence }, lease(name, 0)))) continue;
      won.push(occurrence);
      report({ acknowledged: occurrence });
    }
    report({ won });
  },
  write: async (store, name) => {
    const ids = Array.from({ length: KEYS }, (_, n) => `${name} ${n}`);
    await Promise.all(ids.map((id) => store.recordAnswer(scopeA, answerRecord({ id }))));
    report({ won: ids });
  },
  'write for ever': async (store, name) => {
    const lane = async (of: number) => {
      for (let n = 0; ; n += 1) {
        const id = `${name} ${of} ${n}`;
        await store.recordAnswer(scopeA, answerRecord({ id }));
        report({ acknowledged: id });
      }
    };
    await Promise.all([lane(0), lane(1), lane(2), lane(3)]);
  },
};
