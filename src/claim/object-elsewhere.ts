import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** "Stepped down as director and stays on the board" is not "left the board": what the verb takes stands in another clause. */
export function isObjectElsewhere(part: ClaimPart, view: StatementView, { end }: Relation): boolean {
  const object = part.roles.others[part.predicate?.passive ? 1 : 0];
  return part.needs.some((need, i) => {
    if (need.name || need.weight < SUBSTANCE || !inStretch(part.places[i] ?? -1, object)) return false;
    const places = [...need.alternatives].flatMap(([key, s]) =>
      s >= SAME_WORD ? (view.terms.get(key)?.at ?? []).map((at) => view.tokens[at]?.start ?? -1) : [],
    );
    return places.length > 0 && places.every((at) => at > end && AND_VERB.test(view.text.slice(end - AND_ROOM, at)));
  });
}

/** So nearly a word must be the same. */
const SAME_WORD = 0.85;
/** Characters before the end of a clause in which the next one may begin. */
const AND_ROOM = 8;
const AND_VERB = /;|\b(?:and|but|while) (?:\p{Ll}+ )?\p{Ll}+s\b/u;
