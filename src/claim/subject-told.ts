import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed, placesOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn, subjectMeant } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';

/** A word of less weight names no thing. */
const SAYS_SOMETHING = 0.4;

/** So nearly the verb must be the claim's own. */
const THE_VERB = 0.95;

/** Where no name is the claim's subject, the thing that is must stand in the clause: "exclusivity has ended" is not "it dropped its probe". */
export function subjectTold(part: ClaimPart, view: StatementView, clause: Relation): boolean {
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  // "Alder's shares": not the name is what it is told of.
  if (part.names.some(({ at, text }) => inStretch(at, subject) && !OWNS_NOUN.test(part.text.slice(at + text.length))))
    return true;
  const words = part.needs.filter(
    (need, i) => inStretch(part.places[i] ?? -1, subject) && need.weight >= SAYS_SOMETHING,
  );
  if (words.length === 0) return true;
  const places = words.flatMap((need) => placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1));
  // "It was planned for 60 schools, but only 45 took part": what the number counts stands before it.
  const told = clause.roles.agent && view.text.slice(clause.roles.agent.start, clause.roles.agent.end);
  if (places.some((at) => at < clause.verbStart) && BARE_NUMBER.test(told ?? '')) return true;
  // "While the clubs pay little, they have not asked for more": whom the pronoun stands for is told before it.
  const meant = subjectMeant(part.predicate?.passive ? clause.roles.others[0] : clause.roles.agent, view);
  if (meant && places.some((at) => inStretch(at, meant))) return true;
  const ofOther = places.filter((at) => isSubjectOfOther(at, clause, view));
  if (ofOther.length > 0 && ofOther.length === places.length) return false;
  // "The bell in it weighs nine tonnes": the bell, and not the tower of which the sentence before told.
  if (
    places.length === 0 &&
    clause.sameness >= THE_VERB &&
    isOtherThing(part.predicate?.passive ? clause.roles.others[0] : clause.roles.agent, part, view)
  )
    return false;
  return view.leansBack || places.some((at) => inStretch(at, clause) && !ofOther.includes(at));
}

const BARE_NUMBER = /(?:^|,) ?(?:but |and )?(?:only |just |about |some )?\d[\d,.]* ?$/;

/** "The council runs the pool the club built, and raised the fee": the club does something else. */
function isSubjectOfOther(offset: number, { roles, verbStart }: Relation, view: StatementView): boolean {
  if ([roles.agent, ...roles.others].some((stretch) => inStretch(offset, stretch))) return false;
  return predicatesOf(view).some(
    ({ first }, i) => view.tokens[first]?.start !== verbStart && inStretch(offset, rolesIn(view, i).agent),
  );
}

/** "Entry is free for children; adults pay": what the claim tells of adults is told of others, and they do something else. */
export function isOfOtherSubject(part: ClaimPart, view: StatementView, clause: Relation): boolean {
  if (POINTS.test(view.text.slice(clause.verbStart, clause.end))) return false;
  return part.needs.some((need, i) => {
    const place = part.places[i] ?? -1;
    const after = part.predicate?.passive ? part.roles.others.slice(1) : part.roles.others;
    const stretch = after.find((one) => inStretch(place, one));
    if (need.name || need.weight < SAYS_SOMETHING || !stretch || BESIDE.test(part.text.slice(stretch.start, place)))
      return false;
    const places = placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1);
    return places.length > 0 && places.every((at) => isSubjectOfOther(at, clause, view));
  });
}

/** What follows these is when and how it is done, and not to whom. */
const BESIDE = /\b(?:after|before|since|until|when|with|in|on|at|by|than)\b/i;
const POINTS = /\b(?:it|them|its|their|him|her|his|which|that|who|whom|one|both)\b/i;

const OWNS_NOUN = /^(?:[’']s|(?<=s)[’']) \p{Ll}/u;

/** A noun of its own with an article, in the claim no word of which stands, and which is none of the claim's. */
function isOtherThing(stretch: Stretch | undefined, part: ClaimPart, view: StatementView): boolean {
  if (!stretch || !OWN_NOUN.test(view.text.slice(stretch.start, stretch.end))) return false;
  return !part.needs.some((need) => offsetsOfNeed(need, view).some((at) => inStretch(at, stretch)));
}

const OWN_NOUN =
  /^\W*(?:the|an?|one|two|three|four|five|some|many|most|all) (?!(?:company|firm|group|house|cooperative|council|union|association|government|ministry|office|town|city|county|state|club|bank|board|fund|trust|court|agency|authority|regulator|owners?|partners?|parties|sides?|project|programme|program|plan|deal|scheme|plant|works|thing|matter|one|ones|two|others?|rest|same|former|latter|first|second|number|figure|total|sum|share|work|move|step|change)\b)\p{Ll}{3,}/iu;
