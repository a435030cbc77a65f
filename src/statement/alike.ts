import type { Lexicon } from '../ports.ts';
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
  const weight = (key: string) => Math.log(1 + knowledge.views.length / (1 + knowledge.frequency(key)));
  const counted = (view: TextView) => [...view.terms.keys()].filter((key) => !/^\d/.test(key) && !key.includes(' '));
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + weight(key), 0);
  const [one, other] = [counted(a), counted(b)];
  const shared = sum(
    other.filter(
      (key) =>
        a.terms.has(key) ||
        knowledge.analysis.lexicon.synonyms(key).some((s) => s.strength >= SAME_THING && a.terms.has(s.key)),
    ),
  );
  return shared / Math.max(1, Math.min(sum(one), sum(other)));
}

/** Share of a text's rarity-weighted words that another says too, 0 to 1. */
export function share(of: TextView, by: TextView, knowledge: Knowledge): number {
  let told = 0;
  let all = 0;
  for (const key of of.terms.keys()) {
    if (/^\d/.test(key) || key.includes(' ')) continue;
    const weight = Math.log(1 + knowledge.views.length / (1 + knowledge.frequency(key)));
    all += weight;
    if (
      by.terms.has(key) ||
      knowledge.analysis.lexicon.synonyms(key).some((s) => s.strength >= SAME_THING && by.terms.has(s.key))
    )
      told += weight;
  }
  return told / Math.max(1, all);
}
