import type { Need } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { ClaimPart } from './part.ts';

/** A term that says nearly the same as the verb. */
export const SAME_VERB = 0.65;

/** The need that the claim's verb makes; -1 where the verb is "be", or says too little to be looked for. */
export const verbNeed = rememberedIn((part: ClaimPart, { analysis: { analyze } }: Knowledge): number => {
  if (!part.predicate || part.predicate.base === 'be') return -1;
  const at = analyze(part.text)[part.predicate.main]?.start ?? -1;
  return part.places.findIndex(
    (place, i) => place <= at && at < place + (part.needs[i]?.word.length ?? 0) && !part.needs[i]?.name,
  );
});

/** Terms that may stand for a verb, however common they are. */
export const termsFor = rememberedIn((need: Need, { analysis }: Knowledge): ReadonlyMap<string, number> => {
  const terms = new Map(need.alternatives);
  // "Go public" is what its synonyms say, and not what those of "go" do; to "object to" is to object.
  const [first, ...rest] = analysis.analyze(need.word);
  const idiom = rest.some(({ stop }) => !stop);
  const stem = idiom || !first ? [first, ...rest].map((token) => token?.stem).join(' ') : first.stem;
  for (const { key, strength } of analysis.lexicon.synonyms(stem))
    if (strength >= SAME_VERB) terms.set(key, Math.max(strength, terms.get(key) ?? 0));
  return terms;
});
