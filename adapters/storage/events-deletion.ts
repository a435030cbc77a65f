import type { Instant, Scope } from '../../src/store/scope.ts';
import { inPortions, SWEPT_AT_ONCE } from './deletion.ts';
import { inScope } from './in-scope.ts';
import type { Database } from './schema.ts';

/** What somebody waits for holds their words: it goes with the person, or with the workspace. */
export async function deleteEvents(db: Database, scope: Scope, person: string | undefined): Promise<void> {
  await db
    .deleteFrom('pending_event')
    .where(inScope(scope))
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .execute();
}

/** Claims whose time has passed, and events that nobody ever answered; resolves to how many claims it were. */
export async function sweepEvents(db: Database, before: Instant, now: Instant): Promise<number> {
  await db.deleteFrom('pending_event').where('at', '<', before).execute();
  return inPortions(async () => {
    const { numDeletedRows } = await db
      .deleteFrom('claim')
      .where((eb) =>
        eb('key', 'in', eb.selectFrom('claim').select('key').where('keep_until', '<=', now).limit(SWEPT_AT_ONCE)),
      )
      .executeTakeFirst();
    return numDeletedRows;
  });
}
