import type { Concept, ConceptKind, Lexicon, Synonym, TermSpan, Token } from '../../src/ports.ts';
import { readTable } from '../store/lexicon-tables.ts';
import audiences from './audiences.json' with { type: 'json' };
import type { Compiled } from './compile.ts';
import type { LineTable } from './line-table.ts';
import relations from './relations.json' with { type: 'json' };

/** A name or a phrase as a run of stems. */
interface Run {
  readonly stems: readonly string[];
  readonly key: string;
  /** Set where the name counts only as written. */
  readonly exactly?: string;
}

/** The lexicon of the field, in the tables that `compile.ts` has made of the word lists. */
export function loadLexicon(): Lexicon {
  const namesFrom = lookUpIn('names', nameRun);
  const phrasesFrom = lookUpIn('phrases', (cell): Run => ({ stems: cell.split(' '), key: cell }));
  const measuresOf = lookUpIn('measures', (cell) => cell);
  return {
    concepts: (text, tokens) => match(tokens, namesFrom, text),
    concept: conceptsIn(readTable('concepts')),
    parts: lookUpIn('parts', (cell) => cell),
    phrases: (tokens) => match(tokens, phrasesFrom),
    synonyms: lookUpIn('synonyms', synonym),
    measures: (unit) => measuresOf(unit)[0],
    opposites: lookUpIn('opposites', (cell) => cell),
    audiences,
    relations: relations.relations,
  };
}

/** People type anything: of the keys that a table has not, so many are remembered, of so many characters at most. */
const MOST_MISSING = 4096;
const LONGEST_MISSING = 32;

/** Reads what a table has under a key when it is first asked for, and keeps it. */
function lookUpIn<Value>(name: keyof Compiled, read: (cell: string) => Value): (key: string) => readonly Value[] {
  const table = readTable(name);
  const known = new Map<string, readonly Value[]>();
  const missing = new Set<string>();
  const none: readonly Value[] = [];
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    if (missing.has(key)) return none;
    const values = table.get(key).map(read);
    if (values.length > 0) known.set(key, values);
    else if (key.length <= LONGEST_MISSING) {
      if (missing.size >= MOST_MISSING) missing.clear();
      missing.add(key);
    }
    return values;
  };
}

function conceptsIn(table: LineTable): (key: string) => Concept | undefined {
  const known = new Map<string, Concept>();
  return (key) => {
    const found = known.get(key);
    if (found || !key.startsWith('@')) return found;
    const [kind, partOf] = table.get(key);
    if (kind === undefined) return;
    const concept = { id: key.slice(1), kind: kind as ConceptKind, ...(partOf && { partOf }) };
    known.set(key, concept);
    return concept;
  };
}

function nameRun(cell: string): Run {
  const [stems = '', id = '', exactly] = cell.split('|');
  return { stems: stems.split(' '), key: `@${id}`, ...(exactly !== undefined && { exactly }) };
}

function synonym(cell: string): Synonym {
  const [strength = '', key = ''] = cell.split('|');
  return { key, strength: Number(strength) };
}

function match(tokens: readonly Token[], runsFrom: (stem: string) => readonly Run[], text?: string): TermSpan[] {
  const found: TermSpan[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const runs = runsFrom(tokens[at]?.stem ?? '');
    const run = runs.length > 0 ? runs.find((candidate) => fits(tokens, at, candidate, text)) : undefined;
    if (!run) continue;
    found.push({ key: run.key, first: at, last: at + run.stems.length });
    at += run.stems.length - 1;
  }
  return found;
}

function fits(tokens: readonly Token[], at: number, run: Run, text: string | undefined): boolean {
  for (let i = 0; i < run.stems.length; i += 1) if (tokens[at + i]?.stem !== run.stems[i]) return false;
  if (run.exactly === undefined || text === undefined) return true;
  const written = text.slice(tokens[at]?.start ?? 0, tokens[at + run.stems.length - 1]?.end ?? 0);
  return written.replace(/\.$/, '') === run.exactly.replace(/\.$/, '');
}
