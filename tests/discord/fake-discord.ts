/**
 * A small Discord for what the independent server does not do: sessions that resume, limits, faults, permissions, tokens
 * that expire. It keeps to what Discord documents and notes every request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptWebSocket, type Peer } from './websocket.ts';

export const SELF = '100000000000000001';
export const GUILD = '200000000000000001';
export const CHANNEL = '300000000000000001';
export const FORUM_POST = '300000000000000002';
export const PERSON = '400000000000000001';
export const DIRECT = '500000000000000001';
export const TOKEN = 'fake-token-for-tests';

export interface Noted {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: unknown;
}

export interface Posted {
  readonly id: string;
  readonly channel: string;
  /** As it was posted, or edited since. */
  body: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What a route answers in place of what it does. Undefined: what it does. */
export type Intervention = (request: Noted) => Answer | undefined | Promise<Answer | undefined>;

export const refused = (status: number, code: number): Answer => ({ status, body: { code, message: 'no' } });

/** The bot may do everything in the fake's channels. */
const ALL_PERMISSIONS = String((1n << 50n) - 1n);

interface Session {
  readonly events: { s: number; t: string; d: unknown }[];
  peer: Peer | undefined;
}

export interface FakeDiscord {
  readonly apiUrl: string;
  readonly noted: Noted[];
  /** Messages in channels, oldest first. */
  readonly messages: Posted[];
  /** What an interaction shows now, by its token. */
  readonly shown: Map<string, unknown>;
  readonly commands: { value: unknown };
  /** How often a session was begun, and how often resumed. */
  readonly sessions: { begun: number; resumed: number };
  /** Which connection of how many each session says that it is. */
  readonly shards: unknown[];
  intervene: Intervention;
  /** Sends an event to whoever is connected, and keeps it for who resumes. */
  dispatch(type: string, data: unknown): void;
  /** Ends the connection; without a code it breaks. */
  drop(code?: number): void;
  /** Channels that there were. */
  readonly gone: Set<string>;
  /** No connection is let in until it is opened again. */
  shut(isShut: boolean): void;
  /** Resolves when `done` holds; it is asked after each request and connection. */
  until<T>(done: () => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

/** `permissions`: what the bot may do in the server. */
export async function startFakeDiscord({
  permissions = ALL_PERMISSIONS,
  now = Date.now,
}: {
  readonly permissions?: string;
  /** Milliseconds since 1970: the ids of messages hold it. */
  readonly now?: () => number;
} = {}): Promise<FakeDiscord> {
  const noted: Noted[] = [];
  const messages: Posted[] = [];
  const shown = new Map<string, unknown>();
  const acknowledged = new Set<string>();
  const gone = new Set<string>();
  const threads = new Set<string>();
  const nonces = new Map<string, Posted>();
  const commands = { value: [] as unknown };
  const sessions = { begun: 0, resumed: 0 };
  const shards: unknown[] = [];
  const held = new Map<string, Session>();
  const peers = new Set<Peer>();
  const waiting = new Set<() => void>();
  let isShut = false;
  let serial = 0;

  const changed = () => {
    for (const one of [...waiting]) one();
  };

  const fake: FakeDiscord = {
    apiUrl: '',
    noted,
    messages,
    shown,
    commands,
    sessions,
    shards,
    gone,
    intervene: () => undefined,
    dispatch(type, data) {
      for (const session of held.values()) {
        const event = { op: 0, t: type, s: session.events.length + 1, d: data };
        session.events.push(event);
        session.peer?.send(JSON.stringify(event));
      }
    },
    drop(code) {
      for (const peer of peers) peer.close(code);
    },
    shut(to) {
      isShut = to;
    },
    until(done) {
      return new Promise((resolve) => {
        const look = () => {
          const found = done();
          if (found === undefined || found === false) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    close: () =>
      new Promise((resolve) => {
        for (const peer of peers) peer.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function create(channel: string, body: Record<string, unknown>): Posted {
    const nonce = body.enforce_nonce === true ? `${channel}:${String(body.nonce)}` : undefined;
    const known = nonce && nonces.get(nonce);
    if (known) return known;
    serial += 1;
    // An id holds the time, by which messages are asked for.
    const id = String((BigInt(now() - 1_420_070_400_000) << 22n) + BigInt(serial));
    const posted = { id, channel, body };
    messages.push(posted);
    if (nonce) nonces.set(nonce, posted);
    return posted;
  }

  const asMessage = ({ id, channel, body }: Posted) => ({
    id,
    channel_id: channel,
    author: { id: SELF },
    type: 0,
    components: body.components,
    ...(body.message_reference !== undefined && { message_reference: body.message_reference }),
  });

  function route({ method, path, body }: Noted): Answer {
    const parts = path.split('?')[0]?.split('/').slice(1) ?? [];
    const [root, first = '', second = '', third = '', fourth = ''] = parts;
    const sent = (body ?? {}) as Record<string, unknown>;
    if (path === '/gateway/bot')
      return {
        status: 200,
        body: {
          url: `${fake.apiUrl.replace('http', 'ws').replace(/\/api\/$/, '')}/gateway`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
        },
      };
    if (path === '/users/@me') return { status: 200, body: { id: SELF, username: 'bot', discriminator: '0' } };
    if (path === '/users/@me/channels') return { status: 200, body: { id: DIRECT, type: 1 } };
    if (root === 'applications') {
      if (method === 'PUT') commands.value = body;
      return { status: 200, body: commands.value };
    }
    if (root === 'interactions') {
      if (acknowledged.has(first)) return refused(400, 40060);
      acknowledged.add(first);
      if (sent.type === 4) shown.set(second, sent.data);
      else if (sent.type === 5) shown.set(second, undefined);
      return { status: 204 };
    }
    if (root === 'webhooks' && method === 'PATCH' && fourth === '@original') {
      if (!shown.has(second)) return refused(404, 10015);
      shown.set(second, body);
      return { status: 200, body: { id: '1', channel_id: CHANNEL } };
    }
    if (root === 'webhooks' && method === 'GET' && fourth === '@original')
      return shown.has(second) ? { status: 200, body: { id: `8${second.slice(-17)}` } } : refused(404, 10015);
    if (root === 'webhooks' && method === 'POST')
      return { status: 200, body: asMessage(create(`interaction:${second}`, sent)) };
    if (root === 'channels' && third !== '' && fourth === 'threads') {
      if (threads.has(first) || first === FORUM_POST) return refused(400, 50024);
      if (threads.has(third)) return refused(400, 160004);
      threads.add(third);
      const thread = { id: third, type: 11, guild_id: GUILD, parent_id: first, name: sent.name, thread_metadata: {} };
      fake.dispatch('THREAD_CREATE', { ...thread, newly_created: true });
      return { status: 201, body: thread };
    }
    if (root === 'channels' && gone.has(first)) return refused(404, 10003);
    const isThere = [CHANNEL, DIRECT, FORUM_POST].includes(first) || threads.has(first);
    if (root === 'channels' && second === '') {
      return isThere ? { status: 200, body: { id: first, type: 0 } } : refused(404, 10003);
    }
    if (root === 'channels' && second === 'messages' && third !== '' && fourth === '') {
      const there = messages.find(({ id, channel }) => id === third && channel === first);
      if (!there) return refused(404, 10008);
      if (method === 'PATCH') there.body = { ...there.body, ...sent };
      return { status: 200, body: asMessage(there) };
    }
    if (root === 'channels' && second === 'messages') {
      const query = new URLSearchParams(path.split('?')[1]);
      const after = BigInt(query.get('after') ?? 0);
      if (method === 'POST') return { status: 200, body: asMessage(create(first, sent)) };
      if (!isThere) return refused(404, 10003);
      return {
        status: 200,
        body: messages
          .filter(({ channel, id }) => channel === first && BigInt(id) > after)
          .slice(0, Number(query.get('limit') ?? 50))
          .map(asMessage)
          .reverse(),
      };
    }
    return refused(404, 0);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api(?:\/v10)?/, ''));
    const note: Noted = { method: request.method ?? '', path, body: text === '' ? undefined : JSON.parse(text) };
    noted.push(note);
    const { status, body, headers } = (await fake.intervene(note)) ?? route(note);
    response.writeHead(status, { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
    changed();
  }

  const server = createServer((request, response) => void answer(request, response));
  server.on('upgrade', (request, socket) => {
    if (isShut) return socket.destroy();
    let session: Session | undefined;
    const send = (payload: unknown) => peer.send(JSON.stringify(payload));
    const peer = acceptWebSocket(request, socket, {
      onClose: () => {
        peers.delete(peer);
        if (session?.peer === peer) session.peer = undefined;
        changed();
      },
      onText: (text) => {
        const { op, d } = JSON.parse(text) as {
          op: number;
          d: { session_id?: string; seq?: number; token?: string; shard?: unknown };
        };
        if (op === 1) send({ op: 11 });
        if ((op === 2 || op === 6) && d.token !== TOKEN) peer.close(4004);
        else if (op === 2) {
          session = { events: [], peer };
          sessions.begun += 1;
          shards.push(d.shard);
          const id = `session-${sessions.begun}`;
          held.set(id, session);
          greet(id, session);
          changed();
        } else if (op === 6) {
          session = held.get(d.session_id ?? '');
          if (!session) return send({ op: 9, d: false });
          session.peer = peer;
          for (const event of session.events.slice(d.seq ?? 0)) send(event);
          send({ op: 0, t: 'RESUMED', s: session.events.length, d: {} });
          sessions.resumed += 1;
          changed();
        }
      },
    });
    peers.add(peer);
    send({ op: 10, d: { heartbeat_interval: 45_000 } });
  });

  function greet(id: string, session: Session): void {
    const emit = (t: string, d: unknown) => {
      const event = { op: 0, t, s: session.events.length + 1, d };
      session.events.push(event);
      session.peer?.send(JSON.stringify(event));
    };
    const user = { id: SELF, username: 'bot', discriminator: '0', avatar: null, bot: true };
    emit('READY', {
      v: 10,
      user,
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: id,
      resume_gateway_url: `${fake.apiUrl.replace('http', 'ws').replace(/\/api\/$/, '')}/gateway`,
      application: { id: SELF, flags: 0 },
    });
    emit('GUILD_CREATE', {
      id: GUILD,
      name: 'Server',
      owner_id: PERSON,
      unavailable: false,
      roles: [{ id: GUILD, name: '@everyone', permissions, position: 0, color: 0, hoist: false, managed: false }],
      members: [{ user, roles: [], joined_at: '2026-01-01T00:00:00Z' }],
      channels: [{ id: CHANNEL, type: 0, name: 'general', permission_overwrites: [], position: 0 }],
      threads: [{ id: FORUM_POST, type: 11, name: 'post', parent_id: CHANNEL, guild_id: GUILD, thread_metadata: {} }],
      emojis: [],
      stickers: [],
      features: [],
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(fake, { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` });
}
