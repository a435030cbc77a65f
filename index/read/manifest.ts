import type { Corpus, DocumentKind, IsoDate } from '../../src/model.ts';
import { CorpusError, type RawDocument } from './documents.ts';

/** A fact about a document and how it is known; null where the document does not state it. */
interface Known<Value> {
  readonly value: Value | null;
  readonly known: string;
}

/** What is known of one document of the built-in corpus. */
export interface ManifestEntry {
  readonly id: string;
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly title: Known<string>;
  readonly publisher: Known<string>;
  readonly published: Known<IsoDate>;
  readonly notBefore: Known<IsoDate>;
  readonly kind: Known<DocumentKind>;
  readonly tickers: Known<readonly string[]>;
  readonly tags: Known<readonly string[]>;
}

export interface Manifest {
  readonly documents: readonly ManifestEntry[];
}

/** What the reader finds of every document, in the form of `index/corpus/manifest.json`. */
export function manifestOf(corpus: Corpus, fileOf: (document: string) => string): Manifest {
  return {
    documents: corpus.documents.map((document) => ({
      id: document.id,
      file: fileOf(document.id),
      sha256: document.sha256,
      title: { value: document.title, known: document.titleKnownBy },
      publisher: stated(document.publisher, 'front matter'),
      published: stated(document.published, document.publishedKnownBy ?? 'front matter'),
      notBefore: stated(document.notBefore, 'newest date that the text reports', 'the text reports no date'),
      kind: stated(document.kind, 'judged by its form', 'its form does not tell'),
      tickers: stated(filled(document.tickers), 'a line of symbols'),
      tags: stated(filled(document.tags), 'a line of tags'),
    })),
  };
}

function stated<Value>(value: Value | undefined, known: string, unknown = 'not stated'): Known<Value> {
  return value === undefined ? { value: null, known: unknown } : { value, known };
}

function filled(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Throws {@link CorpusError} unless the documents are, byte for byte, those that the manifest names. */
export function verifyDocuments(folder: string, documents: readonly RawDocument[], manifest: Manifest): void {
  const found = new Map(documents.map((document) => [document.file, document]));
  const named = new Set(manifest.documents.map(({ file }) => file));
  for (const { file, sha256 } of manifest.documents) {
    const document = found.get(file);
    if (document?.sha256 === sha256) continue;
    const fault = document ? 'differs from' : 'is missing or unreadable, though it is in';
    throw new CorpusError(
      `${folder}/${file}: ${fault} the manifest of the built-in corpus; restore it from the repository.`,
    );
  }
  const stranger = documents.find(({ file }) => !named.has(file));
  if (stranger) {
    throw new CorpusError(
      `${folder}/${stranger.file}: is not in the manifest of the built-in corpus; put documents of your own into a folder of their own and name it with --corpus.`,
    );
  }
}
