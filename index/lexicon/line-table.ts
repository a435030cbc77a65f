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
      const start = text.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1;
      const tab = text.indexOf('\t', start);
      const found = text.slice(start, tab);
      const end = text.indexOf('\n', tab);
      if (found === key) return text.slice(tab + 1, end).split('\t');
      if (found < key) low = end + 1;
      else high = start;
    }
    return [];
  }
}

/** One line for each key, sorted. Neither keys nor cells hold a tab or the end of a line. */
export function writeTable(rows: ReadonlyMap<string, readonly string[]>): string {
  return [...rows]
    .filter(([, cells]) => cells.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cells]) => `${key}\t${cells.join('\t')}\n`)
    .join('');
}
