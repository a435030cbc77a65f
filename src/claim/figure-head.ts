import type { Amount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { Relation } from './relation.ts';

/** What stands between a figure and the clause that tells of it: "450 million that the fund put into it". */
const LEADS_ON =
  /^(?: (?!(?:and|or|said|says|saying|adding|show\p{L}*|means?|so|now)\b)\p{L}+){0,3} (?:that|which)(?: (?:the|its|their))?\s*$/iu;
/** "Three times what Alder had offered": which figure that is, is not said. */
const WHAT = /\bwhat (?:[\p{L}’'-]+ ){1,4}$/iu;

/** The figure of which a relative clause tells: it is that of its verb. */
export function figureOfClause({ start }: Relation, { amounts, text }: StatementView): Amount | undefined {
  return amounts.find(({ span }) => span[1] <= start && LEADS_ON.test(text.slice(span[1], start)));
}

/** Its verb is told of a figure that the statement does not give. */
export function isOfUnsaidFigure({ verbStart }: Relation, { text }: StatementView): boolean {
  return WHAT.test(text.slice(0, verbStart));
}
