import type { Lexicon, Relation } from '../ports.ts';
import type { Question } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';

/** What a question asks for that only certain words tell. */
export interface RelationAsked {
  readonly of: string;
  tells(statement: string): boolean;
}

interface Read {
  readonly asks: RegExp;
  readonly unless: RegExp | undefined;
  readonly asked: RelationAsked;
}

/** What of the catalogue a question asks for, in its order. */
export const relationsAsked = rememberedIn(({ text }: Question, { relations }: Lexicon): readonly RelationAsked[] => {
  const { byOpening, read } = catalogueOf(relations);
  const openings = [ANY, ...(text.match(/\w+/g) ?? []).map(openingOf)];
  const numbers = new Set(openings.flatMap((opening) => byOpening.get(opening) ?? []));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => read(number) ?? [])
    .filter(({ asks, unless }) => asks.test(text) && !unless?.test(text))
    .map(({ asked }) => asked);
});

/** The catalogue as it is looked through: of a question most relations are ruled out by the beginnings of its words. */
const catalogueOf = remembered((relations: readonly Relation[]) => {
  /** By how a word begins without which no phrase stands there: the numbers of the relations that it may ask for. */
  const byOpening = new Map<string, number[]>();
  for (const [number, { asks }] of relations.entries())
    for (const opening of new Set(asks.map(openingNeeded)))
      byOpening.set(opening, [...(byOpening.get(opening) ?? []), number]);
  return { byOpening, read: (number: number) => relations[number] && readRelation(relations[number]) };
});

const readRelation = remembered(({ of, asks, unless, tells }: Relation): Read => {
  const rows = tells.map(anyOf);
  return {
    asks: anyOf(asks),
    unless: unless && anyOf(unless),
    asked: { of, tells: (statement) => rows.every((row) => row.test(statement)) },
  };
});

const OPENING_CHARACTERS = 3;
/** No word can be told that must stand there. */
const ANY = '';

function openingOf(word: string): string {
  return word.slice(0, OPENING_CHARACTERS).toLowerCase();
}

/** How the longest word of a phrase begins, as far as it is written out. */
function openingNeeded(phrase: string): string {
  let longest = ANY;
  for (const word of phrase.split(/[^\w*]+/)) {
    const star = word.indexOf('*');
    const written = star < 0 ? word : word.slice(0, star);
    // Of a word of which only two letters are written out the third may be any.
    if (written.length > longest.length && (star < 0 || star >= OPENING_CHARACTERS)) longest = written;
  }
  return openingOf(longest);
}

/** Finds any of the phrases as whole words. Plain classes: those of Unicode take long to compile by the thousand. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map(phrasePattern).join('|'), 'i');
}

function phrasePattern(phrase: string): string {
  const pattern = phrase
    .replace(/\*$/, '')
    .replace(/ \.\.\. /g, '@')
    .replace(/[\\^$+?.()|[\]{}]/g, '\\$&')
    .replaceAll('@', ' (?:.{0,60} )?')
    .replaceAll("'", "['’]")
    .replaceAll('*', '\\w*');
  return `${/^\w/.test(phrase) ? '\\b' : ''}${pattern}${/\w$/.test(phrase) ? '\\b' : ''}`;
}
