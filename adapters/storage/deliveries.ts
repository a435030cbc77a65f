import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Delivery, DeliveryKey, DeliveryOutcome, DeliveryState } from '../../src/store/deliveries.ts';
import type { Lease } from '../../src/store/lease.ts';
import type { Instant, Scope } from '../../src/store/scope.ts';
import type { Told } from '../../src/store/subscriptions.ts';
import { inScope } from './in-scope.ts';
import type { Database, DeliveryTable, Tables } from './schema.ts';
import { moveTold } from './subscriptions.ts';

const UNDER_WAY: readonly DeliveryState[] = ['claimed', 'posting'];

function deliveryOfRow(row: Selectable<DeliveryTable>): Delivery {
  return {
    scope: { platform: row.platform, workspace: row.workspace },
    subscription: row.subscription,
    occurrence: row.occurrence,
    state: row.state,
    leaseOwner: row.lease_owner,
    leaseUntil: row.lease_until,
    attempts: row.attempts,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.link !== null && { link: row.link }),
    ...(row.told_version !== null && row.told_at !== null && { told: { version: row.told_version, at: row.told_at } }),
    at: row.at,
  };
}

/** One statement decides who holds it, so it holds across processes. */
export async function takeDelivery(db: Database, key: DeliveryKey, lease: Lease): Promise<Delivery | undefined> {
  const { platform, workspace } = key.scope;
  const held = { lease_owner: lease.owner, lease_until: lease.until, at: lease.now };
  const row = await db
    .insertInto('delivery')
    .values({
      platform,
      workspace,
      subscription: key.subscription,
      occurrence: key.occurrence,
      state: 'claimed',
      attempts: 1,
      ...held,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'workspace', 'subscription', 'occurrence'])
        .doUpdateSet((eb) => ({ ...held, attempts: eb('delivery.attempts', '+', 1) }))
        .where('delivery.state', 'in', UNDER_WAY)
        .where('delivery.lease_until', '<=', lease.now),
    )
    .returningAll()
    .executeTakeFirst();
  return row && deliveryOfRow(row);
}

function heldBy(key: DeliveryKey, owner: string) {
  return (eb: ExpressionBuilder<Tables, 'delivery'>) =>
    eb.and([
      inScope(key.scope)(eb),
      eb('subscription', '=', key.subscription),
      eb('occurrence', '=', key.occurrence),
      eb('lease_owner', '=', owner),
      eb('state', 'in', UNDER_WAY),
    ]);
}

export async function prolongDelivery(db: Database, key: DeliveryKey, lease: Lease): Promise<boolean> {
  const written = await db
    .updateTable('delivery')
    .set({ lease_until: lease.until })
    .where(heldBy(key, lease.owner))
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}

export async function moveDelivery(
  db: Database,
  key: DeliveryKey,
  owner: string,
  outcome: DeliveryOutcome,
  told?: Told,
): Promise<boolean> {
  if (!told || UNDER_WAY.includes(outcome.state)) return writeOutcome(db, key, owner, outcome, told);
  return await db.transaction().execute(async (tx) => {
    const written = await writeOutcome(tx, key, owner, outcome, told);
    if (written) await moveTold(tx, key.scope, key.subscription, told);
    return written;
  });
}

async function writeOutcome(
  db: Database,
  key: DeliveryKey,
  owner: string,
  { state, reason, link, at }: DeliveryOutcome,
  told: Told | undefined,
): Promise<boolean> {
  const written = await db
    .updateTable('delivery')
    .set({
      state,
      at,
      reason: reason ?? null,
      link: link ?? null,
      ...(told && { told_version: told.version, told_at: told.at }),
    })
    .where(heldBy(key, owner))
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}

export async function selectDeliveries(
  db: Database,
  scope: Scope,
  subscription: string,
  limit: number,
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where(inScope(scope))
    .where('subscription', '=', subscription)
    .orderBy('occurrence', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOfRow);
}

/** What is told of a standing question has a word for its occurrence, and an instant begins with a digit. */
const FIRST_WORD = 'a';

export async function selectAbandoned(
  db: Database,
  now: Instant,
  limit: number,
  { sort, platforms }: { readonly sort: 'digest' | 'standing'; readonly platforms: readonly string[] },
): Promise<Delivery[]> {
  if (platforms.length === 0) return [];
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('state', 'in', UNDER_WAY)
    .where('lease_until', '<=', now)
    .where('platform', 'in', platforms)
    .where('occurrence', sort === 'digest' ? '<' : '>=', FIRST_WORD)
    .orderBy('occurrence')
    .orderBy('subscription')
    .limit(limit)
    .execute();
  return rows.map(deliveryOfRow);
}
