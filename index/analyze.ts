import type { Token } from '../src/ports.ts';
import irregular from './lexicon/irregular-plurals.json' with { type: 'json' };
import stopWords from './lexicon/stop-words.json' with { type: 'json' };
import { foldDiacritics } from './words/fold.ts';
import { stemEnglish } from './words/porter2.ts';
import { eachWord } from './words/scan.ts';

/**
 * How a text becomes words, for indexing, for searching and for comparing sentences. One function serves all three:
 * a question and a passage can only meet if both were cut up in the same way.
 */

/** Part of a saved index's version: raise it whenever a text may come out differently. */
export const ANALYSIS_VERSION = 3;

const STOP: ReadonlySet<string> = new Set(Object.values(stopWords).flatMap((words) => words.split(' ')));

/** Plurals that the stemmer takes for other words than their singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(irregular));

interface Word {
  readonly word: string;
  readonly stem: string;
  readonly stop: boolean;
}

/**
 * Most words of a text were met before. When `recent` is full it becomes `older`, and what is not asked for again is
 * forgotten; long words are never kept, so that both together stay below 20 megabytes whatever people type.
 */
const CACHE_ENTRIES = 65_536;
const CACHED_LENGTH = 32;
let recent = new Map<string, Word>();
let older = new Map<string, Word>();

/** Nothing of this length is an English word. */
const STEMMED_LENGTH = 40;

/** The words of a text in order, function words included but marked. */
export function analyze(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end) => {
    const { word, stem, stop } = lookUp(text.slice(start, end));
    tokens.push({ stem, word, start, end, stop });
  });
  return tokens;
}

/** The form under which a single word is indexed. */
export function stem(word: string): string {
  return lookUp(word).stem;
}

function lookUp(written: string): Word {
  const known = recent.get(written);
  if (known !== undefined) return known;
  const copy = ownCopy(written);
  const lower = copy.toLowerCase();
  const word = older.get(copy) ?? (lower === copy ? read(lower) : lookUp(lower));
  if (copy.length <= CACHED_LENGTH) keep(copy, word);
  return word;
}

function keep(written: string, word: Word): void {
  if (recent.size >= CACHE_ENTRIES) {
    older = recent;
    recent = new Map();
  }
  recent.set(written, word);
}

/** V8 lets a slice of 13 characters and more hold on to the whole text that it was cut from. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** `word` is in lower case. */
function read(word: string): Word {
  const plain = foldDiacritics(word.replaceAll('’', "'"));
  if (STOP.has(plain)) return { word, stem: plain, stop: true };
  const bare = plain.replace(/[.,](?=.)/g, (sign, at: number) => (isDecimalPoint(plain, sign, at) ? sign : ''));
  // "A330s" are several of the A330: a stemmer leaves what holds a figure alone.
  const model = /^\p{L}+\d+s$/u.test(bare) ? bare.slice(0, -1) : (IRREGULAR.get(bare) ?? bare);
  return { word, stem: model.length > STEMMED_LENGTH ? model : stemEnglish(model), stop: false };
}

/** "2.5" keeps its sign; "1,000" is also written 1000, and "u.s" also us. */
function isDecimalPoint(word: string, sign: string, at: number): boolean {
  return sign === '.' && word.charCodeAt(at + 1) <= 0x39;
}
