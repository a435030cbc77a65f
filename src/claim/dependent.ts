import type { StatementView } from '../statement/view.ts';
import { SUBSTANCE } from './bears-out.ts';
import { ESTIMATES } from './other-estimate.ts';
import { type ClaimPart, SAYS } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';
import { verbOf } from './verbs.ts';

/** Words that may stand between a noun's article and the noun. */
const WORDS_BETWEEN = 4;
/** Characters behind “the council's” in which those stand who speak for it. */
const OWNED_WITHIN = 30;

/**
 * What of a claim's subject and object the statement tells only of something that belongs to it: of “a supplier of Alder”,
 * “the mayor's brother”, “a wing of the museum” nothing is told of Alder, the mayor and the museum.
 */
export function toldOfDependent(part: ClaimPart, view: StatementView, { roles, verbStart }: Relation): string[] {
  if (isOfRelation(part, roles.agent, view)) return ['whose'];
  return part.needs.flatMap((need, i) => {
    const stretch = headIn(part, i);
    if (!stretch) return [];
    const told = stretch === part.roles.agent ? [asFarAs(verbStart, roles.agent)] : roles.others;
    const places = placesOfNeed(need, view).filter((at) =>
      told.some((one) => inStretch(view.tokens[at]?.start ?? -1, one)),
    );
    return places.length > 0 && places.every((at) => dependsOnOther(at, verbStart, part, view))
      ? [`of ${need.word}`]
      : [];
  });
}

/** "Holm, whose father founded it": not Holm did. */
function isOfRelation(part: ClaimPart, agent: Stretch | undefined, view: StatementView): boolean {
  if (!agent || !/\bwhose $/i.test(view.text.slice(0, agent.start))) return false;
  return !part.needs.some(
    (need, i) =>
      inStretch(part.places[i] ?? -1, part.roles.agent) &&
      placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, agent)),
  );
}

/** "The union at the mill": what follows the head of a subject goes with it. */
const asFarAs = (end: number, stretch: Stretch | undefined): Stretch | undefined =>
  stretch && stretch.end < end ? { start: stretch.start, end } : stretch;

