import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { PendingEvents } from '../../src/pending-events.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import type { Store } from '../../src/store.ts';
import type { Engine } from './connection.ts';
import { makeStore } from './make-store.ts';
import { postgresDialect } from './postgres.ts';
import { openSqliteFile, sqliteDialect } from './sqlite.ts';

export interface StoreConfig {
  /** `postgres://...`; without it, a file in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
}

/**
 * The store that the configuration names. It connects and migrates when it is first used (`ping` does), so it can be
 * made while the database is away. Throws {@link StoreUnavailable} only for a `databaseUrl` that is no address.
 */
export function openStore({ databaseUrl, dataDir }: StoreConfig): Store & PendingEvents {
  if (databaseUrl) return makeStore(postgresEngine(databaseUrl));
  const file = join(dataDir, 'store.sqlite');
  // Events pass: each is written three times within a moment, and nobody should wait for the disk each time.
  const eventsFile = join(dataDir, 'events.sqlite');
  return makeStore(
    sqliteEngine(file, () => openSqliteFile(file)),
    sqliteEngine(eventsFile, () => openSqliteFile(eventsFile, { passing: true })),
  );
}

export function sqliteEngine(file: string, open: () => DatabaseSync): Engine {
  return {
    name: 'sqlite',
    dialect: sqliteDialect(file, open),
    // A write that writes nothing: a file that can only be read refuses it, while it lets a transaction begin.
    probe: async (db) => {
      await sql`delete from claim where 1 = 0`.execute(db);
    },
  };
}

function postgresEngine(url: string): Engine {
  return {
    name: 'postgres',
    dialect: postgresDialect(url),
    probe: async (db) => {
      const { rows } = await sql<{ transaction_read_only: string }>`show transaction_read_only`.execute(db);
      if (rows[0]?.transaction_read_only !== 'off')
        throw new StoreUnavailable(
          'read-only',
          'The PostgreSQL database can only be read: point DATABASE_URL to the primary, or end its read-only mode.',
        );
    },
  };
}
