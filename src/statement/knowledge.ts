import type { Corpus, SourceDocument, Statement } from '../model.ts';
import type { Analysis, PassageSearch } from '../ports.ts';
import { finish, type Steps } from '../steps.ts';
import { type Findings, restoreView, type StatementView, type TextView, viewStatement, viewText } from './view.ts';
import { readWords, restoreWords, type SavedWords } from './words.ts';

/** The corpus as questions are held against it. */
export interface Knowledge {
  readonly corpus: Corpus;
  readonly analysis: Analysis;
  readonly search: PassageSearch;
  readonly views: readonly StatementView[];
  /** In how many statements a term occurs; 0 for one that the corpus does not know. */
  frequency(key: string): number;
  /** Indexes of the statements that hold a term, ascending. */
  holders(key: string): readonly number[];
  /** Indexed words near a word that is not indexed, best first. */
  spellings(word: string): readonly string[];
  document(id: string): SourceDocument;
  heading(statement: Statement): TextView | undefined;
  title(statement: Statement): TextView;
  /** Who published it, where that is stated. */
  publisher(statement: Statement): TextView | undefined;
  /** What stands over the first sentence of its document: a byline, the name of a house. */
  masthead(statement: Statement): TextView;
  /** The statement before it in the same passage. */
  before(statement: Statement): StatementView | undefined;
  /** Whether a word is written with a capital in the middle of a sentence of the corpus. */
  isName(word: string): boolean;
  /** Whether a word, in lower case, is somewhere a whole name by itself. */
  standsAlone(word: string): boolean;
  readonly gathered: Gathered;
}

/** What all statements together show: no more is needed of those that a question does not concern. Words in lower case. */
export interface Gathered {
  /** The indexes of the statements that hold a term, ascending, by its key. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  /** Words that are written with a capital where nothing but a name has one. */
  readonly names: ReadonlySet<string>;
  /** Words that are somewhere a whole name by themselves. */
  readonly alone: ReadonlySet<string>;
}

export interface KnowledgeParts {
  readonly corpus: Corpus;
  readonly analysis: Analysis;
  readonly search: PassageSearch;
  readonly spellings: (word: string) => readonly string[];
}

/** Reads all statements of a corpus at once; `knowledgeSteps` does it step by step. */
export function buildKnowledge(parts: KnowledgeParts): Knowledge {
  return finish(knowledgeSteps(parts));
}

/** A step for each statement. */
export function* knowledgeSteps(parts: KnowledgeParts): Steps<Knowledge> {
  const names = namesOf(parts.corpus);
  const isName = (word: string) => names.has(word);
  const views: StatementView[] = [];
  const holders = new Map<string, number[]>();
  const alone = new Set<string>();
  for (const [index, statement] of parts.corpus.statements.entries()) {
    const view = viewStatement(statement, parts.analysis, isName);
    views.push(view);
    for (const key of view.terms.keys()) {
      const list = holders.get(key);
      if (list) list.push(index);
      else holders.set(key, [index]);
    }
    for (const { first, last, text } of view.names) if (last === first + 1) alone.add(text.toLowerCase());
    yield;
  }
  return knowledgeOf(parts, views, { holders, names, alone });
}

/** The knowledge of a corpus of which all this was found before: `found` and `words` hold one for each statement. */
export function restoreKnowledge(
  parts: KnowledgeParts,
  gathered: Gathered,
  found: readonly Findings[],
  words: SavedWords,
): Knowledge {
  const { analysis, corpus } = parts;
  const views = corpus.statements.map((statement, i) => {
    const known = found[i];
    if (!known) throw new Error(`nothing was saved of statement ${i} of corpus ${corpus.version}`);
    return restoreView(
      statement,
      analysis,
      known,
      () => restoreWords(words, i) ?? readWords(statement.quote, analysis),
    );
  });
  return knowledgeOf(parts, views, gathered);
}

function knowledgeOf(
  { corpus, analysis, search, spellings }: KnowledgeParts,
  views: readonly StatementView[],
  gathered: Gathered,
): Knowledge {
  const { holders, names, alone } = gathered;
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  const mastheads = mastheadsOf(corpus, documents);
  const texts = new Map<string, TextView>();
  const viewOf = (text: string) => {
    const known = texts.get(text);
    if (known) return known;
    const view = viewText(text, analysis);
    texts.set(text, view);
    return view;
  };
  const document = (id: string) => {
    const found = documents.get(id);
    if (!found) throw new Error(`no document ${id} in corpus ${corpus.version}`);
    return found;
  };
  return {
    corpus,
    analysis,
    search,
    views,
    frequency: (key) => holders.get(key)?.length ?? 0,
    holders: (key) => holders.get(key) ?? [],
    spellings,
    document,
    heading: (statement) => (statement.heading === undefined ? undefined : viewOf(statement.heading)),
    title: (statement) => viewOf(document(statement.document).title),
    publisher: (statement) => {
      const { publisher } = document(statement.document);
      return publisher === undefined ? undefined : viewOf(publisher);
    },
    masthead: (statement) => viewOf(mastheads.get(statement.document) ?? ''),
    before: (statement) => {
      const before = views[statement.index - 1];
      return before && before.statement.passage === statement.passage ? before : undefined;
    },
    isName: (word) => names.has(word),
    standsAlone: (word) => alone.has(word),
    gathered,
  };
}

/** A document says above its first sentence whose it is. */
const LONGEST_MASTHEAD = 300;

function mastheadsOf(
  { statements }: Corpus,
  documents: ReadonlyMap<string, SourceDocument>,
): ReadonlyMap<string, string> {
  const mastheads = new Map<string, string>();
  for (const { document, start } of statements) {
    if (mastheads.has(document)) continue;
    mastheads.set(document, (documents.get(document)?.text ?? '').slice(0, Math.min(start, LONGEST_MASTHEAD)));
  }
  return mastheads;
}

/** Words that some sentence writes with a capital where nothing but a name has one. */
function namesOf(corpus: Corpus): ReadonlySet<string> {
  const inside = new Set<string>();
  const lower = new Set<string>();
  for (const { quote } of corpus.statements) {
    for (const match of quote.matchAll(/(?<=[\p{L}\p{N},;)’'] )\p{Lu}[\p{L}\p{N}]+/gu))
      inside.add(match[0].toLowerCase());
    for (const match of quote.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}]+/gu)) lower.add(match[0]);
  }
  for (const word of lower) inside.delete(word);
  return inside;
}
