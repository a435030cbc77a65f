import type { Concept, ConceptKind, Lexicon, Synonym, TermSpan, Token } from '../../src/ports.ts';
import { analyze } from '../analyze.ts';
import aliases from './aliases.json' with { type: 'json' };
import oppositeData from './opposites.json' with { type: 'json' };
import synonymData from './synonyms.json' with { type: 'json' };

interface AliasEntry {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly names: readonly string[];
  readonly tickers?: readonly string[];
  readonly partOf?: string;
  readonly caseSensitive?: readonly string[];
}

interface SynonymData {
  readonly groups: readonly { readonly words: readonly string[]; readonly strength: number }[];
  readonly related: readonly { readonly from: readonly string[]; readonly to: readonly string[]; readonly strength: number }[];
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
  const { synonyms, phrases } = compileSynonyms(synonymData);
  const opposites = new Map<string, string[]>();
  for (const [a = '', b = ''] of oppositeData.pairs) {
    const [one, other] = [stems(a).join(' '), stems(b).join(' ')];
    opposites.set(one, [...(opposites.get(one) ?? []), other]);
    opposites.set(other, [...(opposites.get(other) ?? []), one]);
  }
  return {
    concepts: (text, tokens) => match(tokens, byFirst, text),
    concept: (key) => concepts.get(key),
    parts: (key) => parts.get(key) ?? [],
    phrases: (tokens) => match(tokens, phrases),
    synonyms: (key) => synonyms.get(key) ?? [],
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

function compileSynonyms(data: SynonymData): { synonyms: ReadonlyMap<string, Synonym[]>; phrases: ByFirstStem } {
  const synonyms = new Map<string, Map<string, number>>();
  const phrases = new Map<string, Name>();
  const keyOf = (words: string) => {
    const all = stems(words);
    const key = all.join(' ');
    if (all.length > 1) phrases.set(key, { stems: all, key });
    return key;
  };
  const link = (from: string, to: string, strength: number) => {
    if (from === to) return;
    const links = synonyms.get(from) ?? new Map<string, number>();
    links.set(to, Math.max(links.get(to) ?? 0, strength));
    synonyms.set(from, links);
  };
  for (const { words, strength } of data.groups) {
    const keys = words.map(keyOf);
    for (const from of keys) for (const to of keys) link(from, to, strength);
  }
  for (const { from, to, strength } of data.related) {
    const targets = to.map(keyOf);
    for (const one of from.map(keyOf)) for (const target of targets) link(one, target, strength);
  }
  const lists = new Map([...synonyms].map(([key, links]) => [key, [...links].map(([to, strength]) => ({ key: to, strength }))] as const));
  return { synonyms: lists, phrases: index([...phrases.values()]) };
}
