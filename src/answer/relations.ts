import type { Lexicon, Relation } from '../ports.ts';
import type { Question } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import { wordingsOf } from './wordings.ts';

/** What a question asks for that only certain words tell. */
export interface RelationAsked {
  readonly of: string;
  /** It must be told of whoever is asked about. */
  readonly ofNamed: boolean;
  /** `named` is whom the question names: some verbs tell it only of what they are said of. */
  tells(statement: string, named: readonly string[]): boolean;
}

interface Read {
  readonly asks: RegExp;
  readonly unless: RegExp | undefined;
  readonly asked: RelationAsked;
}

/** What of the catalogue a question asks for, in its order. */
export const relationsAsked = rememberedIn((question: Question, { relations }: Lexicon): readonly RelationAsked[] => {
  const text = withoutNames(question.text, namesOf(question));
  const { byOpening, read } = catalogueOf(relations);
  const openings = [ANY, ...(text.match(/\w+/g) ?? []).map(openingOf)];
  const numbers = new Set(openings.flatMap((opening) => byOpening.get(opening) ?? []));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => read(number) ?? [])
    .filter(({ asks, unless }) => asks.test(text) && !unless?.test(text))
    .map(({ asked }) => asked);
});

/** The words of whoever a question names. */
export const namesOf = remembered(({ needs }: Question) =>
  needs.flatMap(({ name, word }) => (name && word.length > 1 ? [word.charAt(0).toUpperCase() + word.slice(1)] : [])),
);

/** "When was Alder Launch founded?": what is in the name asked about asks and tells nothing of it. */
function withoutNames(text: string, named: readonly string[]): string {
  return named.reduce((rest, word) => rest.replaceAll(word, ''), text);
}

/** The catalogue as it is looked through: of a question most relations are ruled out by the beginnings of its words. */
const catalogueOf = remembered((relations: readonly Relation[]) => {
  /** By how a word begins without which no phrase stands there: the numbers of the relations that it may ask for. */
  const byOpening = new Map<string, number[]>();
  for (const [number, { asks }] of relations.entries())
    for (const opening of new Set(asks.flatMap(wordingsOf).map(openingNeeded)))
      byOpening.set(opening, [...(byOpening.get(opening) ?? []), number]);
  return { byOpening, read: (number: number) => relations[number] && readRelation(relations[number]) };
});

const readRelation = remembered(({ of, asks, unless, tells, tellsOf, not, ofNamed = false }: Relation): Read => {
  const rows = tells.map((row) => anyOf(row));
  const verbs = tellsOf && anyOf(tellsOf);
  const uncounted = not && anyOf(not, 'gi');
  return {
    asks: anyOf(asks),
    unless: unless && anyOf(unless),
    asked: {
      of,
      ofNamed,
      tells(statement, named) {
        const others = withoutNames(statement, named);
        const counted = uncounted ? others.replace(uncounted, ' ') : others;
        return rows.every((row) => row.test(counted)) || (verbs !== undefined && isSaidOf(verbs, statement, named));
      },
    },
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
  for (const word of phrase.split(/[^\w*#]+/)) {
    const star = word.search(/[*#]/);
    const written = star < 0 ? word : word.slice(0, star);
    // Of a word of which only two letters are written out the third may be any.
    if (written.length > longest.length && (star < 0 || star >= OPENING_CHARACTERS)) longest = written;
  }
  return openingOf(longest);
}

/** Finds any of the phrases as whole words. Plain classes: those of Unicode take long to compile by the thousand. */
function anyOf(phrases: readonly string[], flags = 'i'): RegExp {
  return new RegExp(phrases.map(phrasePattern).join('|'), flags);
}

function phrasePattern(phrase: string): string {
  const pattern = phrase
    .replace(/\*$/, '')
    .replace(/ \.\.\. /g, '@')
    .replace(/[\\^$+?.[\]{}]/g, '\\$&')
    .replaceAll('(', '(?:')
    .replaceAll('@', ' (?:.{0,60} )?')
    .replaceAll("'", "['’]")
    .replaceAll('*', '\\w*')
    .replaceAll('#', '\\d');
  return `${/^[\w(#]/.test(phrase) ? '\\b' : ''}${pattern}${/[\w)#]$/.test(phrase) ? '\\b' : ''}`;
}

/** What a verb is said of stands this near to it, in characters. */
const NEAR = 45;

/** What belongs to the house that is named, and is no part of its capital. */
const HAS_IT = () =>
  /^(?: \p{Lu}[\p{L}\p{N}&-]*)*(?:['’]s|(?<=s)['’])(?! (?:shares?|stocks?|stakes?|parent|business|capital|company|assets|\p{L}+ (?:shares?|stocks?|stakes?)))/u;

/** "Bought" says who owns what was bought. */
function isSaidOf(verb: RegExp, statement: string, named: readonly string[]): boolean {
  const found = verb.exec(statement);
  if (!found) return false;
  if (named.length === 0) return true;
  const end = found.index + found[0].length;
  const after = statement.slice(end, end + NEAR);
  const before = statement.slice(0, found.index);
  // "Anyone may buy the grain" is not of Alder Grain, and who "bought the yard's timber" has not the yard.
  const names = (text: string) =>
    named.some((word) => {
      const at = text.toLowerCase().indexOf(word.toLowerCase());
      return at >= 0 && /^[\p{Lu}\d]/u.test(text.slice(at)) && !HAS_IT().test(text.slice(at + word.length));
    });
  return (
    names(after) ||
    /^ (?:it|them|all of|half of)\b/u.test(after) ||
    isOther(/^ the (\p{Ll}+)/u.exec(after)?.[1], named) ||
    (/\b(?:is|are|was|were|been|be|being)(?: \p{Ll}+)? $|^\W*$/u.test(before) && names(before.slice(-NEAR * 2)))
  );
}

/** "Bought the company", and not the thing that is part of the name. */
function isOther(noun: string | undefined, named: readonly string[]): boolean {
  return noun !== undefined && !named.some((word) => word.toLowerCase() === noun);
}
