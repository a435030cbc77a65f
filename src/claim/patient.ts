import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf, type NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';

/** Somebody without a name who is to do something. */
const OTHER_TO_DO = /^ (?:the|an?|its|their|his|her) (?:\p{Ll}+ ){1,3}to (?=\p{Ll})/u;
/** Right after a verb, with nothing but an article before it. */
const RIGHT_BEHIND = /^ (?:the |its |their )?$/;
/** What stands behind one of these is not what the verb is done to. */
const AFTER_LINK =
  / (?:at|in|of|to|for|from|by|with|over|on|about|near|that|why|how|whether|if|because|after|before|when|while|as) /i;
/** What a verb is done to, where a pronoun or a bare number stands for it. */
const POINTS_BACK =
  /^ (?:it|them|one|some|both|neither|none|\d[\d.,]*(?: (?:million|billion))?(?=[.,;:]? ?$|[;,] | (?:in|on|by|from|until|since|and|but|last|this|next)\b))/;
/** What follows a noun that another clause has for its object: "the pictures that it rents". */
const RELATIVE = /\b(?:that|which|who|whom)\b/;

/**
 * Whether the clause that tells what the claim tells has it done to somebody else, or to something that stands in another
 * clause: "picked Birch" is not to pick Alder, and "hires writers but rents a hall" not to rent writers.
 */
export function isDoneToOther(part: ClaimPart, view: StatementView, clause: Relation, knowledge: Knowledge): boolean {
  const one = predicatesOf(view).findIndex(({ first }) => view.tokens[first]?.start === clause.verbStart);
  const predicate = predicatesOf(view)[one];
  if (!predicate || !part.predicate || part.predicate.base === 'be') return false;
  const roles = rolesIn(view, one);
  // "It built an oven" for "the firm was founded": what is built there is something else.
  if (part.predicate.passive && !predicate.passive && takesOther(part, clause, view) && !isTaken(part, clause, view))
    return true;
  const claimed = part.names.filter((group) => isPatient(group, part));
  if (claimed.length > 0) {
    const end = view.tokens[predicate.main]?.end ?? 0;
    const told = nameKeys(view, knowledge.analysis.lexicon).filter(({ at }) =>
      predicate.passive ? inStretch(at, roles.others[0]) : at > end && RIGHT_BEHIND.test(view.text.slice(end, at)),
    );
    const isOwned = told.some(({ at }) => /^[\p{L}\d-]+[’']s?\b/u.test(view.text.slice(at)));
    const isSame = !predicate.passive && !isOwned && predicate.base === part.predicate.base;
    const within = ({ needs }: NameGroup) =>
      needs.some((i) =>
        places(part, i, view).some(
          // "Asked Alder why the signals at Birch failed": not Birch was asked.
          (at) => inStretch(at, clause) && (!isSame || !AFTER_LINK.test(view.text.slice(end, at))),
        ),
      );
    // "Alder presses Birch to move": not Alder is pressed.
    const doesIt =
      part.predicate.passive &&
      !predicate.passive &&
      told.length > 0 &&
      claimed.every(({ needs }) => {
        const own = needs.flatMap((i) => places(part, i, view));
        return own.length > 0 && own.every((at) => inStretch(at, roles.agent));
      });
    if (doesIt) return true;
    // "Asked the league to move the match against Orton": not Orton was asked.
    const asked = predicate.passive ? null : OTHER_TO_DO.exec(view.text.slice(end));
    const behind = claimed.flatMap(({ needs }) => needs.flatMap((i) => places(part, i, view)));
    if (asked && behind.length > 0 && behind.every((at) => at >= end + asked[0].length)) return true;
    return (
      told.length > 0 &&
      !claimed.some(within) &&
      // "Ordered Alder to pay Birch": Birch was ordered nothing.
      !told.some(({ key }) => (isSame ? claimed : part.names).some((group) => isKeyOf(group, part.needs, [key])))
    );
  }
  // "Opened a probe and dropped it", "was built for 300 crates and took 320": it is done to what was named before.
  if (POINTS_BACK.test(view.text.slice(view.tokens[predicate.main]?.end ?? 0))) return false;
  const object = objectOf(part);
  const at = object === undefined ? [] : places(part, object, view);
  const stretches = [roles.agent, ...roles.others];
  const isOfOtherVerb = (place: number) =>
    predicatesOf(view).some((_, i) => i < one && rolesIn(view, i).others.some((rest) => inStretch(place, rest)));
  return (
    at.length > 0 &&
    at.every(
      (place) =>
        place < clause.verbStart &&
        !stretches.some((stretch) => inStretch(place, stretch)) &&
        !RELATIVE.test(view.text.slice(place, clause.verbStart)) &&
        isOfOtherVerb(place),
    )
  );
}

/** What the claim has done to it stands in what the clause's verb takes, or is the subject of its own. */
function isTaken(part: ClaimPart, { roles }: Relation, view: StatementView): boolean {
  return part.needs.some(
    (_, i) =>
      inStretch(part.places[i] ?? -1, part.roles.others[0]) &&
      places(part, i, view).some((at) => [roles.agent, roles.others[0]].some((stretch) => inStretch(at, stretch))),
  );
}

function places(part: ClaimPart, i: number, view: StatementView): number[] {
  const need = part.needs[i];
  return need ? placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1) : [];
}

/** Whether the claim has it done to whom it names so. */
export function isPatient({ at, text }: NameGroup, part: ClaimPart): boolean {
  const [first] = part.roles.others;
  // "Led Alder's yards": not Alder was led.
  if (!first || /^[’']s?(?: |$)/.test(part.text.slice(at + text.length))) return false;
  if (part.predicate?.passive) return inStretch(at, first);
  return RIGHT_BEHIND.test(part.text.slice(first.start, at)) && inStretch(at, first);
}

/** The last word of what a claim's verb is done to. */
export function objectOf(part: ClaimPart): number | undefined {
  const [first] = part.roles.others;
  if (!first || part.predicate?.passive) return undefined;
  const end = HEAD_ENDS.exec(part.text.slice(first.start, first.end))?.index ?? first.end - first.start;
  const object: Stretch = { start: first.start, end: first.start + end };
  const found = part.needs.findLastIndex((need, i) => !need.name && inStretch(part.places[i] ?? -1, object));
  return found < 0 ? undefined : found;
}

/** The last word of what the clause's verb is done to is no word of the claim. */
export function takesOther({ needs }: ClaimPart, { roles, verbStart }: Relation, view: StatementView): boolean {
  const [first] = roles.others;
  if (!first || first.start < verbStart) return false;
  const words = view.text.slice(first.start, first.end);
  const end = /[,;:]/.exec(words)?.index ?? words.length;
  const stop = Math.min(end, HEAD_ENDS.exec(words)?.index ?? end);
  const head = view.tokens
    .filter(({ start, stop: small }) => !small && inStretch(start, { start: first.start, end: first.start + stop }))
    .at(-1);
  return (
    head !== undefined &&
    /^\p{Ll}/u.test(view.text.slice(head.start)) &&
    !needs.some(({ alternatives }) => alternatives.has(head.stem))
  );
}

const HEAD_ENDS =
  /\s(?:(?:of|in|at|for|from|with|on|to|by|after|before|until|since|into|over)\b|(?:last|this|next|every|each) (?=day|week|month|quarter|season|year|spring|summer|autumn|winter))\s?/;
