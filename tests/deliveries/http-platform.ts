import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A platform in a process of its own, so that whoever posts to it may die at any moment: it knows what it was sent.
 * Started by `startPlatform`, which tells it how to behave.
 */
export interface PlatformManner {
  /** Answers after so many milliseconds at least, and this many at most. */
  readonly latencyMs: readonly [number, number];
  /** Of a hundred posts, how many are answered with an error, cut off after they were taken, cut off before. */
  readonly faults: { readonly later: number; readonly lostAfter: number; readonly lostBefore: number };
  /** The least time between two posts in one channel, in milliseconds; sooner ones are refused with when to come again. */
  readonly spacingMs: number;
  readonly seed: number;
}

/** What it was sent, by key. */
export type PostCounts = Readonly<Record<string, number>>;

interface Sent {
  readonly channel: string;
  readonly key: string;
}

function serve(manner: PlatformManner): void {
  const random = mulberry32(manner.seed);
  const posted = new Map<string, number>();
  const refused = { count: 0 };
  const lastIn = new Map<string, number>();
  const take = ({ key }: Sent) => posted.set(key, (posted.get(key) ?? 0) + 1);

  async function post(sent: Sent, response: ServerResponse): Promise<void> {
    const { latencyMs, faults, spacingMs } = manner;
    const since = Date.now() - (lastIn.get(sent.channel) ?? 0);
    const chance = random() * 100;
    const delay = latencyMs[0] + random() * (latencyMs[1] - latencyMs[0]);
    const takesAtOnce = random() < 0.5;
    if (since < spacingMs) {
      refused.count += 1;
      await sleep(delay);
      answer(response, 429, { afterMs: spacingMs - since });
      return;
    }
    if (sent.channel.startsWith('archived')) return answer(response, 410, {});
    if (chance < faults.later) return answer(response, 429, { afterMs: 100 });
    if (chance < faults.later + faults.lostBefore) return void response.destroy();
    lastIn.set(sent.channel, Date.now());
    if (takesAtOnce) take(sent);
    await sleep(delay);
    if (!takesAtOnce) take(sent);
    if (chance < faults.later + faults.lostBefore + faults.lostAfter) return void response.destroy();
    answer(response, 200, {});
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === '/posts')
      return answer(response, 200, { posts: Object.fromEntries(posted), refused: refused.count });
    if (pathname === '/find') return answer(response, 200, { there: posted.has(searchParams.get('key') ?? '') });
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => void post(JSON.parse(body) as Sent, response));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Numbers from 0 to 1, the same for a seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[2] === 'serve') {
  process.once('message', (manner: PlatformManner) => serve(manner));
  process.on('disconnect', () => process.exit());
}
