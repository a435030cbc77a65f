import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

/** Verbs that only bring a figure in. */
export const MEASURING =
  /^(?:run|last|cost|total|amount|reach|cover|span|comprise|contain|extend|stand|measure|weigh)$/;

/** What was done on a day may be told by another verb: "signed on", "changed on". */
export const EVENT = /^(?:sign|announce|reach|strike|conclude|agree|publish|report|change|amend|make|happen|take)$/;

/** What ends in 2028 runs through 2028. */
export function endsThen(part: ClaimPart, view: StatementView): boolean {
  return endsOnDay(part) && view.statement.mentions.some((m) => m.role === 'term');
}

/** It claims when something ends, and not that it has. */
export function endsOnDay(part: ClaimPart): boolean {
  return /^(?:end|expire|lapse|terminate|run out)$/.test(part.verb ?? '') && part.dates.length > 0;
}

/** What tells a state, and may stand for one another. */
export const STATE = /^(?:be|remain|stay|become|keep|represent|form|serve)$/;
