import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Instant, Scope } from '../../src/store/scope.ts';
import type { Due, Subscription, Told } from '../../src/store/subscriptions.ts';
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
    written: row.written,
    timeZone: row.time_zone,
    audience: row.audience,
    topics: topicsSchema.parse(JSON.parse(row.topics)),
    ...(row.owner !== null && { owner: row.owner }),
    graceMinutes: row.grace_minutes,
    whenUnchanged: row.when_unchanged,
    state: row.state,
    ...(row.paused_because !== null && { pausedBecause: row.paused_because }),
    ...(row.next_at !== null && { next: { occurrence: row.next_occurrence ?? row.next_at, at: row.next_at } }),
    ...(row.told_version !== null && row.told_at !== null && { told: { version: row.told_version, at: row.told_at } }),
    ...(row.address !== null && { address: row.address }),
  };
}

export async function upsertSubscription(db: Database, subscription: Subscription): Promise<void> {
  const { platform, workspace } = subscription.scope;
  const held = {
    channel: subscription.channel,
    personal: subscription.personal ? 1 : 0,
    schedule: subscription.schedule,
    written: subscription.written,
    time_zone: subscription.timeZone,
    audience: subscription.audience,
    topics: JSON.stringify(subscription.topics),
    owner: subscription.owner ?? null,
    grace_minutes: subscription.graceMinutes,
    when_unchanged: subscription.whenUnchanged,
    state: subscription.state,
    paused_because: subscription.pausedBecause ?? null,
    next_at: subscription.next?.at ?? null,
    next_occurrence: subscription.next?.occurrence ?? null,
    told_version: subscription.told?.version ?? null,
    told_at: subscription.told?.at ?? null,
    address: subscription.address ?? null,
  };
  await db
    .insertInto('subscription')
    .values({ platform, workspace, id: subscription.id, ...held })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'id']).doUpdateSet((eb) => {
        const later = (column: 'told_version' | 'told_at') =>
          eb
            .case()
            .when('subscription.told_at', '>', eb.ref('excluded.told_at'))
            .then(eb.ref(`subscription.${column}`))
            .else(eb.ref(`excluded.${column}`))
            .end();
        return { ...held, told_version: later('told_version'), told_at: later('told_at') };
      }),
    )
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

export async function selectEverySubscription(db: Database): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .orderBy('platform')
    .orderBy('workspace')
    .orderBy('id')
    .execute();
  return rows.map(subscriptionOfRow);
}

export async function deleteSubscription(db: Database, scope: Scope, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('subscription').where(inScope(scope)).where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function selectDueSubscriptions(
  db: Database,
  now: Instant,
  limit: number,
  platforms: readonly string[],
): Promise<Subscription[]> {
  if (platforms.length === 0) return [];
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '<=', now)
    .where('platform', 'in', platforms)
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
  next: Due | undefined,
): Promise<boolean> {
  const moved = await db
    .updateTable('subscription')
    .set({ next_at: next?.at ?? null, next_occurrence: next?.occurrence ?? null })
    .where(inScope(scope))
    .where('id', '=', id)
    .where((eb) => eb(eb.fn.coalesce('next_occurrence', 'next_at'), '=', due))
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

export async function pauseActive(db: Database, scope: Scope, id: string, because: string): Promise<boolean> {
  const paused = await db
    .updateTable('subscription')
    .set({ state: 'paused', paused_because: because })
    .where(inScope(scope))
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return paused.numUpdatedRows > 0n;
}

/** Only forward: a delivery that is settled late takes nothing back. */
export async function moveTold(db: Database, scope: Scope, id: string, told: Told): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ told_version: told.version, told_at: told.at })
    .where(inScope(scope))
    .where('id', '=', id)
    .where((eb) => eb.or([eb('told_at', 'is', null), eb('told_at', '<=', told.at)]))
    .execute();
}
