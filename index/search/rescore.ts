import { type Forward, wordsOf } from './forward.ts';
import type { QueryTerm } from './query-terms.ts';

/** What raises a passage above others with the same words, in units of the words' rarity. */
export interface RescoreWeights {
  /** Two words that follow one another in the query and, in order and `pairReach` apart at most, in the passage. */
  readonly pair: number;
  readonly pairReach: number;
  /** The rarities of the distinct words in the best stretch of `windowWords`. */
  readonly window: number;
  readonly windowWords: number;
  /** Words that stand in the passage exactly as in the query, ending included. */
  readonly exact: number;
}

/** A passage is read up to here; longer ones are rare, and their later parts count in BM25. */
const MOST_READ = 4096;

/** The passage that is being read: one at a time, so that every query can use the same room. */
const words = new Uint32Array(MOST_READ);
/** Where the query's words stand in it, and which. */
const places = new Int32Array(MOST_READ);
const slots = new Int32Array(MOST_READ);

export interface Rescorer {
  /** What to add to the BM25 of a passage. Never negative. */
  bonus(passage: number): number;
}

/** A rescorer for one query; `rarities` has one for each of its terms, in their order. */
export function makeRescorer(
  forward: Forward,
  terms: readonly QueryTerm[],
  rarities: readonly number[],
  weights: RescoreWeights,
): Rescorer {
  // There are fewer terms than it can count: `readQuery` stops before.
  const slotOf = new Int8Array(forward.stems.length).fill(-1);
  terms.forEach((term, slot) => {
    for (const { stem } of term.stems) if (slotOf[stem] === -1) slotOf[stem] = slot;
  });
  const rarityOf = (slot: number) => rarities[slot] ?? 0;

  function find(passage: number): number {
    const length = wordsOf(forward, passage, words);
    let found = 0;
    for (let at = 0; at < length; at += 1) {
      const slot = slotOf[forward.stemOf[words[at] as number] as number] as number;
      if (slot < 0) continue;
      places[found] = at;
      slots[found++] = slot;
    }
    return found;
  }

  function exact(found: number): number {
    const seen = new Set<number>();
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const slot = slots[at] as number;
      if (seen.has(slot) || words[places[at] as number] !== terms[slot]?.word) continue;
      seen.add(slot);
      sum += rarityOf(slot);
    }
    return sum;
  }

  function pairs(found: number): number {
    const seen = new Set<number>();
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const slot = slots[at] as number;
      if (seen.has(slot)) continue;
      for (let next = at + 1; next < found; next += 1) {
        if ((places[next] as number) - (places[at] as number) > weights.pairReach) break;
        if (slots[next] !== slot + 1) continue;
        seen.add(slot);
        sum += Math.min(rarityOf(slot), rarityOf(slot + 1));
        break;
      }
    }
    return sum;
  }

  function window(found: number): number {
    const held = new Uint16Array(terms.length);
    let best = 0;
    let sum = 0;
    for (let last = 0, first = 0; last < found; last += 1) {
      const slot = slots[last] as number;
      if (held[slot] === 0) sum += rarityOf(slot);
      held[slot] = (held[slot] as number) + 1;
      for (; (places[last] as number) - (places[first] as number) >= weights.windowWords; first += 1) {
        const gone = slots[first] as number;
        held[gone] = (held[gone] as number) - 1;
        if (held[gone] === 0) sum -= rarityOf(gone);
      }
      if (sum > best) best = sum;
    }
    return best;
  }

  return {
    bonus(passage) {
      const found = find(passage);
      return weights.exact * exact(found) + weights.pair * pairs(found) + weights.window * window(found);
    },
  };
}
