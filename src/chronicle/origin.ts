import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Steps } from '../steps.ts';

/** Several documents that hand on the same words. */
export interface SharedOrigin {
  /** The words that they all quote. */
  readonly words: string;
  /** Ids of the documents, in order. */
  readonly documents: readonly string[];
  /** Whom one of them names as the reporter. */
  readonly reporter?: string;
}

/** Fewer quoted words than this may be alike by chance. */
const LEAST_WORDS = 3;
const QUOTED = /[“"]([^”"]+)[”"]/g;

/** The origin that a statement shares with other documents, by the words that both quote; undefined where it shares none. */
export function sharedOrigin(view: StatementView, knowledge: Knowledge): SharedOrigin | undefined {
  const quoting = quotingViews(knowledge);
  const own = quoting.find((one) => one.view === view);
  for (const phrase of own?.phrases ?? []) {
    const alike = (words: string) => words.startsWith(phrase) || phrase.startsWith(words);
    const others = quoting.filter(({ phrases }) => phrases.some(alike));
    const documents = [...new Set(others.map((other) => other.view.statement.document))].sort();
    if (documents.length < 2) continue;
    const reporter = others.map((other) => reporterOf(other.view)).find((name) => name !== undefined);
    const [shortest] = others.flatMap(({ phrases }) => phrases.filter(alike)).sort((a, b) => a.length - b.length);
    return { words: shortest ?? phrase, documents, ...(reporter && { reporter }) };
  }
  return undefined;
}

interface Quoting {
  readonly view: StatementView;
  readonly phrases: readonly string[];
}

/** The statements of a corpus that quote, found once. */
const quotingOf = new WeakMap<Knowledge, readonly Quoting[]>();

function quotingViews(knowledge: Knowledge): readonly Quoting[] {
  const known = quotingOf.get(knowledge);
  if (known) return known;
  const quoting = knowledge.views
    .map((view) => ({ view, phrases: quotedPhrases(view.text) }))
    .filter(({ phrases }) => phrases.length > 0);
  quotingOf.set(knowledge, quoting);
  return quoting;
}

/**
 * The phrases in quotation marks that are long enough to tell an origin, in lower case and without the mark at their
 * end.
 */
export function quotedPhrases(text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map((m) =>
      (m[1] ?? '')
        .toLowerCase()
        .replace(/[’‘]/g, "'")
        .replace(/[.,;!?]+$/, '')
        .trim(),
    )
    .filter((words) => words.split(/\s+/).length >= LEAST_WORDS);
}

/** "reported by X", "X surfaced ...". */
function reporterOf(view: StatementView): string | undefined {
  return view.names.find(
    (name) =>
      /\b(?:reported|published|revealed|seen|obtained) by\s+(?:the )?$/i.test(view.text.slice(0, name.start)) ||
      /^\s+(?:surfaced|first reported|revealed|obtained)\b/.test(view.text.slice(name.end)),
  )?.text;
}

/** For each document that states no date and reports none: the newest dated statement of another whose quoted words it hands on. */
export function* findFloors(knowledge: Knowledge): Steps<ReadonlyMap<string, IsoDate>> {
  const floors = new Map<string, IsoDate>();
  const quoting = quotingViews(knowledge);
  const dated = quoting.filter(({ view: { statement } }) => statement.date && statement.date.origin !== 'publication');
  for (const { id, published, notBefore } of knowledge.corpus.documents) {
    if (published || notBefore) continue;
    yield;
    for (const { view, phrases } of quoting) {
      if (view.statement.document !== id) continue;
      for (const other of dated) {
        const day = other.view.statement.date?.date;
        const hands = other.phrases.some((words) =>
          phrases.some((phrase) => words.startsWith(phrase) || phrase.startsWith(words)),
        );
        if (day && hands && day > (floors.get(id) ?? '')) floors.set(id, day);
      }
    }
  }
  return floors;
}
