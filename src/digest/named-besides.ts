import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

const MOST_NAMES = 3;
/** So many of the weightiest are looked at. */
const LOOKED_AT = 200;

/** What the statements left out name most often, and those that are told do not: what a reader can ask about. */
export function namedBesides(
  besides: readonly StatementView[],
  told: readonly StatementView[],
  knowledge: Knowledge,
): readonly string[] {
  const shown = told.map(({ text }) => text.toLowerCase()).join('\n');
  const counts = new Map<string, number>();
  for (const { names } of besides.slice(0, LOOKED_AT)) {
    for (const text of new Set(names.map((name) => name.text.replace(/\s+/g, ' ').replace(/[’']s$/, '')))) {
      const words = text.toLowerCase().split(/[\s-]/);
      if (text.length < 3 || shown.includes(text.toLowerCase()) || !words.every((word) => knowledge.isName(word)))
        continue;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([text]) => text);
}
