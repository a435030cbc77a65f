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
const ONLY_LETTERS = () => /^[\p{L}\p{M}]+$/u;

/** `words` are in order of frequency: of two equally near words the more frequent is the better. */
export function makeSpeller(words: readonly string[]): Speller {
  const numbers = new Map<string, number>();
  const letters = new Int32Array(words.length);
  /** Words of one first letter and one length. */
  const alike = new Map<string, number[]>();
  for (const [number, word] of words.entries()) {
    if (word.length < SHORTEST_FOR_ONE - 1 || !ONLY_LETTERS().test(word)) continue;
    numbers.set(word, number);
    letters[number] = lettersOf(word);
    const key = `${word[0]}${word.length}`;
    const others = alike.get(key);
    if (others) others.push(number);
    else alike.set(key, [number]);
  }
  const firstLetters = [...new Set([...alike.keys()].map((key) => key[0] ?? ''))];

  /** With the first letter as it is, which a person hardly gets wrong. */
  function withThatFirst(word: string, most: number): Near[] {
    const own = lettersOf(word);
    const found: Near[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const number of alike.get(`${word[0]}${length}`) ?? []) {
        // Each edit brings in one letter at most, and takes one out: this alone rules out most words.
        const held = letters[number] ?? 0;
        if (moreThan(most, own & ~held) || moreThan(most, held & ~own)) continue;
        const near = words[number] ?? '';
        const distance = editDistance(word, near, true, most);
        // Two letters in the wrong order are one mistake to a person, and two edits where there is another.
        if (distance <= most && (distance < 2 || editDistance(word, near, false, MOST_EDITS) <= MOST_EDITS))
          found.push({ word: number, distance });
      }
    return found;
  }

  /** With another first letter: that alone may be wrong, and counts double. */
  function withAnotherFirst(word: string): Near[] {
    const rest = word.slice(1);
    const made = [rest, `${word[1]}${word[0]}${word.slice(2)}`];
    for (const first of firstLetters) made.push(`${first}${rest}`, `${first}${word}`);
    return [...new Set(made)].flatMap((near) => {
      const number = near[0] === word[0] ? undefined : numbers.get(near);
      return number === undefined ? [] : [{ word: number, distance: 2 }];
    });
  }

  function find(word: string): readonly Near[] {
    const most = allowedDistance(word);
    if (most === 0) return [];
    const found = withThatFirst(word, most);
    if (most > 1) found.push(...withAnotherFirst(word));
    return found
      .filter(({ word: number }) => word.length >= SHORTEST_FOR_ONE || slipped(word, words[number] ?? ''))
      .sort((a, b) => a.distance - b.distance || a.word - b.word)
      .slice(0, MOST_NEAR);
  }

  // A question's word is looked for twice: in what it is about, and in what is searched for.
  let last: { readonly word: string; readonly near: readonly Near[] } | undefined;
  return {
    near(word) {
      if (last?.word !== word) last = { word, near: find(word) };
      return last.near;
    },
  };
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
  if (!ONLY_LETTERS().test(word) || word.length < SHORTEST_FOR_SLIP) return 0;
  return word.length < SHORTEST_FOR_TWO ? 1 : 2;
}

/** "Crad" for "card", "limt" for "limit": all the letters, or all but one, from the same first one on. */
function slipped(word: string, near: string): boolean {
  if (word[0] !== near[0]) return false;
  return near.length === word.length
    ? [...word].sort().join('') === [...near].sort().join('')
    : near.length > word.length;
}

/** The rows of the table of distances that are needed at a time. */
let [beforeLast, last, current]: [number[], number[], number[]] = [[], [], []];

/**
 * Insertions, deletions and substitutions; a swap of neighbours is one edit if `swaps`, else two. Where there are more
 * than `most` it is told as soon as that is sure, as some number above `most`.
 */
function editDistance(a: string, b: string, swaps: boolean, most: number): number {
  let leastBefore = 0;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        swaps &&
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      )
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // A swap goes on from the row before the last.
    if (least > most && leastBefore > most) return least;
    leastBefore = least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length] ?? 0;
}
