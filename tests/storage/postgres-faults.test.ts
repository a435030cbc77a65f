import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../adapters/storage/open.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import { describeOnPostgres } from './postgres-server.ts';
import { answerRecord, scopeA } from './records.ts';

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

function open(databaseUrl: string): Store {
  const store = openStore({ databaseUrl, dataDir: '/nowhere' });
  opened.push(store);
  return store;
}

/** What a call was refused for: a fault in one line without a password. */
async function refusal(call: Promise<unknown>): Promise<StoreUnavailable['what']> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  const { what, message } = error as StoreUnavailable;
  expect(message).toMatch(/^[^\n]+: [^\n]+\.$/);
  expect(message).not.toContain('secret');
  return what;
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

it('refuses an address that is none, without repeating it', () => {
  expect(() => open('mysql://u:secret@host/db')).toThrow(StoreUnavailable);
  expect(() => open('secret')).toThrow(/^DATABASE_URL is no address of a PostgreSQL database: write postgres:\/\//);
});

it('says of a server that is not there that it cannot be reached', async () => {
  const store = open('postgres://u:secret@127.0.0.1:1/db');
  expect(await refusal(store.ping())).toBe('away');
  await expect(store.recordAnswer(scopeA, answerRecord())).rejects.toMatchObject({
    retryable: true,
    message: 'PostgreSQL at 127.0.0.1:1/db cannot be reached: start it, or correct DATABASE_URL.',
  });
});

describeOnPostgres('faults of a real PostgreSQL', (server) => {
  it('that is away at the start: the store works when it has come', async () => {
    const url = await server().database();
    await server().stop();
    const store = open(url);
    expect(await refusal(store.ping())).toBe('away');
    expect(await refusal(store.recordAnswer(scopeA, answerRecord()))).toBe('away');
    await server().start();
    await store.ping();
    await store.recordAnswer(scopeA, answerRecord());
    expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
  });

  it('that goes away and comes back: the store goes on, with all that it acknowledged', async () => {
    const store = open(await server().database());
    await store.recordAnswer(scopeA, answerRecord());
    await server().stop();
    expect(await refusal(store.recordAnswer(scopeA, answerRecord({ id: 'a2' })))).toBe('away');
    expect(await refusal(store.answer(scopeA, 'a1'))).toBe('away');
    await server().start();
    await store.ping();
    expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
    expect(await store.answer(scopeA, 'a2')).toBeUndefined();
    await store.recordAnswer(scopeA, answerRecord({ id: 'a2' }));
  });

  it('that crashes while many write: all that was acknowledged is there', async () => {
    const store = open(await server().database());
    await store.ping();
    const acknowledged: string[] = [];
    let crashed: Promise<void> | undefined;
    const lane = async (of: number) => {
      for (let n = 0; ; n += 1) {
        const id = `${of} ${n}`;
        await store.recordAnswer(scopeA, answerRecord({ id }));
        acknowledged.push(id);
        if (acknowledged.length >= 300) crashed ??= server().crash();
      }
    };
    const ended = await Promise.all([0, 1, 2, 3].map((of) => refusal(lane(of))));
    expect(new Set(ended)).toEqual(new Set(['away']));
    await crashed;
    await server().start();
    await store.ping();
    const missing: string[] = [];
    for (const id of acknowledged) if (!(await store.answer(scopeA, id))) missing.push(id);
    expect(missing).toEqual([]);
  });

  it('that can only be read: it is read, and what cannot be written is not acknowledged', async () => {
    const url = await server().database();
    const writing = open(url);
    await writing.recordAnswer(scopeA, answerRecord());
    await run(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`);
    const store = open(url);
    expect(await refusal(store.ping())).toBe('read-only');
    expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
    expect(await refusal(store.recordAnswer(scopeA, answerRecord({ id: 'a2' })))).toBe('read-only');
    expect(await store.answer(scopeA, 'a2')).toBeUndefined();
  });

  it('whose disk is full: what it refuses is not acknowledged, and the rest goes on', async () => {
    const url = await server().database();
    const store = open(url);
    await store.recordAnswer(scopeA, answerRecord());
    // The server's own error for it, raised where a row would be written.
    await run(
      url,
      `create function full_disk() returns trigger language plpgsql as $$ begin raise sqlstate '53100'; end $$;
       create trigger full_disk before insert on answer execute function full_disk();`,
    );
    expect(await refusal(store.recordAnswer(scopeA, answerRecord({ id: 'a2' })))).toBe('full');
    expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
    await run(url, 'drop trigger full_disk on answer');
    await store.recordAnswer(scopeA, answerRecord({ id: 'a2' }));
    expect(await store.answer(scopeA, 'a2')).toBeDefined();
  });

  it('that has no such database or no such user: it is said what to correct', async () => {
    const url = new URL(await server().database());
    url.pathname = '/missing';
    expect(await refusal(open(url.href).ping())).toBe('misconfigured');
    url.username = 'stranger';
    url.password = 'secret';
    expect(await refusal(open(url.href).ping())).toBe('forbidden');
  });

  it('that lets the user read alone: a missing right is said', async () => {
    const url = new URL(await server().database());
    await run(url.href, 'create role reader login; revoke create on schema public from public;');
    url.username = 'reader';
    expect(await refusal(open(url.href).ping())).toBe('forbidden');
  });
});
