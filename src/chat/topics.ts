import type { Corpus } from '../model.ts';

/** What can be offered while somebody types; each list without repetition, in the order of the corpus. */
export interface Topics {
  /** Terms that the documents define. */
  readonly terms: readonly string[];
  /** Terms, tags and headings. */
  readonly topics: readonly string[];
}

const LONGEST = 60;

/** Terms and topics that the corpus itself names. */
export function topicsOf({ statements, documents, passages }: Corpus): Topics {
  const terms = distinct(
    statements.flatMap(({ kind, label }) => (kind === 'definition' && label ? [label.toLowerCase()] : [])),
  );
  const tags = documents.flatMap((document) => document.tags);
  const headings = passages.flatMap(({ heading }) => heading ?? []);
  return { terms, topics: distinct([...terms, ...tags, ...headings]) };
}

function distinct(texts: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const text of texts.map((one) => one.replace(/\s+/g, ' ').trim())) {
    const key = folded(text);
    if (text !== '' && text.length <= LONGEST && !found.has(key)) found.set(key, text);
  }
  return [...found.values()];
}

/** Those that begin with what is typed, then those in which a word does; at most `most`. */
export function matching(offers: readonly string[], typed: string, most: number): readonly string[] {
  const wanted = folded(typed.trim());
  const begin = offers.filter((offer) => folded(offer).startsWith(wanted));
  const within = offers.filter(
    (offer) => !folded(offer).startsWith(wanted) && ` ${folded(offer)}`.includes(` ${wanted}`),
  );
  return [...begin, ...within].slice(0, most);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
