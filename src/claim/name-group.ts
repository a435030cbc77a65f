import type { Lexicon } from '../ports.ts';
import type { Need } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';

/** A name of a claim: the needs of its words, which stand side by side. */
export interface NameGroup {
  readonly text: string;
  /** Offset in the claim. */
  readonly at: number;
  /** Indexes of its needs. */
  readonly needs: readonly number[];
}

/** What a word of a name must be met by: more than by the whole that a product is part of. */
const SAME_NAME = 0.7;
const MET = 0.5;
/** In a name of several words each counts by itself, and not by what means the same. */
const EXACT = 0.85;
/** Last words of names of companies and houses, which many of them have. */
const COMMON_LAST =
  /^(?:lines?|partners?|securities|group|holdings?|pharma|therapeutics|biologics|institute|bank|airlines?|airways|air|capital|ventures?|systems?|labs?|laboratories|energy|power|motors?|foods?|media|industries|international|technologies|technology|yards?|shipyards?|ferries|health|university|commission|office|ministry|authority|agency|board|union|company|corporation|inc|ltd|research|consulting|advisors|analytics|data|news|times|post|journal|ledger|courier|gazette|herald|express|services?|solutions?|networks?|cloud|coast|city|islands?)$/i;

/** "St. Orrin's Hospital": the point ends no name. */
const SHORTENED = /(?:^| )(?:st|ste|mt|ft|dr|mr|mrs|ms)$/i;

/** The names among needs; words of one name stand side by side with nothing but a space, a hyphen or “&” between them. */
export function groupNames(text: string, needs: readonly Need[], places: readonly number[]): NameGroup[] {
  const groups: { text: string; at: number; needs: number[]; end: number }[] = [];
  for (const [i, need] of needs.entries()) {
    if (!need.name) continue;
    const at = places[i] ?? 0;
    const last = groups.at(-1);
    const between = text.slice(last?.end ?? at, at);
    const isNext = /^(?:[ -]?| & )$/.test(between) || (between === '. ' && SHORTENED.test(last?.text ?? ''));
    if (last && isNext && last.needs.at(-1) === i - 1) {
      last.needs.push(i);
      last.end = at + need.word.length;
      last.text = text.slice(last.at, last.end);
    } else groups.push({ text: need.word, at, needs: [i], end: at + need.word.length });
  }
  return groups.map(({ end: _, ...group }) => group);
}

/**
 * How well a text names it, 0 to 1. Of a name of several words the first will do, or the last one of a person: "Alder"
 * for "Alder Lines", "Holm" for "Ada Holm", and not "Lines".
 */
export function strengthOf(
  { needs: indexes }: NameGroup,
  needs: readonly Need[],
  strength: (index: number) => number,
): number {
  const [first = -1] = indexes;
  const last = indexes.at(-1) ?? first;
  if (indexes.length === 1) return strength(first);
  const own = strength(last);
  if (strength(first) >= EXACT) return Math.max(strength(first), own);
  return own >= EXACT && !COMMON_LAST.test(needs[last]?.word ?? '') ? own : 0;
}

/** Whether a text has that name, whole or so much of it that nobody else is meant. */
export function namesIt(group: NameGroup, needs: readonly Need[], { terms }: Pick<TextView, 'terms'>): boolean {
  const strength = (i: number) =>
    Math.max(0, ...[...(needs[i]?.alternatives ?? [])].map(([key, s]) => (terms.has(key) ? s : 0)));
  return strengthOf(group, needs, strength) >= SAME_NAME;
}

/** Whether a key of a name in a statement is that name. */
export function isKeyOf(group: NameGroup, needs: readonly Need[], keys: readonly string[]): boolean {
  const strength = (i: number) => Math.max(0, ...keys.map((key) => needs[i]?.alternatives.get(key) ?? 0));
  return strengthOf(group, needs, strength) >= SAME_NAME;
}

const PREPOSITION =
  /(?:\b([\p{Ll}-]+)\s+)?\b(from|to|with|by|at|in|on|of|for|into|against|through|via|under|than|beside|off|as)\s+(?:(?:the|its|a|an|their)\s+)?(?:[\p{Ll}-]+\s+(?:of\s+|in\s+)?)?$/u;
const LISTED_BEFORE = /(?:\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*(?:, (?:and )?| and | or ))+$/u;

interface Place {
  readonly preposition: string;
  /** The word before it: "warehouse" in "a warehouse in Cork". */
  readonly governor: string | undefined;
}

/** The preposition before a name, also before each of a list: "with Alder, Birch and Cedar". */
function placeOf(text: string, at: number): Place | undefined {
  const match = PREPOSITION.exec(text.slice(0, at).replace(LISTED_BEFORE, ''));
  return match?.[2] ? { preposition: match[2], governor: match[1] } : undefined;
}

/** The names of a statement with what stands before each. */
const namesInPlace = rememberedIn((view: StatementView, lexicon: Lexicon) =>
  nameKeys(view, lexicon).map(({ key, at }) => ({ key, at, place: placeOf(view.text, at) })),
);

/**
 * Whether the statement has another name where the claim has this one: `close` after the same word and preposition
 * ("a warehouse in Cork", "a warehouse in Graz"), `loose` after the same preposition.
 */
export function rivalOf(
  group: NameGroup,
  text: string,
  groups: readonly NameGroup[],
  needs: readonly Need[],
  view: StatementView,
  within: { readonly start: number; readonly end: number } | undefined,
  knowledge: Knowledge,
): 'close' | 'loose' | undefined {
  const claimed = placeOf(text, group.at);
  if (!claimed) return undefined;
  let found: 'close' | 'loose' | undefined;
  for (const { key, at, place } of namesInPlace(view, knowledge.analysis.lexicon)) {
    if (within && !(within.start <= at && at < within.end)) continue;
    if (place?.preposition !== claimed.preposition) continue;
    const mine = groups.find((other) => other.needs.some((i) => (needs[i]?.alternatives.get(key) ?? 0) >= MET));
    // "The staff of Alder move to Birch": that others move to Alder is no telling of it.
    if (mine && (mine === group || !changesPlace(group, mine, place, text, needs, view))) continue;
    if (!sameSort(group, needs, key, knowledge)) continue;
    if (claimed.governor !== undefined && claimed.governor === place.governor && claimed.governor.length > 2)
      return 'close';
    found = 'loose';
  }
  return found;
}

/** Another name of the claim stands in the statement where this one stands in the claim, and this one stands nowhere in it. */
function changesPlace(
  group: NameGroup,
  other: NameGroup,
  place: Place,
  text: string,
  needs: readonly Need[],
  view: StatementView,
): boolean {
  const own = placeOf(text, other.at);
  return own !== undefined && own.preposition !== place.preposition && !namesIt(group, needs, view);
}

/** A place stands against a place, and a company against a company, as far as that is known. */
function sameSort(
  group: NameGroup,
  needs: readonly Need[],
  key: string,
  { analysis: { lexicon } }: Knowledge,
): boolean {
  const kinds = group.needs.flatMap((i) =>
    [...(needs[i]?.alternatives.keys() ?? [])].flatMap((one) => lexicon.concept(one)?.kind ?? []),
  );
  const kind = lexicon.concept(key)?.kind;
  return kind === undefined || kinds.length === 0 || kinds.includes(kind);
}
