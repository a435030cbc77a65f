import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** What says no more than the preposition behind it. */
const COMES = /^(?:come|stem|originate|hail|derive)$/;
/** Where an attribute ends: at the next verb or mark. */
const ATTRIBUTE =
  /^ from (?<of>(?:(?!(?:has|have|had|is|are|was|were|will|would|that|which|who|to|in|on|at|about|says?|said|shows?|surfaced|tells?|told)\b)[\p{L}\d’'&-]+ ?){1,8})/u;

/** "A letter from the guild has turned up" tells that it came from there; undefined where the claim has another verb or subject. */
export function attributeIn(part: ClaimPart, view: StatementView): Relation | undefined {
  if (!COMES.test(part.predicate?.base ?? '')) return undefined;
  const from = part.roles.others[0];
  if (!from || !/^ from\b/.test(part.text.slice(from.start, from.end))) return undefined;
  const subject = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, part.roles.agent));
  for (const at of subject.flatMap((need) => placesOfNeed(need, view))) {
    const head = view.tokens[at];
    const told = head && ATTRIBUTE.exec(view.text.slice(head.end));
    if (!told) continue;
    const start = Math.max(0, ...[...view.text.slice(0, head.start).matchAll(/[,;:.—] /g)].map((m) => m.index + 2));
    const end = head.end + told[0].length;
    return {
      roles: { agent: { start, end: head.end }, others: [{ start: head.end, end }] },
      text: view.text.slice(start, end),
      start,
      end,
      verb: '',
      verbStart: head.end,
      core: '',
      byVerb: true,
      happened: false,
      sameness: 1,
    };
  }
  return undefined;
}
