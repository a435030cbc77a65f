import type { Postings } from './postings.ts';
import type { QueryTerm } from './query-terms.ts';

/** Room that every search uses again, so that none has to clear as many numbers as there are passages. */
export interface Scratch {
  /** BM25 of each passage; 0 everywhere between two searches. */
  readonly scores: Float64Array;
  readonly touched: Uint32Array;
}

export function makeScratch(passages: number): Scratch {
  return { scores: new Float64Array(passages), touched: new Uint32Array(passages) };
}

/** BM25's weight of a term that `found` of `all` passages hold. */
export function rarity(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

export interface Candidates {
  /** Best first; equal scores in order of passage. */
  readonly passages: readonly number[];
  readonly scores: readonly number[];
}

/** The `limit` passages with the highest BM25. */
export function candidates(
  postings: Postings,
  terms: readonly QueryTerm[],
  limit: number,
  k: number,
  scratch: Scratch,
) {
  const { scores, touched } = scratch;
  const all = scores.length;
  let count = 0;
  for (const term of terms) {
    for (const { stem, weight } of term.stems) {
      const start = postings.starts[stem] ?? 0;
      const end = postings.starts[stem + 1] ?? 0;
      const gain = rarity(end - start, all) * weight * (k + 1);
      for (let at = start; at < end; at += 1) {
        const passage = postings.passages[at] as number;
        const before = scores[passage] as number;
        const frequency = postings.frequencies[at] as number;
        if (before === 0) touched[count++] = passage;
        scores[passage] = before + (gain * frequency) / (frequency + (postings.norms[passage] as number));
      }
    }
  }
  const best = select(scores, touched.subarray(0, count), limit);
  const found = best.map((passage) => scores[passage] as number);
  for (let at = 0; at < count; at += 1) scores[touched[at] as number] = 0;
  return { passages: best, scores: found };
}

/** The best of `touched`, by a heap whose top is the worst that is still kept. */
function select(scores: Float64Array, touched: Uint32Array, limit: number): number[] {
  const size = Math.min(limit, touched.length);
  const heap = new Uint32Array(size);
  const worse = (a: number, b: number) => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number) => {
    const item = heap[from] as number;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && worse(heap[child + 1] as number, heap[child] as number)) child += 1;
      if (!worse(heap[child] as number, item)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = item;
  };
  heap.set(touched.subarray(0, size));
  for (let at = (size >> 1) - 1; at >= 0; at -= 1) sink(at);
  for (let at = size; at < touched.length; at += 1) {
    const passage = touched[at] as number;
    if (!worse(heap[0] as number, passage)) continue;
    heap[0] = passage;
    sink(0);
  }
  return [...heap].sort((a, b) => (worse(a, b) ? 1 : -1));
}
