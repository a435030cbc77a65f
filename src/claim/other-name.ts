import type { Need } from '../question/question.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

/** A need met by less than this is not met. */
const MET = 0.5;

/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;

/** Of a claim that is told of another, this share of the rest is said. */
const REST_SAID = 0.75;

/** The rest of the claim is said, but of another: a name of the same kind that the claim does not hold. */
export function otherNameInPlace(part: ClaimPart, view: StatementView, firmly: boolean, knowledge: Knowledge): boolean {
  const claimed = new Set(part.needs.filter((n) => n.name).flatMap((n) => [...n.alternatives.keys()]));
  const missing = (need: Need) =>
    need.name && ![...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key));
  const rest = part.needs.filter((need) => !missing(need));
  const weight = (needs: readonly Need[]) => needs.reduce((sum, need) => sum + need.weight, 0);
  const met = rest.filter((need) => [...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key)));
  const exact = part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
  if (!exact && !(firmly && met.some((need) => !need.name && need.weight >= WEIGHTY))) return false;
  if (exact ? met.length === 0 : met.length < 2 || weight(met) < weight(rest) * REST_SAID) return false;
  return view.names.some((name) => {
    // Named as an example, it leaves room for others.
    if (
      /\b(?:like|such as|including|for example|e\.g\.)\s+(?:\p{Lu}\S*(?:,| and)? )*$/u.test(
        view.text.slice(0, name.start),
      )
    )
      return false;
    for (let i = name.first; i < name.last; i += 1) if (claimed.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some(
      (c) =>
        c.first >= name.first &&
        c.first < name.last &&
        (claimed.has(c.key) || /^(?:place|role|term)$/.test(knowledge.analysis.lexicon.concept(c.key)?.kind ?? '')),
    );
  });
}
