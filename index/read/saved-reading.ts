import type { Corpus, SourceDocument, Statement } from '../../src/model.ts';
import saved from '../corpus/reading.json' with { type: 'json' };
import type { RawDocument } from './documents.ts';

/** A corpus as it was read, without the texts: they are in the documents themselves. */
export interface SavedReading extends Omit<Corpus, 'documents' | 'statements'> {
  readonly documents: readonly Omit<SourceDocument, 'text'>[];
  readonly statements: readonly Omit<Statement, 'quote'>[];
}

/** What is kept of a reading. */
export function savedForm({ documents, statements, ...rest }: Corpus): SavedReading {
  return {
    ...rest,
    documents: documents.map(({ text: _, ...document }) => document),
    statements: statements.map(({ quote: _, ...statement }) => statement),
  };
}

/**
 * The built-in corpus as index/corpus/write-reading.ts has read it: reading it anew takes half of a cold start. The
 * documents must be those that were read; a test holds the saved reading against a new one.
 */
export function restoreReading(raws: readonly RawDocument[]): Corpus {
  const { documents, statements, ...rest } = saved as unknown as SavedReading;
  const texts = new Map(raws.map(({ id, text }) => [id, text]));
  return {
    ...rest,
    documents: documents.map((document) => ({ ...document, text: texts.get(document.id) ?? '' })),
    statements: statements.map((statement) => ({
      ...statement,
      quote: (texts.get(statement.document) ?? '').slice(statement.start, statement.end),
    })),
  };
}
