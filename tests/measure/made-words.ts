import stopWords from '../../index/lexicon/stop-words.json' with { type: 'json' };

/** A number from 0 up to but not including 1. */
export type Random = () => number;

export const functionWords: ReadonlySet<string> = new Set(
  Object.values(stopWords).flatMap((words) => words.split(' ')),
);

/** The repository's own words first, then invented ones: syllables with English endings. */
export function makeVocabulary(templates: readonly string[], size: number, random: Random): string[] {
  const counts = new Map<string, number>();
  for (const word of templates
    .join(' ')
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? []) {
    if (!functionWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = new Set([...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word));
  const part = (parts: string) => parts.split(' ')[Math.floor(random() * parts.split(' ').length)] ?? '';
  while (words.size < size) {
    let word = '';
    for (let n = 1 + Math.floor(random() * 3); n > 0; n -= 1) {
      word +=
        part('b c d f g h l m n p r s t v w br cl dr gr pl st tr') + part('a e i o u ai ea ou') + part('l n r s t m');
    }
    words.add(word + part(' ed ing s er ation ment al'));
  }
  return [...words];
}

/** Picks numbers below `size` as Zipf's law spreads words: the smaller the more often. */
export function zipfSampler(size: number, random: Random): () => number {
  const cumulative = new Float64Array(size);
  let total = 0;
  for (let rank = 0; rank < size; rank += 1) cumulative[rank] = total += 1 / (rank + 3);
  return () => {
    const target = random() * total;
    let low = 0;
    for (let high = size - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Mulberry32: small, fast, the same on every machine. */
export function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
