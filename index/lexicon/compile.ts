import { ANALYSIS_VERSION, analyze } from '../analyze.ts';
import aliases from './aliases.json' with { type: 'json' };
import type { Compiled, CompiledRow } from './compiled.ts';
import opposites from './opposites.json' with { type: 'json' };
import nouns from './paraphrase-nouns.json' with { type: 'json' };
import others from './paraphrase-other.json' with { type: 'json' };
import verbs from './paraphrase-verbs.json' with { type: 'json' };
import synonyms from './synonyms.json' with { type: 'json' };

interface AliasEntry {
  readonly id: string;
  readonly names: readonly string[];
  readonly tickers?: readonly string[];
  readonly caseSensitive?: readonly string[];
}

/**
 * The lexicon's words as the terms under which they are indexed, so that a start needs no stemming. It is written to
 * `compiled.json` by index/store/write-lexicon.ts.
 */
export function compileLexicon(): Compiled {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const term = (words: string): number => {
    const key = analyze(words)
      .map((token) => token.stem)
      .join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, terms.length);
    return terms.push(key) - 1;
  };
  const unique = (words: readonly string[]) => [...new Set(words.map(term))];
  const names = (aliases.entries as readonly AliasEntry[]).flatMap((entry, i) => {
    const exact = new Set([...(entry.tickers ?? []), ...(entry.caseSensitive ?? [])]);
    return [
      ...unique(entry.names.filter((name) => !exact.has(name))).map((key): Compiled['names'][number] => [key, i]),
      ...[...exact].map((name): Compiled['names'][number] => [term(name), i, name]),
    ];
  });
  const rows: CompiledRow[] = [
    ...synonyms.groups.map(({ words, strength }): CompiledRow => [unique(words), unique(words), strength]),
    ...synonyms.related.map(({ from, to, strength }): CompiledRow => [unique(from), unique(to), strength]),
    ...[verbs, nouns, others].flatMap(({ rows: list }) =>
      (list as unknown as [string[], string[], number][]).map(
        ([from, to, strength]): CompiledRow => [unique(from), unique(to), strength],
      ),
    ),
  ];
  return {
    analysis: ANALYSIS_VERSION,
    terms,
    names,
    rows,
    opposites: opposites.pairs.map(([a = '', b = '']) => [term(a), term(b)]),
  };
}
