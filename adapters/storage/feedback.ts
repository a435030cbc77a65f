import type { Feedback } from '../../src/store/feedback.ts';
import type { Scope } from '../../src/store/scope.ts';
import { inScope } from './in-scope.ts';
import type { Database } from './schema.ts';

/** Inserts by way of the answer, so that there is no moment between looking for the answer and writing. */
export async function upsertFeedback(db: Database, scope: Scope, feedback: Feedback): Promise<boolean> {
  const written = await db
    .insertInto('feedback')
    .columns(['platform', 'workspace', 'answer', 'person', 'verdict', 'reason', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('answer')
        .select((answer) => [
          'platform',
          'workspace',
          'id',
          answer.val(feedback.person).as('person'),
          answer.val(feedback.verdict).as('verdict'),
          answer.val(feedback.reason ?? null).as('reason'),
          answer.val(feedback.at).as('at'),
        ])
        .where(inScope(scope))
        .where('id', '=', feedback.answer),
    )
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'answer', 'person']).doUpdateSet((eb) => ({
        verdict: eb.ref('excluded.verdict'),
        reason: eb.ref('excluded.reason'),
        at: eb.ref('excluded.at'),
      })),
    )
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function selectFeedback(db: Database, scope: Scope, answer: string): Promise<Feedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['answer', 'person', 'verdict', 'reason', 'at'])
    .where(inScope(scope))
    .where('answer', '=', answer)
    .orderBy('at')
    .orderBy('person')
    .execute();
  return rows.map(({ reason, ...rest }) => ({ ...rest, ...(reason !== null && { reason }) }));
}
