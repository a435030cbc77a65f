import type { DateMention } from '../model.ts';
import type { ClaimPart } from './part.ts';

/** Where one of them names no year, the same day of any year will do. */
export function isSameDay(date: ClaimPart['dates'][number], m: DateMention): boolean {
  const finer = date.precision !== 'year' && m.precision !== 'year';
  const from = finer && (date.yearless || m.origin === 'year from context') ? 4 : 0;
  return m.start.slice(from) <= date.end.slice(from) && m.end.slice(from) >= date.start.slice(from);
}
