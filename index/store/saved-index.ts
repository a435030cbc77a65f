import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexedText, PassageIndex } from '../passage-index.ts';
import { sha256 } from './sha256.ts';

/** Up to here an index is built in less time than a file of somebody's own is worth. */
const LARGE_PASSAGES = 2000;

export interface OpenedIndex {
  readonly index: PassageIndex;
  /** Set where the index could not be kept: one line for the operator. */
  readonly problem?: string;
}

/**
 * The index of these passages. That of a large corpus is kept in `dataFolder` under the corpus's version, and built
 * anew where the file there is missing, damaged or of other passages.
 */
export function openIndex(passages: readonly IndexedText[], version: string, dataFolder: string): OpenedIndex {
  if (passages.length <= LARGE_PASSAGES) return { index: PassageIndex.build(passages) };
  const file = join(dataFolder, `passages-${version}.index`);
  const key = digest(passages);
  const saved = readIfThere(file);
  const loaded = saved && PassageIndex.load(saved, key);
  if (loaded?.ok) return { index: loaded.index };
  const index = PassageIndex.build(passages);
  try {
    replaceFile(file, dataFolder, index.save(key));
    return { index };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = 'It is built at every start until DATA_DIR names a folder that can be written.';
    return { index, problem: `The index could not be kept in ${dataFolder}: ${why}. ${remedy}` };
  }
}

export const BUILT_IN_INDEX = new URL('../corpus/passages.index', import.meta.url);

/** The index of the built-in documents, as index/corpus/write-reading.ts has written it; built where that is of other passages. */
export function openBuiltInIndex(passages: readonly IndexedText[]): PassageIndex {
  const saved = readIfThere(BUILT_IN_INDEX);
  const loaded = saved && PassageIndex.load(saved, digest(passages));
  return loaded?.ok ? loaded.index : PassageIndex.build(passages);
}

/** What `passages.index` should hold. */
export function builtInIndexFile(passages: readonly IndexedText[]): Uint8Array {
  return PassageIndex.build(passages).save(digest(passages));
}

/** The corpus's version stands for its documents alone; how they are cut into passages is the program's. */
function digest(passages: readonly IndexedText[]): string {
  const hash = sha256();
  for (const { title, heading, publisher, text } of passages) {
    hash.update(JSON.stringify([title, heading, publisher, text]));
  }
  return hash.digest('hex');
}

/** An index that was kept, or one that was not finished: "passages-VERSION.index", with the number of a process behind it. */
const KEPT = /^passages-([\da-z]+)\.index(?:\.\d+)?$/;

/**
 * Removes the indexes of other corpora than this one: nobody reads them any more. A process that still has an older
 * corpus builds its index anew at its next start.
 */
export function removeOtherIndexes(version: string, dataFolder: string): void {
  let names: string[];
  try {
    names = readdirSync(dataFolder);
  } catch {
    return;
  }
  for (const name of names) {
    const of = KEPT.exec(name)?.[1];
    if (of !== undefined && of !== version) rmSync(join(dataFolder, name), { force: true });
  }
}

function readIfThere(file: string | URL): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return;
  }
}

/** Whoever reads the file meanwhile sees the old one or the new one, whole. */
function replaceFile(file: string, folder: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
