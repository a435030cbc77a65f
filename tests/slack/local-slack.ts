/** The independent Slack server local-slack (parvalabs), version 0.1.8: it stands for Slack in the end-to-end tests. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BINARY = resolve(import.meta.dirname, '../../node_modules/local-slack-linux-x64/bin/local-slack');

/** Why it cannot run on this machine; undefined where it can. */
export function missingForLocalSlack(): string | undefined {
  if (!existsSync(BINARY)) return 'the package local-slack-linux-x64 is not installed here';
  const tried = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' });
  return tried.status === 0 ? undefined : 'this machine has no network namespaces for it (unshare -rn, ip)';
}

export interface PostedMessage {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly channel: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: blocks are looked into freely by the tests
  readonly blocks?: any[];
  readonly subtype?: string;
  readonly ephemeral_to?: string;
}

export interface LocalSlack {
  readonly apiUrl: string;
  readonly port: number;
  control(path: string, body: object): Promise<{ readonly message?: PostedMessage }>;
  messages(channel: string): Promise<readonly PostedMessage[]>;
  /** Waits until the server holds what is looked for. */
  until<T>(look: () => Promise<T | undefined>, what: string): Promise<T>;
  log(): Promise<
    readonly {
      readonly direction: string;
      readonly kind: string;
      readonly summary: string;
      readonly detail?: unknown;
    }[]
  >;
  /** What the web page of the server sees: modals and App Home, and sending a modal's form. */
  ui(): Promise<Ui>;
  stop(): Promise<void>;
}

export interface Ui {
  // biome-ignore lint/suspicious/noExplicitAny: views are looked into freely by the tests
  readonly modals: () => any[];
  // biome-ignore lint/suspicious/noExplicitAny: views are looked into freely by the tests
  readonly home: (user: string, app: string) => any;
  /** What stands beside the fields of the form that was sent last. */
  readonly errors: () => Readonly<Record<string, string>> | undefined;
  submit(user: string, values: object): void;
  close(): void;
}

export const WORKSPACE = {
  team: 'T01TEST',
  bot: 'U0BOT',
  app: 'A01APP',
  alice: 'U01ALICE',
  bob: 'U02BOB',
  general: 'C01GEN',
  elsewhere: 'C02ELSE',
  signingSecret: 'a-signing-secret-of-tests',
} as const;

export async function startLocalSlack(requestPort?: number): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
  const config = join(folder, 'config.json');
  const [socketIn, socketOut] = [join(folder, 'in'), join(folder, 'out')];
  const inbound = createServer((from) => relay(from, connect(socketIn)));
  const port = await listening(inbound, 0);
  const outbound = requestPort ? createServer((from) => relay(from, connect(requestPort, '127.0.0.1'))) : undefined;
  if (outbound) await new Promise<void>((done) => outbound.listen(socketOut, done));
  writeFileSync(
    config,
    JSON.stringify({
      workspace: { teamId: WORKSPACE.team },
      apps: [
        {
          appId: WORKSPACE.app,
          botUserId: WORKSPACE.bot,
          signingSecret: WORKSPACE.signingSecret,
          ...(requestPort
            ? { mode: 'events', requestUrl: `http://127.0.0.1:${requestPort}/slack/events` }
            : { mode: 'socket' }),
        },
      ],
      users: [
        { id: WORKSPACE.alice, name: 'alice' },
        { id: WORKSPACE.bob, name: 'bob' },
      ],
      channels: [
        { id: WORKSPACE.general, name: 'general', members: [WORKSPACE.bot, WORKSPACE.alice, WORKSPACE.bob] },
        { id: WORKSPACE.elsewhere, name: 'elsewhere', members: [WORKSPACE.alice] },
      ],
    }),
  );
  const relayed = requestPort ? [String(requestPort), socketOut] : [];
  const args = [
    resolve(import.meta.dirname, 'namespace-relay.mjs'),
    BINARY,
    config,
    String(port),
    socketIn,
    ...relayed,
  ];
  const script = 'ip link set lo up && exec "$0" "$@"';
  const child = spawn('unshare', ['-rn', 'sh', '-c', script, process.execPath, ...args], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  const until = async <T>(look: () => Promise<T | undefined>, what: string): Promise<T> => {
    const end = Date.now() + 10_000;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`the Slack server never had ${what}`);
      await new Promise((next) => setTimeout(next, 10));
    }
  };
  // biome-ignore lint/suspicious/noExplicitAny: the server's own shapes
  const get = async (path: string): Promise<any> => (await fetch(`${base}/_control/${path}`)).json();
  await until(() => get('state').catch(() => undefined), 'a state: it did not start');
  return {
    apiUrl: `${base}/api/`,
    port,
    until,
    async control(path, body) {
      const response = await fetch(`${base}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as { message?: PostedMessage };
    },
    messages: async (channel) => (await get(`messages/${channel}`)).messages,
    log: async () => (await get('log')).log,
    ui: () => openUi(port),
    async stop() {
      const exited = new Promise((done) => child.once('exit', done));
      child.stdin?.end();
      await exited;
      await Promise.all([inbound, outbound].map((server) => server && new Promise((done) => server.close(done))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function relay(from: Socket, to: Socket): void {
  from.pipe(to).pipe(from);
  from.on('error', () => to.destroy());
  to.on('error', () => from.destroy());
}

export function listening(server: Server, port: number): Promise<number> {
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, 0);
  await new Promise((done) => server.close(done));
  return port;
}

async function openUi(port: number): Promise<Ui> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ui`);
  // biome-ignore lint/suspicious/noExplicitAny: views are looked into freely by the tests
  let modals: any[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: views are looked into freely by the tests
  const homes = new Map<string, any>();
  let errors: Readonly<Record<string, string>> | undefined;
  socket.onmessage = ({ data }) => {
    const said = JSON.parse(String(data));
    if (said.t === 'view') modals = said.stack;
    if (said.t === 'view_errors') errors = said.errors;
    if (said.t === 'home') homes.set(`${said.user}/${said.appId}`, said.view);
  };
  await new Promise((done) => socket.addEventListener('open', done, { once: true }));
  return {
    modals: () => modals,
    errors: () => errors,
    home: (user, app) => homes.get(`${user}/${app}`),
    submit: (user, values) => socket.send(JSON.stringify({ t: 'view_submit', user, values })),
    close: () => socket.close(),
  };
}
