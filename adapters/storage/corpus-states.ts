import type { Instant } from '../../src/store/scope.ts';
import type { Database } from './schema.ts';

/** What the version says never changes; that it is in use still does, and keeps it from being swept. */
export async function insertCorpusState(db: Database, version: string, state: string, at: Instant): Promise<void> {
  await db
    .insertInto('corpus_state')
    .values({ version, state, at })
    .onConflict((conflict) => conflict.column('version').doUpdateSet({ at }).where('corpus_state.at', '<', at))
    .execute();
}

export async function selectCorpusState(db: Database, version: string): Promise<string | undefined> {
  const row = await db.selectFrom('corpus_state').select('state').where('version', '=', version).executeTakeFirst();
  return row?.state;
}
