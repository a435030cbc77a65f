import type { Need } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import { type OwnStrengths, ownStrengths } from './own-strengths.ts';
import { surroundingsIn } from './surroundings.ts';

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
/** What a passage has named stays its topic for a while: per sentence back, from the sentence before. */
const NAME_CARRIED = [0.5, 0.4, 0.3, 0.25] as const;
/** "It has 40 of them": whose they are, where the sentence opens with a pronoun and holds the sort of thing asked for. */
const NAME_MEANT = 0.85;
/** "What does X report of ...": whoever published it says all that is in it. */
const IN_PUBLISHER = 0.8;
/** A name met so far is one of the two that are compared. */
const ONE_OF_TWO = 0.7;
/** Two needs within this many words of one another belong together. */
const NEAR_WORDS = 5;

export interface MatchOptions {
  /** One of the names will do: two are compared, and a statement may tell of one of them. */
  readonly eitherName?: boolean;
  /** What the head of a document names is said by it: "the scenarios of X" stand in what X has written. */
  readonly ofItsHouse?: boolean;
  /** What is met by where a statement stands, whatever it says. */
  readonly meets?: (word: string, view: StatementView) => number;
  /** How far a statement goes on about what the turn before was answered with: that much of what is taken over is said. */
  readonly goesOn?: (view: StatementView) => number;
}

/** Matches statements with the needs of one question. */
export interface Matcher {
  /**
   * `answers` says that a statement holds the sort of thing asked for and opens with a pronoun: then a pronoun stands
   * for the name nearly as well as the name itself.
   */
  (view: StatementView, answers?: boolean): Match;
  /** The `coverage` of its match, and nothing else: most statements have none. */
  coverage(view: StatementView): number;
}

/** What many statements share, a heading or a title, is matched once. */
export function makeMatcher(
  needs: readonly Need[],
  knowledge: Knowledge,
  { eitherName = false, ofItsHouse = false, goesOn, meets }: MatchOptions = {},
): Matcher {
  const own = needs.map((need) => ownStrengths(need, knowledge));
  const surroundings = surroundingsIn(knowledge);
  const shared = new Map<TextView, readonly number[]>();
  const strengthsIn = (text: TextView) => {
    const known = shared.get(text);
    if (known) return known;
    const strengths = needs.map((need) => strengthIn(need, text));
    shared.set(text, strengths);
    return strengths;
  };
  const places: (readonly number[] | undefined)[] = [];
  const strengthsAround = (place: number, { statement }: StatementView) => {
    const known = places[place];
    if (known) return known;
    const title = strengthsIn(knowledge.title(statement));
    const heading = knowledge.heading(statement);
    const publisher = knowledge.publisher(statement) ?? (ofItsHouse ? knowledge.masthead(statement) : undefined);
    const [inHeading, inPublisher] = [heading && strengthsIn(heading), publisher && strengthsIn(publisher)];
    const strengths = needs.map((_, i) =>
      Math.max(IN_TITLE * (title[i] ?? 0), IN_HEADING * (inHeading?.[i] ?? 0), IN_PUBLISHER * (inPublisher?.[i] ?? 0)),
    );
    places[place] = strengths;
    return strengths;
  };
  /** How each need is met by the statement that was looked at last. */
  const met = new Float64Array(needs.length);
  const look = (view: StatementView, answers: boolean) => {
    const { statement, leansBack } = view;
    const { place, before, further } = surroundings(view);
    const around = places[place] ?? strengthsAround(place, view);
    const meant = answers ? pronounChain(view, knowledge) : [];
    const toldBefore = goesOn?.(view) ?? 0;
    for (let i = 0; i < needs.length; i += 1) {
      const need = needs[i];
      const strengths = own[i]?.strengths;
      if (!need || !strengths) continue;
      let best = strengths[statement.index] ?? 0;
      if (best < 1) {
        best = Math.max(best, around[i] ?? 0, need.inherited ? toldBefore : 0);
        if (meets) best = Math.max(best, meets(need.word, view));
        for (let k = 0; k < (need.name ? before.length : Math.min(1, before.length)); k += 1) {
          const share = need.name ? (NAME_CARRIED[k] ?? 0) : 0;
          const lean = k > 0 ? 0 : leansBack ? IN_SENTENCE_LEANT_ON : IN_SENTENCE_BEFORE;
          best = Math.max(best, Math.max(share, lean) * (strengths[before[k] ?? 0] ?? 0));
        }
        if (need.name) {
          for (const [k, one] of meant.entries())
            best = Math.max(best, NAME_MEANT ** (k + 1) * (strengths[one.statement.index] ?? 0));
          if (best < THE_SAME && best > 0 && isMeantByNoun(need, needs[i + 1], own[i + 1], view)) best = THE_SAME;
        }
        if (further >= 0) best = Math.max(best, IN_SENTENCE_LEANT_ON ** 2 * (strengths[further] ?? 0));
      }
      met[i] = best;
    }
  };
  /** "Holm and Brand on it": a statement that tells of one of the two. */
  const tellsOfOne = ({ statement }: StatementView) =>
    eitherName &&
    needs.some((need, i) => need.name && (own[i]?.strengths[statement.index] ?? 0) >= ONE_OF_TWO) &&
    needs.some((need, i) => !need.name && (met[i] ?? 0) >= ONE_OF_TWO);
  const coverage = (view: StatementView) => {
    look(view, false);
    const named = tellsOfOne(view);
    let total = 0;
    let sum = 0;
    for (let i = 0; i < needs.length; i += 1) {
      const need = needs[i];
      const much = met[i] ?? 0;
      if (!need || (named && need.name && much < ONE_OF_TWO)) continue;
      total += need.weight;
      sum += need.weight * much;
    }
    return total > 0 ? sum / total : 0;
  };
  const match = (view: StatementView, answers = false): Match => {
    look(view, answers);
    return summarize(needs, own, met, view.statement.index, tellsOfOne(view));
  };
  return Object.assign(match, { coverage });
}

