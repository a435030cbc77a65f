/**
 * A small Slack of our own, for what the independent server does not do: several workspaces, redelivery, reconnection,
 * refusals, limits, and events as fast as one likes. It keeps every call that it gets.
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from './local-slack.ts';
import { acceptWebSocket, type ServerSocket } from './web-socket-server.ts';

export interface Call {
  /** A method of the Web API, or `hook` for a response_url. */
  readonly method: string;
  readonly token: string;
  // biome-ignore lint/suspicious/noExplicitAny: arguments are looked into freely by the tests
  readonly args: any;
  readonly at: number;
}

type Answer = object | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

export const SIGNING_SECRET = 'a-signing-secret-of-tests';
const BOT = 'U0BOT';

/** `usual` does what Slack does, and gives its answer. */
type How = (call: Call, usual: () => Answer) => Answer | undefined | Promise<Answer | undefined>;

export interface FakeSlack {
  readonly apiUrl: string;
  readonly calls: Call[];
  /** Calls that post something a person sees. */
  posts(): readonly Call[];
  /** Answers a method (or `hook`) in another way; undefined falls back to what is usual. */
  answer(method: string, how: How): void;
  hookUrl(id: string): string;
  /** Resolves when as many calls passed. */
  until(enough: () => boolean, what: string): Promise<void>;
  /** Sends a payload over an open socket; resolves with how long the acknowledgement took, in milliseconds. */
  socketSend(type: 'events_api' | 'slash_commands' | 'interactive', payload: object): Promise<number>;
  /** Anything at all over the socket. */
  socketRaw(message: object): void;
  sockets(): number;
  closeSockets(): void;
  stop(): Promise<void>;
}

/** `now` is the clock by which it stamps what is posted, in milliseconds. */
export async function startFakeSlack(now: () => number = Date.now): Promise<FakeSlack> {
  const calls: Call[] = [];
  const answers = new Map<
    string,
    (call: Call, usual: () => Answer) => Answer | undefined | Promise<Answer | undefined>
  >();
  const watchers = new Set<() => void>();
  const sockets = new Set<ServerSocket>();
  const acks = new Map<string, () => void>();
  const messages: { team: string; channel: string; ts: string; thread_ts?: string; text: string; metadata?: object }[] =
    [];
  let posted = 0;
  let turn = 0;

  const usual = ({ method, token, args }: Call): Answer => {
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: BOT, bot_id: 'B0BOT', team_id: teamOf(token), team: 'Team', url: 'https://x/' };
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${port}/link` };
      case 'chat.postMessage': {
        posted += 1;
        // A person's id stands for the channel to them.
        const channel = String(args.channel).replace(/^U/, 'DU');
        const ts = `${Math.floor(now() / 1000)}.${String(posted).padStart(6, '0')}`;
        const { thread_ts, text, metadata } = args;
        messages.push({ team: teamOf(token), channel, ts, thread_ts, text, metadata });
        return { ok: true, channel, ts };
      }
      case 'chat.getPermalink': {
        const path = `${args.channel}/p${String(args.message_ts).replace('.', '')}`;
        return { ok: true, channel: args.channel, permalink: `https://${teamOf(token)}.slack.com/archives/${path}` };
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const here = messages.filter(
          (one) =>
            one.team === teamOf(token) &&
            one.channel === args.channel &&
            one.thread_ts === args.ts &&
            Number(one.ts) >= Number(args.oldest),
        );
        const from = Number(args.cursor ?? 0);
        const most = Number(args.limit);
        const next = from + most < here.length ? String(from + most) : '';
        const shown = here.reverse().slice(from, from + most);
        const told = args.include_all_metadata === 'true' ? shown : shown.map(({ metadata: _, ...one }) => one);
        return { ok: true, messages: told, has_more: next !== '', response_metadata: { next_cursor: next } };
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${args.users}` } };
      case 'conversations.info':
        return { ok: true, channel: { id: args.channel, creator: 'U1', is_member: true } };
      case 'users.info':
        return { ok: true, user: { id: args.user, tz: 'Europe/Berlin', is_admin: false } };
      case 'oauth.v2.access': {
        const team = String(args.code).replace('code-', '');
        return {
          ok: true,
          app_id: 'A1',
          authed_user: { id: 'U9' },
          scope: 'chat:write',
          token_type: 'bot',
          access_token: `xoxb-${team}`,
          bot_user_id: BOT,
          team: { id: team, name: team },
          enterprise: null,
          is_enterprise_install: false,
        };
      }
      case 'hook':
        return { status: 200, body: 'ok' };
      default:
        return { ok: true, view: {} };
    }
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const isHook = path.startsWith('/hooks/');
    const method = isHook ? 'hook' : (path.replace('/api/', '').split('?')[0] ?? '');
    const args = isHook ? { url: path, ...JSON.parse(body) } : argumentsOf(body);
    const authorization = request.headers.authorization ?? '';
    const call: Call = { method, token: authorization.replace('Bearer ', ''), args, at: performance.now() };
    calls.push(call);
    for (const watch of watchers) watch();
    const answer = (await answers.get(method)?.(call, () => usual(call))) ?? usual(call);
    if ('status' in answer && typeof answer.status === 'number') {
      const {
        status,
        headers = {},
        body: text = '',
      } = answer as { status: number; headers?: Record<string, string>; body?: string };
      response.writeHead(status, headers).end(text);
    } else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  const server = createServer((request, response) => void handle(request, response));
  server.on('upgrade', (request, socket) => {
    const opened = acceptWebSocket(request, socket, {
      onText: (text) => acks.get(JSON.parse(text).envelope_id)?.(),
      onClose: () => sockets.delete(opened),
    });
    sockets.add(opened);
    opened.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }));
    for (const watch of watchers) watch();
  });
  const port = await listening(server, 0);

  /** Slack gives each event to one of the connections. */
  const oneSocket = (): ServerSocket => {
    const open = [...sockets];
    const socket = open[turn % open.length];
    turn += 1;
    if (!socket) throw new Error('no socket is open');
    return socket;
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    posts: () => calls.filter(({ method }) => method === 'chat.postMessage' || method === 'hook'),
    answer: (method, how) => answers.set(method, how),
    hookUrl: (id) => `http://127.0.0.1:${port}/hooks/${id}`,
    until: (enough, what) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          fail(new Error(`never ${what}; calls: ${calls.slice(-20).map(({ method }) => method)}`));
        }, 40_000);
        const look = () => {
          if (!enough()) return;
          clearTimeout(timer);
          watchers.delete(look);
          done();
        };
        watchers.add(look);
        look();
      }),
    socketSend(type, payload) {
      const envelope = `${type}-${turn}-${acks.size}-${Math.random()}`;
      const begun = performance.now();
      return new Promise((done) => {
        acks.set(envelope, () => {
          acks.delete(envelope);
          done(performance.now() - begun);
        });
        oneSocket().send(
          JSON.stringify({ envelope_id: envelope, type, payload, accepts_response_payload: type !== 'events_api' }),
        );
      });
    },
    socketRaw: (message) => oneSocket().send(JSON.stringify(message)),
    sockets: () => sockets.size,
    closeSockets: () => {
      for (const socket of sockets) socket.close();
    },
    async stop() {
      for (const socket of sockets) socket.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** `xoxb-T1` is the token of T1. */
function teamOf(token: string): string {
  return token.replace('xoxb-', '');
}

function argumentsOf(body: string): object {
  const read: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    try {
      read[name] = /^[[{]/.test(value) ? JSON.parse(value) : value;
    } catch {
      read[name] = value;
    }
  }
  return read;
}

/** Sends to the service what Slack sends, signed; resolves with the status. */
export async function deliver(serviceUrl: string, body: object | URLSearchParams): Promise<number> {
  const response = await sendSigned(serviceUrl, body);
  await response.arrayBuffer();
  return response.status;
}

export function sendSigned(serviceUrl: string, body: object | URLSearchParams): Promise<Response> {
  const isForm = body instanceof URLSearchParams;
  const text = isForm ? body.toString() : JSON.stringify(body);
  const at = Math.floor(Date.now() / 1000).toString();
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${text}`).digest('hex');
  return fetch(`${serviceUrl}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    },
    body: text,
  });
}

