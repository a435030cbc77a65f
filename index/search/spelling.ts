/** Words near one that no passage holds. */
export interface Speller {
  near(word: string): readonly Near[];
}

export interface Near {
  /** Number of the indexed word. */
  readonly word: number;
  readonly distance: number;
}

/** Of a word of this length only two neighbours that changed places are taken for a slip, or a letter left out. */
const SHORTEST_FOR_SLIP = 4;
/** Shorter words have too many neighbours: "laws" is not "lows", and "KX14" is not "KX15". */
const SHORTEST_FOR_ONE = 5;
const SHORTEST_FOR_TWO = 8;
const MOST_NEAR = 3;
const MOST_EDITS = 2;
const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;

/** `words` are in order of frequency: of two equally near words the more frequent is the better. */
export function makeSpeller(words: readonly string[]): Speller {
  const letters = new Int32Array(words.length);
  const byLength: number[][] = [];
  words.forEach((word, number) => {
    if (word.length < SHORTEST_FOR_ONE - 1 || !ONLY_LETTERS.test(word)) return;
    letters[number] = lettersOf(word);
    const alike = byLength[word.length];
    if (alike) alike.push(number);
    else byLength[word.length] = [number];
  });
  // A question's word is looked for twice: in what it is about, and in what is searched for.
  let last: { readonly word: string; readonly near: readonly Near[] } | undefined;
  return {
    near(word) {
      if (last?.word !== word) last = { word, near: find(word) };
      return last.near;
    },
  };

  function find(word: string): readonly Near[] {
    const most = allowedDistance(word);
    if (most === 0) return [];
    const own = lettersOf(word);
    const found: Near[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const number of byLength[length] ?? []) {
        // Each edit brings in one letter at most, and takes one out: this alone rules out nearly every word.
        const held = letters[number] ?? 0;
        if (moreThan(most, own & ~held) || moreThan(most, held & ~own)) continue;
        const near = words[number] ?? '';
        const distance = editDistance(word, near, true) + (word[0] === near[0] ? 0 : 1);
        // Two letters in the wrong order are one mistake to a person, and two edits where there is another.
        const meant = distance <= most && (distance < 2 || editDistance(word, near, false) <= MOST_EDITS);
        if (meant && (word.length >= SHORTEST_FOR_ONE || slipped(word, near))) found.push({ word: number, distance });
      }
    return found.sort((a, b) => a.distance - b.distance || a.word - b.word).slice(0, MOST_NEAR);
  }
}

/** The letters of a word as bits; some share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Whether more than `most` bits are set. */
function moreThan(most: number, bits: number): boolean {
  let rest = bits;
  for (let i = 0; i < most; i += 1) rest &= rest - 1;
  return rest !== 0;
}

function allowedDistance(word: string): number {
  if (!ONLY_LETTERS.test(word) || word.length < SHORTEST_FOR_SLIP) return 0;
  return word.length < SHORTEST_FOR_TWO ? 1 : 2;
}

/** "Crad" for "card", "limt" for "limit": all the letters, or all but one, from the same first one on. */
function slipped(word: string, near: string): boolean {
  if (word[0] !== near[0]) return false;
  return near.length === word.length
    ? [...word].sort().join('') === [...near].sort().join('')
    : near.length > word.length;
}

/** Insertions, deletions and substitutions; a swap of neighbours is one edit if `swaps`, else two. */
function editDistance(a: string, b: string, swaps: boolean): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (swaps && row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
