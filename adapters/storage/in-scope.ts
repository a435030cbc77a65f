import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Scope } from '../../src/store/scope.ts';
import type { Tables } from './schema.ts';

type ScopedTable = Exclude<keyof Tables, 'claim' | 'corpus_state'>;

/** The condition that every query of people's data holds: the rows of this scope alone. */
export function inScope({ platform, workspace }: Scope) {
  return (eb: ExpressionBuilder<Tables, ScopedTable>): Expression<SqlBool> =>
    eb.and([eb('platform', '=', platform), eb('workspace', '=', workspace)]);
}