let events = 0;

/** A new event; `change` sets fields of the inner event. */
export function eventOf(change: object, team = 'T1', outer: object = {}): { event_id: string; event: object } {
  events += 1;
  return {
    type: 'event_callback',
    team_id: team,
    api_app_id: 'A1',
    event_id: `Ev${process.pid}x${events}`,
    event_time: 1,
    authorizations: [{ enterprise_id: null, team_id: team, user_id: BOT, is_bot: true, is_enterprise_install: false }],
    event: { channel: 'C1', user: 'U1', ts: `${1_700_000_000 + events}.000${process.pid % 1000}`, ...change },
    ...outer,
  } as never;
}

export function mention(text: string, change: object = {}, team = 'T1') {
  return eventOf({ type: 'app_mention', text: `<@${BOT}> ${text}`, ...change }, team);
}

export function directMessage(text: string, change: object = {}, team = 'T1') {
  return eventOf({ type: 'message', channel_type: 'im', channel: 'D1', text, ...change }, team);
}

export function commandOf(
  text: string,
  responseUrl: string,
  change: Record<string, string> = {},
): Record<string, string> {
  events += 1;
  return {
    command: '/openai-cloud',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    api_app_id: 'A1',
    response_url: responseUrl,
    trigger_id: `${process.pid}.${events}.trigger`,
    ...change,
  };
}

export function clickOf(
  action: { action_id: string; value?: string },
  responseUrl: string,
  change: object = {},
): object {
  events += 1;
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 't' },
    user: { id: 'U1', team_id: 'T1' },
    api_app_id: 'A1',
    channel: { id: 'C1', name: 'c' },
    container: { type: 'message', message_ts: '5.5', channel_id: 'C1', is_ephemeral: true },
    trigger_id: `${process.pid}.${events}.trigger`,
    response_url: responseUrl,
    actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
    ...change,
  };
}

export function interactive(payload: object): URLSearchParams {
  return new URLSearchParams({ payload: JSON.stringify(payload) });
}
