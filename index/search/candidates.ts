import type { Engine } from './engine.ts';

/** A stem to be found. */
export interface SoughtStem {
  readonly stem: string;
  readonly weight: number;
  /** How many passages hold it. */
  readonly found: number;
}

export interface Limits {
  /** As many candidates as there should be, if that many passages match. */
  readonly least: number;
  /** See `Ranking.budget`. */
  readonly budget: number;
}

/** BM25's weight of a term that `found` of `all` passages hold. */
export function rarity(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/**
 * Passages that match, with their BM25. MiniSearch makes an object for every passage that holds a word of the query,
 * and nearly all its time goes there. So the rarest words come first; once they have found enough, the common ones
 * only add to the scores of what was found: MiniSearch passes over a passage for which `boostDocument` says 0.
 */
export function candidates(engine: Engine, stems: readonly SoughtStem[], { least, budget }: Limits) {
  const scores = new Map<number, number>();
  const rarestFirst = stems.toSorted((a, b) => a.found - b.found);
  let postings = 0;
  for (const { stem, weight, found } of rarestFirst) {
    postings += found;
    const finds = postings <= budget || scores.size < least;
    const kept = weight === 1 && found <= MOST_POSTINGS_KEPT;
    const results = kept
      ? searchedBefore(engine, stem)
      : engine.search(stem, {
          boostTerm: () => weight,
          ...(!finds && { boostDocument: (passage: number) => (scores.has(passage) ? 1 : 0) }),
        });
    for (const { id, score } of results) if (finds || scores.has(id)) scores.set(id, (scores.get(id) ?? 0) + score);
  }
  return scores;
}

/** What people ask about a story is said in few words: of those that few passages hold, the scores are kept. */
const MOST_POSTINGS_KEPT = 256;
const MOST_STEMS_KEPT = 4096;

type Scored = readonly { readonly id: number; readonly score: number }[];

const searched = new WeakMap<Engine, Map<string, Scored>>();

/** One word a search: MiniSearch multiplies a passage's score by the number of words that it matched. */
function searchedBefore(engine: Engine, stem: string): Scored {
  const kept = searched.get(engine) ?? new Map<string, Scored>();
  searched.set(engine, kept);
  const known = kept.get(stem);
  if (known) return known;
  const results = engine.search(stem).map(({ id, score }) => ({ id: id as number, score: score }));
  if (kept.size >= MOST_STEMS_KEPT) kept.clear();
  kept.set(stem, results);
  return results;
}
