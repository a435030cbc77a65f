import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Stretch } from './roles.ts';

/** "Holm, the oldest yard of the coast, ...": what stands behind a name and says what it is. */
const BEHIND = /^, (?:an?|the|its|their|his|her|our|\p{Lu}[\p{L}\d-]*[’']s?) (?<told>[^;:.()—]+)/u;
/** "Her sister ship, the Petrel, ...": what stands before it. */
const BEFORE = /\b(?:its|their|his|her|our) (?<told>(?:[\p{L}\d-]+ ){0,4}[\p{L}\d-]+), (?:the )?$/u;
const DETERMINER = /^ *(?:an?|the|its|their) /;
/** The head of such words stands before the first of these. */
const AFTER_HEAD =
  /\s(?:of|in|at|for|from|with|on|to|behind|that|which|who|whose|where|between|by|near|since|until)\s|,|[.;]|$/;

/** Who does it for a living: "makes" is told by "the maker of". */
const DOERS: Readonly<Record<string, RegExp>> = {
  make: /^(?:maker|manufacturer|producer)s?$/,
  produce: /^(?:maker|manufacturer|producer)s?$/,
  manufacture: /^(?:maker|manufacturer|producer)s?$/,
  build: /^builders?$/,
  own: /^owners?$/,
  operate: /^operators?$/,
  run: /^operators?$/,
  supply: /^suppliers?$/,
  distribute: /^distributors?$/,
  publish: /^publishers?$/,
  develop: /^developers?$/,
  grow: /^growers?$/,
  found: /^(?:co-?)?founders?$/,
};

/** Whether an apposition to the claim's subject says what the claim says that it is, or does for a living. */
export function toldBeside(part: ClaimPart, view: StatementView): boolean {
  const { base = '', passive = false } = part.predicate ?? {};
  const doer = passive ? undefined : DOERS[base];
  const names = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  const rest = part.roles.others[0];
  if ((base !== 'be' && !doer) || names.length === 0 || !rest || part.negated) return false;
  const told = part.needs.flatMap((need, i) =>
    !need.name && inStretch(part.places[i] ?? -1, rest) ? [{ need, at: part.places[i] ?? 0 }] : [],
  );
  const words = part.text.slice(rest.start, rest.end);
  const determined = DETERMINER.exec(words)?.[0].length ?? 0;
  const head = headOf(part.text, { start: rest.start + determined, end: rest.end });
  const headNeed = told.find(({ need, at }) => at < head.end && at + need.word.length >= head.end)?.need;
  if (told.length === 0 || (!doer && !headNeed)) return false;
  return appositionsTo(
    names.flatMap(({ needs }) => needs),
    part,
    view,
  ).some((stretch) => {
    const within = (at: number) => inStretch(view.tokens[at]?.start ?? -1, stretch);
    if (!told.every(({ need }) => placesOfNeed(need, view).some(within))) return false;
    const said = headOf(view.text, stretch);
    if (doer) return doer.test(view.text.slice(said.start, said.end));
    // A term of several words, "parcel carrier", is found at the first of them.
    const reach = headNeed?.word.split(' ').length ?? 1;
    return (headNeed ? placesOfNeed(headNeed, view) : []).some((at) =>
      view.tokens.slice(at, at + reach).some(({ start }) => start === said.start),
    );
  });
}

/** The last word before what follows a head: "carrier" of "family-owned carrier that knocks". */
function headOf(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  const last = AFTER_HEAD.exec(words)?.index ?? words.length;
  return { start: start + words.slice(0, last).lastIndexOf(' ') + 1, end: start + last };
}

/** What stands in apposition to a name, without its article. */
function appositionsTo(needs: readonly number[], part: ClaimPart, view: StatementView): Stretch[] {
  const [first, last] = [part.needs[needs[0] ?? -1], part.needs[needs.at(-1) ?? -1]];
  const found: Stretch[] = [];
  for (const at of last ? placesOfNeed(last, view) : []) {
    const from = view.tokens[at]?.end ?? 0;
    const match = BEHIND.exec(view.text.slice(from));
    const told = match?.groups?.told;
    if (!match || told === undefined) continue;
    const start = from + match[0].length - told.length;
    found.push({ start, end: start + (/,/.exec(told)?.index ?? told.length) });
  }
  for (const at of first ? placesOfNeed(first, view) : []) {
    const match = BEFORE.exec(view.text.slice(0, view.tokens[at]?.start ?? 0));
    const told = match?.groups?.told;
    if (!match || told === undefined) continue;
    const start = match.index + match[0].indexOf(told);
    found.push({ start, end: start + told.length });
  }
  return found;
}
