import type { Lexicon } from '../ports.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from './knowledge.ts';
import type { StatementView, TextView } from './view.ts';

/** A synonym at least this near names the same thing. */
const SAME_THING = 0.75;

/** A name in a sentence: `@id` for one that the lexicon knows, else the stem of each of its words; with its offset. */
export interface NameKey {
  readonly key: string;
  readonly at: number;
}

const known = new WeakMap<StatementView, readonly NameKey[]>();

/** The companies, people, products and authorities that a sentence names, in order. */
export function nameKeys(view: StatementView, lexicon: Lexicon): readonly NameKey[] {
  const found = known.get(view) ?? findNameKeys(view, lexicon);
  known.set(view, found);
  return found;
}

function findNameKeys(view: StatementView, lexicon: Lexicon): NameKey[] {
  const keys: NameKey[] = [];
  const covered = new Set<number>();
  for (const { key, first, last } of view.concepts) {
    const kind = lexicon.concept(key)?.kind;
    if (kind === 'term' || kind === 'role' || kind === 'place') continue;
    for (let i = first; i < last; i += 1) covered.add(i);
    keys.push({ key, at: view.tokens[first]?.start ?? 0 });
  }
  for (const name of view.names) {
    for (let i = name.first; i < name.last; i += 1) {
      const token = view.tokens[i];
      if (token && !covered.has(i) && !token.stop) keys.push({ key: token.stem, at: token.start });
    }
  }
  return keys.sort((a, b) => a.at - b.at);
}

/** A name, and what it is part of. */
export function family(key: string, lexicon: Lexicon): string[] {
  const whole = lexicon.concept(key)?.partOf;
  return whole ? [key, whole] : [key];
}

/** Whom a sentence concerns: every name taken for the whole that it is part of. */
export function wholes(view: StatementView, lexicon: Lexicon): ReadonlySet<string> {
  return new Set(nameKeys(view, lexicon).map(({ key }) => lexicon.concept(key)?.partOf ?? key));
}

/** Share of rarity-weighted words that two texts have in common (0 to 1), measured on the one that has fewer. */
export function overlap(a: TextView, b: TextView, knowledge: Knowledge): number {
  return told(b, a, knowledge) / Math.max(1, Math.min(weighed(a, knowledge).sum, weighed(b, knowledge).sum));
}

/** Share of a text's rarity-weighted words that another says too, 0 to 1. */
export function share(of: TextView, by: TextView, knowledge: Knowledge): number {
  return told(of, by, knowledge) / Math.max(1, weighed(of, knowledge).sum);
}

/** What those words of a text weigh that another says too, or nearly. */
function told(of: TextView, by: TextView, knowledge: Knowledge): number {
  const { words, weights } = weighed(of, knowledge);
  const { synonyms } = knowledge.analysis.lexicon;
  let sum = 0;
  for (const [i, word] of words.entries())
    if (by.terms.has(word) || synonyms(word).some((s) => s.strength >= SAME_THING && by.terms.has(s.key)))
      sum += weights[i] ?? 0;
  return sum;
}

/** The words of a text, figures and phrases left out, with their rarities. */
const weighed = rememberedIn(({ terms }: TextView, { views, frequency }: Knowledge) => {
  const words = [...terms.keys()].filter((key) => !/^\d/.test(key) && !key.includes(' '));
  const weights = Float64Array.from(words, (word) => Math.log(1 + views.length / (1 + frequency(word))));
  return { words, weights, sum: weights.reduce((total, weight) => total + weight, 0) };
});
