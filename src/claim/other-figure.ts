import { movesFromOther } from '../chronicle/moved.ts';
import { knownBy } from '../chronicle/turns.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { SUBSTANCE } from './bears-out.ts';
import { isLeftBehind } from './compare-figures.ts';
import type { Comparison } from './comparison.ts';
import { wasBefore, wasDayBefore, wasPlanned } from './left-behind.ts';
import { isFar } from './other-amount.ts';
import type { ClaimPart } from './part.ts';
import { isSameDay } from './same-day.ts';
import { verbNeed } from './verb-need.ts';

const HALF = 0.5;

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;

/** A statement of the same thing in which the very amount that is claimed is what it was before: "from 22 percent to 15 percent". */
export function leftBehindBy(
  part: ClaimPart,
  compared: readonly Comparison[],
  knowledge: Knowledge,
): Comparison | undefined {
  return compared.find(
    (c) =>
      (!/\b(?:up|down) from\b/i.test(c.view.text) || (goesOnNow(part) && NOW.test(c.view.text))) &&
      ((c.silent.length <= 2 &&
        c.view.amounts.some(
          (amount) =>
            isLeftBehind(amount, c.view) &&
            part.amounts.some(
              (claimed) =>
                !wasBefore(claimed.span, part.text) &&
                (sameAmount(claimed, amount) || isSameBefore(claimed, amount, c)),
            ),
        )) ||
        (c.silent.length <= 1 &&
          c.view.statement.mentions.some(
            (m) =>
              wasDayBefore(m.span, c.view.text) &&
              // What was done on another day than planned was never done on that one.
              !(isDeed(part) && wasPlanned(m.span, c.view.text)) &&
              part.dates.some((date) => isSameDay(date, m)),
          ))) &&
      tellsThing(part, c, knowledge),
  );
}

/** "Are running in 96 shops", of which another sentence has how many there are now. */
function goesOnNow({ text, past, happened }: ClaimPart): boolean {
  return !past && !happened && /\b(?:is|are|has|have|runs?|employs?|counts?|covers?|costs?)\b/.test(text);
}

const NOW = /\bnow\b/i;

/** It says a weighty word of the claim; beside a sum its names will do where the claim has no such word but its verb. */
function tellsThing(part: ClaimPart, { match }: Comparison, knowledge: Knowledge): boolean {
  const verb = verbNeed(part, knowledge);
  const things = part.needs.flatMap((need, i) => {
    const met = match.met[i] ?? 0;
    return !need.name && need.weight >= SUBSTANCE && (i !== verb || met >= HALF) ? [met] : [];
  });
  if (things.some((met) => met >= HALF)) return true;
  return things.length === 0 && part.amounts.length > 0 && match.nameCoverage >= HALF;
}

function isDeed({ happened, certainty }: ClaimPart): boolean {
  return happened || certainty === 'done';
}

/** "From 900 to 1,050 tonnes", "to 300 seats, from 400": the unit stands behind the other number. */
function isSameBefore(claimed: Amount, before: Amount, { view }: Comparison): boolean {
  return (
    claimed.value === before.value &&
    (before.unit === '' || COUNTS_NOTHING.test(before.unit)) &&
    view.amounts.some((after) => after !== before && after.unit === claimed.unit)
  );
}

/** "Not the nine named in June": what stands behind the number is no noun. */
const COUNTS_NOTHING =
  /^(?:named|planned|promised|announced|expected|forecast|agreed|foreseen|given|first|originally|it)$/;

const NOW_OTHERWISE =
  /\b(?:now|meanwhile|instead|rather than|(?:the|an?|every|its|their) new|no longer|any ?more|since then|lowered|raised|revised|cut)\b/i;

