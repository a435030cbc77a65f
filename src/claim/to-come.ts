import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf } from './assertion.ts';
import type { Relation } from './relation.ts';

/** "Is to become director in July": on a day that has not come. */
export function isToCome({ statement }: StatementView, relation: Relation | undefined, { corpus }: Knowledge): boolean {
  const planned = relation?.byVerb === true && certaintyOf(relation.verb) === 'planned';
  return planned && !statement.mentions.some(({ start }) => corpus.newest !== undefined && start <= corpus.newest);
}
