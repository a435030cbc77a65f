import type { IsoDate, Statement } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type StatementView, viewStatement } from '../statement/view.ts';

/** A sentence that led once, as it is compared with those of a corpus that need not have it any longer. */
export function heldView(
  { document, quote, saidOn }: { readonly document: string; readonly quote: string; readonly saidOn?: IsoDate },
  { analysis, isName }: Knowledge,
): StatementView {
  const precision = saidOn?.length === 4 ? 'year' : saidOn?.length === 7 ? 'month' : 'day';
  const statement: Statement = {
    index: -1,
    document,
    passage: -1,
    start: 0,
    end: quote.length,
    quote,
    listItem: false,
    attributedTo: [],
    kind: 'reported',
    ...(saidOn && { date: { date: saidOn, precision, origin: 'explicit' } }),
    mentions: [],
  };
  return viewStatement(statement, analysis, isName);
}
