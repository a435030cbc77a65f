/** Numbers are places in `terms`. */
export type CompiledRow = readonly [from: readonly number[], to: readonly number[], strength: number];

/** The lexicon with every word under the term that the index has it under. */
export interface Compiled {
  /** The analysis that made the terms. */
  readonly analysis: number;
  /** Stems, several joined by a space for a phrase. */
  readonly terms: readonly string[];
  /** Term, place among the alias entries, and for a name that counts only as written, how it is written. */
  readonly names: readonly (readonly [term: number, entry: number, exactly?: string])[];
  readonly rows: readonly CompiledRow[];
  readonly opposites: readonly (readonly [number, number])[];
}
