import type { PassageHit, PassageSearch } from '../src/ports.ts';
import { analyze } from './analyze.ts';
import { candidates, rarity } from './search/candidates.ts';
import { buildEngine, type Engine } from './search/engine.ts';
import { countStems, type Forward, type IndexedText, readForward } from './search/forward.ts';
import { type QueryTerm, readQuery, type Vocabulary, type WeightedStem } from './search/query-terms.ts';
import { RANKING, type Ranking } from './search/ranking.ts';
import { makeRescorer } from './search/rescore.ts';
import { type Refusal, readSaved, writeSaved } from './search/saved-form.ts';
import { makeSpeller, type Speller } from './search/spelling.ts';

export type { IndexedText } from './search/forward.ts';

/** Shorter stems are near too many. */
const SHORTEST_STEM = 5;

export type LoadedIndex =
  | { readonly ok: true; readonly index: PassageIndex }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * Finds passages by their words. MiniSearch holds the index and scores the passages by BM25; the best hundred are then
 * read and rescored. See docs/decisions/0002-search.md.
 */
export class PassageIndex implements PassageSearch {
  readonly #forward: Forward;
  readonly #engine: Engine;
  readonly #ranking: Ranking;
  readonly #found: Uint32Array;
  readonly #vocabulary: Vocabulary;
  readonly #words: ReadonlyMap<string, number>;
  readonly #stems: ReadonlyMap<string, number>;
  /** Made when a query first holds an unknown word: most processes that answer one question never need it. */
  #speller: Speller | undefined;
  #stemSpeller: Speller | undefined;

  private constructor(forward: Forward, engine: Engine, ranking: Ranking) {
    this.#forward = forward;
    this.#engine = engine;
    this.#ranking = ranking;
    this.#found = countStems(forward);
    this.#words = new Map(forward.words.map((word, number) => [word, number]));
    this.#stems = new Map(forward.stems.map((stem, number) => [stem, number]));
    this.#vocabulary = {
      stemNumber: (stem) => this.#stems.get(stem),
      wordNumber: (word) => this.#words.get(word),
      nearStems: (word) => this.#nearStems(word),
    };
  }

  /** Indexes passages; a hit's `passage` is the position here. */
  static build(passages: Iterable<IndexedText>, ranking: Ranking = RANKING): PassageIndex {
    const forward = readForward(passages);
    return new PassageIndex(forward, buildEngine(forward, ranking), ranking);
  }

  /** Reads what `save` returned, if it was this program's for this version of the corpus. Never throws. */
  static load(saved: Uint8Array, corpus: string): LoadedIndex {
    const read = readSaved(saved, RANKING, corpus);
    return read.ok ? { ok: true, index: new PassageIndex(read.forward, read.engine, RANKING) } : read;
  }

  /** The index as bytes. `corpus` is the version of the corpus that was indexed: a new one makes them void. */
  save(corpus: string): Uint8Array {
    return writeSaved(this.#forward, this.#engine, this.#ranking, corpus);
  }

  search(query: string, limit: number): readonly PassageHit[] {
    const terms = readQuery(analyze(query), this.#vocabulary);
    const { rescored, budget } = this.#ranking;
    const sought = terms.flatMap(({ stems }) =>
      stems.map(({ stem, weight }) => ({
        stem: this.#forward.stems[stem] ?? '',
        weight,
        found: this.#found[stem] ?? 0,
      })),
    );
    const scores = candidates(this.#engine, sought, { least: limit, budget });
    const best = [...scores].map(([passage, score]) => ({ passage, score })).sort(byScore);
    const { bonus } = makeRescorer(this.#forward, terms, this.#rarities(terms), this.#ranking);
    return best
      .slice(0, Math.max(limit, rescored))
      .map(({ passage, score }, at) => ({ passage, score: score + (at < rescored ? bonus(passage) : 0) }))
      .sort(byScore)
      .slice(0, limit);
  }

  /** How many passages hold a word with this stem. */
  documentFrequency(stem: string): number {
    return this.#found[this.#stems.get(stem) ?? -1] ?? 0;
  }

  /** Indexed words that may be meant by one that is not indexed, best first; none if it is indexed or short. */
  spellings(word: string): string[] {
    const [token] = analyze(word);
    if (token === undefined || token.stop || this.#stems.has(token.stem)) return [];
    const near = this.#near(token.word).map(({ word: number }) => this.#forward.words[number] ?? '');
    if (near.length > 0) return near;
    // "Distibutes" is near no word of a corpus that has "distribution", and its stem is near that word's.
    this.#stemSpeller ??= makeSpeller(this.#forward.stems);
    return token.stem.length < SHORTEST_STEM
      ? []
      : this.#stemSpeller
          .near(token.stem)
          .map(({ word: number }) => this.#forward.words[this.#forward.stemOf.indexOf(number)] ?? '');
  }

  #near(word: string) {
    this.#speller ??= makeSpeller(this.#forward.words);
    return this.#speller.near(word);
  }

  #nearStems(word: string): WeightedStem[] {
    const { misspelt } = this.#ranking;
    const weights = new Map<number, number>();
    for (const near of this.#near(word)) {
      const stem = this.#forward.stemOf[near.word] ?? 0;
      if (!weights.has(stem)) weights.set(stem, misspelt ** near.distance);
    }
    return [...weights].map(([stem, weight]) => ({ stem, weight }));
  }

  /** What each term weighs: its rarity, or that of the best that stands for it. */
  #rarities(terms: readonly QueryTerm[]): number[] {
    const passages = this.#forward.titleWords.length;
    return terms.map(({ stems }) =>
      Math.max(...stems.map(({ stem, weight }) => weight * rarity(this.#found[stem] ?? 0, passages))),
    );
  }
}

function byScore(a: PassageHit, b: PassageHit): number {
  return b.score - a.score || a.passage - b.passage;
}
