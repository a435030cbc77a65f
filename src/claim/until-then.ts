import type { StatementView } from '../statement/view.ts';
import type { Relation } from './relation.ts';

/** "Until this summer it had", "Before the reform every farmer paid", "before that, it opened at eight". */
const UNTIL_THEN =
  /(?:^|[;:—]|,? (?:and|but))\W*(?:(?:Up )?(?:until|till|to) (?!further\b)|(?:In the past|Previously|Formerly|For (?:many |\d+ |\p{Ll}+ )?(?:years|decades|months))\b|Before (?=(?:the|that|this|then|its|their)\b))[^;:—]*$/iu;
/** What was so, or was done again and again. */
const PAST = /^(?:was|were|had|did)\b/i;

/** A clause that tells how things were until a day of the past: they are no longer so. */
export function wasUntilThen({ text }: StatementView, { verb, verbStart, happened }: Relation): boolean {
  return (happened || PAST.test(verb)) && UNTIL_THEN.test(text.slice(0, verbStart));
}
