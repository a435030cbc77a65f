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

/**
 * Matches statements with the needs of one question. `answers` says that a statement holds the sort of thing asked for
 * and opens with a pronoun: then a pronoun stands for the name nearly as well as the name itself. What many statements share, a heading or a title, is matched once.
 */
export function makeMatcher(
  needs: readonly Need[],
  knowledge: Knowledge,
  { eitherName = false, ofItsHouse = false, goesOn, meets }: MatchOptions = {},
): (view: StatementView, answers?: boolean) => Match {
  const own = needs.map((need) => ownStrengths(need, knowledge));
  const shared = new Map<TextView, readonly number[]>();
  const strengthsIn = (text: TextView) => {
    const known = shared.get(text);
    if (known) return known;
    const strengths = needs.map((need) => strengthIn(need, text).strength);
    shared.set(text, strengths);
    return strengths;
  };
  return (view, answers = false) => {
    const { statement } = view;
    const heading = knowledge.heading(statement);
    const inHeading = heading && strengthsIn(heading);
    const inTitle = strengthsIn(knowledge.title(statement));
    const publisher = knowledge.publisher(statement);
    const inPublisher = publisher
      ? strengthsIn(publisher)
      : ofItsHouse
        ? strengthsIn(knowledge.masthead(statement))
        : undefined;
    const before = knowledge.before(statement);
    // "It ... Each ...": both lean on the sentence before the two.
    const further = before?.leansBack && view.leansBack ? knowledge.before(before.statement) : undefined;
    const carriers = [before];
    while (carriers.length < NAME_CARRIED.length) {
      const last = carriers.at(-1);
      if (!last) break;
      carriers.push(knowledge.before(last.statement));
    }
    const meant = answers ? pronounChain(view, knowledge) : [];
    const toldBefore = goesOn?.(view) ?? 0;
    const met = needs.map((need, i) => {
      const strengths = own[i];
      const here = strengths?.get(statement.index) ?? 0;
      if (here >= 1) return here;
      let best = Math.max(
        here,
        IN_TITLE * (inTitle[i] ?? 0),
        need.inherited ? toldBefore : 0,
        meets?.(need.word, view) ?? 0,
      );
      if (inPublisher) best = Math.max(best, IN_PUBLISHER * (inPublisher[i] ?? 0));
      if (inHeading) best = Math.max(best, IN_HEADING * (inHeading[i] ?? 0));
      if (before)
        best = Math.max(
          best,
          (view.leansBack ? IN_SENTENCE_LEANT_ON : IN_SENTENCE_BEFORE) * (strengths?.get(before.statement.index) ?? 0),
        );
      if (need.name)
        for (const [k, share] of NAME_CARRIED.entries()) {
          const carrier = carriers[k];
          if (carrier) best = Math.max(best, share * (strengths?.get(carrier.statement.index) ?? 0));
        }
      if (need.name)
        for (const [k, one] of meant.entries())
          best = Math.max(best, NAME_MEANT ** (k + 1) * (strengths?.get(one.statement.index) ?? 0));
      if (need.name && best < THE_SAME && best > 0 && isMeantByNoun(need, needs[i + 1], own[i + 1], view))
        best = THE_SAME;
      if (further) best = Math.max(best, IN_SENTENCE_LEANT_ON ** 2 * (strengths?.get(further.statement.index) ?? 0));
      return best;
    });
    return summarize(
      needs,
      needs.map((_, i) => own[i]?.get(statement.index) ?? 0),
      met,
      view,
      eitherName,
    );
  };
}

/** "The Olmer ovens" asked for, "the ovens" told of: so far they are the same, where Olmer is named around. */
const THE_SAME = 0.6;

function isMeantByNoun(
  name: Need,
  noun: Need | undefined,
  told: ReadonlyMap<number, number> | undefined,
  view: StatementView,
): boolean {
  if (!noun || noun.name || noun.at !== name.at + 1 || (told?.get(view.statement.index) ?? 0) < 1) return false;
  return [...noun.alternatives].some(
    ([key, strength]) =>
      strength >= 1 &&
      view.terms.get(key)?.at.some((at) => /^(?:the|its|their|these|those)$/i.test(view.tokens[at - 1]?.word ?? '')),
  );
}

const OPENS_WITH_PRONOUN =
  /^(?:(?:And|But|So|Yet) )?(?:It|They|He|She|Its|Their|His|Her|This|That|These|Both)\b|^(?:[^,.;]{0,45},? )(?:it|they|he|she) /;

/** "It has 40 of them", "In May it opened", "The office opened it": what is spoken of was named before. */
export function opensWithPronoun({ text }: StatementView): boolean {
  return OPENS_WITH_PRONOUN.test(text);
}

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

/** How well each statement meets a need by its own words, by statement index; those that do not are absent. */
function ownStrengths(need: Need, knowledge: Knowledge): ReadonlyMap<number, number> {
  const strengths = new Map<number, number>();
  for (const [key, value] of need.alternatives) {
    for (const index of knowledge.holders(key)) {
      const strength = value * (knowledge.views[index]?.terms.get(key)?.strength ?? 0);
      if (strength > (strengths.get(index) ?? 0)) strengths.set(index, strength);
    }
  }
  return strengths;
}

function summarize(
  needs: readonly Need[],
  own: readonly number[],
  met: readonly number[],
  view: StatementView,
  eitherName: boolean,
): Match {
  const named =
    eitherName &&
    needs.some((need, i) => need.name && (own[i] ?? 0) >= ONE_OF_TWO) &&
    needs.some((need, i) => !need.name && (met[i] ?? 0) >= ONE_OF_TWO);
  let total = 0;
  let ownSum = 0;
  let metSum = 0;
  let names = 0;
  let nameSum = 0;
  for (const [i, need] of needs.entries()) {
    if (named && need.name && (met[i] ?? 0) < ONE_OF_TWO) continue;
    total += need.weight;
    ownSum += need.weight * (own[i] ?? 0);
    metSum += need.weight * (met[i] ?? 0);
    if (need.name && !need.inherited) {
      names += need.weight;
      nameSum += need.weight * (met[i] ?? 0);
    }
  }
  return {
    own,
    met,
    ownCoverage: total > 0 ? ownSum / total : 0,
    coverage: total > 0 ? metSum / total : 0,
    nameCoverage: names > 0 ? nameSum / names : 1,
    proximity:
      ownSum > 0 && needs.length > 1
        ? proximityOf(needs.map((need, i) => ((own[i] ?? 0) > 0 ? strengthIn(need, view).at : undefined)))
        : 0,
  };
}

/** How well a text meets a need by its own words, and where. */
function strengthIn(need: Need, view: TextView): { readonly strength: number; readonly at?: number } {
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
