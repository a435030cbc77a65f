import type { Analysis } from '../ports.ts';
import { oppositesOfWords } from '../question/opposites.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import { endsWhatBegan } from './both-came-about.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;

const oppositesOf = rememberedIn(({ text }: ClaimPart, analysis: Analysis) => oppositesOfWords(text, analysis));

/** Words within which the opposite stands by what the claim speaks of. */
const NEAR_WORDS = 5;

/** A statement has the opposite of a word of the claim beside other words of it; `told`, which tells the claim, has it not. */
export function opposes(part: ClaimPart, view: StatementView, knowledge: Knowledge, told?: StatementView): boolean {
  const opposites = oppositesOf(part, knowledge.analysis).filter(
    ({ of, opposite }) =>
      placesOf(of, view).length === 0 &&
      placesOf(opposite, view).length > 0 &&
      !(told && placesOf(opposite, told).length > 0),
  );
  if (opposites.length === 0) return false;
  const own = part.needs.flatMap((need) =>
    !need.name && need.weight >= NAMES_A_THING ? placesOfNeed(need, view) : [],
  );
  return opposites.some(({ opposite }) =>
    placesOf(opposite, view).some(
      (at) =>
        !endsWhatBegan(part, view.tokens[at]?.word ?? '') &&
        own.some((other) => other !== at && Math.abs(other - at) <= NEAR_WORDS),
    ),
  );
}

function placesOf(one: string, view: TextView): number[] {
  return [...(view.terms.get(one)?.at ?? []), ...view.tokens.flatMap(({ stem }, i) => (stem === one ? [i] : []))];
}
