/** The service as an operator runs it: one process, started, watched and ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { sweep } from '../../adapters/sweep.ts';
import { postJson, serve } from './serving.ts';

const root = resolve(import.meta.dirname, '../..');
const entry = join(root, 'adapters/cli.mjs');
const cleanUps: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'operation-'));
  cleanUps.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

interface Started {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves once it has logged this. */
  readonly said: (words: string) => Promise<void>;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Resolves with the line that says where it listens; undefined where it ends without one. */
  readonly ready: Promise<string | undefined>;
}

/** Started in a folder of its own, so that no `.env` and no data of this checkout play a part. */
function start(
  command: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
  cwd = folder(),
): Started {
  const { PORT: _, DATABASE_URL: __, LOG_LEVEL: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [entry, command, ...args], { cwd, env: { ...inherited, ...environment } });
  cleanUps.push(() => child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const ready = Promise.withResolvers<string | undefined>();
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
    const line = /^ready (\S+)\n/m.exec(stdout)?.[1];
    if (line) ready.resolve(line);
  });
  let awaited: readonly { readonly words: string; readonly there: () => void }[] = [];
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
    for (const { words, there } of awaited) if (stderr.includes(words)) there();
  });
  const said = (words: string) => {
    const { promise, resolve: there } = Promise.withResolvers<void>();
    awaited = [...awaited, { words, there }];
    if (stderr.includes(words)) there();
    return promise;
  };
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.on('close', (status, signal) => {
      ready.resolve(undefined);
      done({ status, signal });
    });
  });
  return { child, stdout: () => stdout, stderr: () => stderr, said, ended, ready: ready.promise };
}

