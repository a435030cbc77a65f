import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/**
 * The day by which a statement's document was written: that of its publication, or the newest that it reports; undefined
 * where it tells of no day, since nothing is known then of what came first.
 */
export function toldOn({ statement }: StatementView, knowledge: Knowledge): IsoDate | undefined {
  const { published, notBefore } = knowledge.document(statement.document);
  return published ?? notBefore;
}
