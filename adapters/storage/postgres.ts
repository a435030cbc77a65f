import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { storable } from './storable.ts';

/** As long as anybody waits for a connection. */
const CONNECT_MS = 3000;
/** The server ends a statement that takes longer; the client gives up on a server that says nothing a little later. */
const STATEMENT_MS = 10_000;
const SILENCE_MS = 15_000;
const MOST_CONNECTIONS = 10;
/** The type of `count(*)` (https://www.postgresql.org/docs/current/catalog-pg-type.html). It is text unless one says so. */
const INT8 = 20;

/** Kysely over `pg`, which is loaded when it is first needed. Throws {@link StoreUnavailable} for what is no address. */
export function postgresDialect(url: string): Dialect {
  const place = placeOf(url);
  return new PostgresDialect({
    pool: async () => {
      const { DatabaseError, Pool, types } = await import('pg');
      const pool = new Pool({
        connectionString: url,
        max: MOST_CONNECTIONS,
        connectionTimeoutMillis: CONNECT_MS,
        statement_timeout: STATEMENT_MS,
        query_timeout: SILENCE_MS,
        keepAlive: true,
        types: {
          getTypeParser: ((oid: number, format?: 'text') =>
            oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
        },
      });
      // A connection that breaks is an event, and without a listener the end of the process: of the pool while the
      // connection is idle, of the connection itself while it is in use. The call that uses it fails in any case.
      pool.on('error', () => undefined);
      pool.on('connect', (client) => client.on('error', () => undefined));
      return guarded(pool, (error) =>
        fromPostgres(place, error, error instanceof DatabaseError ? error.code : undefined),
      );
    },
  });
}

/** Without user and password: this is shown. */
function placeOf(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read?.protocol !== 'postgres:' && read?.protocol !== 'postgresql:')
    throw new StoreUnavailable(
      'misconfigured',
      'DATABASE_URL is no address of a PostgreSQL database: write postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
    );
  return `PostgreSQL at ${read.host || 'the local socket'}${read.pathname}`;
}

/** Faults of the pool and its connections in our words; a connection that broke is not used again. */
function guarded(pool: import('pg').Pool, faultOf: (error: unknown) => unknown): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw faultOf(error);
      });
      let broken = false;
      const guardedClient = {
        query: async (text: string, parameters: readonly unknown[]) => {
          try {
            return await client.query(text, parameters.map(storable));
          } catch (error) {
            const fault = faultOf(error);
            broken ||= fault instanceof StoreUnavailable && fault.what === 'away';
            throw fault;
          }
        },
        release: (destroy?: boolean) => client.release(broken || destroy),
      };
      return guardedClient as unknown as PostgresPoolClient;
    },
  };
}

/**
 * By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). What did not come from the server came
 * from the connection to it: refused, cut off or silent.
 */
function fromPostgres(place: string, error: unknown, sqlState: string | undefined): unknown {
  const fault = sqlState === undefined ? AWAY : (STATES[sqlState] ?? CLASSES[sqlState.slice(0, 2)]);
  return fault ? new StoreUnavailable(fault[0], fault[1](place), { cause: error }) : error;
}

type Fault = readonly [what: StoreUnavailable['what'], message: (place: string) => string];

const AWAY: Fault = ['away', (place) => `${place} cannot be reached: start it, or correct DATABASE_URL.`];
const BUSY: Fault = ['busy', (place) => `${place} is held up by other work: look at its load and its locks.`];
const FORBIDDEN: Fault = [
  'forbidden',
  (place) => `${place} does not let us in: correct user and password in DATABASE_URL, and that user's rights.`,
];
const CORRUPT: Fault = ['corrupt', (place) => `${place} found damaged data: look at its log and restore a backup.`];

const STATES: Readonly<Record<string, Fault>> = {
  '25006': [
    'read-only',
    (place) => `${place} can only be read: point DATABASE_URL to the primary, or end its read-only mode.`,
  ],
  '3D000': ['misconfigured', (place) => `${place} does not exist: create that database, or correct DATABASE_URL.`],
  '53100': ['full', (place) => `${place} has no room left: free space on its disk.`],
  '42501': FORBIDDEN,
  '40001': BUSY,
  '40P01': BUSY, // deadlock
  '55P03': BUSY, // lock not available
  '57014': BUSY, // statement timeout
};

const CLASSES: Readonly<Record<string, Fault>> = {
  '08': AWAY, // connection exception
  '28': FORBIDDEN, // invalid authorization
  '53': BUSY, // insufficient resources, too many connections
  '57': AWAY, // shut down, starting up
  '58': ['away', (place) => `${place} has trouble with its disk: look at the server's log.`],
  XX: CORRUPT,
};
