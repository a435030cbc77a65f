import type { IsoDate, Statement, StatementKind } from '../model.ts';
import type { Knowledge } from './knowledge.ts';
import { type StatementView, viewStatement } from './view.ts';

/** A sentence as it was once told, to be compared with those of a corpus that need not have it any longer. */
export function heldView(
  {
    document,
    quote,
    kind = 'reported',
    saidOn,
  }: {
    readonly document: string;
    readonly quote: string;
    readonly kind?: StatementKind;
    readonly saidOn?: IsoDate;
  },
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
    kind,
    ...(saidOn && { date: { date: saidOn, precision, origin: 'explicit' } }),
    mentions: [],
  };
  return viewStatement(statement, analysis, isName);
}
