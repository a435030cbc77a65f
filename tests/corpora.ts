/** Small corpora for tests: documents from texts, and folders of them that clean up after themselves. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCorpus } from '../index/read/corpus.ts';
import type { RawDocument } from '../index/read/documents.ts';
import type { FrontMatter } from '../index/read/front-matter.ts';
import type { Corpus } from '../src/model.ts';

/** A document as the folder's reader gives it. */
export function rawDocument(id: string, text: string, front: FrontMatter = {}): RawDocument {
  return { id, file: `${id}.txt`, text, front, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The corpus of one text. */
export function corpusOf(text: string, front: FrontMatter = {}): Corpus {
  return readCorpus([rawDocument('a', text, front)]);
}

/** Hands `use` a folder with these files, and removes it. */
export function withFolder<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What people of the town do beside the story. */
export const TOWN_DOES = [
  'reads old maps',
  'paints a fence',
  'walks along the river',
  'repairs clocks',
  'plays chess',
  'grows apples',
];

/** A town's other news, so that no word of a story is common only because there are few sentences. */
export function townNews(does: readonly string[], ending = ''): string {
  return ['The baker', 'A gardener', 'The tailor', 'A pilot', 'The judge', 'A potter']
    .flatMap((who) => does.map((what) => `${who} ${what}${ending}.`))
    .join(' ');
}

/** So many runs of a property, the same ones each time. */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns, seed: 1 };
}
