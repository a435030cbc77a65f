import type { Need } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Relation } from './relation.ts';

/** What is told of who has a part in a thing. */
const HAS_PART = /^(?:join|participate|involve)$/;
/** What is set going together with others. */
const SETS_GOING =
  /^(?:launch|found|start|begin|create|form|establish|set|build|announce|unveil|open|organi[sz]e|host|run|develop|codevelop|plan|make|hold|stage|finance|sign)$/;
const NAME = "\\p{Lu}[\\p{L}\\d.&’'-]*(?: (?:of (?:the )?)?\\p{Lu}[\\p{L}\\d.&’'-]*)*";
const WITH = new RegExp(
  `(?<what>[^,;:.]+?),? (?:together |jointly )?with (?<whom>(?:the )?${NAME}(?:, (?:the )?${NAME})*(?:,? and (?:the )?${NAME})?)`,
  'u',
);

/** "Alder opened the kitchen with Birch and Cedar": the two have a part in it; undefined where the claim tells something else. */
export function takingPartIn(part: ClaimPart, view: StatementView): Relation | undefined {
  const base = part.predicate?.base ?? '';
  const passive = part.predicate?.passive === true;
  if (!HAS_PART.test(base) || (passive && base !== 'involve')) return undefined;
  const thing = passive ? part.roles.others[1] : base === 'involve' ? part.roles.agent : part.roles.others[0];
  const things = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, thing));
  for (const [i, one] of predicatesOf(view).entries()) {
    if (!SETS_GOING.test(one.base) || one.passive) continue;
    const { agent, others } = rolesIn(view, i);
    const rest = others[0];
    const told = rest && WITH.exec(view.text.slice(rest.start, rest.end))?.groups;
    if (!rest || !told?.what || !told.whom) continue;
    const from = rest.start + view.text.slice(rest.start, rest.end).indexOf(told.what);
    const what = { start: from, end: from + told.what.length };
    const at = view.text.indexOf(told.whom, what.end);
    const whom = { start: at, end: at + told.whom.length };
    const isTold = (need: Need) =>
      placesOfNeed(need, view).some((place) => inStretch(view.tokens[place]?.start ?? -1, what));
    if (!things.some(isTold) || !things.every((need) => need.name || isTold(need))) continue;
    return {
      roles: passive
        ? { agent: undefined, others: [whom, what] }
        : base === 'involve'
          ? { agent: what, others: [whom] }
          : { agent: whom, others: [what, ...(agent ? [agent] : [])] },
      text: view.text.slice(what.start, whom.end),
      start: what.start,
      end: whom.end,
      verb: view.text.slice(view.tokens[one.first]?.start ?? 0, view.tokens[one.main]?.end),
      verbStart: view.tokens[one.first]?.start ?? 0,
      core: '',
      byVerb: true,
      happened: false,
      sameness: 1,
    };
  }
  return undefined;
}
