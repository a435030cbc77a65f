import type { Lexicon, Relation } from '../ports.ts';
import type { Question } from '../question/question.ts';

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

const catalogues = new WeakMap<readonly Relation[], readonly Read[]>();
/** Read once for all statements that are held against a question. */
const questions = new WeakMap<Question, readonly RelationAsked[]>();

/** What of the catalogue a question asks for, in its order. */
export function relationsAsked(question: Question, { relations }: Lexicon): readonly RelationAsked[] {
  const known = questions.get(question);
  if (known) return known;
  const text = withoutNames(question.text, namesOf(question));
  const asked = catalogueOf(relations)
    .filter(({ asks, unless }) => asks.test(text) && !unless?.test(text))
    .map((read) => read.asked);
  questions.set(question, asked);
  return asked;
}

/** The words of whoever a question names. */
export function namesOf({ needs }: Question): string[] {
  return needs.flatMap(({ name, word }) => (name ? [word] : []));
}

/** "When was Harrow Launch founded?": what is in the name asked about asks and tells nothing of it. */
function withoutNames(text: string, named: readonly string[]): string {
  return named.reduce((rest, word) => (word.length > 1 ? rest.replaceAll(capitalized(word), '') : rest), text);
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function catalogueOf(relations: readonly Relation[]): readonly Read[] {
  const known = catalogues.get(relations);
  if (known) return known;
  const read = relations.map(({ of, asks, unless, tells, tellsOf, not, ofNamed = false }): Read => {
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
  catalogues.set(relations, read);
  return read;
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

/** "Bought" says who owns what was bought. */
function isSaidOf(verb: RegExp, statement: string, named: readonly string[]): boolean {
  const found = verb.exec(statement);
  if (!found) return false;
  if (named.length === 0) return true;
  const end = found.index + found[0].length;
  const after = statement.slice(end, end + NEAR);
  const before = statement.slice(0, found.index);
  const names = (text: string) => named.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return (
    names(after) ||
    /^ (?:it|them|the \p{Ll}+|all of|half of)\b/u.test(after) ||
    (/\b(?:is|are|was|were|been|be|being)(?: \p{Ll}+)? $|^\W*$/u.test(before) && names(before.slice(-NEAR * 2)))
  );
}
