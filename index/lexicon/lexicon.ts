import type { Concept, ConceptKind, Lexicon, Synonym, TermSpan, Token } from '../../src/ports.ts';
import aliases from './aliases.json' with { type: 'json' };
import audiences from './audiences.json' with { type: 'json' };
import compiledData from './compiled.json' with { type: 'json' };
import type { Compiled, CompiledRow } from './compiled.ts';
import field from './field.json' with { type: 'json' };
import relations from './relations.json' with { type: 'json' };

interface AliasEntry {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly partOf?: string;
}

/** A name or a phrase as a run of stems. */
interface Run {
  readonly stems: readonly string[];
  readonly key: string;
  /** Set where the name counts only as written. */
  readonly exactly?: string;
}

/** Runs by the stem that they begin with, longest first. */
type ByFirstStem = ReadonlyMap<string, readonly Run[]>;

/** The lexicon of the field: names from `aliases.json`, synonyms as `compile.ts` has compiled them. */
export function loadLexicon(): Lexicon {
  const compiled = compiledData as unknown as Compiled;
  const entries = aliases.entries as readonly AliasEntry[];
  const concepts = new Map<string, Concept>();
  const parts = new Map<string, string[]>();
  for (const { id, kind, partOf } of entries) {
    const key = `@${id}`;
    concepts.set(key, { id, kind, ...(partOf && { partOf: `@${partOf}` }) });
    if (partOf) parts.set(`@${partOf}`, [...(parts.get(`@${partOf}`) ?? []), key]);
  }
  const names = byFirstStem(
    compiled.names.map(([term, entry, exactly]) => ({
      stems: (compiled.terms[term] ?? '').split(' '),
      key: `@${entries[entry]?.id ?? ''}`,
      ...(exactly !== undefined && { exactly }),
    })),
  );
  const phrases = byFirstStem(
    compiled.terms.filter((term) => term.includes(' ')).map((key) => ({ stems: key.split(' '), key })),
  );
  const opposites = new Map<string, string[]>();
  for (const [a, b] of compiled.opposites) {
    const [one, other] = [compiled.terms[a] ?? '', compiled.terms[b] ?? ''];
    opposites.set(one, [...(opposites.get(one) ?? []), other]);
    opposites.set(other, [...(opposites.get(other) ?? []), one]);
  }
  const measures = new Map(
    field.units.flatMap(({ kind, names: units }) => units.map((name) => [name.toLowerCase(), kind] as const)),
  );
  return {
    concepts: (text, tokens) => match(tokens, names, text),
    concept: (key) => concepts.get(key),
    parts: (key) => parts.get(key) ?? [],
    phrases: (tokens) => match(tokens, phrases),
    synonyms: synonymsOf(compiled),
    measures: (unit) => measures.get(unit),
    opposites: (key) => opposites.get(key) ?? [],
    audiences,
    relations: relations.relations,
  };
}

/** Rows are tens of thousands of pairs: they are indexed by what they lead from, and spelled out for a word that is asked for. */
function synonymsOf({ terms, rows }: Compiled): (key: string) => readonly Synonym[] {
  const rowsFrom = new Map<string, CompiledRow[]>();
  for (const row of rows) {
    for (const from of row[0]) {
      const key = terms[from] ?? '';
      const known = rowsFrom.get(key);
      if (known) known.push(row);
      else rowsFrom.set(key, [row]);
    }
  }
  const spelled = new Map<string, readonly Synonym[]>();
  return (key) => {
    const known = spelled.get(key);
    if (known) return known;
    const links = new Map<string, number>();
    for (const [, to, strength] of rowsFrom.get(key) ?? []) {
      for (const number of to) {
        const other = terms[number] ?? '';
        if (other !== key) links.set(other, Math.max(links.get(other) ?? 0, strength));
      }
    }
    const synonyms = [...links].map(([other, strength]) => ({ key: other, strength }));
    spelled.set(key, synonyms);
    return synonyms;
  };
}

function byFirstStem(runs: readonly Run[]): ByFirstStem {
  const byFirst = new Map<string, Run[]>();
  for (const run of runs) {
    const first = run.stems[0];
    if (!first) continue;
    const list = byFirst.get(first);
    if (list) list.push(run);
    else byFirst.set(first, [run]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

function match(tokens: readonly Token[], runs: ByFirstStem, text?: string): TermSpan[] {
  const found: TermSpan[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = runs.get(tokens[at]?.stem ?? '')?.find((candidate) => fits(tokens, at, candidate, text));
    if (!run) continue;
    found.push({ key: run.key, first: at, last: at + run.stems.length });
    at += run.stems.length - 1;
  }
  return found;
}

function fits(tokens: readonly Token[], at: number, run: Run, text: string | undefined): boolean {
  for (const [i, stem] of run.stems.entries()) if (tokens[at + i]?.stem !== stem) return false;
  if (run.exactly === undefined || text === undefined) return true;
  const written = text.slice(tokens[at]?.start ?? 0, tokens[at + run.stems.length - 1]?.end ?? 0);
  return written.replace(/\.$/, '') === run.exactly.replace(/\.$/, '');
}
