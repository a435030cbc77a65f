import type { Selectable } from 'kysely';
import type { Installation } from '../../src/store/installations.ts';
import type { Scope } from '../../src/store/scope.ts';
import { inScope } from './in-scope.ts';
import type { Database, InstallationTable } from './schema.ts';

function installationOfRow(row: Selectable<InstallationTable>): Installation {
  const { platform, workspace, payload, key_id: keyId, at } = row;
  return { scope: { platform, workspace }, payload, keyId, at };
}

export async function upsertInstallation(db: Database, installation: Installation): Promise<void> {
  const { platform, workspace } = installation.scope;
  const held = { payload: installation.payload, key_id: installation.keyId, at: installation.at };
  await db
    .insertInto('installation')
    .values({ platform, workspace, ...held })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet(held))
    .execute();
}

export async function selectInstallation(db: Database, scope: Scope): Promise<Installation | undefined> {
  const row = await db.selectFrom('installation').selectAll().where(inScope(scope)).executeTakeFirst();
  return row && installationOfRow(row);
}

export async function selectInstallations(db: Database, platform: string): Promise<Installation[]> {
  const rows = await db
    .selectFrom('installation')
    .selectAll()
    .where('platform', '=', platform)
    .orderBy('workspace')
    .execute();
  return rows.map(installationOfRow);
}

export async function deleteInstallation(db: Database, scope: Scope): Promise<boolean> {
  const deleted = await db.deleteFrom('installation').where(inScope(scope)).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
