import type { ConceptKind } from '../../src/ports.ts';
import { analyze } from '../analyze.ts';
import aliases from './aliases.json' with { type: 'json' };
import everyday from './everyday.json' with { type: 'json' };
import field from './field.json' with { type: 'json' };
import irregularVerbs from './irregular-verbs.json' with { type: 'json' };
import { writeTable } from './line-table.ts';
import opposites from './opposites.json' with { type: 'json' };
import nouns from './paraphrase-nouns.json' with { type: 'json' };
import others from './paraphrase-other.json' with { type: 'json' };
import verbs from './paraphrase-verbs.json' with { type: 'json' };
import synonyms from './synonyms.json' with { type: 'json' };

interface AliasEntry {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly partOf?: string;
  readonly names: readonly string[];
  readonly tickers?: readonly string[];
  readonly caseSensitive?: readonly string[];
}

/** Words and phrases that may stand for others, by their keys. */
interface Row {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly strength: number;
}

/** Forms of one verb that no stemmer joins. */
const SAME_VERB = 0.95;
const FORMS = byForm(irregularVerbs.forms);
/** The same at the head of a phrase: the verb alone says too little, or says something else in another form. */
const FORMS_IN_PHRASES = byForm([...irregularVerbs.forms, ...irregularVerbs.inPhrases]);

/** The tables of the lexicon: see LineTable. */
export interface Compiled {
  /** By the first stem of a name: `stems|id`, and for a name that counts only as written `stems|id|name`. Longest first. */
  readonly names: string;
  /** By its first stem: the stems of each phrase that the synonyms know. Longest first. */
  readonly phrases: string;
  /** By term: `strength|term`. */
  readonly synonyms: string;
  /** By term: terms. */
  readonly opposites: string;
  /** By key: `kind`, and the key of what the concept is part of. */
  readonly concepts: string;
  /** By key: the keys of the concepts that are part of it. */
  readonly parts: string;
  /** By the name of a unit, in lower case: what it measures. */
  readonly measures: string;
}

/**
 * The lexicon with every word under the term that the index has it under, so that a start needs no stemming. It is
 * written to the folder `compiled` by index/store/write-lexicon.ts.
 */
export function compileLexicon(): Compiled {
  const rows: readonly Row[] = [
    ...irregularVerbs.forms.map((forms) => ({ from: forms.split(' '), to: forms.split(' '), strength: SAME_VERB })),
    ...[synonyms, everyday].flatMap(({ groups, related }) => [
      ...groups.map(({ words, strength }) => ({ from: words, to: words, strength })),
      ...related,
    ]),
    ...[verbs, nouns, others].flatMap(({ rows: list }) =>
      (list as unknown as [string[], string[], number][]).map(([from, to, strength]) => ({ from, to, strength })),
    ),
  ].map(({ from, to, strength }) => ({ from: formsOf(keysOf(from)), to: formsOf(keysOf(to)), strength }));
  const phraseForms = [...new Set(rows.flatMap(({ from, to }) => [...from, ...to]))]
    .filter((key) => key.includes(' '))
    .map((key) => formsOf([key]))
    .filter((forms) => forms.length > 1)
    .map((forms) => ({ from: forms, to: forms, strength: SAME_VERB }));
  const pairs = opposites.pairs.map(([a = '', b = '']) => [keyOf(a), keyOf(b)] as const);
  const entries = aliases.entries as readonly AliasEntry[];
  const names = namesOf(entries);
  const terms = [
    ...names.map(({ stems }) => stems),
    ...rows.flatMap(({ from, to }) => [...from, ...to]),
    ...pairs.flat(),
  ];
  const phrases = [...new Set(terms)].filter((term) => term.includes(' ')).map((stems) => ({ stems, cell: stems }));
  return {
    names: writeTable(byFirstStem(names)),
    phrases: writeTable(byFirstStem(phrases)),
    synonyms: writeTable(synonymsOf([...rows, ...phraseForms])),
    opposites: writeTable(grouped(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))),
    concepts: writeTable(
      new Map(entries.map(({ id, kind, partOf }) => [`@${id}`, partOf ? [kind, `@${partOf}`] : [kind]])),
    ),
    parts: writeTable(
      grouped(entries.flatMap(({ id, partOf }) => (partOf ? [[`@${partOf}`, `@${id}`] as const] : []))),
    ),
    measures: writeTable(
      new Map(field.units.flatMap(({ kind, names: units }) => units.map((name) => [name.toLowerCase(), [kind]]))),
    ),
  };
}

/** The stems of a word or phrase, joined by a space. */
function keyOf(words: string): string {
  return analyze(words)
    .map((token) => token.stem)
    .join(' ');
}

function byForm(verbs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(verbs.map((line) => keysOf(line.split(' '))).flatMap((forms) => forms.map((form) => [form, forms])));
}

/** Keys, and those of every form of an irregular verb with which one begins: who "tears up" tore up. */
function formsOf(keys: readonly string[]): string[] {
  const forms = keys.flatMap((key) => {
    const [first = '', ...rest] = key.split(' ');
    const known = (rest.length > 0 ? FORMS_IN_PHRASES : FORMS).get(first) ?? [first];
    return known.map((form) => [form, ...rest].join(' '));
  });
  return [...new Set(forms)];
}

function keysOf(words: readonly string[]): string[] {
  return [...new Set(words.map(keyOf))];
}

/** A run of stems, and what is written of it. */
interface Run {
  readonly stems: string;
  readonly cell: string;
}

function namesOf(entries: readonly AliasEntry[]): Run[] {
  return entries.flatMap(({ id, names, tickers = [], caseSensitive = [] }) => {
    const exact = new Set([...tickers, ...caseSensitive]);
    return [
      ...keysOf(names.filter((name) => !exact.has(name))).map((stems) => ({ stems, cell: `${stems}|${id}` })),
      ...[...exact].map((name) => ({ stems: keyOf(name), cell: `${keyOf(name)}|${id}|${name}` })),
    ];
  });
}

function byFirstStem(runs: readonly Run[]): Map<string, string[]> {
  const length = (run: Run) => run.stems.split(' ').length;
  const longestFirst = runs.filter(({ stems }) => stems !== '').sort((a, b) => length(b) - length(a));
  return grouped(longestFirst.map(({ stems, cell }) => [stems.split(' ', 1)[0] ?? '', cell] as const));
}

/** The strongest of the rows that lead from one term to another counts. */
function synonymsOf(rows: readonly Row[]): Map<string, string[]> {
  const links = new Map<string, Map<string, number>>();
  for (const { from, to, strength } of rows) {
    for (const key of from) {
      const known = links.get(key) ?? new Map<string, number>();
      links.set(key, known);
      for (const other of to) if (other !== key) known.set(other, Math.max(known.get(other) ?? 0, strength));
    }
  }
  return new Map([...links].map(([key, to]) => [key, [...to].map(([other, strength]) => `${strength}|${other}`)]));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}
