import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

/** They stand against their opposites of a day or a rank, and not of the matter. */
const NO_MATTER =
  /^(?:shares?|shared|home|away|ends?|starts?|keeps?|kept|has|have|holds?|held|head|heading|leads?|back|gets?|first|last|early|late|year|over|under|up|down|before|after|north|south|east|west|supply|demand|main|more|less|many|few|high|low|long|short|large|small|big)$/;

const MET = 0.5;
/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;

interface Opposite {
  /** A word of the claim. */
  readonly of: string;
  readonly opposite: string;
}

const cache = new WeakMap<ClaimPart, readonly Opposite[]>();

/** The opposites of the words of a claim, where it does not have them too. */
function oppositesOf(part: ClaimPart, { analysis: { analyze, lexicon } }: Knowledge): readonly Opposite[] {
  const known = cache.get(part);
  if (known) return known;
  const tokens = analyze(part.text);
  const own = new Set(tokens.map(({ stem }) => stem));
  const words = tokens.filter(({ word }) => !NO_MATTER.test(word)).map(({ stem }) => stem);
  const found = [...words, ...lexicon.phrases(tokens).map(({ key }) => key)].flatMap((of) =>
    lexicon
      .opposites(of)
      .filter((opposite) => !NO_MATTER.test(opposite) && !own.has(opposite))
      .map((opposite) => ({ of, opposite })),
  );
  cache.set(part, found);
  return found;
}

/** Words within which the opposite stands by what the claim speaks of. */
const NEAR_WORDS = 5;

/** A statement has the opposite of a word of the claim beside other words of it; `told`, which tells the claim, has it not. */
export function opposes(part: ClaimPart, view: StatementView, knowledge: Knowledge, told?: StatementView): boolean {
  const opposites = oppositesOf(part, knowledge).filter(
    ({ of, opposite }) =>
      placesOf(of, view).length === 0 &&
      placesOf(opposite, view).length > 0 &&
      !(told && placesOf(opposite, told).length > 0),
  );
  if (opposites.length === 0) return false;
  const own = part.needs.flatMap((need) =>
    !need.name && need.weight >= NAMES_A_THING
      ? [...need.alternatives].flatMap(([key, s]) => (s >= MET ? (view.terms.get(key)?.at ?? []) : []))
      : [],
  );
  return opposites.some(({ opposite }) =>
    placesOf(opposite, view).some((at) => own.some((other) => other !== at && Math.abs(other - at) <= NEAR_WORDS)),
  );
}

function placesOf(one: string, view: TextView): number[] {
  return [...(view.terms.get(one)?.at ?? []), ...view.tokens.flatMap(({ stem }, i) => (stem === one ? [i] : []))];
}
