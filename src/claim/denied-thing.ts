import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';
import { verbNeed } from './verb-need.ts';

/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;
/** So nearly a word must be the claim's own: a gate is no fence. */
const THE_WORD = 0.95;
/** ", but not for the bridge", "but not in class". */
const BUT_NOT =
  /(?:,? but|,? and|,) not (?:(?:at|by|during|for|from|in|into|of|on|to|with) )?(?:the |an? |its |their |his |her )?(?:\p{Ll}+ )?$/iu;

/** "Paid for the road, but not for the bridge": of a thing for which it is claimed, the verb is denied. */
export function deniesThing(
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): boolean {
  if (part.negated || part.exclusive || !relation?.byVerb || !/ not /.test(view.text)) return false;
  const verb = verbNeed(part, knowledge);
  return part.needs.some((need, i) => {
    const own =
      i === verb || need.weight < NAMES_A_THING ? [] : [...need.alternatives].filter(([, s]) => s >= THE_WORD);
    const places = own.flatMap(([key]) => view.terms.get(key)?.at ?? []);
    return (
      places.length > 0 &&
      places.every((at) => {
        const start = view.tokens[at]?.start ?? 0;
        return start > relation.verbStart && BUT_NOT.test(view.text.slice(relation.verbStart, start));
      })
    );
  });
}
