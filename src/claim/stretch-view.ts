import type { Analysis } from '../ports.ts';
import { remembered } from '../remembered.ts';
import { type StatementView, type TextView, viewText } from '../statement/view.ts';

/** Claims are held against few stretches of a statement; so many of each are kept. */
const MOST_KEPT = 32;

/** `find`, called once for each stretch of a statement while it is kept. */
export function rememberedStretch<Found>(find: (text: string) => Found): (text: string, of: StatementView) => Found {
  const keptOf = remembered((_: StatementView) => new Map<string, { readonly found: Found }>());
  return (text, of) => {
    const kept = keptOf(of);
    const known = kept.get(text);
    if (known) return known.found;
    const found = find(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, { found });
    return found;
  };
}

const viewIn = remembered((analysis: Analysis) => rememberedStretch((text) => viewText(text, analysis)));

/** The words of a stretch of a statement. */
export function viewStretch(text: string, of: StatementView, analysis: Analysis): TextView {
  return viewIn(analysis)(text, of);
}
