import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capital, functionWords, generator, makeVocabulary, zipfSampler } from './made-words.ts';

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

export function makePassages(count: number, queryCount: number, seed = 1): MeasuredSet {
  const random = generator(seed);
  const templates = readTemplates();
  const vocabulary = makeVocabulary(templates, VOCABULARY, random);
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
