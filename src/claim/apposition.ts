import type { StatementView } from '../statement/view.ts';
import { toldBeside } from './beside.ts';
import type { NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';

const MET = 0.5;
/** "Works for", "is employed by", "used to work at". */
const EMPLOYED =
  /\b(?:work(?:s|ed|ing)? (?:for|at)|(?:is|was) (?:employed|with)(?: by)?|(?:is|was) (?:an? )?(?:analyst|partner|employee|executive) (?:at|of))\b/i;
const BASED =
  /\b(?:is|are|was) (?:based|headquartered|located) in\b|\bcomes from\b|\bhas its (?:seat|headquarters) in\b/i;
/** "Holm of Cedar Yard", "Holm, who leads research at Cedar Yard", "Holm, an analyst with Cedar Yard". */
const OF_HOUSE = /^,?(?: (?:an?|the|its|who|is|\p{Ll}+)){0,6} (?:of|at|with|for|from)(?: the)? $/u;
/** "Cedar Yard analyst Holm", "Cedar Yard's Holm". */
const HOUSE_FIRST = /^(?:[’']s?)?(?: \p{Ll}+){0,4} $/u;
const CAME_FROM = /\b(?:came|comes|joined|moved|arrived) from (?:the )?(?:\p{Ll}+ ){0,3}$/iu;
/** "Came from Birch Mills", "joined from Alder". */
const COMES_FROM = /\b(?:came|comes|joined|moved|arrived) from (?:the )?\p{Lu}/u;
const CAME_THERE = /^,?(?: who)?(?: ha[sd])? (?:came|comes?|joined|moved|arrived)(?: \p{Ll}+){0,4} from (?:the )?$/u;
/** A verb between the two makes it another matter. */
const VERB_BETWEEN = /\b(?:told|said|joined|left|bought|sold|met|sued|is|was|has|had|will|paid|asked|called)\b/;

const BELONGS =
  /\b(?:belongs to|is (?:owned by|part of|an? (?:\p{Ll}+ )?(?:unit|arm|division|subsidiary|brand) of))\b/iu;
const PART_OF =
  /^, (?:an?|the|its) (?:\p{L}+[ -]){0,3}(?:service|unit|arm|division|subsidiary|brand|business|part|daughter) of (?:the )?$/iu;

/** It says where somebody works or is at home. */
export function tellsWhere(text: string): boolean {
  return EMPLOYED.test(text) || BASED.test(text) || BELONGS.test(text) || COMES_FROM.test(text);
}

/** How a statement tells by a mere apposition what the claim says of where somebody works or is at home. */
export function toldByApposition(part: ClaimPart, view: StatementView): 'now' | 'before' | undefined {
  if (toldBeside(part, view)) return 'now';
  const [who, ...others] = part.names;
  const house = others.at(-1);
  if (!who || !house) return undefined;
  const at = (group: NameGroup, edge: 'first' | 'last') => edgesOf(group, part, view, edge);
  if (EMPLOYED.test(part.text)) {
    for (const name of at(who, 'last')) {
      for (const place of at(house, 'first')) {
        const between = view.text.slice(name.end, place.start);
        if (name.end < place.start && OF_HOUSE.test(between) && !VERB_BETWEEN.test(between)) return 'now';
      }
    }
    for (const place of at(house, 'last')) {
      if (part.past && CAME_FROM.test(view.text.slice(0, place.start))) return 'before';
      for (const name of at(who, 'first')) {
        const between = view.text.slice(place.end, name.start);
        if (place.end < name.start && HOUSE_FIRST.test(between) && !VERB_BETWEEN.test(between)) return 'now';
      }
    }
  }
  // "Holm, who joined from Cedar Yard", "Holm came from Cedar Yard".
  if (COMES_FROM.test(part.text))
    for (const name of at(who, 'last'))
      for (const place of at(house, 'first'))
        if (name.end < place.start && CAME_THERE.test(view.text.slice(name.end, place.start))) return 'now';
  if (BASED.test(part.text))
    for (const name of at(who, 'last'))
      for (const place of at(house, 'first'))
        if (/^,? (?:of|in|from) $/.test(view.text.slice(name.end, place.start))) return 'now';
  if (BELONGS.test(part.text))
    for (const name of at(who, 'last'))
      for (const place of at(house, 'first')) if (PART_OF.test(view.text.slice(name.end, place.start))) return 'now';
  return undefined;
}

const OTHER_HOUSE = /^,?(?: (?:an?|the|who|is|\p{Ll}+)){0,4} (?:of|at|with|for)(?: the)? (?=\p{Lu})/u;

/** Whether a statement places whom the claim says to work somewhere with another house: "Holm at Birch Mills". */
export function worksElsewhere(part: ClaimPart, view: StatementView): boolean {
  const [who, ...others] = part.names;
  const house = others.at(-1);
  if (!who || !house || part.past || !EMPLOYED.test(part.text)) return false;
  if (edgesOf(house, part, view, 'first').length > 0) return false;
  return edgesOf(who, part, view, 'last').some((name) => {
    const between = OTHER_HOUSE.exec(view.text.slice(name.end));
    return between !== null && !VERB_BETWEEN.test(between[0]);
  });
}

/** The first or the last words of a name in the statement. */
function edgesOf(
  { needs }: NameGroup,
  part: ClaimPart,
  view: StatementView,
  edge: 'first' | 'last',
): { readonly start: number; readonly end: number }[] {
  const index = edge === 'first' ? needs[0] : needs.at(-1);
  const keys = [...(part.needs[index ?? -1]?.alternatives ?? [])].filter(([, s]) => s >= MET);
  return keys.flatMap(([key]) =>
    (view.terms.get(key)?.at ?? []).flatMap((i) => {
      const token = view.tokens[i];
      if (!token) return [];
      // A name goes on: "Birch Mills of Harby".
      const before = /(?:\p{Lu}[\p{L}\d.-]* )+$/u.exec(view.text.slice(0, token.start))?.[0].length ?? 0;
      const after = /^(?: \p{Lu}[\p{L}\d.-]*)+/u.exec(view.text.slice(token.end))?.[0].length ?? 0;
      return [{ start: token.start - before, end: token.end + after }];
    }),
  );
}
