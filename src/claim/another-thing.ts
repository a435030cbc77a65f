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
/** "The mobile library", "the Dunn ferry": a word that tells one of a kind from the others. */
const MARKED =
  /\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very|[Aa]ll) ([\p{L}-]{3,}) $/u;
const MARKS_NONE =
  /^(?:new|whole|full|total|entire|old|usual|normal|average|same|first|two|three|four|five|six|seven|eight|nine|ten|now|current|present|own|said|rebuilt|revised|amended|enlarged|finished|annual|yearly|monthly|weekly|daily|main|only)$/;

/** It tells of another thing of the claim's kind: a second one, or one that a word or a name tells from it. */
export function isOfAnother(part: ClaimPart, things: Things, view: StatementView, match: Match): boolean {
  const { needs, text } = part;
  const { subject } = things;
  const isOwn = (i: number) => (match.own[i] ?? 0) >= SAME_NOUN;
  if (isNamesake(part, view, isOwn)) return true;
  return subject.filter(isOwn).some((i) => {
    const places = placesIn(view, needs[i]);
    return (
      places.length > 0 &&
      places.every((at) => {
        const lead = view.text.slice(0, view.tokens[at]?.start ?? 0);
        const mark = MARKED.exec(lead)?.[1]?.toLowerCase();
        return (
          ONE_MORE.test(lead) || (mark !== undefined && !MARKS_NONE.test(mark) && !text.toLowerCase().includes(mark))
        );
      })
    );
  });
}

/** "Harby Chess Club" for "Fennel Chess Club": what a name ends with is told, and another name stands before it. */
function isNamesake({ names, needs, text }: ClaimPart, view: StatementView, isOwn: (i: number) => boolean): boolean {
  return names.some(({ needs: of }) => {
    const [first, ...rest] = of;
    const next = rest.find(isOwn);
    if (first === undefined || isOwn(first) || next === undefined) return false;
    return placesIn(view, needs[next]).some((at) => {
      const before = view.tokens[at - 1];
      const word = before && view.text.slice(before.start, before.end);
      return word !== undefined && /^\p{Lu}/u.test(word) && !before?.stop && !text.includes(word);
    });
  });
}

function placesIn(view: StatementView, need: ClaimPart['needs'][number] | undefined): readonly number[] {
  return need ? placesOfNeed(need, view) : [];
}

/** It names nothing of the claim, and has no pronoun that might stand for it. */
export function namesNothingOf(
  { subject, names, others, otherNames }: Things,
  { text }: StatementView,
  { own }: Match,
): boolean {
  const isOwn = (i: number) => (own[i] ?? 0) >= SAME_NOUN;
  return subject.length > 0 && ![...subject, ...names, ...others, ...otherNames].some(isOwn) && !PRONOUN.test(text);
}

const PRONOUN = /\b(?:it|they|he|she|its|their|his|her|this|that)\b/i;