/** It tells the figure as a new one, and an older statement of the same thing has the very one that is claimed. */
export function revised(
  c: Comparison,
  compared: readonly Comparison[],
  part: ClaimPart,
  knowledge: Knowledge,
): boolean {
  if (movesFromOther(c, part)) return false;
  if (!NOW_OTHERWISE.test(c.view.text) && !c.view.turns.some(({ sort }) => sort === 'revalued' || sort === 'amended'))
    return false;
  // Another day of what was done is another event, or an error.
  if (part.certainty === 'done' && c.different.every((d) => d === 'date')) return false;
  const figures = part.amounts.length + part.dates.length;
  return (
    figures > 0 &&
    compared.some(
      (other) =>
        other.anchored &&
        other.told >= HALF &&
        other.toldBy !== 'other' &&
        !other.different.some((d) => d === 'amount' || d === 'date') &&
        (knownBy(other.view, knowledge) ?? '') < (knownBy(c.view, knowledge) ?? ''),
    )
  );
}

/** Both count the same things: "180 buses", "140 buses". */
function countsTheSame(part: ClaimPart, { view }: Comparison): boolean {
  return part.amounts.some(
    (a) => a.sort === 'count' && view.amounts.some((b) => b.sort === 'count' && a.unit === b.unit),
  );
}

/** "Far fewer posts than announced": the figure of before is not kept, whatever the new one is. */
const OTHER_THAN_SAID =
  /\b(?:fewer|less|more|earlier|later|longer|shorter|smaller|larger|higher|lower|cheaper|dearer) (?:[\p{L}-]+ ){0,4}than (?:first |originally |once |it had |was |had been )?(?:announced|planned|promised|agreed|said|expected|intended|budgeted|before)\b/iu;

/** By how much something went up or down. */
const STEP =
  /\b(?:r[io]se[sn]?|gain\p{L}*|f[ae]lls?|fallen|lost|loses?|slip\p{L}*|dropp?\p{L}*|climb\p{L}*|jump\p{L}*|plunge\p{L}*|tumbled?)(?: by)? (?:about |around |some |nearly |almost |more than )?$/iu;

/** "Fell 4 percent" against "a share of 71 percent": by how much one thing moved is no new figure of another. */
function isOfAStep(amount: Amount, claim: string, { view }: Comparison): boolean {
  const isStep = ({ span }: Amount, text: string) => STEP.test(text.slice(0, span[0]));
  const rivals = view.amounts.filter(({ unit }) => unit === amount.unit);
  return rivals.length > 0 && !isStep(amount, claim) && rivals.every((other) => isStep(other, view.text));
}

/** A newer statement of the same thing with another figure, less like the claim than one that bears it out. */
export function newerFigure(
  part: ClaimPart,
  bearing: readonly Comparison[],
  compared: readonly Comparison[],
  knowledge: Knowledge,
): Comparison | undefined {
  if (part.amounts.length + part.dates.length === 0) return undefined;
  const isOlder = (one: Comparison, c: Comparison) =>
    (knownBy(one.view, knowledge) ?? '') < (knownBy(c.view, knowledge) ?? '');
  return compared.find(
    (c) =>
      (part.amounts.length > 0 &&
        c.byVerb &&
        c.toldBy === 'agree' &&
        c.different.length === 0 &&
        c.missing.length === 0 &&
        OTHER_THAN_SAID.test(c.view.text) &&
        bearing.length > 0 &&
        bearing.every((one) => one.anchored && isOlder(one, c))) ||
      (c.different.length > 0 &&
        c.different.every((d) => d === 'amount' || d === 'date' || d === 'certainty') &&
        c.different.some((d) => d !== 'certainty') &&
        c.silent.length === 0 &&
        !c.anchored &&
        !c.supposed &&
        !part.amounts.some((amount) => isFar(amount, c) || isOfAStep(amount, part.text, c)) &&
        c.told >= HALF &&
        !c.view.hypothetical &&
        (part.needs.some((need, i) => !need.name && need.weight >= SUBSTANCE && (c.match.own[i] ?? 0) >= SAME_NOUN) ||
          countsTheSame(part, c)) &&
        revised(c, bearing, part, knowledge)),
  );
}
