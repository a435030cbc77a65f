import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeStore } from '../../adapters/storage/make-store.ts';
import { openStore, sqliteEngine } from '../../adapters/storage/open.ts';
import { openSqliteFile } from '../../adapters/storage/sqlite.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import { answerRecord, scopeA, second } from './records.ts';

const NOBODY = 65534;

let folder: string;
let dataDir: string;
let file: string;
const opened: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  dataDir = join(folder, 'data');
  file = join(dataDir, 'store.sqlite');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Store {
  const store = openStore({ dataDir });
  opened.push(store);
  return store;
}

async function filled(answers: number): Promise<void> {
  const store = openStore({ dataDir });
  await Promise.all(
    Array.from({ length: answers }, (_, n) => store.recordAnswer(scopeA, answerRecord({ id: `a${n}`, at: second(n) }))),
  );
  await store.close();
}

/** What a call was refused for: a fault in one line that names the file. */
async function refusal(call: Promise<unknown>): Promise<StoreUnavailable['what']> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  const { what, message } = error as StoreUnavailable;
  expect(message).toContain(folder);
  expect(message).not.toContain('\n');
  return what;
}

/** Root may do everything; nobody may do what the rights of a file say. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  for (const place of [folder, dataDir, file]) chownSync(place, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('an SQLite file', () => {
  it('is made with its folder, for its user alone', async () => {
    await open().ping();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const made of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(made).mode & 0o777).toBe(0o600);
  });

  it('waits on each commit until the disk has it', () => {
    const database = openSqliteFile(file);
    const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(pragma)).toEqual(['wal', 2, 1, 1]);
    database.close();
  });

  it('holds what was deleted no more', async () => {
    const store = open();
    await store.recordAnswer(scopeA, answerRecord({ utterance: 'the-words-of-a-person' }));
    await store.forgetPerson(scopeA, 'p1');
    await store.close();
    expect(readFileSync(file, 'latin1')).not.toContain('the-words-of-a-person');
  });

  it('can be copied by "vacuum into" while it is written, and the copy is a store', async () => {
    const store = open();
    await store.recordAnswer(scopeA, answerRecord());
    const copyDir = join(folder, 'copy');
    mkdirSync(copyDir);
    const copying = new DatabaseSync(file);
    const written = store.recordAnswer(scopeA, answerRecord({ id: 'a2' }));
    copying.exec(`vacuum into '${join(copyDir, 'store.sqlite')}'`);
    copying.close();
    await written;
    const copy = openStore({ dataDir: copyDir });
    opened.push(copy);
    expect(await copy.answer(scopeA, 'a1')).toEqual(answerRecord());
    await copy.recordAnswer(scopeA, answerRecord({ id: 'a3' }));
  });

  it('that is a text is left as it is, and said to be no database', async () => {
    mkdirSync(dataDir);
    writeFileSync(file, 'a text, and a long enough one to be looked at as if it were a database. '.repeat(20));
    const before = readFileSync(file, 'utf8');
    const store = open();
    expect(await refusal(store.ping())).toBe('corrupt');
    expect(await refusal(store.recordAnswer(scopeA, answerRecord()))).toBe('corrupt');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('works as soon as what was in its way is gone', async () => {
    mkdirSync(dataDir);
    writeFileSync(file, 'a text '.repeat(200));
    const store = open();
    expect(await refusal(store.ping())).toBe('corrupt');
    rmSync(file);
    await store.ping();
    await store.recordAnswer(scopeA, answerRecord());
    expect(await store.answer(scopeA, 'a1')).toEqual(answerRecord());
  });

  it('that is damaged is said to be damaged, where the damage is met', async () => {
    await filled(500);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 12);
    writeFileSync(file, bytes);
    const store = open();
    expect(await refusal(store.recentAnswers(scopeA, 'p1', 500))).toBe('corrupt');
  });

  it('whose first page is damaged does not open', async () => {
    await filled(1);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(file, bytes);
    expect(await refusal(open().ping())).toBe('corrupt');
  });

  it('that may only be read is read, and what cannot be written is not acknowledged', async () => {
    await filled(2);
    chmodSync(file, 0o400);
    await asNobody(async () => {
      const store = open();
      expect(await store.turns(scopeA, 'c1', 9)).toHaveLength(2);
      expect(await refusal(store.ping())).toBe('read-only');
      expect(await refusal(store.recordAnswer(scopeA, answerRecord({ id: 'new' })))).toBe('read-only');
      expect(await store.answer(scopeA, 'new')).toBeUndefined();
      await store.close();
    });
  });

  it('in a folder that may not be written is refused with what to do', async () => {
    await filled(2);
    chmodSync(dataDir, 0o500);
    await asNobody(async () => {
      const store = open();
      expect(await refusal(store.ping())).toBe('read-only');
      await store.close();
    });
    chmodSync(dataDir, 0o700);
  });

  it('that may not be read is refused with what to do', async () => {
    await filled(2);
    chmodSync(file, 0);
    await asNobody(async () => {
      const store = open();
      expect(await refusal(store.ping())).toBe('forbidden');
      await store.close();
    });
  });

  it('whose folder cannot be made is refused with what to do', async () => {
    writeFileSync(dataDir, 'a file where a folder should be');
    expect(await refusal(open().ping())).toBe('forbidden');
  });

  it('whose folder leads to a disk that is not there is refused, and not tried for ever', async () => {
    symlinkSync(join(folder, 'not-mounted'), dataDir);
    expect(await refusal(open().ping())).toBe('forbidden');
  });

  it.skipIf(!existsSync('/proc/self'))('whose folder nobody can make is refused, and not tried for ever', async () => {
    const store = openStore({ dataDir: '/proc/no/such/folder' });
    opened.push(store);
    await expect(store.ping()).rejects.toMatchObject({ what: 'forbidden' });
  });

  it('keeps what it acknowledged when there is no more room, is read on, and goes on when there is room again', async () => {
    let database: DatabaseSync | undefined;
    const store = makeStore(
      sqliteEngine(file, () => {
        database = openSqliteFile(file);
        database.exec('pragma max_page_count = 60');
        return database;
      }),
    );
    opened.push(store);
    const acknowledged: string[] = [];
    const fill = async () => {
      for (let n = 0; ; n += 1) {
        await store.recordAnswer(scopeA, answerRecord({ id: `a${n}` }));
        acknowledged.push(`a${n}`);
      }
    };
    expect(await refusal(fill())).toBe('full');
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const id of acknowledged) expect(await store.answer(scopeA, id)).toBeDefined();
    expect(await store.held(scopeA)).toMatchObject({ answers: acknowledged.length });
    database?.exec('pragma max_page_count = 1000');
    await store.recordAnswer(scopeA, answerRecord({ id: 'new' }));
    expect(await store.answer(scopeA, 'new')).toBeDefined();
  });

  it('that another process holds is said to be busy, and works when it is let go', async () => {
    const store = makeStore(
      sqliteEngine(file, () => {
        const database = openSqliteFile(file);
        database.exec('pragma busy_timeout = 1');
        return database;
      }),
    );
    opened.push(store);
    await store.ping();
    const other = openSqliteFile(file);
    other.exec('begin immediate');
    expect(await refusal(store.recordAnswer(scopeA, answerRecord()))).toBe('busy');
    other.exec('rollback');
    other.close();
    await store.recordAnswer(scopeA, answerRecord());
  });
});

describe('a store that does not open', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is tried again after a pause that grows to five seconds, and at once by a ping', async () => {
    let tries = 0;
    const store = makeStore(
      sqliteEngine(file, () => {
        tries += 1;
        throw new StoreUnavailable('away', `${folder} is away`);
      }),
    );
    opened.push(store);
    const call = () => refusal(store.turns(scopeA, 'c1', 1));
    const triesAfter = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      await Promise.all([call(), call(), call()]);
      return tries;
    };
    expect(await triesAfter(0)).toBe(1);
    expect(await triesAfter(249)).toBe(1);
    expect(await triesAfter(1)).toBe(2);
    expect(await triesAfter(499)).toBe(2);
    expect(await triesAfter(1)).toBe(3);
    for (const ms of [1000, 2000, 4000, 5000, 5000]) await triesAfter(ms);
    expect(tries).toBe(8);
    expect(await triesAfter(4999)).toBe(8);
    expect(await refusal(store.ping())).toBe('away');
    expect(tries).toBe(9);
  });
});
