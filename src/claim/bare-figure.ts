import type { Amount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { Relation } from './relation.ts';

/** "Was built for 300 crates and took 320": right behind the verb stands a number without a noun of its own. */
export function takesBareFigure(
  { verb, verbStart }: Relation,
  told: readonly Amount[],
  { text }: StatementView,
): boolean {
  const from = verbStart + verb.length;
  return told.some(
    ({ span, unit, sort }) =>
      span[0] > from &&
      sort === 'count' &&
      (unit === '' || !/\p{L}{3,}/u.test(text.slice(...span))) &&
      /^ (?:with |at )?(?:about |some |nearly |only |just )?$/.test(text.slice(from, span[0])) &&
      /^(?:$|[.,;]| (?:in|on|by|from|until|since|and|but|last|this|next)\b)/.test(text.slice(span[1])),
  );
}
