import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../src/store/scope.ts';
import type { StandingQuestion } from '../../src/store/standing.ts';
import { inScope } from './in-scope.ts';
import type { Database, StandingTable } from './schema.ts';

const turnsSchema = z.array(z.string());

function standingOfRow(row: Selectable<StandingTable>): StandingQuestion {
  return {
    scope: { platform: row.platform, workspace: row.workspace },
    id: row.id,
    sort: row.sort,
    ...(row.person !== null && { person: row.person }),
    channel: row.channel,
    personal: row.personal === 1,
    ...(row.thread !== null && { thread: row.thread }),
    ...(row.message !== null && { message: row.message }),
    turns: turnsSchema.parse(JSON.parse(row.turns)),
    basis: row.basis,
    corpus: row.corpus,
    changes: row.changes,
    ...(row.address !== null && { address: row.address }),
    at: row.at,
  };
}

export async function upsertStanding(db: Database, standing: StandingQuestion): Promise<void> {
  const { platform, workspace } = standing.scope;
  const held = {
    sort: standing.sort,
    person: standing.person ?? null,
    channel: standing.channel,
    personal: standing.personal ? 1 : 0,
    thread: standing.thread ?? null,
    message: standing.message ?? null,
    turns: JSON.stringify(standing.turns),
    basis: standing.basis,
    corpus: standing.corpus,
    changes: standing.changes,
    address: standing.address ?? null,
    at: standing.at,
  };
  await db
    .insertInto('standing')
    .values({ platform, workspace, id: standing.id, ...held })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'id']).doUpdateSet(held))
    .execute();
}

export async function selectStanding(db: Database, scope: Scope, id: string): Promise<StandingQuestion | undefined> {
  const row = await db.selectFrom('standing').selectAll().where(inScope(scope)).where('id', '=', id).executeTakeFirst();
  return row && standingOfRow(row);
}

export async function selectWatchedBy(db: Database, scope: Scope, person: string): Promise<StandingQuestion[]> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where(inScope(scope))
    .where('person', '=', person)
    .where('sort', '=', 'watch')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(standingOfRow);
}

export async function deleteStanding(db: Database, scope: Scope, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('standing').where(inScope(scope)).where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function selectStandingToReview(db: Database, corpus: string, limit: number): Promise<StandingQuestion[]> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('corpus', '!=', corpus)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(standingOfRow);
}

export async function advanceStanding(
  db: Database,
  { scope, id, basis, corpus, changes }: StandingQuestion,
  from: number,
): Promise<boolean> {
  const moved = await db
    .updateTable('standing')
    .set({ basis, corpus, changes })
    .where(inScope(scope))
    .where('id', '=', id)
    .where('changes', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
