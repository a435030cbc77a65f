import { type Dialect, Kysely } from 'kysely';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { type EngineName, migrate } from './migrations.ts';
import type { Database, Tables } from './schema.ts';

/** While it is away, one call in this time tries it and the others are told at once; each failure doubles the time. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

export interface Engine {
  readonly name: EngineName;
  readonly dialect: Dialect;
  /** Rejects with {@link StoreUnavailable} unless it can be read and written. */
  readonly probe: (db: Database) => Promise<void>;
}

export interface Connection {
  /** Runs the work with an open, migrated database. Rejects with {@link StoreUnavailable}. */
  readonly use: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Tries at once, even where `use` would still wait. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Connects and migrates when it is first used, and again after it failed: nothing needs to be there at the start. */
export function makeConnection({ name, dialect, probe }: Engine): Connection {
  let opening: Promise<Database> | undefined;
  let pause: { readonly ms: number; readonly until: number; readonly fault: StoreUnavailable } | undefined;
  const underWay = new Set<Promise<void>>();
  let closed = false;

  async function open(): Promise<Database> {
    const db = new Kysely<Tables>({ dialect });
    try {
      await migrate(db, name);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return db;
  }

  function connected(): Promise<Database> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function attempt<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      const result = await work(await connected());
      pause = undefined;
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable && (error.what === 'away' || !opening)) pauseAfter(error);
      throw error;
    }
  }

  /** Closing waits for what has begun. */
  function begin<T>(work: (db: Database) => Promise<T>): Promise<T> {
    if (closed)
      return Promise.reject(new StoreUnavailable('closed', 'The store is closed: the service is shutting down.'));
    const attempted = attempt(work);
    const settled = attempted.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(settled);
    void settled.then(() => underWay.delete(settled));
    return attempted;
  }

  function pauseAfter(fault: StoreUnavailable): void {
    const now = performance.now();
    // Of many calls that fail together the first one sets the pause.
    if (pause && now < pause.until) return;
    const ms = pause ? Math.min(pause.ms * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    pause = { ms, until: now + ms, fault };
  }

  return {
    use: (work) => {
      if (pause && !closed && performance.now() < pause.until) {
        const { what, message } = pause.fault;
        return Promise.reject(new StoreUnavailable(what, message, { cause: pause.fault }));
      }
      return begin(work);
    },
    ping: () => begin(probe),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.all(underWay);
      const db = await opening?.catch(() => undefined);
      await db?.destroy();
    },
  };
}
