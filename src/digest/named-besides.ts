import { wholes } from '../statement/alike.ts';
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
  const { lexicon } = knowledge.analysis;
  const shown = new Set(told.flatMap((view) => [...wholes(view, lexicon), ...view.tokens.map(({ stem }) => stem)]));
  const found = new Map<string, { text: string; count: number }>();
  for (const view of besides.slice(0, LOOKED_AT)) {
    for (const name of view.names) {
      const concept = view.concepts.find(({ first, last }) => first < name.last && name.first < last);
      const key = concept && (lexicon.concept(concept.key)?.partOf ?? concept.key);
      const stems = view.tokens.slice(name.first, name.last).filter((token) => !token.stop);
      const text = name.text.replace(/\s+/g, ' ').replace(/[’']s$/, '');
      if (text.length < 3 || (key && shown.has(key)) || stems.some((token) => shown.has(token.stem))) continue;
      if (!concept && !stems.every((token) => knowledge.isName(token.word))) continue;
      const known = found.get(key ?? text) ?? { text, count: 0 };
      known.count += 1;
      found.set(key ?? text, known);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_NAMES)
    .map(({ text }) => text);
}
