import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Stretch } from './roles.ts';

/** What is put above what: "more a fair than a market", "a fair rather than a market", "less a market and more a fair". */
interface Ranked {
  readonly over: Stretch;
  readonly under: Stretch;
}

const IS = '(?:is|are|was|were|seems?|looks?|remains?|becomes?)';
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<under>[^,.;:]+?) ${IS} (?:much |far |still )?less \\p{L}+ than (?<over>[^,.;:]+)`, 'diu'),
  new RegExp(`(?<over>[^,.;:]+?) ${IS} (?:much |far |still )?more \\p{L}+ than (?<under>[^,.;:]+)`, 'diu'),
  /\bless (?<under>[^,.;:]+?),? (?:and|but) more (?<over>[^,.;:]+)/diu,
  /\bmore (?<over>[^,.;:]+?),? (?:and|but) less (?<under>[^,.;:]+)/diu,
  /\bless (?:likely )?(?<under>(?:an?|the|about|of) [^,.;:]+?) than (?<over>[^,.;:]+)/diu,
  /\bmore (?:likely )?(?<over>(?:an?|the|about|of) [^,.;:]+?) than (?<under>[^,.;:]+)/diu,
  /\bnot so much (?<under>[^,.;:]+?) as (?<over>[^,.;:]+)/diu,
  /(?<over>[^,.;:]+?),? rather than (?<under>[^,.;:]+)/diu,
];

/** What a text puts above what; undefined where it compares nothing so. */
function rankedIn(text: string): Ranked | undefined {
  for (const form of FORMS) {
    const { over, under } = form.exec(text)?.indices?.groups ?? {};
    if (over && under) return { over: { start: over[0], end: over[1] }, under: { start: under[0], end: under[1] } };
  }
  return undefined;
}

const rankedOf = remembered((of: { readonly text: string }) => ({
  ranked: rankedIn(of.text),
  degrees: degreesIn(of.text),
}));

/** Whether a statement puts the same two the same way round as the claim, or the other way. */
export function ranks(part: ClaimPart, view: StatementView): 'same' | 'turned' | undefined {
  const [claimed, told] = [rankedOf(part).ranked, rankedOf(view).ranked];
  if (!claimed || !told) return undefined;
  const stands = (from: Stretch, here: Stretch, there: Stretch) =>
    part.needs.some((need, i) => {
      if (!inStretch(part.places[i] ?? -1, from)) return false;
      const places = offsetsOfNeed(need, view);
      return places.some((at) => inStretch(at, here)) && !places.some((at) => inStretch(at, there));
    });
  if (stands(claimed.over, told.under, told.over) && stands(claimed.under, told.over, told.under)) return 'turned';
  return stands(claimed.over, told.over, told.under) && stands(claimed.under, told.under, told.over)
    ? 'same'
    : undefined;
}

/** "More brutal", "less brutal": the word behind, and which way. */
function degreesIn(text: string): readonly { readonly more: boolean; readonly word: string }[] {
  return [...text.matchAll(/\b(more|less|fewer) (?!than\b)(\p{Ll}{4,})/giu)].map(([, which, word = '']) => ({
    more: which?.toLowerCase() === 'more',
    word,
  }));
}

/** A statement tells of the claim's "less brutal" as "more brutal", or the other way round. */
export function degreeTurned(part: ClaimPart, view: StatementView): boolean {
  const told = rankedOf(view).degrees;
  return rankedOf(part).degrees.some(({ more, word }) => {
    const same = told.filter((one) => one.word === word);
    return same.length > 0 && same.every((one) => one.more !== more);
  });
}
