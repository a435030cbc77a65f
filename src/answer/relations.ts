import type { Lexicon, Relation } from '../ports.ts';
import type { Question } from '../question/question.ts';

/** What a question asks for that only certain words tell. */
export interface RelationAsked {
  readonly of: string;
  /** It must be told of whoever is asked about. */
  readonly ofNamed: boolean;
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
  const asked = catalogueOf(relations)
    .filter(({ asks, unless }) => asks.test(question.text) && !unless?.test(question.text))
    .map((read) => read.asked);
  questions.set(question, asked);
  return asked;
}

function catalogueOf(relations: readonly Relation[]): readonly Read[] {
  const known = catalogues.get(relations);
  if (known) return known;
  const read = relations.map(({ of, asks, unless, tells, not, ofNamed = false }): Read => {
    const rows = tells.map((row) => anyOf(row));
    const uncounted = not && anyOf(not, 'gi');
    return {
      asks: anyOf(asks),
      unless: unless && anyOf(unless),
      asked: {
        of,
        ofNamed,
        tells(statement) {
          const counted = uncounted ? statement.replace(uncounted, ' ') : statement;
          return rows.every((row) => row.test(counted));
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
