import type { StructureRules } from '../read/structure.ts';
import aliases from './aliases.json' with { type: 'json' };
import field from './field.json' with { type: 'json' };

/** A longer line is prose: the patterns are not tried on it. */
const LONGEST_NAVIGATION = 200;

/** What the reading of pages goes by: kept as data, since it grows with what is read. */
export function loadStructureRules(): StructureRules {
  const entries: readonly { readonly tickers?: readonly string[] }[] = aliases.entries;
  return {
    // One expression for all: forty would each be compiled and tried on every line.
    navigation: [
      new RegExp(
        `^(?=.{1,${LONGEST_NAVIGATION}}$)(?:${field.navigation.map((pattern) => `(?:${pattern})`).join('|')})`,
        'iu',
      ),
    ],
    tickers: new Set(entries.flatMap((entry) => entry.tickers ?? [])),
  };
}
