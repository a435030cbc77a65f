import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';

const OWNED_BY = /(?:['’]s |\b(?:its|their|his|her) )(?:\p{Ll}[\p{L}-]* ){0,2}$/u;
const PRONOUN = /\b(?:its|their|his|her) (?:\p{Ll}[\p{L}-]* ){0,2}$/u;
/** A name met by less is another, however near. */
const THE_NAME = 0.85;

/**
 * "Frontier is a platform of Alder" against "Birch sells Frontier, its platform, and Alder pays": a pronoun stands for
 * nobody who is only named behind it.
 */
export function isOfAnotherOwner(part: ClaimPart, view: StatementView): boolean {
  if (part.predicate?.base !== 'be') return false;
  const [complement] = part.roles.others;
  const group = part.names.find(
    ({ at, text }) =>
      inStretch(at, complement) && (OF.test(part.text.slice(0, at)) || OWNS.test(part.text.slice(at + text.length))),
  );
  const noun = part.needs.find((need, i) => !need.name && inStretch(part.places[i] ?? -1, complement));
  if (!group || !noun) return false;
  const places = placesOfNeed(noun, view).map((i) => view.tokens[i]?.start ?? 0);
  if (places.length === 0 || !places.every((start) => OWNED_BY.test(view.text.slice(0, start)))) return false;
  const named = group.needs.flatMap((i) =>
    [...(part.needs[i]?.alternatives ?? [])].flatMap(([key, strength]) =>
      strength >= THE_NAME ? (view.terms.get(key)?.at ?? []) : [],
    ),
  );
  return places.every((start) => {
    const lead = view.text.slice(0, start);
    const pronoun = PRONOUN.exec(lead);
    return pronoun !== null && named.length > 0 && named.every((i) => (view.tokens[i]?.start ?? 0) > pronoun.index);
  });
}

/** Whose it is: "a platform of Alder", "Alder's platform". */
const OF = /\bof (?:the )?$/;
const OWNS = /^['’]s? \p{Ll}/u;
