import type { Need } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';

/** How a statement meets the needs of a question. All values 0 to 1. */
export interface Match {
  /** For each need in order: by the statement's own words. */
  readonly own: readonly number[];
  /** For each need in order: by them or by what stands around it. */
  readonly met: readonly number[];
  readonly ownCoverage: number;
  readonly coverage: number;
  /** Coverage of the needs that are names. */
  readonly nameCoverage: number;
  /** How near one another the met needs stand, in the question's order. */
  readonly proximity: number;
}

/** How much a word counts that stands not in the statement but around it. */
const IN_HEADING = 0.6;
const IN_SENTENCE_BEFORE = 0.25;
const IN_SENTENCE_LEANT_ON = 0.7;
const IN_TITLE = 0.35;
/** Two needs within this many words of one another belong together. */
const NEAR_WORDS = 5;

export function matchStatement(needs: readonly Need[], view: StatementView, knowledge: Knowledge): Match {
  const { statement } = view;
  const heading = knowledge.heading(statement);
  const title = knowledge.title(statement);
  const before = knowledge.before(statement);
  const own: number[] = [];
  const met: number[] = [];
  const places: (number | undefined)[] = [];
  let total = 0;
  let ownSum = 0;
  let metSum = 0;
  let names = 0;
  let nameSum = 0;
  for (const need of needs) {
    const here = strengthIn(need, view);
    let around = 0;
    if (here.strength < 1) {
      if (heading) around = Math.max(around, IN_HEADING * strengthIn(need, heading).strength);
      if (before) around = Math.max(around, (view.leansBack ? IN_SENTENCE_LEANT_ON : IN_SENTENCE_BEFORE) * strengthIn(need, before).strength);
      // "It ... Each ...": both lean on the sentence before the two.
      if (before?.leansBack && view.leansBack) {
        const further = knowledge.before(before.statement);
        if (further) around = Math.max(around, IN_SENTENCE_LEANT_ON ** 2 * strengthIn(need, further).strength);
      }
      if (around < IN_TITLE) around = Math.max(around, IN_TITLE * strengthIn(need, title).strength);
    }
    const best = Math.max(here.strength, around);
    own.push(here.strength);
    met.push(best);
    places.push(here.at);
    total += need.weight;
    ownSum += need.weight * here.strength;
    metSum += need.weight * best;
    if (need.name && !need.inherited) {
      names += need.weight;
      nameSum += need.weight * best;
    }
  }
  return {
    own,
    met,
    ownCoverage: total > 0 ? ownSum / total : 0,
    coverage: total > 0 ? metSum / total : 0,
    nameCoverage: names > 0 ? nameSum / names : 1,
    proximity: proximityOf(places),
  };
}

/** How well a text meets a need by its own words, and where. */
export function strengthIn(need: Need, view: TextView): { readonly strength: number; readonly at?: number } {
  let strength = 0;
  let at: number | undefined;
  for (const [key, value] of need.alternatives) {
    if (value <= strength) continue;
    const place = view.terms.get(key);
    if (place && value * place.strength > strength) {
      strength = value * place.strength;
      at = place.at[0];
    }
  }
  return { strength, ...(at !== undefined && { at }) };
}

/** The share of neighbouring needs that stand near one another. */
function proximityOf(places: readonly (number | undefined)[]): number {
  let near = 0;
  let pairs = 0;
  for (let i = 1; i < places.length; i += 1) {
    pairs += 1;
    const [a, b] = [places[i - 1], places[i]];
    if (a !== undefined && b !== undefined && a !== b && Math.abs(a - b) <= NEAR_WORDS) near += a < b ? 1 : 0.7;
  }
  return pairs > 0 ? near / pairs : 0;
}
