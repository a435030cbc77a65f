import MiniSearch, { type Options } from 'minisearch';
import { type Forward, MOST_WORDS, wordsOf } from './forward.ts';

/** The part of ranking that MiniSearch does. */
export interface EngineWeights {
  /** BM25's two parameters. MiniSearch's third, `d`, is 0: then it is BM25 as everybody knows it. */
  readonly k: number;
  readonly b: number;
  /** How often the title is said in a passage of fewer, and of at least, `longPassage` words (function words aside). */
  readonly titleShort: number;
  readonly titleLong: number;
  readonly longPassage: number;
}

/** What MiniSearch indexes: a passage's stems in one field, since two fields rank worse than one. */
interface Entry {
  readonly id: number;
  readonly stems: string;
}

export type Engine = MiniSearch<Entry>;

/** The text was analysed before: whatever MiniSearch is given, to index or to find, is stems with a space between. */
function options({ k, b }: EngineWeights): Options<Entry> {
  return {
    fields: ['stems'],
    tokenize: (stems) => stems.split(' '),
    processTerm: (stem) => stem,
    searchOptions: { bm25: { k, b, d: 0 } },
  };
}

/** An engine that knows each passage by its number, from the words that are saved of it. */
export function buildEngine(forward: Forward, weights: EngineWeights): Engine {
  const engine: Engine = new MiniSearch(options(weights));
  const numbers = new Uint32Array(MOST_WORDS);
  for (let id = 0; id < forward.titleWords.length; id += 1) {
    const words = [...numbers.subarray(0, wordsOf(forward, id, numbers))].map(
      (word) => forward.stems[forward.stemOf[word] ?? 0] ?? '',
    );
    const title = words.slice(0, forward.titleWords[id]);
    const times = words.length - title.length < weights.longPassage ? weights.titleShort : weights.titleLong;
    engine.add({
      id,
      stems: [
        ...words,
        ...Array(times - 1)
          .fill(title)
          .flat(),
      ].join(' '),
    });
  }
  return engine;
}

/** `saved` is what `JSON.stringify` made of an engine with the same weights. */
export function loadEngine(saved: string, weights: EngineWeights): Engine {
  return MiniSearch.loadJSON(saved, options(weights));
}
