import type { Knowledge } from '../statement/knowledge.ts';
import { isScenario } from './bears-out.ts';
import { type Comparison, STATE_UNTOLD } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { inStretch, leantOn } from './reference.ts';
import { tellsPost } from './titles.ts';

/** What speaks for and against a statement telling what a claim tells, where no slot differs; the names are those in `claims.json`. */
export interface Likeness {
  /** Shares of the claim that are told: at all, in own words or leant names, in the sentence alone. */
  readonly told: number;
  readonly plainly: number;
  readonly own: number;
  readonly proximity: number;
  readonly faintNames: number;
  readonly faintWords: number;
  /** Names that stand in the sentence and not in the clause. */
  readonly outsideNames: number;
  readonly sameBearer: number;
  readonly unsureBearer: number;
  readonly sameVerb: number;
  /** It holds a figure of the claim. */
  readonly anchored: number;
  readonly supposed: number;
  /** 1 for a claim of a single word beside its names, 0 from four on. */
  readonly short: number;
}

export type JudgementWeights = Readonly<Record<keyof Likeness | 'bias', number>>;

/** Of a claim with so many words beside its names, a word more or less decides nothing. */
const LONG = 4;

const SUPERLATIVE =
  /\b(?:\p{L}{3,}(?<!(?:inter|for|inv|requ|qu|prot|cont|har|t|int|arr|sugg|dig|n|w|gu|b|r|ch|inqu|manif))est|most|least|best|worst)\b/iu;

/** Undefined where something stands in the way, whatever else agrees: a slot that differs, or one that nothing tells. */
export function likenessOf(c: Comparison, part: ClaimPart, knowledge: Knowledge): Likeness | undefined {
  if (c.different.length + c.silent.length + c.silentDates.length > 0 || isScenario(c.view)) return undefined;
  if (c.toldBy === 'swapped' || c.toldBy === 'other') return undefined;
  // Whose a post is, only what stands right beside the name tells.
  if (c.toldBy === undefined && tellsPost(part, knowledge)) return undefined;
  if (c.missing.length > 0 || c.faint.includes(STATE_UNTOLD)) return undefined;
  const names = new Set(part.names.map(({ text }) => text));
  if (c.unbounded.some((one) => !names.has(one))) return undefined;
  if (SUPERLATIVE.test(part.text) && !SUPERLATIVE.test(c.view.text)) return undefined;
  if (missesNumber(c, part, knowledge) || missesSubject(c, part)) return undefined;
  const faintNames = c.faint.filter((one) => names.has(one)).length;
  const words = part.needs.filter(({ name }) => !name).length;
  return {
    told: c.told,
    plainly: c.plainly,
    own: c.match.ownCoverage,
    proximity: c.match.proximity,
    faintNames,
    faintWords: c.faint.length - faintNames,
    outsideNames: c.unbounded.length,
    sameBearer: c.toldBy === 'agree' ? 1 : 0,
    unsureBearer: c.toldBy === 'unsure' ? 1 : 0,
    sameVerb: c.byVerb ? 1 : 0,
    anchored: c.anchored ? 1 : 0,
    supposed: c.supposed ? 1 : 0,
    short: Math.max(0, LONG - words) / LONG,
  };
}

/** Log odds, from the threshold on. */
export function scoreOf(likeness: Likeness, weights: JudgementWeights): number {
  let score = weights.bias;
  for (const [name, value] of Object.entries(likeness)) score += weights[name as keyof Likeness] * value;
  return score;
}

/** A number of the claim that is no day stands neither in the statement nor in what it leans on. */
function missesNumber({ view }: Comparison, part: ClaimPart, knowledge: Knowledge): boolean {
  const around = [view, ...leantOn(view, knowledge)];
  return [...part.text.matchAll(/\d+(?:[.,]\d+)*/g)].some(
    ({ 0: digits, index }) =>
      !part.dates.some(({ span }) => span[0] <= index && index < span[1]) &&
      !around.some(({ text }) => text.includes(digits)),
  );
}

/** What the claim is about is named in no word of the statement. */
function missesSubject(c: Comparison, part: ClaimPart): boolean {
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  return part.needs.some(
    (need, i) => !need.name && c.missing.includes(need.word) && inStretch(part.places[i] ?? -1, subject),
  );
}
