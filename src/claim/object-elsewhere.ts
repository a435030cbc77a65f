import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, predicatesOf } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';

/** What the verb takes in the claim the statement tells of another verb, or not of what does it. */
export function isOfOtherObject(part: ClaimPart, view: StatementView, relation: Relation): boolean {
  return (
    isObjectElsewhere(part, view, relation) ||
    isObjectOfNext(part, view, relation) ||
    isObjectOfFormer(part, view, relation) ||
    isDoneToThing(part, view, relation)
  );
}

/** "Stepped down as director and stays on the board" is not "left the board": what the verb takes stands in another clause. */
function isObjectElsewhere(part: ClaimPart, view: StatementView, { end }: Relation): boolean {
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

/** "Approved the tram and rejected the tunnel": what has the second done to it has not the first done to it. */
function isObjectOfNext(part: ClaimPart, view: StatementView, { verb, verbStart, end }: Relation): boolean {
  const object = part.roles.others[0];
  if (part.predicate?.passive || !object) return false;
  const next = predicatesOf(view).find(
    ({ first }) => (view.tokens[first]?.start ?? 0) >= Math.max(end, verbStart + verb.length),
  );
  const from = view.tokens[next?.first ?? -1]?.start;
  if (!next || from === undefined || next.passive) return false;
  if (!OBJECT_THEN.test(view.text.slice(verbStart + verb.length, from))) return false;
  return isHeadAt(part, object, view, (at) => at > from);
}

/** Whether what opens the claim's object stands in the statement only where `isThere`. */
function isHeadAt(part: ClaimPart, object: Stretch, view: StatementView, isThere: (at: number) => boolean): boolean {
  return part.needs.some((need, i) => {
    const place = part.places[i] ?? -1;
    if (
      need.weight < SUBSTANCE ||
      !inStretch(place, object) ||
      !RIGHT_BEHIND.test(part.text.slice(object.start, place))
    )
      return false;
    const places = placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1);
    return places.length > 0 && places.every(isThere);
  });
}

/** The verb has an object of its own before the next verb. */
const OBJECT_THEN =
  /^ (?!(?:to|that|how|whether|what)\b)[^;:.]*\p{L}{3,}[^;:.]*(?:;|,?\s(?:and|but|then))(?:\s(?:also|then|later|now|has|have|had))*\s*$/u;
const RIGHT_BEHIND = /^ (?:(?:the|an?|its|their|his|her|some|all) )?(?:[\p{L}-]+ )?$/u;

/** "Fined Alder and warned its rival Birch": Alder was not warned. */
function isObjectOfFormer(part: ClaimPart, view: StatementView, { verb, verbStart, sameness }: Relation): boolean {
  const object = part.roles.others[0];
  if (part.predicate?.passive || !object || sameness < THE_VERB || !JOINED.test(view.text.slice(0, verbStart)))
    return false;
  if (!TAKES_NAME.test(view.text.slice(verbStart + verb.length))) return false;
  const before = predicatesOf(view).findLast(({ first }) => (view.tokens[first]?.start ?? 0) < verbStart);
  const from = view.tokens[before?.main ?? -1]?.end;
  if (!before?.finite || before.passive || from === undefined) return false;
  return isHeadAt(part, object, view, (at) => from <= at && at < verbStart);
}

/** So nearly the verb must be the claim's own. */
const THE_VERB = 0.95;
const JOINED = /(?:,|\b(?:and|but|then)) (?:(?:also|then|later) )?$/;
const TAKES_NAME =
  /^ (?:(?:the|its|their|his|her|an?|all|both|two|three|\d+) )?(?!(?:it|them|him|her|in|on|at|to|for|from|by|with|out|up|off|down)\b)[\p{L}\d$€£]/u;

/** "Closed its branch": what it did to something else it did not do itself. */
function isDoneToThing(part: ClaimPart, view: StatementView, { verb, verbStart }: Relation): boolean {
  const { predicate, roles, text } = part;
  if (!predicate || predicate.passive || !BOTH_WAYS.test(predicate.base)) return false;
  const rest = roles.others[0];
  const alone = rest === undefined || NO_OBJECT.test(text.slice(rest.start, rest.end));
  return (
    alone &&
    TAKES_OBJECT.test(view.text.slice(verbStart + verb.length)) &&
    !takesSubject(part, verbStart + verb.length, view) &&
    !/\b(?:is|are|was|were|be|been)\b/.test(verb)
  );
}

/** "It opened the yard in May": so the yard opened. */
function takesSubject({ needs, places, roles }: ClaimPart, from: number, view: StatementView): boolean {
  const [object = ''] = view.text
    .slice(from)
    .split(/[.,;:]|\s(?:of|in|at|for|from|with|on|to|by|after|before|and|that|which)\s/, 1);
  const stretch = { start: from, end: from + object.length };
  const subject = needs.filter((need, i) => need.weight >= SAYS_SOMETHING && inStretch(places[i] ?? -1, roles.agent));
  return (
    subject.length > 0 &&
    subject.every((need) => placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, stretch)))
  );
}

/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.4;

const BOTH_WAYS =
  /^(?:close|open|reopen|end|move|shut|stop|change|increase|double|expand|launch|return|grow|sink|start|begin|finish)$/;
const NO_OBJECT = /^(?:\W*$| (?:in|on|at|for|from|by|to|after|before|since|until|last|this|next|early|late)\b)/i;
const TAKES_OBJECT =
  /^ (?:the|its|their|his|her|an?|all|both|two|three|four|five|six|seven|eight|nine|ten|\d+|\p{Ll}+s) (?!(?:percent|points?|times|seconds?|minutes?|hours?|days?|weeks?|months?|years?|ago|later|earlier)\b)\p{L}/u;
