import type { PassageHit, PassageSearch } from '../src/ports.ts';
import { analyze } from './analyze.ts';
import { candidates, makeScratch, rarity, type Scratch } from './search/candidates.ts';
import { type Forward, type IndexedText, readForward } from './search/forward.ts';
import { invert, type Postings } from './search/postings.ts';
import { readQuery, type Vocabulary, type WeightedStem } from './search/query-terms.ts';
import { RANKING, type Ranking } from './search/ranking.ts';
import { makeRescorer } from './search/rescore.ts';
import { type Refusal, readSaved, writeForward } from './search/saved-form.ts';
import { makeSpeller, type Speller } from './search/spelling.ts';

export type { IndexedText } from './search/forward.ts';

export type LoadedIndex =
  | { readonly ok: true; readonly index: PassageIndex }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * Finds passages by their words. BM25 over all passages that hold a word of the query gives the best hundred, which
 * are then read and rescored; see docs/decisions/0002-search.md.
 */
export class PassageIndex implements PassageSearch {
  readonly #forward: Forward;
  readonly #postings: Postings;
  readonly #ranking: Ranking;
  readonly #scratch: Scratch;
  readonly #vocabulary: Vocabulary;
  readonly #words: ReadonlyMap<string, number>;
  readonly #stems: ReadonlyMap<string, number>;
  /** Made when a query first holds an unknown word: most processes that answer one question never need it. */
  #speller: Speller | undefined;

  constructor(forward: Forward, ranking: Ranking = RANKING) {
    this.#forward = forward;
    this.#ranking = ranking;
    this.#postings = invert(forward, ranking);
    this.#scratch = makeScratch(forward.titleWords.length);
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
    return new PassageIndex(readForward(passages), ranking);
  }

  /** Reads what `save` returned, if it was this program's for this version of the corpus. Never throws. */
  static load(saved: Uint8Array, corpus: string): LoadedIndex {
    const read = readSaved(saved, corpus);
    return read.ok ? { ok: true, index: new PassageIndex(read.forward) } : read;
  }

  /** The index as bytes. `corpus` is the version of the corpus that was indexed: a new one makes them void. */
  save(corpus: string): Uint8Array {
    return writeForward(this.#forward, corpus);
  }

  search(query: string, limit: number): readonly PassageHit[] {
    const terms = readQuery(analyze(query), this.#vocabulary);
    if (terms.length === 0) return [];
    const { rescored, k } = this.#ranking;
    const best = candidates(this.#postings, terms, Math.max(limit, rescored), k, this.#scratch);
    const passages = this.#forward.titleWords.length;
    const rarities = terms.map(({ stems }) =>
      Math.max(...stems.map((s) => s.weight * rarity(this.#found(s.stem), passages))),
    );
    const { bonus } = makeRescorer(this.#forward, terms, rarities, this.#ranking);
    return best.passages
      .map((passage, at) => ({ passage, score: (best.scores[at] ?? 0) + (at < rescored ? bonus(passage) : 0) }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }

  /** How many passages hold a word with this stem. */
  documentFrequency(stem: string): number {
    const number = this.#stems.get(stem);
    return number === undefined ? 0 : this.#found(number);
  }

  /** Indexed words that may be meant by one that is not indexed, best first; none if it is indexed or short. */
  spellings(word: string): string[] {
    const [token] = analyze(word);
    if (token === undefined || token.stop || this.#stems.has(token.stem)) return [];
    return this.#near(token.word).map((near) => this.#forward.words[near.word] ?? '');
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

  #found(stem: number): number {
    return (this.#postings.starts[stem + 1] ?? 0) - (this.#postings.starts[stem] ?? 0);
  }
}
