/** Letters that Unicode does not decompose, although readers type them without their stroke or ligature. */
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** ASCII needs nothing, and is nearly everything. */
const ASCII = /^[\u0020-\u007e]*$/;

/**
 * A lower-case word as it is typed on a plain keyboard: "amazonía" becomes "amazonia". Only the combining accents of
 * Latin, Greek and Cyrillic go; in other scripts a mark can be a vowel.
 */
export function foldDiacritics(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => WITHOUT_DECOMPOSITION[letter] ?? letter);
}
