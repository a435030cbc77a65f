import { analyze } from '../analyze.ts';

/** What is indexed of a passage. */
export interface IndexedText {
  readonly title: string;
  readonly heading?: string;
  readonly publisher?: string;
  readonly text: string;
}

/**
 * The words of every passage in order: what the index is made from, and all of it that is saved. Words have numbers in
 * order of frequency, and a number takes as few bytes as it needs (7 bits in each), about 1.7 a word.
 */
export interface Forward {
  /** The distinct words in lower case, by number. Function words are not among them. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Word number → stem number. */
  readonly stemOf: Uint32Array;
  /** All passages' word numbers, one after the other: title, then heading, publisher and text. */
  readonly bytes: Uint8Array;
  /** Where each passage begins in `bytes`, and one more: where the last one ends. */
  readonly starts: Uint32Array;
  /** How many of a passage's words are its title's. */
  readonly titleWords: Uint16Array;
}

const MOST_TITLE_WORDS = 0xffff;
/** Longer passages than this are indexed up to here. */
export const MOST_WORDS = 65_536;

/** The words of all passages, function words aside. */
export function readForward(passages: Iterable<IndexedText>): Forward {
  const numbers = new Map<string, number>();
  const stems = new Map<string, number>();
  const stemOf: number[] = [];
  const counts: number[] = [];
  const sequences: Uint32Array[] = [];
  const titleWords: number[] = [];
  for (const passage of passages) {
    const sequence: number[] = [];
    const add = (text: string) => {
      for (const token of analyze(text)) {
        if (token.stop) continue;
        let number = numbers.get(token.word);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(token.word, number);
          counts.push(0);
          if (!stems.has(token.stem)) stems.set(token.stem, stems.size);
          stemOf.push(stems.get(token.stem) ?? 0);
        }
        counts[number] = (counts[number] ?? 0) + 1;
        sequence.push(number);
      }
    };
    add(passage.title);
    titleWords.push(Math.min(sequence.length, MOST_TITLE_WORDS));
    for (const text of [passage.heading, passage.publisher, passage.text]) if (text !== undefined) add(text);
    sequences.push(Uint32Array.from(sequence));
  }
  const order = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const rank = new Uint32Array(order.length);
  order.forEach((number, position) => {
    rank[number] = position;
  });
  const written = [...numbers.keys()];
  return {
    words: order.map((number) => written[number] ?? ''),
    stems: [...stems.keys()],
    stemOf: Uint32Array.from(order, (number) => stemOf[number] ?? 0),
    titleWords: Uint16Array.from(titleWords),
    ...encode(sequences, rank),
  };
}

function encode(sequences: readonly Uint32Array[], rank: Uint32Array): Pick<Forward, 'bytes' | 'starts'> {
  const starts = new Uint32Array(sequences.length + 1);
  let length = 0;
  sequences.forEach((sequence, passage) => {
    for (const number of sequence) length += bytesOf(rank[number] ?? 0);
    starts[passage + 1] = length;
  });
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const sequence of sequences) {
    for (const number of sequence) {
      let rest = rank[number] ?? 0;
      for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
      bytes[at++] = rest;
    }
  }
  return { bytes, starts };
}

const bytesOf = (number: number) => (number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x20_0000 ? 3 : 4);

/** Writes a passage's word numbers into `into` and returns how many there are (no more than `into` holds). */
export function wordsOf(forward: Forward, passage: number, into: Uint32Array): number {
  const { bytes, starts } = forward;
  const end = starts[passage + 1] ?? 0;
  let count = 0;
  for (let at = starts[passage] ?? 0; at < end && count < into.length; ) {
    let byte = bytes[at++] ?? 0;
    let number = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++] ?? 0;
      number |= (byte & 0x7f) << shift;
    }
    into[count++] = number;
  }
  return count;
}

/** How many passages hold each stem, by its number. */
export function countStems(forward: Forward): Uint32Array {
  const counts = new Uint32Array(forward.stems.length);
  const seenIn = new Int32Array(forward.stems.length).fill(-1);
  const words = new Uint32Array(MOST_WORDS);
  for (let passage = 0; passage < forward.titleWords.length; passage += 1) {
    const length = wordsOf(forward, passage, words);
    for (let at = 0; at < length; at += 1) {
      const stem = forward.stemOf[words[at] ?? 0] ?? 0;
      if (seenIn[stem] === passage) continue;
      seenIn[stem] = passage;
      counts[stem] = (counts[stem] ?? 0) + 1;
    }
  }
  return counts;
}
