import { bounds } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/**
 * Whether a statement can have been made, or tells of what held, by a day. A later event never shows; what is undated
 * stands or falls with its document; a definition has no date.
 */
export function visibleAsOf(view: StatementView, day: IsoDate, knowledge: Knowledge): boolean {
  const { statement } = view;
  if (statement.mentions.some((m) => m.role === 'event' && m.start > day)) return false;
  if (statement.date && statement.date.origin !== 'publication') return bounds(statement.date.date).start <= day;
  if (statement.kind === 'definition') return true;
  const document = knowledge.document(statement.document);
  const since = document.published ? bounds(document.published).start : document.notBefore;
  if (since === undefined || since <= day) return true;
  return view.past && !/\b(?:no longer|now|gave up|ended|ending)\b/i.test(view.text);
}
