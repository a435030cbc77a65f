import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';

/** What of a claim is unsaid where its sum is told of several together. */
export const ALONE = 'alone';

const NAME = "\\p{Lu}[\\p{L}\\d.&’'-]*(?: \\p{Lu}[\\p{L}\\d.&’'-]*)*";
/** "Alder, Birch, and the Cedar Fund"; between two a comma parts two clauses. */
const SEVERAL = new RegExp(`(?:(?:${NAME}, )+${NAME},?|${NAME}) and (?:the )?${NAME}`, 'gu');
const EACH = /\b(?:each|apiece|respectively|of which|share of)\b/i;
const GIVES =
  /^(?:pay|invest|put|spend|contribute|raise|lend|fund|finance|give|provide|commit|pledge|donate|deploy|be|have|hold|own)$/;

/** The sum of a claim is told of several, of whom the claim names one: how much is that one's, is not said. */
export function isOfSeveral(part: ClaimPart, view: StatementView): boolean {
  const sums = part.amounts.some(({ sort }) => sort === 'money');
  if (!sums || !GIVES.test(part.predicate?.base ?? '') || EACH.test(view.text)) return false;
  const [who, ...others] = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (!who) return false;
  // "Alder's share of Birch": whose it is stands first.
  const joint = others.some(({ at }) => /\band (?:the )?$/i.test(part.text.slice(0, at)));
  if (joint || /\btogether|both\b/i.test(part.text)) return false;
  const lists = [...view.text.matchAll(SEVERAL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return who.needs.some((i) => {
    const need = part.needs[i];
    const places = need ? placesOfNeed(need, view).map((at) => view.tokens[at]?.start ?? -1) : [];
    return places.length > 0 && places.every((at) => lists.some((list) => inStretch(at, list)));
  });
}
