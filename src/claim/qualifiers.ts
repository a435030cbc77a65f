import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Difference } from './difference.ts';
import { NOT_ANY } from './manner.ts';
import type { ClaimPart } from './part.ts';
import { degreeTurned, ranks } from './ranked.ts';

/** Words that bound a claim and stand in no need: how much of it, in which order, than what, why. */
export interface Qualified {
  readonly silent: readonly string[];
  readonly different: readonly Difference[];
}

/** A claim that has a word of one of these is borne out by no sentence that has none of them. */
const BOUNDS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'all',
    /\b(?:all|every|each|entire(?:ly)?|whole|everything|everybody|everyone|anybody|anyone|any(?! ?(?:more|longer))|both|100 ?(?:%|percent))\b/i,
  ],
  ['most', /\b(?:most(?= (?:of|\p{Ll}+s\b))|majority|mostly|mainly|primarily|largely)\b/iu],
  ['half', /\b(?:half|50 ?(?:%|percent)|halves)\b/i],
  ['first', /\bfirst\b/i],
  ['second', /\bsecond\b(?! half)/i],
  ['third', /\bthird\b(?!-party)/i],
  // To keep somebody off a thing is not to keep the thing.
  ['off', /\b(?:off|out of|away from)\b/i],
  ['last', /\b(?:last|final)\b(?! (?:year|month|week|quarter|spring|summer|autumn|winter|fall|two|three|few))/i],
];
const LACKS = /\b(?:without|no|not|never|none|nor|free of|lack\w*|cannot)\b|n['’]t\b/i;
/** "Sells less of it": of a claim's "less" that is no comparison something must tell. */
const LESS = /(?<!\b(?:no|or|not|much) )\b(?:less|fewer)\b(?! than)/i;
const FALLS =
  /\b(?:less|fewer|lower\w*|smaller|cut\w*|reduc\w+|decreas\w+|shr[aiu]nk\w*|f[ae]ll\w*|drop\w*|declin\w+|only|weak\w*|half|halv\w+|not?|stop\w*|slow\w*|down\w*|away|limit\w*|dilut\w+|diminish\w*|eas\w+|loos\w+|narrow\w*|lighter|rather|instead|under\w*|low)\b|n['’]t\b/i;
const BECAUSE = /\b(?:because|due to|owing to|thanks to|as a result of|on account of|caused by|in order to)\b/i;
const CAUSES =
  /\b(?:because|due to|owing to|thanks to|as a result|since|so that|after|over|led to|leads to|caused|prompted|blam\w+|cit(?:es?|ed|ing)|for (?:lack|want)|in order to|which is why|that is why|limitations?|address\w*|to (?:avoid|meet|reduce|reach))\b/i;
/** "Before the vote": an order of two events, and no date. */
const ORDER =
  /(?<!\blook(?:s|ed|ing)? )\b(before|after)\b(?! (?:the (?:end|start|middle) of )?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))/i;
const THAN = /\b(?:rather than|instead of|than)\b/i;
const MET = 0.5;

/** What of a claim's bounds the statement does not have, or turns round. `around` is the statement with those that it leans on. */
export function compareQualifiers(part: ClaimPart, view: StatementView, around: string): Qualified {
  const silent: string[] = [];
  const different: Difference[] = [];
  const { bounds, rates, without, plainlyWith, because, order, than: claimed } = boundsOf(part);
  for (const [name, pattern] of rates ? boundsIn(withoutRates(rates, view.text)) : bounds)
    if (!pattern.test(view.text) && !isOrdered(name, part.text, view.text, around)) silent.push(name);
  if (without && !LACKS.test(view.text)) silent.push('without');
  if (plainlyWith && /\bwithout\b/i.test(view.text)) silent.push('with');
  if (LESS.test(part.text) && !FALLS.test(view.text)) silent.push('less');
  if (because && !CAUSES.test(view.text)) silent.push('because');
  if (order && !order.told.test(view.text)) silent.push(order.word);
  if (!claimed && !part.negated) silent.push(...setAside(part, view));
  const ranked = ranks(part, view);
  if (ranked === 'turned' || (ranked === undefined && degreeTurned(part, view))) different.push('opposite');
  if (claimed && ranked === undefined) {
    const told = THAN.exec(view.text);
    if (!told) silent.push(claimed[0]);
    else if (
      turnsRound(part, claimed.index, view, told.index) !== isOpposite(part.text, claimed.index, view.text, told.index)
    )
      different.push('opposite');
  }
  if (lessOrMore(part, view) || isLikenedRound(part, view)) different.push('opposite');
  return { silent, different };
}

/** "The second berth must wait. The berth was approved": which of them it is, the sentence before says. */
function isOrdered(name: string, claim: string, text: string, around: string): boolean {
  const thing = new RegExp(`\\b${name} (\\p{Ll}{3,})`, 'iu').exec(claim)?.[1];
  return (
    ORDINAL.test(name) &&
    thing !== undefined &&
    new RegExp(`\\bthe ${thing}\\b`, 'i').test(text) &&
    new RegExp(`\\b${name} ${thing}\\b`, 'i').test(around)
  );
}

const ORDINAL = /^(?:first|second|third|last)$/;

/** So nearly a word must be the claim's own. */
const THE_WORD = 0.95;

/** "Amended rather than torn up": what stands behind these, and nowhere else, is not what is told. */
function setAside(part: ClaimPart, view: StatementView): string[] {
  const aside =
    /\b(?:rather than|instead of)\b[^,;:.]*?(?= (?:on|in|at|for|from|during|since|until|by|as)\b|[,;:.]|$)/i.exec(
      view.text,
    );
  if (!aside) return [];
  const within = (at: number) => at >= aside.index && at < aside.index + aside[0].length;
  return part.needs.flatMap((need) => {
    const places = [...need.alternatives].flatMap(([key, s]) =>
      need.name || s < THE_WORD ? [] : (view.terms.get(key)?.at ?? []).map((at) => view.tokens[at]?.start ?? -1),
    );
    return places.length > 0 && places.every(within) ? [need.word] : [];
  });
}

const boundsIn = (text: string) => BOUNDS.filter(([, pattern]) => pattern.test(text));

const boundsOf = remembered(({ text }: ClaimPart) => {
  const bounded = text.replace(NOT_ANY, '');
  return {
    bounds: boundsIn(bounded),
    /** Where it may hold a rate, what bounds it depends on the statement too. */
    rates: /\b(?:each|every) \p{L}/iu.test(bounded) ? bounded : undefined,
    without: /\b(?:without|with no)\b/i.test(text),
    plainlyWith: /\bwith\b/i.test(text) && !LACKS.test(text),
    because: BECAUSE.test(text),
    order: orderIn(text),
    // "More than 100" bounds an amount.
    than: /\b(?:more|less|fewer|later|earlier|higher|lower|greater) than\s+[$€£¥]?(?:\d|an? )/i.test(text)
      ? undefined
      : THAN.exec(text),
  };
});

/** "Before" and "after", and what tells the same. */
function orderIn(text: string): { readonly word: string; readonly told: RegExp } | undefined {
  const word = ORDER.exec(text)?.[1];
  if (word === undefined) return undefined;
  return {
    word,
    told: word.toLowerCase() === 'before' ? /(?<!\bnot )\b(?:before|ahead of)\b/i : /(?<!\bnot )\bafter\b/i,
  };
}

/** "Each call" against "per call": a rate, and no bound. */
function withoutRates(claim: string, told: string): string {
  return claim.replace(/\b(?:each|every) (\p{L}+)/giu, (words, noun: string) =>
    new RegExp(`\\b(?:an?|per) ${noun}\\b`, 'iu').test(told) ? noun : words,
  );
}

/** "Less brutal" against "more brutal". */
function lessOrMore(part: ClaimPart, { text }: StatementView): boolean {
  return degreesIn(part).some(({ said, other }) => other.test(text) && !said.test(text));
}

const degreesIn = remembered(({ text }: ClaimPart) =>
  [...text.matchAll(/\b(more|less) (\p{L}{4,})\b(?! than)/giu)].map(([, degree = '', word = '']) => ({
    said: new RegExp(`\\b${degree} ${word}\\b`, 'iu'),
    other: new RegExp(`\\b${degree.toLowerCase() === 'more' ? 'less' : 'more'} ${word}\\b`, 'iu'),
  })),
);

/** "Coal costs twice as much as gas": gas does not. */
function isLikenedRound(part: ClaimPart, view: StatementView): boolean {
  const [claimed, told] = [TIMES_AS.exec(part.text), TIMES_AS.exec(view.text)];
  return claimed !== null && told !== null && turnsRound(part, claimed.index, view, told.index);
}

const TIMES_AS = /(?<=\b(?:twice|half|times|third|quarter) as \p{L}+ )as\b/iu;

/** Pairs of which each says the other way round what the other says. */
const COMPARED: readonly (readonly [RegExp, RegExp])[] = [
  [/\bmore\b/i, /\b(?:less|fewer)\b/i],
  [/\b(?:higher|greater|larger|bigger|taller)\b/i, /\b(?:lower|smaller|shorter)\b/i],
  [/\b(?:longer|later)\b/i, /\b(?:shorter|earlier|sooner)\b/i],
  [/\b(?:better|stronger)\b/i, /\b(?:worse|weaker)\b/i],
  [/\b(?:faster|quicker)\b/i, /\bslower\b/i],
  [/\b(?:dearer|more expensive)\b/i, /\b(?:cheaper|less expensive)\b/i],
  [/\bolder\b/i, /\b(?:younger|newer)\b/i],
];
/** Characters before "than" in which what is compared stands. */
const COMPARED_WITHIN = 40;

/** "Earn more than" against "earn less than". */
function isOpposite(claim: string, claimedAt: number, told: string, toldAt: number): boolean {
  const lead = (text: string, at: number) => text.slice(Math.max(0, at - COMPARED_WITHIN), at);
  const [one, other] = [lead(claim, claimedAt), lead(told, toldAt)];
  return COMPARED.some(
    ([up, down]) =>
      (up.test(one) && down.test(other) && !up.test(other)) || (down.test(one) && up.test(other) && !down.test(other)),
  );
}

/** What stands right before "than" in the claim stands behind it in the statement, and the other way round. */
function turnsRound(part: ClaimPart, claimedAt: number, view: StatementView, toldAt: number): boolean {
  const sideOf = (i: number): 'before' | 'after' | undefined => {
    const need = part.needs[i];
    const places = [...(need?.alternatives ?? [])].flatMap(([key, s]) =>
      s >= MET ? (view.terms.get(key)?.at ?? []) : [],
    );
    const sides = new Set(places.map((at) => (view.tokens[at]?.start ?? 0) < toldAt));
    if (sides.size !== 1) return undefined;
    return sides.has(true) ? 'before' : 'after';
  };
  const told = part.needs.flatMap((_, i) => (sideOf(i) ? [i] : []));
  const before = (i: number) => (part.places[i] ?? 0) < claimedAt;
  return told.some((i) => before(i) && sideOf(i) === 'after') && told.some((i) => !before(i) && sideOf(i) === 'before');
}
