import { ANALYSIS_VERSION } from '../analyze.ts';
import { type Engine, type EngineWeights, loadEngine } from './engine.ts';
import type { Forward } from './forward.ts';

/**
 * An index as bytes: four numbers, a header in JSON, then the parts one after the other: the forward lists, and
 * MiniSearch's own JSON. V8's serialization of the same object takes half as long again to read.
 */

const FORMAT = 1;
/** "PIDX" as a processor of the usual byte order reads it; one of the other order refuses the file. */
const MAGIC = 0x58_44_49_50;
const PREFIX_BYTES = 16;

interface Header {
  readonly analysis: number;
  /** The weights with which MiniSearch was built. */
  readonly weights: string;
  readonly corpus: string;
  /** Lengths in bytes of words, stems, stemOf, bytes, starts, titleWords, engine. */
  readonly lengths: readonly number[];
}

export type Refusal = 'damaged' | 'other format' | 'other analysis' | 'other weights' | 'other corpus';

export type SavedRead =
  | { readonly ok: true; readonly forward: Forward; readonly engine: Engine }
  | { readonly ok: false; readonly reason: Refusal };

const refuse = (reason: Refusal): SavedRead => ({ ok: false, reason });

/** `corpus` is the version of the corpus that was indexed. */
export function writeSaved(forward: Forward, engine: Engine, weights: EngineWeights, corpus: string): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [
    encoder.encode(forward.words.join('\n')),
    encoder.encode(forward.stems.join('\n')),
    bytesOf(forward.stemOf),
    forward.bytes,
    bytesOf(forward.starts),
    bytesOf(forward.titleWords),
    encoder.encode(JSON.stringify(engine)),
  ];
  const lengths = parts.map((part) => part.length);
  const header: Header = { analysis: ANALYSIS_VERSION, weights: nameOf(weights), corpus, lengths };
  const body = join([encoder.encode(JSON.stringify(header)), ...parts]);
  const headerBytes = body.length - lengths.reduce((sum, length) => sum + length, 0);
  return join([bytesOf(Uint32Array.of(MAGIC, FORMAT, headerBytes, checksum(body, headerBytes))), body]);
}

/** Refuses whatever this version of the program did not write for this version of the corpus. Never throws. */
export function readSaved(saved: Uint8Array, weights: EngineWeights, corpus: string): SavedRead {
  const file = new Uint8Array(saved.buffer, saved.byteOffset, saved.length); // a Buffer's `slice` does not copy
  if (file.length < PREFIX_BYTES) return refuse('damaged');
  const [magic, format, headerBytes = 0, sum] = new Uint32Array(file.slice(0, PREFIX_BYTES).buffer);
  if (magic !== MAGIC) return refuse('damaged');
  if (format !== FORMAT) return refuse('other format');
  const body = file.subarray(PREFIX_BYTES);
  if (checksum(body, headerBytes) !== sum) return refuse('damaged');
  // What passes the checksum was written by this format, so that its header has the shape that it should have.
  const decoder = new TextDecoder();
  const header = JSON.parse(decoder.decode(body.subarray(0, headerBytes))) as Header;
  if (header.analysis !== ANALYSIS_VERSION) return refuse('other analysis');
  if (header.weights !== nameOf(weights)) return refuse('other weights');
  if (header.corpus !== corpus) return refuse('other corpus');
  let at = headerBytes;
  const next = () => {
    const length = header.lengths[part++] ?? 0;
    at += length;
    return body.slice(at - length, at); // a copy, since the parts must not depend on what becomes of the file's bytes
  };
  let part = 0;
  const words = lines(decoder.decode(next()));
  const stems = lines(decoder.decode(next()));
  const stemOf = new Uint32Array(next().buffer);
  const bytes = next();
  const starts = new Uint32Array(next().buffer);
  const titleWords = new Uint16Array(next().buffer);
  const engine = readEngine(decoder.decode(next()), weights);
  if (engine === undefined) return refuse('other format');
  return { ok: true, forward: { words, stems, stemOf, bytes, starts, titleWords }, engine };
}

/** MiniSearch throws at what another version of it wrote. */
function readEngine(saved: string, weights: EngineWeights): Engine | undefined {
  try {
    return loadEngine(saved, weights);
  } catch {
    return;
  }
}

function nameOf({ k, b, titleShort, titleLong, longPassage }: EngineWeights): string {
  return [k, b, titleShort, titleLong, longPassage].join(' ');
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function bytesOf(numbers: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** FNV-1a over words of four bytes: it has to tell a torn or altered file, not an attacker's. */
function checksum(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length & ~3;
  let hash = 0x811c9dc5 ^ start;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193);
  for (let at = whole; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
