import { type RawBuilder, type SchemaModule, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

export type EngineName = 'sqlite' | 'postgres';

/**
 * Brings the schema up to date, under a lock: of several processes that start at once one does it and the others wait.
 * A store that is up to date is only read. Migrations only add, so that a replica of the version before keeps working
 * beside a newer one.
 */
export async function migrate(db: Database, engine: EngineName): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(engine)) },
  });
  const known = await migrator.getMigrations();
  if (known.every(({ executedAt }) => executedAt !== undefined)) return;
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** By name, which is their order: a new one is added at the end and an old one never changed. */
function migrations(engine: EngineName): Record<string, Migration> {
  // PostgreSQL else sorts by the language of the database, SQLite by code points.
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
  return {
    '0001-first': { up: ({ schema }) => first(schema, text) },
    '0002-pending-events': { up: ({ schema }) => pendingEvents(schema, text) },
    '0003-digests': { up: ({ schema }) => digests(schema, text) },
  };
}

async function first(schema: SchemaModule, text: RawBuilder<unknown>): Promise<void> {
  const scoped = (table: string) =>
    schema
      .createTable(table)
      .addColumn('platform', text, (column) => column.notNull())
      .addColumn('workspace', text, (column) => column.notNull());

  await scoped('answer')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('conversation', text)
    .addColumn('person', text)
    .addColumn('utterance', text, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('turns', 'integer', (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('statements', text, (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('as_of', text)
    .addColumn('corpus', text, (column) => column.notNull())
    .addColumn('took_ms', 'double precision', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_key', ['platform', 'workspace', 'id'] as never[])
    .execute();
  await index(schema, 'answer', ['platform', 'workspace', 'conversation', 'at'], sql`conversation is not null`);
  await index(schema, 'answer', ['platform', 'workspace', 'person', 'at'], sql`person is not null`);
  await index(schema, 'answer', ['at']);
  await schema
    .createIndex('answer_declined')
    .on('answer')
    .columns(['at'])
    .where(sql<boolean>`outcome = 'declined'`)
    .execute();

  await scoped('feedback')
    .addColumn('answer', text, (column) => column.notNull())
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['platform', 'workspace', 'answer', 'person'] as never[])
    .addForeignKeyConstraint(
      'feedback_answer',
      ['platform', 'workspace', 'answer'] as never[],
      'answer',
      ['platform', 'workspace', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await index(schema, 'feedback', ['platform', 'workspace', 'person']);

  await scoped('setting')
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['platform', 'workspace', 'subject', 'name'] as never[])
    .execute();

  await schema
    .createTable('claim')
    .addColumn('key', text, (column) => column.notNull().primaryKey())
    .addColumn('keep_until', text, (column) => column.notNull())
    .execute();
  await index(schema, 'claim', ['keep_until']);

  await scoped('installation')
    .addColumn('payload', text, (column) => column.notNull())
    .addColumn('key_id', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('installation_key', ['platform', 'workspace'])
    .execute();

  await scoped('subscription')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('personal', 'integer', (column) => column.notNull())
    .addColumn('schedule', text, (column) => column.notNull())
    .addColumn('time_zone', text, (column) => column.notNull())
    .addColumn('audience', text, (column) => column.notNull())
    .addColumn('topics', text, (column) => column.notNull())
    .addColumn('owner', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('next_at', text)
    .addPrimaryKeyConstraint('subscription_key', ['platform', 'workspace', 'id'] as never[])
    .execute();
  await index(schema, 'subscription', ['state', 'next_at']);

  await scoped('delivery')
    .addColumn('subscription', text, (column) => column.notNull())
    .addColumn('occurrence', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('lease_owner', text, (column) => column.notNull())
    .addColumn('lease_until', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('link', text)
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('delivery_key', ['platform', 'workspace', 'subscription', 'occurrence'] as never[])
    .execute();
  await index(schema, 'delivery', ['state', 'lease_until']);
  await index(schema, 'delivery', ['occurrence']);
}

async function pendingEvents(schema: SchemaModule, text: RawBuilder<unknown>): Promise<void> {
  await schema
    .createTable('pending_event')
    .addColumn('key', text, (column) => column.notNull().primaryKey())
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('workspace', text, (column) => column.notNull())
    .addColumn('person', text)
    .addColumn('payload', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('takeovers', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', text, (column) => column.notNull())
    .addColumn('lease_until', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .execute();
  await index(schema, 'pending_event', ['platform', 'lease_until']);
}

/** What is new in a table has a default, or may be missing: a replica of the version before does not write it. */
async function digests(schema: SchemaModule, text: RawBuilder<unknown>): Promise<void> {
  // One by one: SQLite adds no more at a time.
  await schema.alterTable('answer').addColumn('channel', text).execute();
  await schema
    .alterTable('answer')
    .addColumn('turns_gone', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await index(schema, 'answer', ['platform', 'workspace', 'channel', 'at'], sql`channel is not null`);

  for (const column of ['next_occurrence', 'told_version', 'told_at', 'paused_because', 'address'] as const)
    await schema.alterTable('subscription').addColumn(column, text).execute();
  for (const [column, value] of [
    ['written', ''],
    ['when_unchanged', 'nothing'],
  ] as const)
    await schema
      .alterTable('subscription')
      .addColumn(column, text, (made) => made.notNull().defaultTo(value))
      .execute();
  await schema
    .alterTable('subscription')
    .addColumn('grace_minutes', 'integer', (column) => column.notNull().defaultTo(60))
    .execute();
  for (const column of ['told_version', 'told_at'] as const)
    await schema.alterTable('delivery').addColumn(column, text).execute();
  await index(schema, 'subscription', ['told_version']);
  await index(schema, 'delivery', ['at']);

  await schema
    .createTable('corpus_state')
    .addColumn('version', text, (column) => column.notNull().primaryKey())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .execute();

  await schema
    .createTable('standing')
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('workspace', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('sort', text, (column) => column.notNull())
    .addColumn('person', text)
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('personal', 'integer', (column) => column.notNull())
    .addColumn('thread', text)
    .addColumn('message', text)
    .addColumn('turns', text, (column) => column.notNull())
    .addColumn('basis', text, (column) => column.notNull())
    .addColumn('corpus', text, (column) => column.notNull())
    .addColumn('changes', 'integer', (column) => column.notNull())
    .addColumn('address', text)
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('standing_key', ['platform', 'workspace', 'id'] as never[])
    .execute();
  await index(schema, 'standing', ['platform', 'workspace', 'person', 'at'], sql`person is not null`);
  await index(schema, 'standing', ['at']);
}

async function index(schema: SchemaModule, table: string, columns: readonly string[], only?: RawBuilder<unknown>) {
  const made = schema
    .createIndex(`${table}_by_${columns.filter((c) => c !== 'platform' && c !== 'workspace').join('_')}`)
    .on(table)
    .columns([...columns]);
  await (only ? made.where(only as RawBuilder<boolean>) : made).execute();
}
