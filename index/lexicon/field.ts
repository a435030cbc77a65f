import { readFileSync } from 'node:fs';
import type { StructureRules } from '../read/structure.ts';

interface FieldData {
  readonly navigation: readonly string[];
}

interface AliasData {
  readonly entries: readonly { readonly tickers?: readonly string[] }[];
}

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as T;

/** What the reading of pages goes by: kept as data, since it grows with what is read. */
export function loadStructureRules(): StructureRules {
  const { navigation } = load<FieldData>('field');
  const { entries } = load<AliasData>('aliases');
  return {
    navigation: navigation.map((pattern) => new RegExp(pattern, 'iu')),
    tickers: new Set(entries.flatMap((entry) => entry.tickers ?? [])),
  };
}
