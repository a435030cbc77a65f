import type { Match } from '../answer/match.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Things } from './claimed-things.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
const HALF = 0.5;

/** "Instead of the Salt Wife", "bought the rights from Radio Velmar". */
const INSTEAD_OF =
  /\b(?:instead of|in place of|rather than|replace[sd]|tak(?:es|ing|en) over from|took (?:it |them |this )?over from|bought .{0,30}from|(?:has|have|had) left|moved .{0,20}(?:away |out )?(?:of|from)|had been (?:in|at|with|by)) (?:on |in |at |by |with )?["“‘']?(?:[Tt]he |its |their |an? )?["“‘']?$/iu;

/** "Left the harbour for the airfield". */
const LEFT =
  /\b(?<!\b(?:not|to|will|would|may|might|never|could|if) )(?:left|leaves|(?:has|have) left|quit|abandon(?:ed|s)|vacated|gave up|moved (?:out of|away from)|withdrew from) (?:the |its |their |an? )?(?:\p{Ll}+ )?$/iu;
const THEY_LEFT =
  /\bthey(?: (?:have|also|then|since|now))? (?:left|quit|abandoned|vacated|gave up) (?:the |their )(?:\p{Ll}+ ){1,3}(?:for|in favour of)\b/iu;
const FOR_ANOTHER =
  /^(?: \p{Ll}+)?(?: (?:at|in|on) (?:\p{Lu}[\p{L}’'-]+ ?){1,3})? ?(?:for|in favour of) (?!(?:the )?(?:first|last|second|day|weekend|good|ever|now|lunch|summer|winter|\p{Ll}+ (?:days|weeks|months|years|hours))\b|\d)(?:the |an? |its |their |\p{Lu})/u;

/** What the claim says of a thing stands as what was before. */
export function tellsInstead(
  { needs }: ClaimPart,
  { subject, others, names, otherNames }: Things,
  view: StatementView,
  { own, met }: Match,
): boolean {
  const isFormer = (i: number) => {
    const need = needs[i];
    return (need ? placesOfNeed(need, view) : []).some((at) => {
      const token = view.tokens[at];
      const lead = view.text.slice(0, token?.start ?? 0);
      return INSTEAD_OF.test(lead) || (LEFT.test(lead) && FOR_ANOTHER.test(view.text.slice(token?.end ?? 0)));
    });
  };
  const former = [...others, ...otherNames, ...names].filter(isFormer);
  return (
    former.length > 0 &&
    ([...subject, ...others].some((i) => !former.includes(i) && (own[i] ?? 0) >= HALF) ||
      names.some((i) => !former.includes(i) && (own[i] ?? 0) >= SAME_NOUN) ||
      subject.some((i) => (met[i] ?? 0) >= HALF) ||
      // "They left the harbour for the airfield": whom the pronoun stands for need not be near.
      (THEY_LEFT.test(view.text) && former.some((i) => others.includes(i))))
  );
}

/** The statement that tells what is claimed tells it as what was before: "in August rather than in the autumn". */
export function tellsAsFormer(part: ClaimPart, things: Things, view: StatementView, match: Match): boolean {
  return !INSTEAD.test(part.text) && INSTEAD.test(view.text) && tellsInstead(part, things, view, match);
}
const INSTEAD = /\b(?:instead of|in place of|rather than)\b/i;

const IS_GONE =
  /^[^.;,]{0,30}? ?\b(?:has been|have been|was|were|is|are) (?:\p{L}+ly |now |since )?(?:abolished|scrapped|waived|dropped|done away with|cancelled|withdrawn|given up|taken down|switched off|closed|shut|disbanded|dissolved|called off|torn down|discontinued|sold)\b/iu;
/** What is closed so has come about. */
const BARGAIN = /^(?:deals?|purchases?|sales?|bargains?|agreements?|contracts?|accounts?|books?|bids?)$/;
const IS_WAIVED =
  /^[^.;,]{0,30}? ?\b(?:has been|have been|was|were|is|are) (?:\p{L}+ly |now |since )?(?:abolished|scrapped|waived|dropped|done away with|cancelled|withdrawn|given up|discontinued)\b/iu;
const IS_SWITCHED_OFF =
  /^ (?:has been|was|is) (?:now |since )?(?:switched off|closed|shut down|dissolved|disbanded|torn down|withdrawn|scrapped|discontinued)\b/i;
const PUTS_AWAY =
  /\b(?<!\b(?:not|to|will|would|may|never) )(?:(?:has|have) (?:now |since |also )?(?:closed|shut|buried|sold|given up|moved|dropped|scrapped|cancelled|stopped|ended|left)|abolished|scrapped|buried|gave up|withdrew|stopped|cancelled) (?:the |its |their |all |his |her )(?:\p{Ll}+ )?$/iu;

/** What the claim is told of, or has somebody have, is told to be there no more. */
export function isGone(
  { needs, amounts, names: groups }: ClaimPart,
  { subject, names, others, otherNames }: Things,
  view: StatementView,
  { own, met }: Match,
): boolean {
  if (!groups.every((g) => g.needs.some((i) => (met[i] ?? 0) >= 0.2)) && names.length > 0) return false;
  const gone = (i: number, isEnd = IS_GONE) => {
    const need = needs[i];
    return (need ? placesOfNeed(need, view) : []).some((at) => {
      const token = view.tokens[at];
      return (
        token !== undefined &&
        !BARGAIN.test(token.word) &&
        (isEnd.test(view.text.slice(token.end)) || PUTS_AWAY.test(view.text.slice(0, token.start)))
      );
    });
  };
  const objects = others.filter((i) => (own[i] ?? 0) >= SAME_NOUN && (needs[i]?.weight ?? 0) >= HALF);
  // Of a sum that is paid: the deposit is abolished.
  if (amounts.length > 0) return objects.some((i) => gone(i, IS_WAIVED));
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  return (
    subject.some((i) => isOwn(i) && gone(i)) ||
    (names.some(isOwn) && objects.some((i) => gone(i))) ||
    otherNames.some((i) => isOwn(i) && IS_SWITCHED_OFF.test(view.text.slice(placeAfter(needs[i], view))))
  );
}

function placeAfter(need: ClaimPart['needs'][number] | undefined, view: StatementView): number {
  const at = need && placesOfNeed(need, view).at(-1);
  return (at === undefined ? undefined : view.tokens[at]?.end) ?? view.text.length;
}

const STAYS_CALLED = /\b(?:remains?|stays|keeps (?:its|the) (?:old )?name|is again|goes back to)\b/i;

/** What is claimed to be called one thing keeps another name. */
export function isCalledOtherwise(
  { predicate, needs }: ClaimPart,
  { subject, otherNames }: Things,
  view: StatementView,
  { own }: Match,
): boolean {
  if (!/^(?:call|name)/.test(predicate?.base ?? '')) return false;
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  return (
    otherNames.some((i) => !isOwn(i)) &&
    subject.some((i) => isOwn(i) && STAYS_CALLED.test(view.text.slice(placeAfter(needs[i], view)).slice(0, 40)))
  );
}

const POST =
  /^(?:chief|head|director|president|chair\p{L}*|minister|mayor|manager|leader|speaker|captain|conductor|editor|principal|rector|secretary|treasurer|coach)$/iu;
const PERSON = '\\p{Lu}[\\p{L}’-]+ \\p{Lu}[\\p{L}’-]+';

/** Another is named beside the post that the claim gives somebody. */
export function heldByAnother(part: ClaimPart, { names }: Things, view: StatementView, knowledge: Knowledge): boolean {
  if (!/^(?:be|remain|stay)$/.test(part.predicate?.base ?? '') || names.length === 0) return false;
  const post =
    /(?:^|[’']s |\b(?:the|its|their|is|interim|acting) )((?:\p{Ll}+ )?(\p{Ll}+))(?= (?:of|at)\b|[.,]|$)/u.exec(
      part.text.slice(part.roles.others[0]?.start ?? 0),
    );
  if (!post?.[1] || !POST.test(post[2] ?? '')) return false;
  const isHere = (i: number) => {
    const need = part.needs[i];
    return need !== undefined && placesOfNeed(need, view).length > 0;
  };
  if (names.some(isHere)) return false;
  const houses = part.names.filter(({ needs }) => !needs.some((i) => names.includes(i)));
  const inDocument = houses.every(({ needs }) =>
    needs.some((i) =>
      [...(part.needs[i]?.alternatives ?? [])].some(
        ([key, s]) =>
          s >= SAME_NOUN &&
          knowledge.holders(key).some((at) => knowledge.views[at]?.statement.document === view.statement.document),
      ),
    ),
  );
  if (houses.length === 0 || !inDocument) return false;
  return new RegExp(
    `${PERSON}, (?:the |its |their |now |who is )(?:new |acting |interim )?(?:\\p{L}+[’']s )?${post[1]}\\b|${PERSON}(?:,[^,.;]{1,40},)? (?:is|becomes|became|has been|was named|was appointed) (?:now |the |its |their |new |acting |interim )*${post[1]}\\b`,
    'u',
  ).test(view.text);
}
