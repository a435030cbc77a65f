import type { Scope } from '../../src/store/scope.ts';
import { inScope } from './in-scope.ts';
import type { Database } from './schema.ts';

export async function selectSetting(
  db: Database,
  scope: Scope,
  subject: string,
  name: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where(inScope(scope))
    .where('subject', '=', subject)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

export async function upsertSetting(
  db: Database,
  scope: Scope,
  subject: string,
  name: string,
  value: string,
): Promise<void> {
  const { platform, workspace } = scope;
  await db
    .insertInto('setting')
    .values({ platform, workspace, subject, name, value })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'subject', 'name']).doUpdateSet({ value }))
    .execute();
}

export async function deleteSetting(db: Database, scope: Scope, subject: string, name: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('setting')
    .where(inScope(scope))
    .where('subject', '=', subject)
    .where('name', '=', name)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
