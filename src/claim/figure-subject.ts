import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, namedIn, predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';

/** Where a clause with a subject of its own ends. */
const ENDS_CLAUSE = /;|, (?:while|whereas|but|and) |\b(?:while|whereas)\b/gu;

/** Each finite verb's subject with the clause that is told of it. */
function clausesOf(view: StatementView): { readonly subject: Stretch; readonly clause: Stretch }[] {
  const { text } = view;
  return predicatesOf(view).flatMap(({ finite, passive, main }, i) => {
    const { agent } = rolesIn(view, i);
    if (!finite || passive || !agent) return [];
    const verb = view.tokens[main]?.end ?? agent.end;
    const next = [...text.slice(verb).matchAll(ENDS_CLAUSE)][0]?.index;
    return [{ subject: agent, clause: { start: agent.start, end: next === undefined ? text.length : verb + next } }];
  });
}

/**
 * "The family is down to 40 percent; the fund bought shares": of the fund nothing is told by the figure. Only where no verb
 * shows whom the statement is about.
 */
export function isFigureOfOtherSubject(
  amount: Amount,
  part: ClaimPart,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (agents.length === 0 || part.predicate?.passive) return false;
  const places = view.amounts.flatMap((one) => (sameAmount(one, amount) ? [one.span[0]] : []));
  const clauses = clausesOf(view);
  return (
    places.length > 0 &&
    places.every((place) => {
      const around = clauses.filter(({ clause }) => inStretch(place, clause)).at(-1);
      const subject = around && namedIn(around.subject, view, knowledge);
      if (!around || !subject?.explicit) return false;
      // Named as well in the clause, it may be given the figure.
      return !agents.some(
        (group) =>
          isKeyOf(group, part.needs, subject.keys) ||
          group.needs.some((i) => {
            const need = part.needs[i];
            return need !== undefined && offsetsOfNeed(need, view).some((at) => inStretch(at, around.clause));
          }),
      );
    })
  );
}
