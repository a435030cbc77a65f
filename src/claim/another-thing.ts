import type { Match } from '../answer/match.ts';
import type { StatementView } from '../statement/view.ts';
import type { Things } from './claimed-things.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;

/** "Plans a second room", "another tower": one besides the one that was told of. */
const ONE_MORE =
  /\b(?:another|an? (?:second|third|fourth|fifth|further|new|separate|smaller|larger)|further|additional) (?:\p{Ll}+ )?$/iu;
/** "The mobile library": a word that tells one of a kind from the others. */
const MARKED = /\b(?:the|an?|its|their|his|her|our|this|that|each|every|all) ([\p{Ll}-]{3,}) $/u;
const MARKS_NONE =
  /^(?:new|whole|full|total|entire|old|usual|normal|average|same|first|two|three|four|five|six|seven|eight|nine|ten|now|current|present|own|said|rebuilt|revised|amended|enlarged|finished|annual|yearly|monthly|weekly|daily|main|only)$/;

/** It tells of another thing of the claim's kind: of a second one, of one that a word tells from it, or of what the claim does not name. */
export function isOfAnother(
  { needs, text }: ClaimPart,
  { subject, names, others, otherNames }: Things,
  view: StatementView,
  { own }: Match,
): boolean {
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  if (subject.length > 0 && ![...subject, ...names, ...others, ...otherNames].some(isOwn) && !PRONOUN.test(view.text))
    return true;
  return subject.filter(isOwn).some((i) => {
    const need = needs[i];
    const places = need ? placesOfNeed(need, view) : [];
    return (
      places.length > 0 &&
      places.every((at) => {
        const lead = view.text.slice(0, view.tokens[at]?.start ?? 0);
        const mark = MARKED.exec(lead)?.[1];
        return (
          ONE_MORE.test(lead) || (mark !== undefined && !MARKS_NONE.test(mark) && !text.toLowerCase().includes(mark))
        );
      })
    );
  });
}

const PRONOUN = /\b(?:it|they|he|she|its|their|his|her|this|that)\b/i;
