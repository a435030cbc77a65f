import SearchableMap from 'minisearch/SearchableMap';

/** Words near one that no passage holds, found in MiniSearch's radix tree. */
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
const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;

/** `words` are in order of frequency: of two equally near words the more frequent is the better. */
export function makeSpeller(words: readonly string[]): Speller {
  const numbers = new SearchableMap<number>();
  words.forEach((word, number) => {
    if (word.length >= SHORTEST_FOR_ONE - 1 && ONLY_LETTERS.test(word)) numbers.set(word, number);
  });
  return {
    near(word) {
      const most = allowedDistance(word);
      if (most === 0) return [];
      // Two letters in the wrong order are one mistake to a person, and two edits to the tree.
      return [...numbers.fuzzyGet(word, 2)]
        .map(([near, [number]]) => ({ word: number, distance: editDistance(word, near) }))
        .filter(
          ({ distance, word: number }) =>
            distance <= most && (word.length >= SHORTEST_FOR_ONE || slipped(word, words[number] ?? '')),
        )
        .sort((a, b) => a.distance - b.distance || a.word - b.word)
        .slice(0, MOST_NEAR);
    },
  };
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

/** Insertions, deletions, substitutions and swaps of neighbours; a wrong first letter counts double: it is rare. */
function editDistance(a: string, b: string): number {
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
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? 0) + (a[0] === b[0] ? 0 : 1);
}
