import type { Instant } from '../../src/store/scope.ts';
import type { Database } from './schema.ts';

/** One statement decides, so it holds across processes: the key is new, or the claim on it has run out. */
export async function insertClaim(db: Database, key: string, now: Instant, keepUntil: Instant): Promise<boolean> {
  const written = await db
    .insertInto('claim')
    .values({ key, keep_until: keepUntil })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ keep_until: keepUntil }).where('claim.keep_until', '<=', now),
    )
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
