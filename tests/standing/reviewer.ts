import { makeLog } from '../../adapters/log.ts';
import { makeStandingReview } from '../../adapters/standing/start.ts';
import { openStore } from '../../adapters/storage/open.ts';
import type { Outlet } from '../../src/outlet.ts';
import { arrived } from './arriving.ts';
import type { Asked, Order, Replied } from './orders.ts';

/** A process of its own that looks at standing questions as its parent orders, and posts to its parent. */
process.on('disconnect', () => process.exit());
const waiting = new Map<number, (replied: Replied['reply']) => void>();
let asked = 0;

function ask<Reply>(request: Asked['request']): Promise<Reply> {
  asked += 1;
  const { promise, resolve } = Promise.withResolvers<Reply>();
  waiting.set(asked, resolve as (reply: Replied['reply']) => void);
  process.send?.({ number: asked, request } satisfies Asked);
  return promise;
}

const outlet: Outlet = {
  platform: 'slack',
  fits: () => true,
  post: (_place, { key }) => ask({ sort: 'post', key }),
  find: (_place, key) => ask({ sort: 'find', key }),
  tell: () => Promise.resolve(false),
  mark: (_place, message) => ask({ sort: 'mark', key: message }),
};

process.on('message', (said: Order | Replied) => {
  if ('reply' in said) waiting.get(said.number)?.(said.reply);
  else void work(said);
});

async function work({ open, name, documents, laterMs }: Order): Promise<void> {
  const store = openStore(open);
  const review = makeStandingReview({
    bot: arrived(documents),
    store,
    outletOf: () => outlet,
    owner: name,
    log: makeLog('silent'),
    // The lease of whoever was killed before has run out.
    now: () => new Date(Date.now() + laterMs),
    count: () => undefined,
  });
  await review.pass();
  await store.close();
  process.disconnect();
}
