import { sameAmount } from '../statement/amounts.ts';
import { certaintyOf } from './assertion.ts';
import { BEARS_OUT, isScenario } from './bears-out.ts';
import type { Comparison } from './comparison.ts';
import { isFar } from './other-amount.ts';
import type { ClaimPart } from './part.ts';
import { STATE } from './plain-verbs.ts';

/** One that covers this much speaks of the same matter. */
const SAME_MATTER = 0.55;

/** In what speaks against a claim, so much of its weight may be said nowhere around. */
const LITTLE_UNSAID = 0.28;

/** What may or might be must be told in nearly the same words to speak against what is claimed. */
const SAME_WORDS = 0.95;

/** All of a claim but its figure. */
const SURELY_TOLD = 0.99;

/** Whether what differs between a statement and a part of a claim makes that untrue. */
export function contradicts(c: Comparison, part: ClaimPart): boolean {
  const { view, match, silent, different } = c;
  if (different.length === 0) return false;
  // What is told of the past says nothing against what is claimed of now.
  if (c.past && !part.past && different.some((d) => d === 'negation' || d === 'exclusivity')) return false;
  if (isScenario(view)) return false;
  // Who does what to whom is told by the same verb only, and where it is not denied.
  if (different.includes('roles') && (!c.byVerb || different.includes('negation'))) return false;
  // That something of the kind failed is not told of the day that is claimed.
  if (different.includes('opposite') && part.past && c.silentDates.length > 0) return false;
  // Another sum by another verb, and far from what is claimed, is of something else.
  if (different.every((d) => d === 'amount') && !c.byVerb && part.amounts.some((a) => isFar(a, c))) return false;
  // The end of one says nothing of the first of them.
  if (different.includes('opposite') && c.unbounded.some((one) => ORDINAL.test(one))) return false;
  // What only might be speaks against nothing that was done, whoever it is told of.
  // What would be is told with no more certainty itself.
  const would = WOULD.test(part.text) && different.every((d) => d === 'opposite');
  if (c.supposed && !would && different.some((d) => d === 'opposite' || d === 'roles' || d === 'name')) return false;
  // That it is not so yet speaks against no plan.
  if (
    (part.certainty === 'planned' || WANTS.test(part.text)) &&
    different.includes('negation') &&
    NOT_SO_YET.test(view.text)
  )
    return false;
  // With so much otherwise it tells of something else.
  if (different.length > 2 || (different.includes('negation') && different.some((d) => d === 'amount' || d === 'date')))
    return false;
  const plain =
    different.length === 1 &&
    (different[0] === 'amount' || (different[0] === 'negation' && (c.ends || c.toldBy !== undefined))) &&
    c.told >= BEARS_OUT;
  if (!c.firm && !plain) return false;
  // Another figure of the same bearer is of the same thing only where a word says so.
  if (
    !c.saysThing &&
    !c.byVerb &&
    !c.anchored &&
    c.told < SURELY_TOLD &&
    different.some((d) => d === 'amount' || d === 'date')
  )
    return false;
  if (different.includes('name') && different.some((d) => d !== 'name' && d !== 'certainty')) return false;
  // "A sign that the firm expects it" is of nobody who signed: what no clause tells is of no other either.
  const byNoVerb = c.toldBy === undefined && !STATE.test(part.predicate?.base ?? '');
  if (different.includes('name') && byNoVerb && c.faint.length > 0 && !c.anchored) return false;
  const names = part.needs.filter((n) => n.name);
  const nameless = names.length === 0 || match.nameCoverage >= 0.6 || different.includes('name') || c.told >= BEARS_OUT;
  // Where only the day is another, or the very sum is told of another, little else need be said in the same words.
  const dateAlone = different.every((d) => d === 'date');
  const sameSum =
    different[0] === 'name' &&
    part.amounts.some((a) => a.sort === 'money' && view.amounts.some((b) => sameAmount(a, b)));
  if (dateAlone && part.certainty === 'planned' && view.statement.mentions.every((m) => m.role === 'event'))
    return false;
  if (different.includes('certainty') && certaintyOf(view.text) === 'possible' && match.ownCoverage < SAME_WORDS)
    return false;
  const figure = different.every((d) => d === 'date' || d === 'amount') || sameSum;
  return (
    nameless &&
    // Who says of themselves what the other one does says it of the other: their places are what differs.
    silent.every((one) => one === 'who says so' && different.includes('roles')) &&
    // What is not so at all is not so on that day: but another verb that is denied says nothing of it.
    (c.silentDates.length === 0 ||
      (different.some((d) => /^(?:negation|opposite|exclusivity)$/.test(d)) &&
        (c.byVerb || c.toldBy !== undefined || c.ends || !namesDay(part) || !different.includes('negation'))) ||
      (plain && c.told >= SURELY_TOLD && part.dates.every(({ precision }) => precision === 'year'))) &&
    c.nowhereShare <= (figure || different.includes('name') ? LITTLE_UNSAID : LITTLE_UNSAID * 0.75) &&
    Math.max(match.ownCoverage, c.told) >= (dateAlone || sameSum ? SAME_MATTER - 0.15 : SAME_MATTER)
  );
}

/** Another statement on the same matter holds the very amount or date: then the one that has another tells of something else. */
export function vouched(
  c: Comparison,
  all: readonly Comparison[],
  part: ClaimPart,
  isOlder: (one: Comparison, other: Comparison) => boolean,
): boolean {
  if (!c.different.every((d) => d === 'amount' || d === 'date')) return false;
  const exact = part.amounts.length + part.dates.length > 0;
  return (
    exact &&
    all.some(
      (other) =>
        other !== c &&
        !other.different.some((d) => d === 'amount' || d === 'date') &&
        other.silent.length + other.silentDates.length + other.unbounded.length === 0 &&
        Math.max(other.match.ownCoverage, other.plainly) >= Math.max(c.match.ownCoverage, c.plainly) * 0.8 &&
        other.anchored &&
        // What a newer statement tells of the same by the same verb is what holds now.
        !(!part.happened && tellsWhole(c) && isOlder(other, c)),
    )
  );
}

function tellsWhole({ byVerb, toldBy, past, silent, silentDates, unbounded, missing, faint }: Comparison): boolean {
  const unsaid = silent.length + silentDates.length + unbounded.length + missing.length + faint.length;
  return byVerb && toldBy === 'agree' && !past && unsaid === 0;
}

/** "On June 8", "in 2028", and not "today". */
function namesDay({ dates, text }: ClaimPart): boolean {
  return dates.some(({ span }) => /\d/.test(text.slice(...span)));
}

const ORDINAL = /^(?:first|second|third|last)$/;

const WOULD = /\bwould\b/i;

const WANTS = /\b(?:wants?|plans?|hopes?|intends?|aims?|would like) to\b/i;

const NOT_SO_YET = /\b(?:is|are|has|have) (?:not|no)\b|\byet\b/i;