describe('npm start', () => {
  it('says where it listens in one line, answers there, and ends on SIGTERM with everything stored', async () => {
    const data = folder();
    const service = start('start', { PORT: '0', DATA_DIR: data });
    const url = await service.ready;
    expect(service.stdout()).toBe(`ready ${url}\n`);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/?q=exclusivity`)).text()).toContain('class="answer answered"');
    await postJson(`${url}/api/ask`, { turns: ['Which wine goes with fish?'] });
    service.child.kill('SIGTERM');
    expect(await service.ended).toEqual({ status: 0, signal: null });
    const store = openStore({ dataDir: data });
    expect(await store.declined('2000-01-01T00:00:00.000Z')).toMatchObject([
      { question: 'Which wine goes with fish?' },
    ]);
    await store.close();
    const lines = service.stderr().trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).not.toContain('error');
  });

  it('answers a request that is under way when it is told to end', async () => {
    const service = start('start', { PORT: '0' });
    const url = (await service.ready) ?? '';
    const kept = await fetch(`${url}/healthz`);
    await kept.text();
    const answers = Array.from({ length: 20 }, () => postJson(`${url}/api/ask`, { turns: ['exclusivity'] }));
    await Promise.race(answers);
    service.child.kill('SIGINT');
    // What was accepted is answered; what came after is refused by the system, never left hanging.
    const settled = await Promise.allSettled(answers);
    expect(settled.filter((one) => one.status === 'fulfilled' && one.value.status === 200).length).toBeGreaterThan(0);
    expect(await service.ended).toEqual({ status: 0, signal: null });
  });

  it('takes a signal that comes twice at once, as Ctrl-C does by npm, for one', async () => {
    const service = start('start', { PORT: '0' });
    await service.ready;
    service.child.kill('SIGINT');
    service.child.kill('SIGINT');
    service.child.kill('SIGTERM');
    expect(await service.ended).toEqual({ status: 0, signal: null });
    expect(service.stderr()).toContain('"stopped"');
  });

  it('with --ask answers in the terminal too, and names the page with the answer', async () => {
    const service = start('start', { PORT: '0', LOG_LEVEL: 'silent' }, ['--ask', 'exclusivity']);
    const url = await service.ready;
    service.child.kill('SIGTERM');
    await service.ended;
    expect(service.stdout()).toBe(`ready ${url}\n`);
    expect(service.stderr()).toContain('Sources\n[1] ');
    expect(service.stderr()).toContain(`${url}/?q=exclusivity`);
  });

  it('reads an .env file where it is started', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'PORT=0\nLOG_LEVEL=silent\n');
    const service = start('start', {}, [], cwd);
    expect(await service.ready).toBeDefined();
    expect(service.stderr()).toBe('');
  });

  it('names every setting that cannot be used, and does not start', async () => {
    const service = start('start', { PORT: 'x', LOG_LEVEL: 'loud' });
    expect(await service.ended).toEqual({ status: 2, signal: null });
    expect(service.stderr().trim().split('\n')).toHaveLength(2);
    expect(service.stdout()).toBe('');
  });

  it('says so when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    cleanUps.push(() => taken.close());
    const { port } = taken.address() as { port: number };
    const service = start('start', { PORT: String(port) });
    expect(await service.ended).toEqual({ status: 1, signal: null });
    expect(service.stderr()).toBe(`Port ${port} is taken: choose another with PORT, or 0 for any free one.\n`);
  });

  it('says what is wrong with its options and its documents', async () => {
    const wrong = start('start', {}, ['--aks', 'x']);
    expect(await wrong.ended).toEqual({ status: 2, signal: null });
    expect(wrong.stderr()).toContain('--help');
    const nowhere = start('start', { CORPUS_DIR: '/no/such/folder' });
    expect(await nowhere.ended).toEqual({ status: 2, signal: null });
    expect(nowhere.stderr().trim().split('\n')).toHaveLength(1);
  });

  it('keeps the page up while Slack cannot be reached, says so, and never shows a token', async () => {
    const service = start('start', {
      PORT: '0',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      SLACK_BOT_TOKEN: 'xoxb-4711',
      SLACK_APP_TOKEN: 'xapp-4711',
    });
    const url = await service.ready;
    await new Promise<void>((told) => {
      const look = () => {
        if (service.stderr().includes('Slack cannot be reached')) told();
      };
      service.child.stderr?.on('data', look);
      look();
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ status: 0 });
    expect(service.stderr()).not.toContain('4711');
  });
});

describe('a store that is away', () => {
  it('keeps nobody from an answer; readiness and metrics say so', async () => {
    const data = folder();
    mkdirSync(join(data, 'store.sqlite'));
    const service = await serve({ store: openStore({ dataDir: data }) });
    expect((await postJson(`${service.url}/api/ask`, { turns: ['exclusivity'] })).status).toBe(200);
    const page = await fetch(`${service.url}/?q=exclusivity`);
    const answer = /name="answer" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    await service.answering.settled();
    const ready = await fetch(`${service.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'degraded' });
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toContain('bot_store_up 0');
    expect(metrics).toContain('bot_store_writes_total{result="failed"} 2');
    const body = new URLSearchParams({ answer, verdict: 'helpful' });
    const feedback = await fetch(`${service.url}/feedback`, { method: 'POST', body });
    expect(feedback.status).toBe(503);
    expect(await feedback.text()).toContain('could not be stored just now');
    // It is said once, not for each answer.
    expect(service.logged.filter((line) => line.includes('answers are given but not stored'))).toHaveLength(1);
    rmSync(join(data, 'store.sqlite'), { recursive: true });
    await postJson(`${service.url}/api/ask`, { turns: ['exclusivity'] });
    await service.answering.settled();
    expect(await (await fetch(`${service.url}/readyz`)).json()).toMatchObject({ status: 'ready', store: 'up' });
    await service.close();
  });

  it('does not fill the memory: beyond some that wait, answers are given and not stored', async () => {
    const { promise: never, resolve: letGo } = Promise.withResolvers<void>();
    const real = openStore({ dataDir: folder() });
    const service = await serve({ store: { ...real, recordAnswer: () => never } });
    for (let i = 0; i < 2100; i += 1)
      service.answering.ask({ turns: ['exclusivity'] }, { scope: { platform: 'web', workspace: 'web' } });
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toContain('bot_store_writes_total{result="dropped"} 100');
    expect(metrics).toContain('bot_store_waiting 2000');
    letGo();
    await service.close();
  });
});

