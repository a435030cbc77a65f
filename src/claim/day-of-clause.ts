import type { StatementView } from '../statement/view.ts';
import { meantBy } from './compare-dates.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { predicatesOf, rolesIn } from './reference.ts';
import type { Relation } from './relation.ts';

/** What joins a clause to the one before it, with the preposition of a day. */
const JOINED = /(?:;|,? (?:and|but|while|whereas)) (?:then )?(?:(?:on|in|by|from|since|at) )?(?:the )?$/i;
/** How near the day the subject of its clause begins. */
const NEAR = 3;
const ENDS = /[;:.](?:\s|$)/;

/** Days that open a clause behind another: where each begins and its clause ends. */
function openings(view: StatementView): { readonly start: number; readonly end: number }[] {
  const { text, tokens } = view;
  return view.statement.mentions.flatMap(({ span: [start, behind] }) => {
    const lead = JOINED.exec(text.slice(0, start));
    if (!lead) return [];
    const opens = predicatesOf(view).some((one, i) => {
      if (!one.finite) return false;
      const { agent } = rolesIn(view, i);
      const verb = tokens[one.first]?.start ?? -1;
      const own =
        agent !== undefined && agent.end > behind && agent.start >= lead.index && agent.start <= behind + NEAR;
      return verb >= behind && (own || verb <= behind + NEAR);
    });
    const end = ENDS.exec(text.slice(behind));
    return opens ? [{ start: lead.index, end: end ? behind + end.index : text.length }] : [];
  });
}

/** "On May 4 it signed, and a day later Birch called": what was signed was not on the day that opens the second clause. */
export function isDayOfOtherClause(part: ClaimPart, view: StatementView, relation: Relation | undefined): boolean {
  if (part.dates.length === 0) return false;
  const places = part.needs.flatMap((need) => {
    const offsets = offsetsOfNeed(need, view);
    return need.name || offsets.length === 0 ? [] : [offsets];
  });
  return openings(view).some(({ start, end }) => {
    const isBehind = (at: number) => at >= start && at < end;
    const told = relation?.byVerb ? [[relation.verbStart]] : places;
    if (told.length === 0) return false;
    const [before, behind] = [
      told.every((offsets) => offsets.every((at) => at < start)),
      told.every((offsets) => offsets.every(isBehind)),
    ];
    return part.dates.some((claimed) => {
      const date = meantBy(claimed, view);
      const same = view.statement.mentions.filter((one) => one.start <= date.end && one.end >= date.start);
      if (same.length === 0) return false;
      return (
        (before && same.every(({ span }) => isBehind(span[0]))) || (behind && same.every(({ span }) => span[0] < start))
      );
    });
  });
}
