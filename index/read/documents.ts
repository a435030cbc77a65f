import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sha256 } from '../store/sha256.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';

/** A file that was read, before anything is made of its words. */
export interface RawDocument {
  readonly id: string;
  /** Its name in the folder. */
  readonly file: string;
  readonly text: string;
  readonly front: FrontMatter;
  readonly sha256: string;
}

/** A folder that cannot be used at all. The message names it and the remedy, in one line. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/** What a folder gave: the documents that could be read, and one line with its remedy for each that could not. */
export interface FolderReading {
  readonly documents: readonly RawDocument[];
  readonly problems: readonly string[];
}

/** A document of news is some kilobytes; a file above this is no document. */
export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;

const ENDINGS = new Set(['.txt', '.md']);
const README = /^readme\.(?:md|txt)$/i;

/**
 * Reads the `.txt` and `.md` files of a folder, in order of name; a README is not a document. A bad file is left out
 * and told of; the others are read. Throws {@link CorpusError} where none is left.
 */
export function readFolder(folder: string): FolderReading {
  const documents = new Map<string, RawDocument>();
  const problems: string[] = [];
  for (const file of listFiles(folder)) {
    const path = join(folder, file);
    const shown = onOneLine(path);
    const id = file.slice(0, -extname(file).length);
    if (documents.has(id)) {
      problems.push(`${shown}: left out, another file has the same id "${onOneLine(id)}"; rename one of the two.`);
      continue;
    }
    const whole = readText(path);
    if (whole.problem !== undefined) {
      problems.push(`${shown}: left out, ${whole.problem}`);
      continue;
    }
    const { front, body, problem } = splitFrontMatter(whole.text);
    if (problem !== undefined) problems.push(`${shown}: ${problem}`);
    if (body.trim()) documents.set(id, { id, file, text: body, front, sha256: whole.sha256 });
    else problems.push(`${shown}: left out, it holds no text.`);
  }
  if (documents.size === 0)
    throw new CorpusError(`${onOneLine(folder)}: no document could be read. ${problems[0] ?? ''}`);
  return { documents: [...documents.values()], problems };
}

/** A file's name may hold line breaks and what commands a terminal. */
function onOneLine(path: string): string {
  return path.replace(/\p{Cc}/gu, '?');
}

function listFiles(folder: string): string[] {
  const shown = onOneLine(folder);
  let names: string[];
  try {
    if (!statSync(folder).isDirectory())
      throw new CorpusError(`${shown}: is not a folder; name a folder of .txt and .md files.`);
    names = readdirSync(folder);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const fault =
      code === 'ENOENT'
        ? 'no such folder; name a folder of .txt and .md files.'
        : `cannot be read (${code ?? 'unknown fault'}); check its permissions.`;
    throw new CorpusError(`${shown}: ${fault}`, { cause: error });
  }
  const files = names
    .filter((name) => ENDINGS.has(extname(name).toLowerCase()) && !name.startsWith('.') && !README.test(name))
    .sort();
  if (files.length === 0)
    throw new CorpusError(`${shown}: holds no .txt or .md file; put the documents there as plain text.`);
  return files;
}

type Decoded =
  | { readonly text: string; readonly sha256: string; readonly problem?: undefined }
  /** What is wrong and the remedy. */
  | { readonly problem: string };

function readText(path: string): Decoded {
  let bytes: Buffer;
  try {
    const entry = lstatSync(path);
    if (!entry.isFile()) return { problem: 'it is not a plain file; put the document itself there.' };
    if (entry.size > MAX_DOCUMENT_BYTES) {
      const [is, may] = [Math.ceil(entry.size / 1024 / 1024), MAX_DOCUMENT_BYTES / 1024 / 1024];
      return { problem: `it has ${is} MB and a document may have ${may} MB; split it.` };
    }
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    return { problem: `it cannot be read (${code}); check its permissions.` };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: 'it is not UTF-8 text; save it as UTF-8.' };
  }
  if (text.includes('\0')) return { problem: 'it is a binary file; only plain text can be read.' };
  return { text, sha256: sha256().update(bytes).digest('hex') };
}
