import type { StatementView } from '../statement/view.ts';
import { tellsWhere } from './apposition.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** A statement that covers at least this much of a claim's weight, with nothing weighty unsaid, bears it out. */
export const BEARS_OUT = 0.7;

/** Beside the very figure, so much of a claim's weight may stand in words that the statement does not have. */
const LITTLE = 0.32;

/** What a claim without a verb must be told by. */
const NEARLY_WHOLE = 0.85;

export const MOSTLY_TOLD = 0.6;

/** Without the claim's verb, so much of the claim must stand in the sentence itself, and not before it. */
const OWN_WORDS = 0.1;

/** Beside the same verb of the same bearer, so much. */
const VERY_LITTLE = 0.26;

/** A word of this weight says something. */
export const SUBSTANCE = 0.5;

const THREE_NAMES = 3;

/** Every slot of the claim is met; of other words little may be unsaid, and only where a figure or the verb shows that it is the same matter. */
export function bearsOut(c: Comparison): boolean {
  if (isScenario(c.view) && !c.done) return false;
  if (c.silent.length + c.silentDates.length + c.unbounded.length > 0 || c.different.length > 0) return false;
  // "We extended it by three years" tells of it, and not what the claim says of it.
  if (!c.byVerb && !c.beside && c.match.ownCoverage < OWN_WORDS) return false;
  const unsaid = c.missing.length + c.faint.length;
  // The very sum with every other word: the verb may be told by its noun.
  if (c.nounForVerb && c.missing.length === 0 && c.faint.length === 1) return c.plainly >= BEARS_OUT;
  // "A merger rather than a split": without a verb every word must be said.
  if (c.verbless && unsaid === 0 && c.saysThing) return c.plainly >= NEARLY_WHOLE;
  // The same verb of the same bearer shows that it is the same matter, or the very figure does.
  if (c.toldBy !== 'agree' && (unsaid > 0 || !(c.anchored || c.toldBy === 'unsure'))) return false;
  if (unsaid === 0) return c.plainly >= BEARS_OUT || (c.anchored && c.told >= MOSTLY_TOLD);
  if (unsaid > 1 || c.modified) return false;
  if (c.anchored) return c.missingShare <= LITTLE && c.told >= MOSTLY_TOLD;
  // "Is the director of it": what somebody is may not be unsaid.
  if (!c.byVerb && !c.beside) return false;
  return c.toldBy === 'agree' && c.faint.length === 0 && c.missingShare <= VERY_LITTLE && c.plainly >= BEARS_OUT;
}

/** What is over is told by what says all of it: that it held is no more than what led to now. */
export function heldOnce(c: Comparison): boolean {
  return (
    c.silent.length + c.silentDates.length + c.different.length === 0 &&
    c.missing.length + c.faint.length <= (c.toldBy === 'agree' ? 1 : 0) &&
    c.plainly >= BEARS_OUT
  );
}

/** A claim of names and common words alone says nothing that could be borne out. */
export function hasSubstance(part: ClaimPart): boolean {
  return (
    part.amounts.length + part.dates.length > 0 ||
    part.exclusive ||
    part.shared ||
    tellsWhere(part.text) ||
    // Who puts what where: with three names more is said than that they are there.
    (part.names.length >= THREE_NAMES && part.predicate !== undefined && part.predicate.base !== 'be') ||
    part.needs.some((need) => !need.name && need.weight >= SUBSTANCE)
  );
}

/** One of several things that might happen: "Buy-back: the firm finds the money ...". */
export function isScenario({ statement, hypothetical }: StatementView): boolean {
  return statement.label !== undefined && (statement.kind === 'forecast' || hypothetical);
}
