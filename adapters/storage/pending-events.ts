import type { Selectable } from 'kysely';
import type { AcceptedEvent, PendingEvent } from '../../src/pending-events.ts';
import type { Lease } from '../../src/store/lease.ts';
import type { Instant } from '../../src/store/scope.ts';
import type { Database, PendingEventTable } from './schema.ts';

/**
 * A step in the life of an event. Those that come in together are written in one transaction; what became of a step is
 * set before it is acknowledged.
 */
export type EventStep =
  | {
      readonly sort: 'accept';
      readonly event: AcceptedEvent;
      readonly lease: Lease;
      readonly keepUntil: Instant;
      accepted: boolean;
    }
  | { readonly sort: 'begin'; readonly key: string; readonly owner: string; begun: boolean }
  | { readonly sort: 'settle'; readonly key: string };

type Step<Sort extends EventStep['sort']> = Extract<EventStep, { sort: Sort }>;

function stepsOf<Sort extends EventStep['sort']>(steps: readonly EventStep[], sort: Sort): Step<Sort>[] {
  return steps.filter((step): step is Step<Sort> => step.sort === sort);
}

export async function writeSteps(db: Database, steps: readonly EventStep[]): Promise<void> {
  const accepts = stepsOf(steps, 'accept');
  const begins = stepsOf(steps, 'begin');
  const settles = stepsOf(steps, 'settle');
  for (const step of accepts) step.accepted = false;
  for (const step of begins) step.begun = false;
  await db.transaction().execute(async (tx) => {
    await accept(tx, accepts);
    await begin(tx, begins);
    if (settles.length > 0)
      await tx
        .deleteFrom('pending_event')
        .where('key', 'in', sortedKeys(settles.map(({ key }) => key)))
        .execute();
  });
}

/** In one order everywhere, so that two processes never wait for each other. */
function sortedKeys(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort();
}

async function accept(tx: Database, steps: readonly Step<'accept'>[]): Promise<void> {
  const firsts = new Map<string, Step<'accept'>>();
  for (const step of steps) if (!firsts.has(step.event.key)) firsts.set(step.event.key, step);
  const [earliest] = steps.map(({ lease }) => lease.now).sort();
  if (earliest === undefined) return;
  const claimed = await tx
    .insertInto('claim')
    .values(sortedKeys([...firsts.keys()]).map((key) => ({ key, keep_until: firsts.get(key)?.keepUntil ?? earliest })))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ keep_until: eb.ref('excluded.keep_until') }))
        .where('claim.keep_until', '<=', earliest),
    )
    .returning('key')
    .execute();
  const accepted = claimed.flatMap(({ key }) => firsts.get(key) ?? []);
  if (accepted.length === 0) return;
  await tx
    .insertInto('pending_event')
    .values(
      accepted.map(({ event, lease }) => ({
        key: event.key,
        platform: event.scope.platform,
        workspace: event.scope.workspace,
        person: event.person ?? null,
        payload: event.payload,
        state: 'accepted' as const,
        takeovers: 0,
        lease_owner: lease.owner,
        lease_until: lease.until,
        at: event.at,
      })),
    )
    // One whose claim ran out before it was answered is begun anew.
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        payload: eb.ref('excluded.payload'),
        state: eb.ref('excluded.state'),
        lease_owner: eb.ref('excluded.lease_owner'),
        lease_until: eb.ref('excluded.lease_until'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute();
  for (const step of accepted) step.accepted = true;
}

async function begin(tx: Database, steps: readonly Step<'begin'>[]): Promise<void> {
  for (const owner of new Set(steps.map((step) => step.owner))) {
    const own = steps.filter((step) => step.owner === owner);
    const begun = await tx
      .updateTable('pending_event')
      .set({ state: 'posting' })
      .where('key', 'in', sortedKeys(own.map(({ key }) => key)))
      .where('lease_owner', '=', owner)
      .returning('key')
      .execute();
    const keys = new Set(begun.map(({ key }) => key));
    for (const step of own) step.begun = keys.has(step.key);
  }
}

export async function prolongEvents(db: Database, { owner, until }: Lease): Promise<void> {
  await db.updateTable('pending_event').set({ lease_until: until }).where('lease_owner', '=', owner).execute();
}

/** One statement decides who gets which: the condition on the lease holds again where another was faster. */
export async function takeEvents(
  db: Database,
  platform: string,
  { owner, now, until }: Lease,
  limit: number,
): Promise<PendingEvent[]> {
  const rows = await db
    .updateTable('pending_event')
    .set((eb) => ({ lease_owner: owner, lease_until: until, takeovers: eb('takeovers', '+', 1) }))
    .where((eb) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('pending_event')
          .select('key')
          .where('platform', '=', platform)
          .where('lease_until', '<=', now)
          .orderBy('at')
          .limit(limit),
      ),
    )
    .where('lease_until', '<=', now)
    .returningAll()
    .execute();
  return rows.map(pendingOfRow).sort((a, b) => (a.at < b.at ? -1 : 1));
}

function pendingOfRow(row: Selectable<PendingEventTable>): PendingEvent {
  return {
    key: row.key,
    scope: { platform: row.platform, workspace: row.workspace },
    ...(row.person !== null && { person: row.person }),
    payload: row.payload,
    state: row.state,
    takeovers: row.takeovers,
    at: row.at,
  };
}
