import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { HeldCounts, SweptCounts } from '../../src/store/deletion.ts';
import type { Instant, Scope } from '../../src/store/scope.ts';
import { inScope } from './in-scope.ts';
import type { Database, Tables } from './schema.ts';

/** A sweep deletes so many rows at a time, and lets others have a turn between. */
export const SWEPT_AT_ONCE = 500;

type Condition<T extends keyof Tables> = (eb: ExpressionBuilder<Tables, T>) => Expression<SqlBool>;

/** Which rows concern one person or, without one, the workspace. What counts them and what deletes them is the same. */
function concerning(scope: Scope, person: string | undefined) {
  const all = inScope(scope);
  if (person === undefined)
    return { answer: all, feedback: all, setting: all, subscription: all, delivery: all, standing: all } as const;
  const answer: Condition<'answer'> = (eb) => eb.and([all(eb), eb('person', '=', person)]);
  const subscription: Condition<'subscription'> = (eb) =>
    eb.and([all(eb), eb('owner', '=', person), eb('personal', '=', 1)]);
  const standing: Condition<'standing'> = (eb) => eb.and([all(eb), eb('person', '=', person)]);
  const feedback: Condition<'feedback'> = (eb) =>
    eb.and([
      all(eb),
      eb.or([eb('person', '=', person), eb('answer', 'in', eb.selectFrom('answer').select('id').where(answer))]),
    ]);
  const delivery: Condition<'delivery'> = (eb) =>
    eb.and([
      all(eb),
      eb.or([
        eb('subscription', 'in', eb.selectFrom('subscription').select('id').where(subscription)),
        eb('subscription', 'in', eb.selectFrom('standing').select('id').where(standing)),
      ]),
    ]);
  const setting: Condition<'setting'> = (eb) => eb.and([all(eb), eb('subject', '=', person)]);
  return { answer, feedback, setting, subscription, delivery, standing } as const;
}

export async function countHeld(db: Database, scope: Scope, person: string | undefined): Promise<HeldCounts> {
  const { answer, feedback, setting, subscription, delivery, standing } = concerning(scope, person);
  const count = (rows: { readonly n: number }) => rows.n;
  const one = db.fn.countAll<number>().as('n');
  return {
    answers: count(await db.selectFrom('answer').select(one).where(answer).executeTakeFirstOrThrow()),
    feedback: count(await db.selectFrom('feedback').select(one).where(feedback).executeTakeFirstOrThrow()),
    settings: count(await db.selectFrom('setting').select(one).where(setting).executeTakeFirstOrThrow()),
    subscriptions: count(await db.selectFrom('subscription').select(one).where(subscription).executeTakeFirstOrThrow()),
    deliveries: count(await db.selectFrom('delivery').select(one).where(delivery).executeTakeFirstOrThrow()),
    standing: count(await db.selectFrom('standing').select(one).where(standing).executeTakeFirstOrThrow()),
    installations:
      person === undefined
        ? count(await db.selectFrom('installation').select(one).where(inScope(scope)).executeTakeFirstOrThrow())
        : 0,
  };
}

/** Deletes all of it or, where it fails, nothing. */
export function deleteHeld(db: Database, scope: Scope, person: string | undefined): Promise<HeldCounts> {
  const { answer, feedback, setting, subscription, delivery, standing } = concerning(scope, person);
  return db.transaction().execute(async (tx) => {
    const count = ({ numDeletedRows }: { readonly numDeletedRows: bigint }) => Number(numDeletedRows);
    if (person !== undefined) await markTurnsGone(tx, scope, person);
    // What is found by way of another table goes before it.
    const deleted = {
      feedback: count(await tx.deleteFrom('feedback').where(feedback).executeTakeFirst()),
      answers: count(await tx.deleteFrom('answer').where(answer).executeTakeFirst()),
      settings: count(await tx.deleteFrom('setting').where(setting).executeTakeFirst()),
      deliveries: count(await tx.deleteFrom('delivery').where(delivery).executeTakeFirst()),
      subscriptions: count(await tx.deleteFrom('subscription').where(subscription).executeTakeFirst()),
      standing: count(await tx.deleteFrom('standing').where(standing).executeTakeFirst()),
    };
    if (person === undefined)
      return {
        ...deleted,
        installations: count(await tx.deleteFrom('installation').where(inScope(scope)).executeTakeFirst()),
      };
    await tx
      .updateTable('subscription')
      .set({ owner: null })
      .where(inScope(scope))
      .where('owner', '=', person)
      .execute();
    return { ...deleted, installations: 0 };
  });
}

/** Answers of others that were given to words of this person too can no longer be given again. */
async function markTurnsGone(db: Database, scope: Scope, person: string): Promise<void> {
  await db
    .updateTable('answer')
    .set({ turns_gone: 1 })
    .where(inScope(scope))
    .where('turns', '>', 1)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('answer as gone')
          .select('gone.id')
          .whereRef('gone.platform', '=', 'answer.platform')
          .whereRef('gone.workspace', '=', 'answer.workspace')
          .whereRef('gone.conversation', '=', 'answer.conversation')
          .where('gone.person', '=', person)
          .whereRef('gone.at', '<=', 'answer.at'),
      ),
    )
    .execute();
}

/** In portions, each of which stands for itself: one that is interrupted goes on the next day. */
export async function sweepOld(db: Database, before: Instant): Promise<Omit<SweptCounts, 'claims'>> {
  const answers = await inPortions(async () => {
    const { numDeletedRows } = await db
      .deleteFrom('answer')
      .where((eb) =>
        eb(
          eb.refTuple('platform', 'workspace', 'id'),
          'in',
          eb
            .selectFrom('answer')
            .select(['platform', 'workspace', 'id'])
            .where('at', '<', before)
            .limit(SWEPT_AT_ONCE)
            .$asTuple('platform', 'workspace', 'id'),
        ),
      )
      .executeTakeFirst();
    return numDeletedRows;
  });
  const deliveries = await inPortions(async () => {
    const { numDeletedRows } = await db
      .deleteFrom('delivery')
      .where((eb) =>
        eb(
          eb.refTuple('platform', 'workspace', 'subscription', 'occurrence'),
          'in',
          eb
            .selectFrom('delivery')
            .select(['platform', 'workspace', 'subscription', 'occurrence'])
            .where('at', '<', before)
            .where('state', 'not in', ['claimed', 'posting'])
            .limit(SWEPT_AT_ONCE)
            .$asTuple('platform', 'workspace', 'subscription', 'occurrence'),
        ),
      )
      .executeTakeFirst();
    return numDeletedRows;
  });
  await db.deleteFrom('standing').where('sort', '=', 'given').where('at', '<', before).execute();
  await db
    .deleteFrom('corpus_state')
    .where('at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('subscription')
            .select('subscription.id')
            .whereRef('subscription.told_version', '=', 'corpus_state.version'),
        ),
      ),
    )
    .execute();
  return { answers, deliveries };
}

/** Deletes portion by portion, and lets others have a turn between; resolves to how many it were. */
export async function inPortions(deleteOne: () => Promise<bigint>): Promise<number> {
  let all = 0;
  let last: number;
  do {
    await new Promise((next) => setImmediate(next));
    last = Number(await deleteOne());
    all += last;
  } while (last > 0);
  return all;
}
