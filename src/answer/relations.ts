import type { Lexicon, Relation } from '../ports.ts';
import type { Question } from '../question/question.ts';

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

const catalogues = new WeakMap<readonly Relation[], readonly Read[]>();
/** Read once for all statements that are held against a question. */
const questions = new WeakMap<Question, readonly RelationAsked[]>();

/** What of the catalogue a question asks for, in its order. */
export function relationsAsked(question: Question, { relations }: Lexicon): readonly RelationAsked[] {
  const known = questions.get(question);
  if (known) return known;
  const text = withoutNames(question.text, question);
  const asked = catalogueOf(relations)
    .filter(({ asks, unless }) => asks.test(text) && !unless?.test(text))
    .map((read) => read.asked);
  questions.set(question, asked);
  return asked;
}

/** "When was Harrow Launch founded?": what is in the name asked about asks and tells nothing of it. */
export function withoutNames(text: string, { needs }: Question): string {
  return needs.reduce(
    (rest, { name, word }) => (name && word.length > 1 ? rest.replaceAll(capitalized(word), '') : rest),
    text,
  );
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function catalogueOf(relations: readonly Relation[]): readonly Read[] {
  const known = catalogues.get(relations);
  if (known) return known;
  const read = relations.map(({ of, asks, unless, tells }): Read => {
    const rows = tells.map(anyOf);
    return {
      asks: anyOf(asks),
      unless: unless && anyOf(unless),
      asked: { of, tells: (statement) => rows.every((row) => row.test(statement)) },
    };
  });
  catalogues.set(relations, read);
  return read;
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
