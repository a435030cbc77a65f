import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

/** "Last year" in both, where the document has no day from which to count. */
export function isSaidAlike(
  { span }: ClaimPart['dates'][number],
  part: ClaimPart,
  { statement, text }: StatementView,
): boolean {
  const words = part.text.slice(...span).toLowerCase();
  const at = /^(?:last|this|next) \p{L}+$/u.test(words) ? text.toLowerCase().indexOf(words) : -1;
  return at >= 0 && !statement.mentions.some((m) => m.span[0] <= at && at < m.span[1]);
}
