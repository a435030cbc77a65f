import { type Insertable, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { DeclineReason } from '../../src/answer/answer.ts';
import type { AnswerRecord, DeclinedQuestion } from '../../src/store/answers.ts';
import type { Instant, Scope } from '../../src/store/scope.ts';
import { inScope } from './in-scope.ts';
import type { AnswerTable, Database } from './schema.ts';

const placesSchema = z.array(z.object({ document: z.string(), start: z.number(), end: z.number() }));

export function rowOfAnswer({ platform, workspace }: Scope, answer: AnswerRecord): Insertable<AnswerTable> {
  return {
    platform,
    workspace,
    id: answer.id,
    conversation: answer.conversation ?? null,
    channel: answer.channel ?? null,
    person: answer.person ?? null,
    utterance: answer.utterance,
    question: answer.question,
    turns: answer.turns,
    outcome: answer.outcome,
    reason: answer.reason ?? null,
    statements: JSON.stringify(answer.statements.map(({ document, start, end }) => ({ document, start, end }))),
    confidence: answer.confidence,
    as_of: answer.asOf ?? null,
    corpus: answer.corpus,
    took_ms: answer.tookMs,
    at: answer.at,
  };
}

function answerOfRow(row: Selectable<AnswerTable>): AnswerRecord {
  return {
    id: row.id,
    ...(row.conversation !== null && { conversation: row.conversation }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.person !== null && { person: row.person }),
    utterance: row.utterance,
    question: row.question,
    turns: row.turns,
    outcome: row.outcome,
    ...(row.reason !== null && { reason: row.reason as DeclineReason }),
    statements: placesSchema.parse(JSON.parse(row.statements)),
    confidence: row.confidence,
    ...(row.as_of !== null && { asOf: row.as_of }),
    corpus: row.corpus,
    tookMs: row.took_ms,
    at: row.at,
  };
}

/** One statement: all of them or none. */
export async function insertAnswers(db: Database, rows: readonly Insertable<AnswerTable>[]): Promise<void> {
  await db
    .insertInto('answer')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectTurns(db: Database, scope: Scope, conversation: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .select('utterance')
    .where(inScope(scope))
    .where('conversation', '=', conversation)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ utterance }) => utterance).reverse();
}

export async function selectAnswer(db: Database, scope: Scope, id: string): Promise<AnswerRecord | undefined> {
  const row = await db.selectFrom('answer').selectAll().where(inScope(scope)).where('id', '=', id).executeTakeFirst();
  return row && answerOfRow(row);
}

/**
 * Read back from the conversation: the turns just before it, as many as it was given to. One that was deleted out of
 * the midst leaves its mark on those that came after it (`deletion.ts`); the oldest ones are missed by their number.
 */
export async function selectTurnsOf(db: Database, scope: Scope, id: string): Promise<string[] | undefined> {
  const row = await db
    .selectFrom('answer')
    .select(['utterance', 'conversation', 'turns', 'turns_gone', 'at'])
    .where(inScope(scope))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  if (row.turns <= 1) return [row.utterance];
  const { conversation, at } = row;
  if (conversation === null || row.turns_gone !== 0) return;
  const earlier = await db
    .selectFrom('answer')
    .select('utterance')
    .where(inScope(scope))
    .where('conversation', '=', conversation)
    .where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(row.turns - 1)
    .execute();
  if (earlier.length < row.turns - 1) return;
  return [...earlier.map(({ utterance }) => utterance).reverse(), row.utterance];
}

export async function selectRecentAnswers(
  db: Database,
  scope: Scope,
  person: string,
  limit: number,
): Promise<AnswerRecord[]> {
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where(inScope(scope))
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(answerOfRow);
}

export async function selectDeclined(db: Database, since: Instant, scope?: Scope): Promise<DeclinedQuestion[]> {
  const rows = await db
    .selectFrom('answer')
    .select(['platform', 'workspace', 'question', 'reason', 'at'])
    // Written out, since SQLite does not match a parameter with the condition of the index.
    .where('outcome', '=', sql.lit('declined'))
    .where('at', '>=', since)
    .$if(scope !== undefined, (query) => (scope ? query.where(inScope(scope)) : query))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ platform, workspace, question, reason, at }) => ({
    scope: { platform, workspace },
    question,
    ...(reason !== null && { reason: reason as DeclineReason }),
    at,
  }));
}

/** Of the latest wordings, by when each was last asked. */
export async function selectDeclinedIn(db: Database, scope: Scope, channel: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .select(['question', (eb) => eb.fn.max('at').as('last')])
    .where(inScope(scope))
    .where('channel', '=', channel)
    .where('outcome', '=', 'declined')
    .groupBy('question')
    .orderBy('last', 'desc')
    .orderBy('question', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ question }) => question).reverse();
}
