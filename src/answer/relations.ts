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
  const openings = new Set((text.match(/\w+/g) ?? []).map(openingOf));
  return catalogueOf(relations)
    .filter(({ needs }) => needs.some((opening) => opening === ANY || openings.has(opening)))
    .map(({ read }) => read())
    .filter(({ asks, unless }) => asks.test(text) && !unless?.test(text))
    .map(({ asked }) => asked);
});

/** The catalogue as it is looked through: of a question most relations are ruled out by the beginnings of its words. */
const catalogueOf = remembered((relations: readonly Relation[]) =>
  relations.map((relation) => {
    let read: Read | undefined;
    return {
      /** For each phrase that asks for it, how a word begins without which it does not stand there. */
      needs: [...new Set(relation.asks.map(openingNeeded))],
      read: () => {
        read ??= readRelation(relation);
        return read;
      },
    };
  }),
);

function readRelation({ of, asks, unless, tells }: Relation): Read {
  const rows = tells.map(anyOf);
  return {
    asks: anyOf(asks),
    unless: unless && anyOf(unless),
    asked: { of, tells: (statement) => rows.every((row) => row.test(statement)) },
  };
}

const OPENING_CHARACTERS = 3;
/** No word can be told that must stand there. */
const ANY = '';

function openingOf(word: string): string {
  return word.slice(0, OPENING_CHARACTERS).toLowerCase();
}

/** How the longest word of a phrase begins, as far as it is written out. */
function openingNeeded(phrase: string): string {
  const [longest] = [...phrase.matchAll(/(?<![\w*])(\w+)(\*?)/g)].sort(([, a = ''], [, b = '']) => b.length - a.length);
  const [, word = ANY, more = ''] = longest ?? [];
  return word.length < OPENING_CHARACTERS && more !== '' ? ANY : openingOf(word);
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
