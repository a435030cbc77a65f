import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { storable } from './storable.ts';

/** How long a call waits while another process writes. The process stands still meanwhile, so it is short. */
const BUSY_MS = 2000;

/**
 * Opens a database file, and makes it and its folder where they are missing, for this user alone.
 * Throws {@link StoreUnavailable}. What is `passing` outlives the death of the process, but its last moments no loss of
 * power: nothing waits for the disk then.
 */
export function openSqliteFile(file: string, { passing = false } = {}): DatabaseSync {
  return faultsOf(file, () => {
    makeFolder(dirname(file));
    makePrivately(file);
    const opened = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    try {
      useWriteAheadLog(opened);
      // FULL: a commit that was acknowledged outlives a loss of power. What is deleted is overwritten, not just unlinked.
      opened.exec(`pragma synchronous = ${passing ? 'normal' : 'full'}; pragma secure_delete = on;`);
    } catch (error) {
      opened.close();
      throw error;
    }
    return opened;
  });
}

/**
 * SQLite refuses at once, whatever the timeout, where two processes turn a new file to the log in the same moment:
 * whoever is refused waits a little and finds it done.
 */
function useWriteAheadLog(opened: DatabaseSync): void {
  for (let tries = BUSY_MS / TURN_MS; ; tries -= 1) {
    try {
      opened.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || tries <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TURN_MS);
    }
  }
}
/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;
const TURN_MS = 20;

/** Not by `recursive`: in Node 24.21 that never returns where a folder cannot be made in one that is there (`/proc/x`). */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** SQLite itself would make it with the rights that the umask leaves. Its side files take over the rights of the file. */
function makePrivately(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Kysely over `node:sqlite`. `file` is for the wording of faults. */
export function sqliteDialect(file: string, open: () => DatabaseSync): Dialect {
  return new NodeSqliteDialect({ database: () => Promise.resolve(asKyselyKnowsIt(file, open())) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: { readonly database: () => Promise<SqliteDatabase> };

  constructor(config: { readonly database: () => Promise<SqliteDatabase> }) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Every transaction here writes: it takes the write lock at once, since a reader that turns writer may be refused. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Migrations run in one transaction, whose write lock keeps other processes from migrating at the same time. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function asKyselyKnowsIt(file: string, opened: DatabaseSync): SqliteDatabase {
  const values = (parameters: readonly unknown[]) => parameters.map((value) => storable(value) as SQLInputValue);
  return {
    close: () => opened.close(),
    prepare: (sql) =>
      faultsOf(file, () => {
        const statement = opened.prepare(sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => faultsOf(file, () => statement.all(...values(parameters))),
          run: (parameters) => faultsOf(file, () => statement.run(...values(parameters))),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      }),
  };
}

function faultsOf<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fromSqlite(file, error);
  }
}

/** By SQLite's primary result code (https://www.sqlite.org/rescode.html) or the system's error code. */
function fromSqlite(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const { errcode, code } = error as Error & { errcode?: unknown; code?: unknown };
  const known = typeof errcode === 'number' ? RESULT_CODES[errcode & 0xff] : SYSTEM_CODES[String(code)];
  return known ? new StoreUnavailable(known[0], known[1](file), { cause: error }) : error;
}

type Fault = readonly [what: StoreUnavailable['what'], message: (file: string) => string];

const BUSY: Fault = ['busy', (file) => `Another process writes to ${file}: let one process use it, or use PostgreSQL.`];
const READ_ONLY: Fault = [
  'read-only',
  (file) => `${file} cannot be written: make it and its folder writable for the user that runs this.`,
];
const FULL: Fault = ['full', (file) => `There is no room to write to ${file}: free space on its disk.`];
const FORBIDDEN: Fault = [
  'forbidden',
  (file) => `${file} cannot be opened: let the user that runs this read and write it and its folder, or set DATA_DIR.`,
];
const CORRUPT: Fault = [
  'corrupt',
  (file) => `${file} is damaged: stop, move it and its -wal and -shm files away, put the last backup there, and start.`,
];
const NO_DATABASE: Fault = [
  'corrupt',
  (file) => `${file} is not a database: move it away and start again, or set DATA_DIR to another folder.`,
];
const DISK: Fault = [
  'away',
  (file) => `The disk did not read or write ${file}: look at the disk and at the system's log.`,
];

const RESULT_CODES: Readonly<Record<number, Fault>> = {
  3: FORBIDDEN, // PERM
  5: BUSY,
  6: BUSY, // LOCKED
  8: READ_ONLY,
  10: DISK, // IOERR
  11: CORRUPT,
  13: FULL,
  14: FORBIDDEN, // CANTOPEN
  23: FORBIDDEN, // AUTH
  26: NO_DATABASE,
};

const SYSTEM_CODES: Readonly<Record<string, Fault>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOENT: FORBIDDEN,
  ENOTDIR: FORBIDDEN,
  EISDIR: FORBIDDEN,
  EEXIST: FORBIDDEN,
  EROFS: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: DISK,
};
