/**
 * The independent Discord server discord-digital-twin 0.1.1 (remorses): it stands for Discord in the end-to-end tests.
 * `npm run peer:discord` installs it; it is too heavy for the first `npm ci`.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Payload } from './shown.ts';

const folder = resolve(import.meta.dirname, '../peers/discord');

/** Why it cannot run on this machine; undefined where it can. */
export function missingForPeer(): string | undefined {
  return existsSync(join(folder, 'node_modules/discord-digital-twin'))
    ? undefined
    : 'npm run peer:discord has not installed it here';
}

export interface PeerMessage extends Payload {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string };
  readonly content: string;
  readonly nonce?: string;
}

interface Place {
  readonly channel?: string;
  readonly user?: string;
}

export interface Recorded {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

export interface PeerDiscord {
  /** For the bot; what it asks there is recorded. */
  readonly apiUrl: string;
  readonly token: string;
  readonly bot: string;
  readonly channel: string;
  readonly user: string;
  readonly recorded: readonly Recorded[];
  /** Has the server do something, in the channel and as the user unless others are named. */
  call<T>(what: string, how?: unknown, place?: Place): Promise<T>;
  /** Resolves with what is found, which is looked for after each request of the bot. */
  until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T>;
  stop(): Promise<void>;
}

export async function startPeer(): Promise<PeerDiscord> {
  const child = fork(join(folder, 'serve.mjs'), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answers = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  const ready = await new Promise<{ restUrl: string; token: string; bot: string; channel: string; user: string }>(
    (done, fail) => {
      child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
      child.on('message', (said: { ready?: never; id?: number; result?: unknown; fault?: string }) => {
        if (said.ready) return done(said.ready);
        const waiting = answers.get(said.id ?? -1);
        answers.delete(said.id ?? -1);
        if (said.fault === undefined) waiting?.done(said.result);
        else waiting?.fail(new Error(said.fault));
      });
    },
  );
  const recorded: Recorded[] = [];
  const looking = new Set<() => void>();
  const proxy = await record(new URL(ready.restUrl), (one) => {
    recorded.push(one);
    for (const look of [...looking]) look();
  });
  let calls = 0;
  return {
    ...ready,
    apiUrl: proxy.url,
    recorded,
    call: <T>(what: string, how?: unknown, { channel = ready.channel, user = ready.user }: Place = {}) =>
      new Promise<T>((done, fail) => {
        calls += 1;
        answers.set(calls, { done: (value) => done(value as T), fail });
        child.send({ id: calls, call: what, channel, user, with: how });
      }),
    until: (look) =>
      new Promise((done, fail) => {
        const again = () => {
          Promise.resolve(look()).then((found) => {
            if (found === undefined) return;
            looking.delete(again);
            done(found);
          }, fail);
        };
        looking.add(again);
        again();
      }),
    async stop() {
      proxy.close();
      await ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.disconnect();
  });
}

/** Hands requests on, and notes them with what came of them. */
async function record(to: URL, note: (one: Recorded) => void) {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const sent = Buffer.concat(chunks);
      const { host: _, ...headers } = incoming.headers;
      const onward = request(
        { host: to.hostname, port: to.port, path: incoming.url, method: incoming.method, headers },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            const { 'transfer-encoding': _chunked, connection: _connection, ...rest } = answer.headers;
            response.writeHead(status, rest).end(Buffer.concat(parts));
            const path = decodeURIComponent((incoming.url ?? '').replace(/^\/api\/v10/, ''));
            const body = sent.length > 0 ? JSON.parse(sent.toString()) : undefined;
            note({ method: incoming.method ?? '', path, body, status });
          });
        },
      );
      onward.on('error', () => response.destroy());
      onward.end(sent);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
