import { newStemmer } from 'snowball-stemmers';

/** Porter's second English stemmer. */
const english = newStemmer('english');

/** `word` is in lower case. */
export function stemEnglish(word: string): string {
  return english.stem(word);
}
