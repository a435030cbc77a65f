import type { StatementKind } from '../model.ts';

/** How the sort of a statement is called wherever it is shown. */
export const KIND_LABEL: Readonly<Record<StatementKind, string>> = {
  reported: 'reported',
  quotation: 'quoted',
  definition: 'definition',
  analysis: 'analysis',
  advice: 'advice',
  forecast: 'forecast',
};

/** Opinion never passes for a fact: these sorts are said in front of the quote. */
export const SAID_IN_FRONT: ReadonlySet<StatementKind> = new Set(['analysis', 'advice', 'forecast']);
