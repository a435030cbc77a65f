import type { StructureRules } from '../read/structure.ts';
import aliases from './aliases.json' with { type: 'json' };
import field from './field.json' with { type: 'json' };

/** What the reading of pages goes by: kept as data, since it grows with what is read. */
export function loadStructureRules(): StructureRules {
  const entries: readonly { readonly tickers?: readonly string[] }[] = aliases.entries;
  return {
    navigation: field.navigation.map((pattern) => new RegExp(pattern, 'iu')),
    tickers: new Set(entries.flatMap((entry) => entry.tickers ?? [])),
  };
}
