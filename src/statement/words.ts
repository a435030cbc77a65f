import type { Analysis, TermSpan, Token } from '../ports.ts';

/** What a text is read into before it is compared: its words, and the runs of them that the lexicon has. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly concepts: readonly TermSpan[];
  readonly phrases: readonly TermSpan[];
}

export function readWords(text: string, { analyze, lexicon }: Analysis): Words {
  const tokens = analyze(text);
  return { tokens, concepts: lexicon.concepts(text, tokens), phrases: lexicon.phrases(tokens) };
}

/** The words of many texts as data, each way of writing one kept once. */
export interface SavedWords {
  readonly vocabulary: readonly (readonly [word: string, stem: string, stop: 0 | 1])[];
  readonly texts: readonly SavedText[];
}

interface SavedText {
  /** For each token its start and its place in the vocabulary, one after the other. */
  readonly tokens: readonly number[];
  readonly concepts: readonly SavedSpan[];
  readonly phrases: readonly SavedSpan[];
}

type SavedSpan = readonly [key: string, first: number, last: number];

/** Throws where a word is longer or shorter in lower case than as written: such a text cannot be saved. */
export function saveWords(texts: readonly Words[]): SavedWords {
  const vocabulary: (readonly [string, string, 0 | 1])[] = [];
  const places = new Map<string, number>();
  const placeOf = ({ word, stem, start, end, stop }: Token) => {
    if (end - start !== word.length) throw new Error(`“${word}” is not as long as it is written`);
    const place = places.get(word) ?? vocabulary.push([word, stem, stop ? 1 : 0]) - 1;
    places.set(word, place);
    return place;
  };
  const spans = (found: readonly TermSpan[]) => found.map(({ key, first, last }): SavedSpan => [key, first, last]);
  return {
    texts: texts.map(({ tokens, concepts, phrases }) => ({
      tokens: tokens.flatMap((token) => [token.start, placeOf(token)]),
      concepts: spans(concepts),
      phrases: spans(phrases),
    })),
    vocabulary,
  };
}

/** The words of the text that was saved as number `index`; undefined where none was. */
export function restoreWords({ vocabulary, texts }: SavedWords, index: number): Words | undefined {
  const saved = texts[index];
  if (!saved) return;
  const tokens: Token[] = [];
  for (let i = 0; i < saved.tokens.length; i += 2) {
    const start = saved.tokens[i] ?? 0;
    const [word, stem, stop] = vocabulary[saved.tokens[i + 1] ?? 0] ?? ['', '', 0];
    tokens.push({ stem, word, start, end: start + word.length, stop: stop === 1 });
  }
  const spans = (found: readonly SavedSpan[]) => found.map(([key, first, last]): TermSpan => ({ key, first, last }));
  return { tokens, concepts: spans(saved.concepts), phrases: spans(saved.phrases) };
}
