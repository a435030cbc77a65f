import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { before, inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** "Has 820 shops; Alder runs a booth in 610 of them". */
export function tellsOfThem({ verbStart, end }: Relation, { amounts, text }: StatementView): boolean {
  return amounts.some(({ span }) => span[0] > verbStart && span[0] < end && OF_THEM.test(text.slice(span[1])));
}

const OF_THEM = /^ of them\b/;

/** "Has made one application" against "has made three applications". */
export function countsOnlyOne({ sort, unit, value }: Amount, relation: Relation | undefined): boolean {
  return (
    sort === 'count' &&
    value > 1 &&
    /^\p{Ll}{3,}$/u.test(unit) &&
    relation?.byVerb === true &&
    new RegExp(`\\b(?:one|a single) (?:\\p{Ll}+ )?${unit}\\b(?!-)`, 'iu').test(relation.text)
  );
}

/** "Started with 900" against "started with 1,100 boats", where the text speaks of boats: the noun goes without saying. */
export function isOtherBareCount(
  amount: Amount,
  part: ClaimPart,
  other: Amount,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): boolean {
  if (amount.sort !== 'count' || other.sort !== 'count' || other.unit !== '' || amount.unit.length < 3) return false;
  if (!relation?.byVerb || other.value === amount.value || !inStretch(other.span[0], relation)) return false;
  const [link] = LINK.exec(part.text.slice(0, amount.span[0])) ?? [];
  return (
    link !== undefined &&
    view.text.slice(0, other.span[0]).endsWith(link) &&
    other.span[0] - (relation.verbStart + relation.verb.length) <= link.length &&
    /^(?:$|[.,;:]| (?:and|but|while)\b)/.test(view.text.slice(other.span[1])) &&
    [view, ...before(view, knowledge)].some(({ text }) => text.toLowerCase().includes(amount.unit))
  );
}

const LINK = / (?:at|by|for|from|in|of|on|to|up to|with) $/;
