import type { Concept, ConceptKind, Lexicon, Synonym, TermSpan, Token } from '../../src/ports.ts';
import { analyze } from '../analyze.ts';
import aliases from './aliases.json' with { type: 'json' };
import field from './field.json' with { type: 'json' };
import oppositeData from './opposites.json' with { type: 'json' };
import nouns from './paraphrase-nouns.json' with { type: 'json' };
import others from './paraphrase-other.json' with { type: 'json' };
import verbs from './paraphrase-verbs.json' with { type: 'json' };
import synonymData from './synonyms.json' with { type: 'json' };

interface AliasEntry {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly names: readonly string[];
  readonly tickers?: readonly string[];
  readonly partOf?: string;
  readonly caseSensitive?: readonly string[];
}

interface Name {
  readonly stems: readonly string[];
  readonly key: string;
  /** Set where the name counts only as written. */
  readonly exactly?: string;
}

/** Names by the stem that they begin with, longest first. */
type ByFirstStem = ReadonlyMap<string, readonly Name[]>;

/** The lexicon of the field, from `aliases.json` and `synonyms.json`. */
export function loadLexicon(): Lexicon {
  const entries = aliases.entries as readonly AliasEntry[];
  const concepts = new Map<string, Concept>();
  const parts = new Map<string, string[]>();
  const names: Name[] = [];
  for (const entry of entries) {
    const key = `@${entry.id}`;
    concepts.set(key, { id: entry.id, kind: entry.kind, ...(entry.partOf && { partOf: `@${entry.partOf}` }) });
    if (entry.partOf) parts.set(`@${entry.partOf}`, [...(parts.get(`@${entry.partOf}`) ?? []), key]);
    const exactly = new Set([...(entry.tickers ?? []), ...(entry.caseSensitive ?? [])]);
    for (const name of entry.names) if (!exactly.has(name)) names.push({ stems: stems(name), key });
    for (const name of exactly) names.push({ stems: stems(name), key, exactly: name });
  }
  const byFirst = index(names);
  const { synonymsOf, phrases } = compileSynonyms(allRows());
  const opposites = new Map<string, string[]>();
  for (const [a = '', b = ''] of oppositeData.pairs) {
    const [one, other] = [stems(a).join(' '), stems(b).join(' ')];
    opposites.set(one, [...(opposites.get(one) ?? []), other]);
    opposites.set(other, [...(opposites.get(other) ?? []), one]);
  }
  const measures = new Map(field.units.flatMap(({ kind, names }) => names.map((name) => [name.toLowerCase(), kind] as const)));
  return {
    concepts: (text, tokens) => match(tokens, byFirst, text),
    concept: (key) => concepts.get(key),
    parts: (key) => parts.get(key) ?? [],
    phrases: (tokens) => match(tokens, phrases),
    synonyms: synonymsOf,
    measures: (unit) => measures.get(unit),
    opposites: (key) => opposites.get(key) ?? [],
  };
}

function stems(name: string): string[] {
  return analyze(name).map((token) => token.stem);
}

function index(names: readonly Name[]): ByFirstStem {
  const byFirst = new Map<string, Name[]>();
  for (const name of names) {
    const first = name.stems[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push(name);
    else byFirst.set(first, [name]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

function match(tokens: readonly Token[], names: ByFirstStem, text?: string): TermSpan[] {
  const found: TermSpan[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = names.get(tokens[at]?.stem ?? '')?.find((candidate) => fits(tokens, at, candidate, text));
    if (!name) continue;
    found.push({ key: name.key, first: at, last: at + name.stems.length });
    at += name.stems.length - 1;
  }
  return found;
}

function fits(tokens: readonly Token[], at: number, name: Name, text: string | undefined): boolean {
  for (const [i, stem] of name.stems.entries()) if (tokens[at + i]?.stem !== stem) return false;
  if (name.exactly === undefined || text === undefined) return true;
  const written = text.slice(tokens[at]?.start ?? 0, tokens[at + name.stems.length - 1]?.end ?? 0);
  return written.replace(/\.$/, '') === name.exactly.replace(/\.$/, '');
}

/** Words that may stand for others: each row links every word of `from` to every word of `to`. */
interface Row {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly strength: number;
}

/**
 * Synonyms by key. Rows are tens of thousands of pairs: they are indexed by what they lead from, and spelled out only
 * for a word that is asked for.
 */
function compileSynonyms(rows: readonly Row[]): { synonymsOf: (key: string) => readonly Synonym[]; phrases: ByFirstStem } {
  const rowsFrom = new Map<string, Row[]>();
  const phrases = new Map<string, Name>();
  const keyOf = (words: string) => {
    const all = stems(words);
    const key = all.join(' ');
    if (all.length > 1 && !phrases.has(key)) phrases.set(key, { stems: all, key });
    return key;
  };
  for (const row of rows) {
    for (const words of row.from) {
      const key = keyOf(words);
      const known = rowsFrom.get(key);
      if (known) known.push(row);
      else rowsFrom.set(key, [row]);
    }
    // A phrase must be known before texts are read, a single word is met as a word.
    for (const words of row.to) if (words.includes(' ') || words.includes('-')) keyOf(words);
  }
  const spelled = new Map<string, readonly Synonym[]>();
  const synonymsOf = (key: string) => {
    const known = spelled.get(key);
    if (known) return known;
    const links = new Map<string, number>();
    for (const { to, strength } of rowsFrom.get(key) ?? []) {
      for (const words of to) {
        const other = keyOf(words);
        if (other !== key) links.set(other, Math.max(links.get(other) ?? 0, strength));
      }
    }
    const synonyms = [...links].map(([other, strength]) => ({ key: other, strength }));
    spelled.set(key, synonyms);
    return synonyms;
  };
  return { synonymsOf, phrases: index([...phrases.values()]) };
}

function allRows(): Row[] {
  const { groups, related } = synonymData;
  return [
    ...groups.map(({ words, strength }) => ({ from: words, to: words, strength })),
    ...related,
    ...[verbs, nouns, others].flatMap(({ rows }) => rows.map((row) => {
      const [from, to, strength] = row as [string[], string[], number];
      return { from, to, strength };
    })),
  ];
}
