import type { Token } from '../../src/ports.ts';

/** A word of the query that passages are searched for. */
export interface QueryTerm {
  /** The stems that stand for it, the better first; several only where the query's word is not indexed. */
  readonly stems: readonly WeightedStem[];
  /** The number of the word exactly as written; absent where no passage holds it. */
  readonly word?: number;
}

export interface WeightedStem {
  readonly stem: number;
  readonly weight: number;
}

/** What the vocabulary answers while a query is read. */
export interface Vocabulary {
  stemNumber(stem: string): number | undefined;
  wordNumber(word: string): number | undefined;
  /** Indexed words near one that is not indexed, best first, as the numbers of their stems. */
  nearStems(word: string): readonly WeightedStem[];
}

/** What a person types is shorter; a pasted page is searched for by its first words. */
const MOST_TERMS = 64;
/** Looking for near words costs more than all the rest, so that pasted gibberish must not ask for it at every word. */
const MOST_MISSPELT = 8;

/** The distinct words of a query that occur in the index, in the order in which it says them. */
export function readQuery(tokens: readonly Token[], vocabulary: Vocabulary): QueryTerm[] {
  const terms = new Map<string, QueryTerm | undefined>();
  let misspelt = 0;
  for (const token of tokens) {
    if (token.stop || terms.has(token.stem)) continue;
    if (terms.size >= MOST_TERMS) break;
    const stem = vocabulary.stemNumber(token.stem);
    if (stem !== undefined) {
      const word = vocabulary.wordNumber(token.word);
      terms.set(token.stem, { stems: [{ stem, weight: 1 }], ...(word !== undefined && { word }) });
      continue;
    }
    misspelt += 1;
    const stems = misspelt > MOST_MISSPELT ? [] : vocabulary.nearStems(token.word);
    terms.set(token.stem, stems.length === 0 ? undefined : { stems });
  }
  return [...terms.values()].filter((term) => term !== undefined);
}
