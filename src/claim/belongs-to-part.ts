import { sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed, placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** Verbs that give a thing its figure: what a part has, the whole has not. */
const MEASURES =
  /^(?:employ|have|hold|weigh|cost|cover|carry|make|produce|contain|measure|use|need|take|seat|stock|treat|serve|sell|run|count|number|hire)$/;
/** A thing of somebody's, other than what stands for all of it. */
const OF_SOMEBODY =
  /^\W*(?:its|their|his|her|(?:the )?[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*(?:[’']s|s[’'])) (?!(?:\p{Ll}+ )?(?:staff|workforce|fleet|network|crew|team|members|owners?|management|board|business|total|average|sales|output|production|revenue|figures?|shops|stores|plants|mills|farms|yards|schools|branches|spokes\p{L}+|chief|director|head)\b)(?:\p{Ll}[\p{L}-]* ){0,2}\p{Ll}{3,}/iu;

/** "Its mill at Torne employs 400": so many work at the mill, and not for the house. */
export function isFigureOfPart(part: ClaimPart, view: StatementView, relation: Relation): boolean {
  const { agent } = relation.roles;
  if (part.amounts.length === 0 || !agent || !MEASURES.test(part.predicate?.base ?? '')) return false;
  const words = view.text.slice(agent.start, agent.end);
  const noun = OF_SOMEBODY.exec(words);
  if (!noun) return false;
  const own = { start: agent.start, end: agent.start + noun.index + noun[0].length };
  const isTold = (i: number) => {
    const need = part.needs[i];
    return need !== undefined && !need.name && offsetsOfNeed(need, view).some((at) => inStretch(at, own));
  };
  // "Its mill" for "Alder's mill", and of a claim that names the place of it, or the thing itself: "its card, the Pass".
  if (part.needs.some((_, i) => isTold(i))) return false;
  return !part.names.some(({ needs }) =>
    needs.some((i) => {
      const need = part.needs[i];
      return need !== undefined && offsetsOfNeed(need, view).some((at) => at >= own.end && inStretch(at, agent));
    }),
  );
}

const BEHIND = /^ (from|for|in|on|by|through|with) (?:the |its |their |an? )?/;

const BEHIND_OWN =
  /^ (?:from|for|in|on|by|through|with) (?!(?:it|them|this|that|these|those|(?:the |this |that )?(?:same|first|second|other|last|whole))\b)/;

/** "Earned 2 million from tickets", where the statement has 2 million in fees and tickets only in another sentence. */
export function figureFromElsewhere(part: ClaimPart, view: StatementView): string[] {
  return part.amounts.flatMap((amount) => {
    const link = BEHIND.exec(part.text.slice(amount.span[1]));
    if (!link) return [];
    const from = amount.span[1] + link[0].length;
    const word = part.needs.find((need, i) => part.places[i] === from && !need.name);
    if (!word || placesOfNeed(word, view).length > 0) return [];
    const told = view.amounts.filter((one) => sameAmount(one, amount));
    return told.length > 0 && told.every(({ span }) => BEHIND_OWN.test(view.text.slice(span[1]))) ? [word.word] : [];
  });
}

/** "Announced on June 2 that it would close on August 31": nothing was announced on August 31. */
export function isDayOfOtherVerb(part: ClaimPart, view: StatementView): boolean {
  const claimed = saidOn(part.text);
  const told = claimed.length > 0 ? saidOn(view.text) : [];
  return told.length > 0 && !claimed.some((day) => told.includes(day));
}

const saidOn = (text: string) => [...text.matchAll(SAID_ON)].map(([, day]) => day);

const SAID_ON =
  /\b((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2})(?:,? \d{4})?,? that\b/gu;
