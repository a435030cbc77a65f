import type { Analysis, Lexicon } from '../ports.ts';
import { rememberedIn } from '../remembered.ts';
import type { Need } from './question.ts';

/** What says the same as the need this nearly has its opposites too. */
const SAME = 0.85;
/** They stand against their opposites of a day or a rank, and not of the matter. */
const NO_MATTER =
  /^(?:shares?|shared|inside|outside|home|away|ends?|starts?|keeps?|kept|has|have|holds?|held|head|heading|leads?|back|gets?|first|last|early|late|year|over|under|up|down|before|after|north|south|east|west|supply|demand|main|more|less|many|few|high|low|long|short|large|small|big)$/;

export interface Opposite {
  /** A word or phrase of the text, as a key. */
  readonly of: string;
  readonly opposite: string;
}

/** Keys of what says the opposite of one need of a question or a claim. */
export const oppositesOfNeed = rememberedIn(({ alternatives }: Need, lexicon: Lexicon): readonly string[] =>
  [...alternatives].flatMap(([key, s]) => (s >= SAME ? lexicon.opposites(key) : [])),
);

/** The same, without opposites of a day, a place or a rank. */
export function oppositesInMatter(need: Need, lexicon: Lexicon): readonly string[] {
  return NO_MATTER.test(need.word.toLowerCase())
    ? []
    : oppositesOfNeed(need, lexicon).filter((opposite) => !NO_MATTER.test(opposite));
}

/** The opposites of the words of a text as they stand, function words included, where it does not have them too. */
export function oppositesOfWords(text: string, { analyze, lexicon }: Analysis): readonly Opposite[] {
  const tokens = analyze(text);
  const own = new Set(tokens.map(({ stem }) => stem));
  const words = tokens.filter(({ word }) => !NO_MATTER.test(word)).map(({ stem }) => stem);
  return [...words, ...lexicon.phrases(tokens).map(({ key }) => key)].flatMap((of) =>
    lexicon
      .opposites(of)
      .filter((opposite) => !NO_MATTER.test(opposite) && !own.has(opposite))
      .map((opposite) => ({ of, opposite })),
  );
}
