import { findDates } from '../calendar/expressions.ts';
import { isExclusive, isNegated } from '../claim/assertion.ts';
import { wholes } from '../statement/alike.ts';
import { comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/**
 * Whether a sentence in the place of another says something else in substance: another amount, date or name, the
 * contrary, or that something is one's alone. Other words alone are none.
 */
export function saysElse(now: StatementView, before: StatementView, knowledge: Knowledge): boolean {
  return (
    otherAmount(now, before) ||
    otherDate(now, before) ||
    otherName(now, before, knowledge) ||
    isNegated(now.text) !== isNegated(before.text) ||
    isExclusive(now.text) !== isExclusive(before.text) ||
    opposes(now, before, knowledge)
  );
}

/** A figure in place of another, or one more or less. */
function otherAmount(now: StatementView, before: StatementView): boolean {
  const lacks = (a: StatementView, b: StatementView) =>
    a.amounts.some((amount) => !b.amounts.some((other) => sameAmount(amount, other)));
  const replaced = now.amounts.some((amount) =>
    before.amounts.some((other) => comparable(amount, other) && !sameAmount(amount, other)),
  );
  return (
    (replaced && lacks(now, before)) || (now.amounts.length > 0 && before.amounts.length > 0 && lacks(now, before))
  );
}

/** Dates that both give, and not the same. */
function otherDate(now: StatementView, before: StatementView): boolean {
  const dates = ({ text }: StatementView) =>
    findDates(text).flatMap((one) =>
      one.sort === 'calendar' ? [{ ...one, written: `${one.year ?? ''}-${one.month ?? ''}-${one.day ?? ''}` }] : [],
    );
  const [a, b] = [dates(now), dates(before)];
  const fits = (x: (typeof a)[number], y: (typeof a)[number]) =>
    (x.year === y.year || x.year === undefined || y.year === undefined) &&
    (x.month === y.month || x.month === undefined || y.month === undefined) &&
    (x.day === y.day || x.day === undefined || y.day === undefined);
  return a.length > 0 && b.length > 0 && a.some((x) => !b.some((y) => fits(x, y)));
}

/** A name in place of another: one that only one of them has is other wording. */
function otherName(now: StatementView, before: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  const [a, b] = [wholes(now, lexicon), wholes(before, lexicon)];
  const without = (one: ReadonlySet<string>, text: StatementView, other: ReadonlySet<string>) =>
    [...one].some((key) => !other.has(key) && !text.terms.has(key));
  return without(a, before, b) && without(b, now, a);
}

/** "Raised" in place of "lowered". */
function opposes(now: StatementView, before: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  return [...now.terms.keys()].some(
    (key) =>
      !before.terms.has(key) &&
      lexicon.opposites(key).some((opposite) => before.terms.has(opposite) && !now.terms.has(opposite)),
  );
}
