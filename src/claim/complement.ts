import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';

/** "The price is low", "calls the price low": the last word, which says how it is, is all that is claimed. */
export function isComplement(part: ClaimPart, i: number): boolean {
  const { base, main } = part.predicate ?? {};
  if (base === undefined || main === undefined || !COMPLEMENT.test(base) || part.predicate?.passive) return false;
  const place = part.places[i] ?? 0;
  // "Is good for the trade": what it is stands before that for which it is so.
  const begins = base === 'be' && part.roles.others[0]?.start === place;
  if (begins && GOVERNED.test(part.text.slice(place + (part.needs[i]?.word.length ?? 0)))) return true;
  if (i !== part.needs.length - 1 || !part.roles.others.some((stretch) => inStretch(place, stretch))) return false;
  const lead = part.text.slice(0, place);
  return (
    !/\b(?:of|in|on|at|to|for|with|from|by|about|against|between|than|until|through|since)\b[^,]*$/.test(
      lead.slice(part.roles.others.find((stretch) => inStretch(place, stretch))?.start ?? 0),
    ) || CALLS.test(base)
  );
}

const GOVERNED = /^ (?:for|to|of|at|with|from|in|on|about|by|than)\b/;

const CALLS = /^(?:call|consider|deem|find|judge|rate|label|regard|describe|see|term|brand)$/;
const COMPLEMENT = new RegExp(`^be$|${CALLS.source}`);
