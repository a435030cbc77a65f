import { remembered } from '../remembered.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

const NAME = String.raw`\p{Lu}[\p{L}\d&’'-]*(?: (?:(?:of|for) )?\p{Lu}[\p{L}\d&’'-]*){0,4}`;
/** "Birch, the farmers' cooperative that", "Birch is an airline": the last word before the clause goes on is the sort. */
const BEHIND = new RegExp(
  String.raw`(?<name>${NAME})(?:,| is| was) (?:the|an?|its|their|one of the|another) (?:[\p{L}’'-]+ ){0,5}?(?<sort>\p{Ll}{4,})(?= (?:that|which|in|behind|with|for|from|at|on|based)\b|[,.;:)—])`,
  'gu',
);
/** "The cooperative Birch", "dairy start-up Alder". */
const BEFORE = new RegExp(String.raw`(?<sort>\p{Ll}[\p{Ll}-]{3,}) (?<name>${NAME})`, 'gu');

/** Sorts of houses: of a person, a post or a thing "the" tells too little. */
const HOUSE =
  /^(?:compan(?:y|ies)|cooperative|co-operative|start-?up|firm|group|maker|carmaker|drugmaker|chipmaker|brewer|brewery|operator|airline|carrier|bank|lender|insurer|grocer|retailer|supermarket|chain|manufacturer|supplier|developer|publisher|broadcaster|utility|builder|shipbuilder|yard|line|club|league|association|union|charity|foundation|museum|gallery|hospital|university|institute|laboratory|agency|regulator|authority|watchdog|council|commission|ministry|office|federation|society|studio|distributor|wholesaler|trader|lessor|landlord|owner|dairy|farm|mill|foundry|refiner|miner|platform|network|service|agency|consultancy|newspaper|paper|magazine|broker|fund|investor)$/;

/** So general that a corpus may call more than one so without saying it. */
const GENERAL =
  /^(?:company|firm|group|maker|operator|line|platform|network|service|agency|chain|supplier|owner|yard)$/;

/** For each sort of house: the names that the corpus calls so, as their keys. */
const housesIn = remembered((knowledge: Knowledge): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const found = new Map<string, (readonly string[])[]>();
  for (const view of knowledge.views)
    for (const pattern of [BEHIND, BEFORE])
      for (const match of view.text.matchAll(pattern)) {
        const { name = '', sort = '' } = match.groups ?? {};
        if (!HOUSE.test(sort)) continue;
        const start = match.index + match[0].indexOf(name);
        const keys = nameKeys(view, knowledge.analysis.lexicon).flatMap(({ key, at }) =>
          start <= at && at < start + name.length ? [key] : [],
        );
        const known = found.get(sort) ?? [];
        found.set(sort, known);
        // "Pelagis" and "Pelagis Line" are one.
        if (keys.length > 0 && !known.some((other) => keys.some((key) => other.includes(key)))) known.push(keys);
      }
  return found;
});

const DEFINITE = /\bthe (?:[\p{Ll}-]+ ){0,2}?(?<sort>\p{Ll}[\p{Ll}-]{3,})\W*$/iu;

/**
 * The keys of whom "the cooperative" stands for: of those that the corpus calls so, the one that the sentences before
 * named last, or the only one; undefined where that cannot be told.
 */
export function houseMeant(
  words: string,
  before: readonly StatementView[],
  knowledge: Knowledge,
): readonly string[] | undefined {
  const sort = DEFINITE.exec(words)?.groups?.sort?.toLowerCase();
  const houses = sort === undefined ? undefined : housesIn(knowledge).get(sort);
  if (!houses || sort === undefined) return undefined;
  const [only, ...others] = houses;
  if (only && others.length === 0 && !GENERAL.test(sort)) return only;
  for (const view of before) {
    const named = new Set(nameKeys(view, knowledge.analysis.lexicon).map(({ key }) => key));
    const [one, another] = houses.filter((keys) => keys.some((key) => named.has(key)));
    if (one) return another ? undefined : one;
  }
  return undefined;
}
