import { type Forward, wordsOf } from './forward.ts';

/** The inverted index: for each stem the passages that hold it, in order, and how often. */
export interface Postings {
  /** Where each stem's postings begin, and one more: where the last one's end. */
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  /** How often the passage holds the stem, in quarters; 255 stands for more. A word of the title has its own weight. */
  readonly frequencies: Uint8Array;
  /** BM25's `k * (1 - b + b * length / average)` of each passage, in quarters too. */
  readonly norms: Float32Array;
}

export interface FieldWeights {
  readonly k: number;
  readonly b: number;
  /** What a word of the title counts in a passage of fewer, and of at least, `longPassage` words (function words aside). */
  readonly titleShort: number;
  readonly titleLong: number;
  readonly longPassage: number;
}

/** Longer passages than this are indexed up to here. */
export const MOST_WORDS = 65_536;
const MOST_FREQUENCY = 255;
/** A title can count less than the text, and bytes hold no fractions. */
const QUARTERS = 4;

export function invert(forward: Forward, weights: FieldWeights): Postings {
  const count = forward.titleWords.length;
  const words = new Uint32Array(MOST_WORDS);
  const { stemOf, titleWords } = forward;
  const seenIn = new Int32Array(forward.stems.length).fill(-1);
  const starts = new Uint32Array(forward.stems.length + 1);
  const lengths = new Float32Array(count);
  let total = 0;
  for (let passage = 0; passage < count; passage += 1) {
    const length = wordsOf(forward, passage, words);
    for (let at = 0; at < length; at += 1) {
      const stem = stemOf[words[at] ?? 0] ?? 0;
      if (seenIn[stem] === passage) continue;
      seenIn[stem] = passage;
      starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
    }
    const title = titleWords[passage] ?? 0;
    lengths[passage] = length - title + title * titleWeight(length - title, weights);
    total += lengths[passage] ?? 0;
  }
  for (let stem = 0; stem < forward.stems.length; stem += 1) {
    starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  }
  const { k, b } = weights;
  const average = total / Math.max(1, count) || 1;
  const norms = lengths.map((length) => QUARTERS * k * (1 - b + (b * length) / average));
  return { starts, norms, ...fill(forward, starts, weights) };
}

function fill(forward: Forward, starts: Uint32Array, weights: FieldWeights) {
  const size = starts[starts.length - 1] ?? 0;
  const passages = new Uint32Array(size);
  const frequencies = new Uint8Array(size);
  const next = starts.slice();
  const words = new Uint32Array(MOST_WORDS);
  for (let passage = 0; passage < forward.titleWords.length; passage += 1) {
    const length = wordsOf(forward, passage, words);
    const title = forward.titleWords[passage] ?? 0;
    const inTitle = Math.round(QUARTERS * titleWeight(length - title, weights));
    for (let at = 0; at < length; at += 1) {
      const stem = forward.stemOf[words[at] ?? 0] ?? 0;
      let posting = (next[stem] ?? 0) - 1;
      if (posting < (starts[stem] ?? 0) || passages[posting] !== passage) {
        posting += 1;
        passages[posting] = passage;
        next[stem] = posting + 1;
      }
      const frequency = (frequencies[posting] ?? 0) + (at < title ? inTitle : QUARTERS);
      frequencies[posting] = Math.min(MOST_FREQUENCY, frequency);
    }
  }
  return { passages, frequencies };
}

function titleWeight(words: number, weights: FieldWeights): number {
  return words >= weights.longPassage ? weights.titleLong : weights.titleShort;
}