describe('what operators look at', () => {
  it('counts answers by outcome and platform, and the time they took', async () => {
    const service = await serve();
    await postJson(`${service.url}/api/ask`, { turns: ['exclusivity'] });
    await postJson(`${service.url}/api/ask`, { turns: ['Who won the world cup?'] });
    await fetch(`${service.url}/?q=exclusivity`);
    await fetch(`${service.url}/check?claim=Azure+is+the+exclusive+cloud.`);
    await service.answering.settled();
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    for (const line of [
      'bot_answers_total{platform="api",outcome="answered"} 1',
      'bot_answers_total{platform="api",outcome="declined"} 1',
      'bot_answers_total{platform="web",outcome="answered"} 1',
      'bot_answer_seconds_count{platform="api"} 2',
      'bot_store_writes_total{result="stored"} 3',
      'bot_http_requests_total{route="/api/ask",status="200"} 2',
      'bot_store_waiting 0',
      'bot_store_up 1',
    ])
      expect(metrics).toContain(line);
    expect(metrics).toMatch(/bot_verdicts_total\{platform="web",verdict="\w[\w-]*"\} 1/);
    await service.close();
  });

  it('is not ready once it stops', async () => {
    const service = await serve();
    service.stop();
    const ready = await fetch(`${service.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('connection')).toBe('close');
    await service.close();
  });

  it('shows a fault under an id that stands in the log, and nothing of the fault', async () => {
    const real = openStore({ dataDir: folder() });
    const broken = () => Promise.reject(new Error('secret of the database'));
    const service = await serve({ store: { ...real, giveFeedback: broken } });
    const body = new URLSearchParams({ answer: 'x', verdict: 'helpful' });
    const answered = await fetch(`${service.url}/feedback`, { method: 'POST', body });
    const html = await answered.text();
    const id = /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? 'none';
    expect(answered.status).toBe(500);
    expect(answered.headers.get('x-request-id')).toBe(id);
    expect(html).not.toContain('secret of the database');
    expect(service.logged.filter((line) => line.includes('"error"') && line.includes(id))).toHaveLength(1);
    expect(await (await fetch(`${service.url}/metrics`)).text()).toContain('bot_errors_total{where="web"} 1');
    await service.close();
  });
});

describe('retention', () => {
  it('deletes answers that are older than so many days, and no others', async () => {
    const store = openStore({ dataDir: folder() });
    const scope = { platform: 'web', workspace: 'web' };
    const record = (id: string, at: string) =>
      store.recordAnswer(scope, {
        id,
        utterance: id,
        question: id,
        turns: 1,
        outcome: 'declined',
        statements: [],
        confidence: 0,
        corpus: 'v',
        tookMs: 1,
        at,
      });
    await record('old', '2030-01-01T00:00:00.000Z');
    await record('new', '2030-03-30T00:00:00.000Z');
    expect(await sweep(store, 30, new Date('2030-04-01T00:00:00.000Z'))).toMatchObject({ answers: 1 });
    expect(await store.answer(scope, 'old')).toBeUndefined();
    expect(await store.answer(scope, 'new')).toBeDefined();
    await store.close();
  });
});

describe('npm run reload', () => {
  const answerOf = async (url: string) =>
    (await (await postJson(`${url}/api/ask`, { turns: ['Who runs the Maren route?'] })).json()) as { outcome: string };
  const withDocument = (corpus: string, name: string, text: string) => writeFileSync(join(corpus, name), `${text}\n`);

  it('replaces the documents of the service that runs there, or says why it keeps those in use', async () => {
    const [data, corpus] = [folder(), folder()];
    withDocument(corpus, 'a.txt', 'The glassworks of Odda hired forty apprentices on January 5, 2031.');
    const service = start('start', { PORT: '0', DATA_DIR: data, CORPUS_DIR: corpus });
    const url = (await service.ready) ?? '';
    const reload = () => start('reload', { DATA_DIR: data });
    expect(await answerOf(url)).toMatchObject({ outcome: 'declined' });

    withDocument(corpus, 'b.txt', 'Tern Ferries runs the Maren route, the ministry said on March 2, 2031.');
    const replaced = reload();
    expect(await replaced.ended).toEqual({ status: 0, signal: null });
    expect(replaced.stdout()).toMatch(/^Version \w+ is in use, in place of \w+: 2 documents; statements: 1 new, .*\n$/);
    expect(await answerOf(url)).toMatchObject({ outcome: 'answered' });

    withDocument(corpus, 'c.txt', '');
    const refused = reload();
    expect(await refused.ended).toEqual({ status: 1, signal: null });
    expect(refused.stdout()).toMatch(/c\.txt: left out, it holds no text\. The documents in use stay\.\n$/);
    expect(await answerOf(url)).toMatchObject({ outcome: 'answered' });

    service.child.kill('SIGTERM');
    expect(await service.ended).toEqual({ status: 0, signal: null });
    const alone = reload();
    expect(await alone.ended).toEqual({ status: 1, signal: null });
    expect(alone.stdout()).toContain('No service runs here on');
    expect(service.stderr()).not.toContain('Tern');
  }, 60_000);

  it('is what SIGHUP does too', async () => {
    const corpus = folder();
    withDocument(corpus, 'a.txt', 'The glassworks of Odda hired forty apprentices on January 5, 2031.');
    const service = start('start', { PORT: '0', CORPUS_DIR: corpus });
    const url = (await service.ready) ?? '';
    withDocument(corpus, 'b.txt', 'Tern Ferries runs the Maren route, the ministry said on March 2, 2031.');
    service.child.kill('SIGHUP');
    await service.said('the corpus was replaced');
    expect(await answerOf(url)).toMatchObject({ outcome: 'answered' });
  }, 60_000);

  it('asks nobody who cannot show the secret, and forgets services that are gone', async () => {
    const data = folder();
    const service = start('start', { PORT: '0', DATA_DIR: data });
    await service.ready;
    const name = readdirSync(data).find((one) => one.startsWith('service-')) ?? '';
    const { port } = JSON.parse(readFileSync(join(data, name), 'utf8')) as { port: number };
    expect((await postJson(`http://127.0.0.1:${port}/reload`, { acceptLoss: true })).status).toBe(404);
    expect(statSync(join(data, name)).mode & 0o077).toBe(0);
    service.child.kill('SIGKILL');
    await service.ended;
    expect(readdirSync(data)).toContain(name);
    expect(await start('reload', { DATA_DIR: data }).ended).toEqual({ status: 1, signal: null });
    expect(readdirSync(data)).not.toContain(name);
  }, 60_000);

  it('says what is wrong with its options', async () => {
    const wrong = start('reload', {}, ['--accept']);
    expect(await wrong.ended).toEqual({ status: 2, signal: null });
    expect(wrong.stderr()).toMatch(/^Unknown option '--accept'\. See npm run reload -- --help\.\n$/);
  });
});

describe('npm run doctor', () => {
  it('finds nothing wrong with the defaults', async () => {
    const doctor = start('doctor', {});
    expect(await doctor.ended).toEqual({ status: 0, signal: null });
    const lines = doctor.stdout().trim().split('\n');
    expect(lines.filter((line) => line.startsWith('wrong'))).toEqual([]);
    for (const what of ['configuration', 'documents', 'store', 'clock', 'time zones', 'Slack', 'Discord'])
      expect(lines.filter((line) => line.slice(7).startsWith(what))).toHaveLength(1);
  });

  it('says what to do about a store, documents, and a platform that cannot be used', async () => {
    const data = folder();
    writeFileSync(join(data, 'store.sqlite'), 'this is no database, and it is long enough to be looked at as one');
    const doctor = start('doctor', {
      DATA_DIR: data,
      CORPUS_DIR: '/no/such/folder',
      DISCORD_TOKEN: 'a.secret.4711',
      DISCORD_API_URL: 'http://127.0.0.1:9/api/',
    });
    expect(await doctor.ended).toEqual({ status: 1, signal: null });
    const wrong = doctor
      .stdout()
      .split('\n')
      .filter((line) => line.startsWith('wrong'));
    expect(wrong).toHaveLength(3);
    expect(wrong.join('\n')).toContain('is not a database');
    expect(doctor.stdout() + doctor.stderr()).not.toContain('4711');
  });

  it('lists settings that cannot be used', async () => {
    const doctor = start('doctor', { PORT: 'x', HOST: '*' });
    expect(await doctor.ended).toEqual({ status: 1, signal: null });
    expect(doctor.stdout().match(/^wrong {2}configuration/gm)).toHaveLength(2);
  });
});
