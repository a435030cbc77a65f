import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Stretch } from './roles.ts';

/** "Alder is public": nothing is claimed but that one word is so of somebody. */
const bareQuality = remembered(({ predicate, needs, roles, places }: ClaimPart) => {
  if (predicate?.base !== 'be') return;
  const [complement, ...rest] = roles.others;
  const told = needs.filter(
    (_, i) => complement && (places[i] ?? -1) >= complement.start && (places[i] ?? -1) < complement.end,
  );
  return rest.length === 0 && told.length === 1 && told[0]?.name === false ? told[0] : undefined;
});

const OWNED = /^(?:our|its|their|his|her|my|your)$/;

/** How many words behind a quality its noun may stand. */
const NOUN_PHRASE = 3;

/**
 * "The public message of Alder": what is so is the message, and not Alder. `subject` is given where the claim's own is
 * that of the statement: only what stands in it is then told of another noun.
 */
export function isSaidOfNoun(part: ClaimPart, view: StatementView, subject?: Stretch): boolean {
  const quality = bareQuality(part);
  const places = quality ? placesOfNeed(quality, view) : [];
  // "The memo is internal", "its internal memo": the noun is what the claim tells it of.
  const noun = part.needs.flatMap((need) => (need === quality || need.name ? [] : placesOfNeed(need, view)));
  return (
    places.length > 0 &&
    places.every((at) => {
      const [word, next] = [view.tokens[at], view.tokens[at + 1]];
      return (
        word !== undefined &&
        (subject === undefined || inStretch(word.start, subject)) &&
        next !== undefined &&
        (!next.stop || OWNED.test(next.word)) &&
        !noun.some((other) => other > at && other <= at + NOUN_PHRASE) &&
        /^[ -](?:(?:our|its|their|his|her|my|your) )?(?:\p{Ll}|\p{Lu}{2,})/u.test(view.text.slice(word.end)) &&
        !/^\p{Lu}/u.test(view.text.slice(word.start, word.end))
      );
    })
  );
}
