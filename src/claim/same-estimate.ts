import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { fitDate } from './compare-dates.ts';
import type { Comparison } from './comparison.ts';
import { BARE, ESTIMATES } from './other-estimate.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { before, inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';

/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.35;
/** So nearly a word must be the claim's. */
const THE_WORD = 0.7;
/** The figure may be of what one of so many sentences before it tells. */
const SENTENCES_BACK = 2;
/** "Puts the loss at 1,900". */
const PUT_AT = /^ (?:the|its|their|that) (?:\p{Ll}+ ){1,2}at (?:about |around |some |only |just |nearly )?[$€£¥]?$/u;
/** "Last summer": the same words in both, where no day is known. */
const SOME_TIME = /^(?:last|this|next) \p{Ll}+$/iu;
/** Where what somebody says ends. */
const NEXT = /;|,? (?:while|whereas)\b/;

/** A statement that gives the figure of somebody, and whether it is the claimed one. */
interface EstimateTold {
  readonly by: Comparison;
  readonly agrees: boolean;
}

/**
 * "The yard has sold 900 boats, says Alder. Birch puts the figure at 700": what is claimed with the very figure of the one who
 * gives it, where the sentence has nothing but the figure and what it is of is told right before.
 */
export function estimateTold(
  part: ClaimPart,
  compared: readonly Comparison[],
  knowledge: Knowledge,
): EstimateTold | undefined {
  const [claimed, ...others] = part.amounts;
  const opinion = part.sayer ?? (ESTIMATES.test(part.predicate?.base ?? '') ? part.roles.agent : undefined);
  if (claimed === undefined || others.length > 0 || opinion === undefined || part.negated || part.exclusive)
    return undefined;
  const told = compared.flatMap((c) => {
    const given = givenBy(part, opinion, c.view);
    return given.length > 0 ? [{ c, given }] : [];
  });
  const same = told.filter(({ given }) => given.some((one) => isThat(claimed, one)));
  // Whoever gives another figure as well gives it of something else, or has changed their mind.
  if (same.length > 0 && same.length < told.length) return undefined;
  const found = told.find(({ c }) => tellsTheRest(part, opinion, c.view, knowledge));
  if (!found) return undefined;
  if (same.length > 0)
    return found.c.different.every((d) => d === 'name' || d === 'amount') ? { by: found.c, agrees: true } : undefined;
  const rivals = found.given.every(({ unit, sort }) => sort === claimed.sort && (unit === claimed.unit || unit === ''));
  return rivals ? { by: found.c, agrees: false } : undefined;
}

/** The figures that stand by themselves behind a verb of saying or thinking of the one who is claimed to say so. */
function givenBy(part: ClaimPart, opinion: Stretch, view: StatementView): Amount[] {
  const who = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, opinion));
  if (who.length === 0) return [];
  return predicatesOf(view).flatMap(({ base, main }, i) => {
    const { agent } = rolesIn(view, i);
    const isTold = who.every((need) =>
      placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, agent)),
    );
    if (!ESTIMATES.test(base) || !isTold) return [];
    const start = view.tokens[main]?.end ?? 0;
    const end = start + (NEXT.exec(view.text.slice(start))?.index ?? view.text.length - start);
    return view.amounts.filter(({ span: [at] }) => {
      const lead = view.text.slice(start, at);
      return start <= at && at < end && (BARE.test(lead) || (base === 'put' && PUT_AT.test(lead)));
    });
  });
}

/** The very amount, or the number alone. */
function isThat(claimed: Amount, told: Amount): boolean {
  return (
    sameAmount(claimed, told) || (told.unit === '' && told.value === claimed.value && told.upper === claimed.upper)
  );
}

/** Every word of the claim but those for who says so is told by the sentence or by one before it, and its days. */
function tellsTheRest(part: ClaimPart, opinion: Stretch, view: StatementView, knowledge: Knowledge): boolean {
  const around = [view, ...before(view, knowledge).slice(0, SENTENCES_BACK)];
  const verb = part.sayer ? undefined : part.predicate?.base;
  const tells = part.needs.every(
    ({ weight, word, alternatives }, i) =>
      weight < SAYS_SOMETHING ||
      inStretch(part.places[i] ?? -1, opinion) ||
      (verb !== undefined && word.startsWith(verb)) ||
      around.some((one) => [...alternatives].some(([key, s]) => s >= THE_WORD && one.terms.has(key))),
  );
  return (
    tells &&
    part.dates.every((date) => {
      const words = part.text.slice(...date.span);
      return around.some(
        (one) => fitDate(date, one, undefined) === 'same' || (SOME_TIME.test(words) && one.text.includes(words)),
      );
    })
  );
}
