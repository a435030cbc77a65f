import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Instant, Scope, Subscription } from '../../src/store.ts';
import { inScope } from './in-scope.ts';
import type { Database, SubscriptionTable } from './schema.ts';

const topicsSchema = z.array(z.string());

function subscriptionOfRow(row: Selectable<SubscriptionTable>): Subscription {
  return {
    scope: { platform: row.platform, workspace: row.workspace },
    id: row.id,
    channel: row.channel,
    personal: row.personal === 1,
    schedule: row.schedule,
    timeZone: row.time_zone,
    audience: row.audience,
    topics: topicsSchema.parse(JSON.parse(row.topics)),
    ...(row.owner !== null && { owner: row.owner }),
    state: row.state,
    ...(row.next_at !== null && { nextAt: row.next_at }),
  };
}

export async function upsertSubscription(db: Database, subscription: Subscription): Promise<void> {
  const { platform, workspace } = subscription.scope;
  const held = {
    channel: subscription.channel,
    personal: subscription.personal ? 1 : 0,
    schedule: subscription.schedule,
    time_zone: subscription.timeZone,
    audience: subscription.audience,
    topics: JSON.stringify(subscription.topics),
    owner: subscription.owner ?? null,
    state: subscription.state,
    next_at: subscription.nextAt ?? null,
  };
  await db
    .insertInto('subscription')
    .values({ platform, workspace, id: subscription.id, ...held })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'id']).doUpdateSet(held))
    .execute();
}

export async function selectSubscription(db: Database, scope: Scope, id: string): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('subscription')
    .selectAll()
    .where(inScope(scope))
    .where('id', '=', id)
    .executeTakeFirst();
  return row && subscriptionOfRow(row);
}

export async function selectSubscriptions(db: Database, scope: Scope): Promise<Subscription[]> {
  const rows = await db.selectFrom('subscription').selectAll().where(inScope(scope)).orderBy('id').execute();
  return rows.map(subscriptionOfRow);
}

export async function deleteSubscription(db: Database, scope: Scope, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('subscription').where(inScope(scope)).where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function selectDueSubscriptions(db: Database, now: Instant, limit: number): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(subscriptionOfRow);
}

export async function moveNext(
  db: Database,
  scope: Scope,
  id: string,
  due: Instant,
  next: Instant | undefined,
): Promise<boolean> {
  const moved = await db
    .updateTable('subscription')
    .set({ next_at: next ?? null })
    .where(inScope(scope))
    .where('id', '=', id)
    .where('next_at', '=', due)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
