import { sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

const COSTS =
  /\b(?:costs?|costing|(?:price|cost|bill|budget) (?:of|for) [^,;]+ (?:is|are|was|were|will be|comes? to|came to)|(?:is|are|was|were) (?:priced at|budgeted at|worth))\b/i;
/** Somebody's share of what a thing costs, whatever the whole may be. */
const GIVES =
  /\b(?:contribut|add|put|lend|lent|loan|grant|donat|pledg|promis|offer|chip|subsid|gave|give|invest|advanc)\p{L}*(?: (?:in|up|it|them|another|a further|up to|about|around|some|nearly|more than|at least)| the \p{Ll}+)*(?: to)? ?[$€£¥]?$/iu;
const TOWARD =
  /^[^,;:.]{0,25}? (?:towards?|as (?:an? |its |their )?(?:share|contribution|part|deposit|down payment|grant|gift|loan)|in (?:aid|grants|gifts|donations|loans|subsidies))\b/i;
const TELLS_COST = /\b(?:costs?|costing|price[ds]?|budget(?:ed)?|bill|estimated at|worth)\b/i;

/** "Pays 18 million toward the hall": what the hall will cost is not told by what somebody gives for it. */
export function isContribution(part: ClaimPart, { amounts, text }: StatementView): boolean {
  if (part.amounts.length === 0 || !COSTS.test(part.text)) return false;
  const given = amounts.filter((one) => part.amounts.some((amount) => sameAmount(one, amount)));
  return (
    given.length > 0 &&
    given.every(({ span: [start, end] }) => {
      const before = text.slice(0, start);
      const clause = before.slice(Math.max(...[...before.matchAll(/[;:] |, /g)].map(({ index }) => index), 0));
      return TOWARD.test(text.slice(end)) || (GIVES.test(before) && !TELLS_COST.test(clause));
    })
  );
}
