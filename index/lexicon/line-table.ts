/**
 * A table of words in lines: a key, a tab, and cells with tabs between. The lines are in order of their keys, so that a
 * key is found by halving and nothing is read that is not asked for: of tens of thousands of lines a question needs a few.
 */
export class LineTable {
  readonly #text: string;

  /** `text` is what `writeTable` returned. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The cells of a key; none where it has no line. */
  get(key: string): readonly string[] {
    const text = this.#text;
    let low = 0;
    let high = text.length;
    while (low < high) {
      let start = (low + high) >>> 1;
      while (start > low && text.charCodeAt(start - 1) !== LINE_END) start -= 1;
      const order = compare(key, text, start);
      if (order < 0) high = start;
      else {
        const end = text.indexOf('\n', start);
        if (order === 0) return text.slice(start + key.length + 1, end).split('\t');
        low = end + 1;
      }
    }
    return [];
  }
}

const LINE_END = 0x0a;
const TAB = 0x09;

/** Below 0 where a key goes before that of the line which begins at `start`, above 0 where it goes behind it. */
function compare(key: string, text: string, start: number): number {
  for (let i = 0; i < key.length; i += 1) {
    const written = text.charCodeAt(start + i);
    if (written === TAB) return 1;
    const difference = key.charCodeAt(i) - written;
    if (difference !== 0) return difference;
  }
  return text.charCodeAt(start + key.length) === TAB ? 0 : -1;
}

/** One line for each key, sorted. Neither keys nor cells hold a tab or the end of a line. */
export function writeTable(rows: ReadonlyMap<string, readonly string[]>): string {
  return [...rows]
    .filter(([, cells]) => cells.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cells]) => `${key}\t${cells.join('\t')}\n`)
    .join('');
}
