import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Corpus, Statement } from '../../src/model.ts';
import { type OpenedCorpus, opened, type ReadCorpus } from '../opened-corpus.ts';
import { PassageIndex } from '../passage-index.ts';
import { BUILT_IN_CORPUS } from '../read/built-in.ts';
import { CorpusError } from '../read/documents.ts';

/** What the thread that opens a corpus says, in this order; statements in several parts. */
export type Said =
  | { readonly sort: 'refused'; readonly message: string }
  | { readonly sort: 'failed'; readonly message: string }
  | { readonly sort: 'statements'; readonly statements: readonly Statement[] }
  | {
      readonly sort: 'read';
      readonly corpus: Omit<Corpus, 'statements'>;
      readonly files: ReadCorpus['files'];
      readonly problems: readonly string[];
      readonly index: Uint8Array;
      readonly indexProblem?: string;
    };

/** A folder in which nothing was written for this long is taken for finished. */
const QUIET_MS = 500;
/** So many are taken over at once: each part keeps others waiting while it is read. */
const STATEMENTS_AT_ONCE = 1000;
/** The name under which the index passes between threads. */
const PASSED = 'passed between threads';

/**
 * As `openCorpus`, on a thread of its own, so that whoever waits for an answer meanwhile does not wait for this. Rejects
 * with `CorpusError` where nothing can be read, and where files of the folder change while they are read or in the
 * `quietMs` before. `leftOut` has one line for each file that could not be used.
 */
export async function openCorpusBeside(
  folder: string = BUILT_IN_CORPUS,
  dataFolder: string = process.env.DATA_DIR || 'data',
  quietMs: number = QUIET_MS,
): Promise<OpenedCorpus & { readonly leftOut: readonly string[] }> {
  const before = standOf(folder);
  await sleep(quietMs);
  const read = await readBeside(folder, dataFolder);
  if (standOf(folder) !== before)
    throw new CorpusError(`${folder}: its files changed while they were read; try again when all are in place.`);
  return { ...opened(read), leftOut: read.problems };
}

function readBeside(folder: string, dataFolder: string): Promise<ReadCorpus> {
  const worker = new Worker(new URL('./opening-worker.ts', import.meta.url), { workerData: { folder, dataFolder } });
  const statements: Statement[] = [];
  return new Promise<ReadCorpus>((resolve, reject) => {
    worker.on('message', (said: Said) => {
      if (said.sort === 'statements') for (const one of said.statements) statements.push(one);
      else if (said.sort === 'read') {
        const { corpus, index, sort: _, ...rest } = said;
        const loaded = PassageIndex.load(index, PASSED);
        if (loaded.ok) resolve({ ...rest, corpus: { ...corpus, statements }, index: loaded.index });
        else reject(new Error(`an index could not be passed on: ${loaded.reason}`));
      } else reject(said.sort === 'refused' ? new CorpusError(said.message) : new Error(said.message));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that opens a corpus ended (${code})`)));
  });
}

/** Says what was read. */
export function sayRead(port: MessagePort, { corpus, index, ...rest }: ReadCorpus): void {
  const { statements, ...others } = corpus;
  for (let at = 0; at < statements.length; at += STATEMENTS_AT_ONCE)
    port.postMessage({ sort: 'statements', statements: statements.slice(at, at + STATEMENTS_AT_ONCE) } satisfies Said);
  port.postMessage({ sort: 'read', corpus: others, index: index.save(PASSED), ...rest } satisfies Said);
}

/** What changes when a file of the folder comes, goes or is written; empty where it cannot be read. */
function standOf(folder: string): string {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => {
        const { ino, size, mtimeMs } = lstatSync(join(folder, name));
        return `${name}/${ino}/${size}/${mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
