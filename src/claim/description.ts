import type { Knowledge } from '../statement/knowledge.ts';

/** "The Harbour Office, the competition watchdog, ...": a name, and by what else it is known. */
const DESCRIBED =
  /(?<before>(?:^|[.!?“"] ?|\b[Tt]he )?)(?<name>\p{Lu}[\p{L}\d&’'-]*(?: (?:\p{Lu}[\p{L}\d’'-]*|&|of|for)){1,5}), the (?<sort>(?:\p{Ll}[\p{L}-]+ ){1,2}\p{Ll}[\p{L}-]+)(?=[,.;)])/gu;

type Descriptions = ReadonlyMap<string, string>;
const known = new WeakMap<Knowledge, Descriptions>();

/** For each description that the corpus gives one name alone: that name. */
function descriptionsIn(knowledge: Knowledge): Descriptions {
  const found = known.get(knowledge);
  if (found) return found;
  const names = new Map<string, string | undefined>();
  for (const { text } of knowledge.views)
    for (const { groups } of text.matchAll(DESCRIBED)) {
      const { before = '', name = '', sort = '' } = groups ?? {};
      if (isPost(sort, knowledge)) continue;
      const called = /the $/i.test(before) ? `the ${name}` : name;
      const one = names.get(sort);
      names.set(sort, names.has(sort) && one?.replace(/^the /, '') !== name ? undefined : called);
    }
  const single = new Map([...names].flatMap(([sort, name]) => (name === undefined ? [] : [[sort, name] as const])));
  known.set(knowledge, single);
  return single;
}

/** A post passes from one to another. */
function isPost(sort: string, { analysis: { analyze, lexicon } }: Knowledge): boolean {
  return lexicon.concepts(sort, analyze(sort)).some(({ key }) => lexicon.concept(key)?.kind === 'role');
}

/** A claim with names for what it only describes: "the competition watchdog" is whom the corpus calls so. */
export function withNames(claim: string, knowledge: Knowledge): string {
  let named = claim;
  // Who is named already is what it is said to be.
  for (const [sort, name] of descriptionsIn(knowledge))
    if (!claim.includes(name.replace(/^the /, '')))
      named = named.replace(new RegExp(`\\b[Tt]he ${sort}\\b(?![’'-])`, 'gu'), () => name);
  return named.charAt(0).toUpperCase() + named.slice(1);
}
