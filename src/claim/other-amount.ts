import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

const MET = 0.5;
/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;
/** With a single weighty word the rest of the claim must be told so nearly whole. */
const SURELY = 0.85;
/** What covers this share of what another statement covers is about as near. */
const ABOUT_AS_NEAR = 0.6;
/** Amounts further apart than this factor are not told of the same thing. */
const FAR_APART = 10;
/** So large a number is told of one thing only. */
const RARE_FROM = 100;

type ClaimAmount = ClaimPart['amounts'][number];

/** The number stands in it, whatever it counts there: "nine of the fourteen". */
function tellsNumber({ span }: ClaimAmount, part: ClaimPart, { view }: Comparison): boolean {
  const [number] = /^[\p{L}\d.,-]+/u.exec(part.text.slice(...span).replace(/^[$€£¥]/, '')) ?? [];
  return (
    number !== undefined &&
    view.text
      .toLowerCase()
      .split(/[^\p{L}\d.,-]+/u)
      .some((word) => word.replace(/[.,]$/, '') === number.toLowerCase())
  );
}

/** A sum, or a large number, that the sources tell somewhere is the right one of something. */
function isToldAnywhere(amount: ClaimAmount, { views }: Knowledge): boolean {
  return (
    (amount.sort === 'money' || amount.value >= RARE_FROM) &&
    views.some((view) => view.amounts.some((other) => sameAmount(amount, other)))
  );
}

/** Every amount of its sort there is another by far. */
export function isFar(amount: ClaimAmount, { view }: Comparison): boolean {
  return (
    view.amounts
      .filter((other) => other.sort === amount.sort && other.unit === amount.unit)
      .every((other) => Math.max(other.value, amount.value) > FAR_APART * Math.min(other.value, amount.value)) &&
    view.amounts.some((other) => other.sort === amount.sort && other.unit === amount.unit)
  );
}

/**
 * A figure of the same thing is another in the statement: nothing else differs, and the claim's own number is told
 * neither there nor of this matter elsewhere. `words` and `rest` say how much else is told.
 */
export function differsInAmount(
  part: ClaimPart,
  c: Comparison,
  compared: readonly Comparison[],
  { words, rest }: { readonly words: number; readonly rest: number },
  knowledge: Knowledge,
): boolean {
  if (otherUnit(part, c) && !compared.some((one) => holdsAmount(part, one))) return true;
  return (
    (words >= 2 || rest >= SURELY) &&
    c.different.length === 1 &&
    c.different[0] === 'amount' &&
    c.silent.length <= 1 &&
    c.silentDates.length === 0 &&
    !compared.some((one) => tellsValue(part, one) && nearly(one, c)) &&
    !part.amounts.some((a) => tellsNumber(a, part, c) || isToldAnywhere(a, knowledge) || isFar(a, c))
  );
}

function holdsAmount(part: ClaimPart, { view }: Comparison): boolean {
  return part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
}

function tellsValue(part: ClaimPart, { view }: Comparison): boolean {
  return part.amounts.some((a) => view.amounts.some((b) => b.value === a.value || b.upper === a.value));
}

function nearly(one: Comparison, other: Comparison): boolean {
  return one.match.ownCoverage >= other.match.ownCoverage * ABOUT_AS_NEAR;
}

const HAS = /^(?:have|own|run|operate|employ|count|number|comprise)$/;

/** "The chain has 14 shops" and "the chain with 22 shops": how many of a thing somebody has is told beside the name. */
export function ownsOther(part: ClaimPart, { view, match, different, toldBy }: Comparison): boolean {
  if (!HAS.test(part.predicate?.base ?? '') || part.amounts.length !== 1 || part.past || part.negated) return false;
  if (part.needs.some((need, i) => need.name && need.weight >= NAMES_A_THING && (match.own[i] ?? 0) < MET))
    return false;
  if (toldBy === 'other') return false;
  const [amount] = part.amounts;
  if (amount?.sort !== 'count' || amount.unit === '' || !different.includes('amount')) return false;
  return view.amounts.some(
    (other) =>
      other.unit === amount.unit &&
      other.value !== amount.value &&
      /\b(?:with|has|have|owns?|runs?|operates?|employs?|its|their|all) (?:its |the |all |about |around |some )?$/i.test(
        view.text.slice(0, other.span[0]),
      ),
  );
}

/** "88 million crowns" and "88 million euros", "forty minutes" and "forty hours". */
function otherUnit(part: ClaimPart, { view }: Comparison): boolean {
  return part.amounts.some(
    (a) =>
      (a.sort === 'money' || a.sort === 'duration') &&
      !view.amounts.some((b) => sameAmount(a, b)) &&
      view.amounts.some(
        (b) =>
          a.value === b.value &&
          a.unit !== b.unit &&
          (b.sort === a.sort || (a.sort === 'money' && b.sort === 'count' && a.value >= 1000)),
      ),
  );
}
