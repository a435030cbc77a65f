import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stopWords from '../../index/lexicon/stop-words.json' with { type: 'json' };

/**
 * As many passages as a large company has, made from the few texts in this repository: their sentences keep their
 * function words and their shape, and most of their content words give way to words of a large vocabulary, which
 * Zipf's law spreads as it does in real text. Passages of one document share its topic's words, so that a query has
 * many near misses. The same seed always gives the same passages; nothing is downloaded.
 */

export interface MeasuredPassage {
  readonly title: string;
  readonly publisher: string;
  readonly text: string;
}

export interface MeasuredQuery {
  readonly query: string;
  /** The passage that the query was written from. */
  readonly relevant: number;
}

export interface MeasuredSet {
  readonly passages: readonly MeasuredPassage[];
  readonly queries: readonly MeasuredQuery[];
}

const VOCABULARY = 80_000;
const WORDS_A_PASSAGE = 100;
const FRAMES = [
  'What did A say about the B of C?',
  'When did A B the C for D?',
  'Who is behind the A and B of C?',
  'How much will the A of B cost C?',
  'Is it still true that A B with C?',
  'Why was A of B over the C D?',
  'A B C',
];

const root = join(import.meta.dirname, '..', '..');
const functionWords = new Set(Object.values(stopWords).flatMap((words) => words.split(' ')));

export function makePassages(count: number, queryCount: number, seed = 1): MeasuredSet {
  const random = generator(seed);
  const templates = readTemplates();
  const vocabulary = makeVocabulary(templates, random);
  const zipf = zipfSampler(VOCABULARY, random);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const passages: MeasuredPassage[] = [];
  while (passages.length < count) {
    const topic = Array.from(
      { length: 30 },
      () => vocabulary[200 + Math.floor(random() ** 2 * (VOCABULARY - 200))] ?? '',
    );
    const title = Array.from({ length: 5 }, () => capital(pick(topic))).join(' ');
    const publisher = capital(pick(topic.slice(0, 3)));
    const write = (word: string) => {
      const chance = random();
      if (functionWords.has(word.toLowerCase()) || chance < 0.2) return word;
      const other = chance < 0.45 ? pick(topic) : (vocabulary[zipf()] ?? word);
      return /^\p{Lu}/u.test(word) ? capital(other) : other;
    };
    for (let n = 2 + Math.floor(random() * 8); n > 0 && passages.length < count; n -= 1) {
      let text = '';
      for (let words = 0; words < WORDS_A_PASSAGE; ) {
        const sentence = pick(templates).replace(/[\p{L}\p{N}]+/gu, write);
        words += sentence.split(' ').length;
        text += text === '' ? sentence : ` ${sentence}`;
      }
      passages.push({ title, publisher, text });
    }
  }
  const queries = Array.from({ length: queryCount }, () => {
    const relevant = Math.floor(random() * count);
    return { relevant, query: ask(passages[relevant] as MeasuredPassage, random) };
  });
  return { passages, queries };
}

/** A question about one sentence: one or two words of the title, the rest from the sentence, some bent or misspelt. */
function ask(passage: MeasuredPassage, random: () => number): string {
  const content = (text: string) =>
    (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => !functionWords.has(w.toLowerCase()));
  const sentences = passage.text.split(/(?<=[.!?]) /);
  const words = content(sentences[Math.floor(random() * sentences.length)] ?? '');
  const title = content(passage.title);
  return (FRAMES[Math.floor(random() * FRAMES.length)] ?? '').replace(/\b[A-D]\b/g, (slot) => {
    const from = slot === 'A' ? title : words;
    const word = from[Math.floor(random() * from.length)] ?? 'report';
    const chance = random();
    if (chance < 0.15) return `${word}s`;
    if (chance < 0.2 && word.length > 6) return word.slice(0, 3) + word.slice(4);
    return word;
  });
}

function readTemplates(): string[] {
  const folders = ['index/corpus/documents', 'tests/stories/pharma/documents'].map((path) => join(root, path));
  return folders
    .flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .flatMap((text) => text.split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter((sentence) => /^[\p{Lu}].*[.!?]$/u.test(sentence) && sentence.split(' ').length >= 8);
}

/** The repository's own words first, then invented ones: syllables with English endings. */
function makeVocabulary(templates: readonly string[], random: () => number): string[] {
  const counts = new Map<string, number>();
  for (const word of templates
    .join(' ')
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? []) {
    if (!functionWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = new Set([...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word));
  const part = (parts: string) => parts.split(' ')[Math.floor(random() * parts.split(' ').length)] ?? '';
  while (words.size < VOCABULARY) {
    let word = '';
    for (let n = 1 + Math.floor(random() * 3); n > 0; n -= 1) {
      word +=
        part('b c d f g h l m n p r s t v w br cl dr gr pl st tr') + part('a e i o u ai ea ou') + part('l n r s t m');
    }
    words.add(word + part(' ed ing s er ation ment al'));
  }
  return [...words];
}

function zipfSampler(size: number, random: () => number): () => number {
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

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Mulberry32: small, fast, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