/** "The Olmer ovens" asked for, "the ovens" told of: so far they are the same, where Olmer is named around. */
const THE_SAME = 0.6;

function isMeantByNoun(
  name: Need,
  noun: Need | undefined,
  told: OwnStrengths | undefined,
  view: StatementView,
): boolean {
  if (!noun || noun.name || noun.at !== name.at + 1 || (told?.strengths[view.statement.index] ?? 0) < 1) return false;
  return [...noun.alternatives].some(
    ([key, strength]) =>
      strength >= 1 &&
      view.terms.get(key)?.at.some((at) => /^(?:the|its|their|these|those)$/i.test(view.tokens[at - 1]?.word ?? '')),
  );
}

const OPENS_WITH_PRONOUN =
  /^(?:(?:And|But|So|Yet) )?(?:It|They|He|She|Its|Their|His|Her|This|That|These|Both)\b|^(?:[^,.;]{0,45},? )(?:it|they|he|she) /;

/** "It has 40 of them", "In May it opened", "The office opened it": what is spoken of was named before. */
export const opensWithPronoun = remembered(({ text }: StatementView) => OPENS_WITH_PRONOUN.test(text));

/** The sentences before one that opens with a pronoun, as far back as each leans on the one before it. */
function pronounChain(view: StatementView, knowledge: Knowledge): StatementView[] {
  const chain: StatementView[] = [];
  let at = knowledge.before(view.statement);
  while (at) {
    chain.push(at);
    at = at.leansBack ? knowledge.before(at.statement) : undefined;
  }
  return chain;
}

function summarize(
  needs: readonly Need[],
  ownStrengthsOf: readonly OwnStrengths[],
  metBy: Float64Array,
  index: number,
  named: boolean,
): Match {
  const own: number[] = [];
  const met: number[] = [];
  let total = 0;
  let ownSum = 0;
  let metSum = 0;
  let names = 0;
  let nameSum = 0;
  for (let i = 0; i < needs.length; i += 1) {
    const need = needs[i];
    const here = ownStrengthsOf[i]?.strengths[index] ?? 0;
    const much = metBy[i] ?? 0;
    own.push(here);
    met.push(much);
    if (!need || (named && need.name && much < ONE_OF_TWO)) continue;
    total += need.weight;
    ownSum += need.weight * here;
    metSum += need.weight * much;
    if (need.name && !need.inherited) {
      names += need.weight;
      nameSum += need.weight * much;
    }
  }
  return {
    own,
    met,
    ownCoverage: total > 0 ? ownSum / total : 0,
    coverage: total > 0 ? metSum / total : 0,
    nameCoverage: names > 0 ? nameSum / names : 1,
    proximity: ownSum > 0 && needs.length > 1 ? proximityOf(ownStrengthsOf, index) : 0,
  };
}

/** How well a text meets a need by its own words. */
export function strengthIn(need: Need, { terms }: TextView): number {
  let strength = 0;
  for (const [key, value] of need.alternatives) {
    if (value <= strength) continue;
    const place = terms.get(key);
    if (place) strength = Math.max(strength, value * place.strength);
  }
  return strength;
}

/** The share of neighbouring needs that stand near one another in a statement. */
function proximityOf(own: readonly OwnStrengths[], index: number): number {
  let near = 0;
  let last: number | undefined;
  for (const [i, { strengths, places }] of own.entries()) {
    const place = (strengths[index] ?? 0) > 0 ? places[index] : undefined;
    if (i > 0 && last !== undefined && place !== undefined && last !== place && Math.abs(last - place) <= NEAR_WORDS)
      near += last < place ? 1 : 0.7;
    last = place;
  }
  return near / (own.length - 1);
}