/** Where it is what the claim tells of, or what has it done to it: no preposition leads to it, and it belongs to nothing else. */
function headIn({ text, needs, places, roles, predicate }: ClaimPart, i: number): Stretch | undefined {
  const [need, place] = [needs[i], places[i] ?? -1];
  if (!need || (!need.name && need.weight < SUBSTANCE) || verbOf(need.word)?.base === predicate?.base) return undefined;
  const object = roles.others[0];
  const stretch = [roles.agent, object].find((one) => inStretch(place, one));
  if (!stretch || PREPOSITION.test(text.slice(stretch.start, place))) return undefined;
  // "Alder's ships", "the harbour plan": the noun behind it is meant.
  const behind = text.slice(place + need.word.length, stretch.end);
  const isAlone = !/^(?:['’]s?)? \p{L}/u.test(behind) || needs[i + 1] === undefined || PREPOSITION_NEXT.test(behind);
  return isAlone ? stretch : undefined;
}

const PREPOSITION =
  /\b(?:of|in|at|to|for|from|with|on|by|into|against|over|about|as|between|under|near|than|when|after|before|since|until|if|because|while|that)\b/i;
const PREPOSITION_NEXT =
  /^ (?:of|in|at|to|for|from|with|on|by|into|against|over|about|as|between|under|near|than|and|or)\b/i;

/** "A supplier of it", "its rival": a noun that the claim does not have stands over it. */
function dependsOnOther(at: number, verbStart: number, part: ClaimPart, view: StatementView): boolean {
  const { tokens, text } = view;
  // "The shift at its plant, which makes tyres": the plant makes them.
  if (/^(?: \p{L}+){0,3},? (?:which|who|that) /u.test(text.slice(tokens[at]?.end ?? 0))) return false;
  const isTold = (place: number) => part.needs.some((need) => placesOfNeed(need, view).includes(place));
  const isVerb = (place: number) =>
    verbOf(tokens[place]?.word ?? '') !== undefined && (tokens[place]?.end ?? 0) > verbStart && place !== at;
  let last = at;
  while (isTold(last + 1) && part.needs.some((need) => need.name && placesOfNeed(need, view).includes(last + 1)))
    last += 1;
  const owner = tokens[last];
  const thing = last + 1;
  const owns = /['’]s?$/.test(owner?.word ?? '') || /^['’]/.test(text.slice(owner?.end ?? 0));
  const behind = text.slice(tokens[thing]?.start ?? text.length);
  // "The council's decision to sell it": the council sells.
  if (
    owns &&
    /^\p{Ll}/u.test(behind) &&
    !/^\p{Ll}+ to\b/u.test(behind) &&
    !isTold(thing) &&
    !(isTold(thing + 1) && !isVerb(thing + 1))
  )
    if (
      !STANDS_FOR.test(behind.slice(0, OWNED_WITHIN)) &&
      !(speaks(part) && SPEAKS_FOR.test(behind.slice(0, OWNED_WITHIN)))
    )
      return true;
  for (let i = at - 1; i >= Math.max(1, at - WORDS_BETWEEN); i -= 1) {
    const token = tokens[i];
    if (!token || (isTold(i) && isVerb(i))) return false;
    if (/^(?:of|in|at|to|for)$/.test(token.word)) {
      const over = tokens[i - 1];
      // "Bringing its goods to Alder": the verb leads there.
      if (
        /(?<!\b(?:the|its|their|his|her|an?|in|of) )\b\p{L}+ing\b(?: \p{L}+){1,3} $/u.test(text.slice(0, token.start))
      )
        return false;
      return over !== undefined && !isTold(i - 1) && isNoun(over.word) && text.slice(over.end, token.start) === ' ';
    }
    if (!token.stop && !isTold(i) && !/^\p{Ll}/u.test(text.slice(token.start))) return false;
    if (/[,;:.]/.test(text.slice(token.end, tokens[i + 1]?.start))) return false;
    if (/^(?:and|or|by|with|from|on|as|that|which|who)$/.test(token.word)) return false;
  }
  return false;
}

/** Those who speak and decide for a house. */
const STANDS_FOR =
  /\b(?:board|management|leadership|executives?|officials?|spokes\p{L}+|directors|representatives?|chief executive|team|researchers|analysts)\b/iu;
/** What a house has found out and set down, which speaks for it: "Alder's own checks put it at 9 percent". */
const SPEAKS_FOR =
  /^(?:own )?(?:[\p{Ll}-]+ )?(?:checks?|surveys?|reports?|stud(?:y|ies)|analysis|counts?|estimates?|polls?|sensors?|figures|accounts|records|register|statement|data)\b/u;
const speaks = ({ predicate }: ClaimPart): boolean =>
  ESTIMATES.test(predicate?.base ?? '') || SAYS.test(predicate?.base ?? '');
/** What counts or calls a thing, and is not another one. */
const TRANSPARENT =
  /^(?:number|total|group|pair|series|list|city|town|village|county|state|province|island|port|sum|amount|lot|couple|dozens|scores|hundreds|thousands|millions|kind|sort|type|use|all|most|each|many|some|both|rest|whole|volume|chain|network|fleet|range|set|run|stock|supply|name|board|management|leadership|executives?|officials?|spokes\p{L}+|representatives?|team|researchers|analysts|house|firm|company|maker|owner and operator)$/u;

function isNoun(word: string): boolean {
  const forms = verbOf(word)?.forms;
  const verbOnly = forms !== undefined && !forms.has('base') && !forms.has('present');
  return /^\p{L}{3,}$/u.test(word) && !verbOnly && !TRANSPARENT.test(word) && !NO_NOUN.test(word);
}

const NO_NOUN = /(?:ed|ly)$|^(?:out|up|down|off|on|due|ahead|because|instead|such|next|close|back|part and parcel)$/;
