import { ANALYSIS_VERSION } from '../analyze.ts';
import type { Forward } from './forward.ts';

/**
 * An index as bytes: four numbers, a header in JSON, then the parts of the forward lists one after the other. The
 * postings are not among them: making them again takes a tenth of the time that reading the passages took, and a third
 * of the bytes have to be kept, read and checked.
 */

const FORMAT = 1;
/** "PIDX" as a processor of the usual byte order reads it; one of the other order refuses the file. */
const MAGIC = 0x58_44_49_50;
const PREFIX_BYTES = 16;

interface Header {
  readonly analysis: number;
  readonly corpus: string;
  /** Lengths in bytes of words, stems, stemOf, bytes, starts, titleWords. */
  readonly lengths: readonly number[];
}

export type Refusal = 'damaged' | 'other format' | 'other analysis' | 'other corpus';

export type ForwardRead =
  | { readonly ok: true; readonly forward: Forward }
  | { readonly ok: false; readonly reason: Refusal };

const refuse = (reason: Refusal): ForwardRead => ({ ok: false, reason });

/** `corpus` is the version of the corpus that was indexed. */
export function writeForward(forward: Forward, corpus: string): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [
    encoder.encode(forward.words.join('\n')),
    encoder.encode(forward.stems.join('\n')),
    bytesOf(forward.stemOf),
    forward.bytes,
    bytesOf(forward.starts),
    bytesOf(forward.titleWords),
  ];
  const header: Header = { analysis: ANALYSIS_VERSION, corpus, lengths: parts.map((part) => part.length) };
  const body = join([encoder.encode(JSON.stringify(header)), ...parts]);
  const headerBytes = body.length - header.lengths.reduce((sum, length) => sum + length, 0);
  return join([bytesOf(Uint32Array.of(MAGIC, FORMAT, headerBytes, checksum(body, headerBytes))), body]);
}

/** Refuses whatever this version of the program did not write for this version of the corpus. Never throws. */
export function readSaved(saved: Uint8Array, corpus: string): ForwardRead {
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
  if (header.corpus !== corpus) return refuse('other corpus');
  let at = headerBytes;
  const [words, stems, stemOf, bytes, starts, titleWords] = header.lengths.map((length) => {
    at += length;
    return body.slice(at - length, at); // a copy, since the parts must not depend on what becomes of the file's bytes
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  return {
    ok: true,
    forward: {
      words: lines(decoder.decode(words)),
      stems: lines(decoder.decode(stems)),
      stemOf: new Uint32Array(stemOf.buffer, stemOf.byteOffset, stemOf.length / 4),
      bytes,
      starts: new Uint32Array(starts.buffer, starts.byteOffset, starts.length / 4),
      titleWords: new Uint16Array(titleWords.buffer, titleWords.byteOffset, titleWords.length / 2),
    },
  };
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
