import type { Knowledge } from '../statement/knowledge.ts';
import { certaintyOf } from './assertion.ts';
import { isScenario } from './bears-out.ts';
import { ofAnotherDay } from './compare-dates.ts';
import type { Comparison } from './comparison.ts';
import type { Difference } from './difference.ts';
import { goesOn } from './goes-on.ts';
import { namesTold, restTold, wordsTold } from './matter.ts';
import { closedWithoutAction } from './no-action.ts';
import { ALONE } from './of-several.ts';
import { opposes } from './opposed.ts';
import { differsInAmount, ownsOther } from './other-amount.ts';
import { estimatesOther } from './other-estimate.ts';
import { differsInTerm } from './other-term.ts';
import type { ClaimPart } from './part.ts';
import { quantityDiffers } from './quantity.ts';
import { degreeTurned, ranks } from './ranked.ts';
import { inStretch } from './reference.ts';
import { isAnotherOne } from './sole-one.ts';
import { verbNeed } from './verb-need.ts';

const MET = 0.5;
/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.4;
/** So much of a claim, its verb and the word at issue aside, must a statement tell in its own words to be on the same matter. */
const SAME_MATTER = 0.6;
const NEARLY_ALL = 0.75;

interface Countered {
  readonly by: Comparison;
  readonly difference: Difference;
}

/** The statement that tells the matter of a claim with one thing otherwise that excludes it, though its verb may be another. */
export function counteredBy(
  part: ClaimPart,
  compared: readonly Comparison[],
  knowledge: Knowledge,
): Countered | undefined {
  if (compared.some((c) => agrees(c, part) && !quantityDiffers(part, c.view))) return undefined;
  const verb = verbNeed(part, knowledge);
  for (const c of compared) {
    const found = (difference: Difference): Countered => ({ by: c, difference });
    if (isScenario(c.view) || c.silent.includes(ALONE)) continue;
    if (estimatesOther(part, c, compared, knowledge) || differsInTerm(part, c, compared)) return found('amount');
    if (c.supposed || c.view.statement.kind === 'definition') continue;
    if (ownsOther(part, c)) return found('amount');
    if (isAnotherOne(part, c, knowledge)) return found('name');
    const words = wordsTold(part, c, verb);
    if (closedWithoutAction(part, c) && namesTold(part, c)) return found('negation');
    if (c.past || words === 0 || !namesTold(part, c)) continue;
    const rest = restTold(part, c, verb);
    if (rest >= SAME_MATTER && differsInAmount(part, c, compared, { words, rest }, knowledge)) return found('amount');
    if (
      rest >= NEARLY_ALL &&
      part.certainty !== 'possible' &&
      !/\b(?:only|just)\b/i.test(part.text) &&
      quantityDiffers(part, c.view)
    )
      return found('amount');
    if (
      rest >= SAME_MATTER &&
      (part.certainty !== 'planned' || certaintyOf(c.view.text) === 'planned') &&
      part.negated === NEGATES.test(c.view.text) &&
      !ofAnotherDay(part, c.view) &&
      // Of a figure that it does not have, in nobody's clause, it says nothing.
      (c.toldBy !== undefined || part.amounts.every(({ span }) => !c.silent.includes(part.text.slice(...span)))) &&
      opposes(part, c.view, knowledge)
    )
      return found('opposite');
    if (rest >= SAME_MATTER && (ranks(part, c.view) === 'turned' || degreeTurned(part, c.view)))
      return found('opposite');
    if (rest >= MET && notThat(part, c)) return found('name');
    if (rest >= SAME_MATTER && goesOn(part, c)) return found('negation');
  }
  return undefined;
}

/** It says what the claim says, of those whom it names itself. */
function agrees({ different, silent, silentDates, unbounded, told, match }: Comparison, { names }: ClaimPart): boolean {
  return (
    different.length + silent.length + silentDates.length + unbounded.length === 0 &&
    told >= NEARLY_ALL &&
    names.every(({ needs }) => needs.some((i) => (match.own[i] ?? 0) >= MET))
  );
}

const NEGATES = /\b(?:not|no|never|nothing|none|nobody)\b|n['’]t\b/i;

/** "The county, and not the village": of what the claim tells it, it is denied. */
function notThat(part: ClaimPart, { view }: Comparison): boolean {
  if (part.negated || /\b(?:than|instead|not)\b/i.test(part.text)) return false;
  for (const match of view.text.matchAll(
    /(?:,| and| but) not (?:the |its |their |an? |by |in |from |because of )*/gi,
  )) {
    const at = match.index + match[0].length;
    const first = view.tokens.findIndex((token) => token.start >= at);
    const denied = part.needs.some(
      (need, i) =>
        need.weight >= SAYS_SOMETHING &&
        inStretch(part.places[i] ?? -1, part.roles.agent) &&
        [...need.alternatives].some(
          ([key, s]) => s >= 0.85 && (view.terms.get(key)?.at ?? []).some((p) => p === first || p === first + 1),
        ),
    );
    if (denied) return true;
  }
  return false;
}
