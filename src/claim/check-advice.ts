import type { Match } from '../answer/match.ts';
import { strengthIn } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { type Advice, adviceIn, asAdvice } from './advice.ts';
import { bearsOut, hasSubstance } from './bears-out.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { counteredBy } from './countered.ts';
import { type ClaimPart, readPart } from './part.ts';
import { inStretch } from './reference.ts';
import { contradicts } from './speaks-against.ts';
import type { Verdict } from './verdict.ts';

/** A word met by so much is told. */
const TOLD = 0.65;
const MET = 0.5;
/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.4;
/** So much of what is advised, whoever is, shows that it is the same advice. */
const SAME_ADVICE = 0.85;

/** So many words show a piece of advice without its addressee. */
const SHOWS_ADVICE = 3;

interface AdviceChecked {
  readonly verdict: Verdict;
  readonly found: readonly Comparison[];
}

/** Holds a claim of what somebody is advised to do against the advice of the corpus; undefined where that settles nothing. */
export function checkAdvice(words: string, asOf: IsoDate | undefined, knowledge: Knowledge): AdviceChecked | undefined {
  const claimed = asAdvice(words);
  if (claimed === undefined) return undefined;
  const part = readPart(claimed, knowledge);
  if (!hasSubstance(part)) return undefined;
  const compared = adviceIn(knowledge)
    .filter(({ of }) => asOf === undefined || visibleAsOf(of, asOf, knowledge))
    .map(({ of, view }: Advice) => ({
      of,
      // "The old trees" are no state that has passed.
      c: { ...compare(part, view, matchOf(part, view), knowledge), past: false },
    }))
    .sort((a, b) => b.c.match.ownCoverage - a.c.match.ownCoverage);
  const settled = (verdict: Verdict, { of, c }: (typeof compared)[number]): AdviceChecked => ({
    verdict,
    found: [{ ...c, view: of }],
  });
  const same = compared.find(({ c }) => bearsOut(c) && addresses(part, c) && tellsEveryWord(part, c));
  if (same) return settled('supported', same);
  const against = compared.find(
    ({ c }) => addresses(part, c) && (contradicts(c, part) || counteredBy(part, [c], knowledge) !== undefined),
  );
  if (against) return settled('contradicted', against);
  const toOthers = compared.find(({ c }) => !addresses(part, c) && c.byVerb && restTold(part, c) >= SAME_ADVICE);
  return toOthers && settled('contradicted', toOthers);
}

function matchOf({ needs }: ClaimPart, view: StatementView): Match {
  const own = needs.map((need) => strengthIn(need, view));
  const total = needs.reduce((sum, { weight }) => sum + weight, 0);
  const coverage = total > 0 ? needs.reduce((sum, { weight }, i) => sum + weight * (own[i] ?? 0), 0) / total : 0;
  return { own, met: own, ownCoverage: coverage, coverage, nameCoverage: 1, proximity: 0 };
}

/** Whom the claim addresses is addressed: the last word of it says who they are. */
function addresses(part: ClaimPart, { match }: Comparison): boolean {
  const who = part.needs.flatMap((_, i) => (inStretch(part.places[i] ?? -1, part.roles.agent) ? [i] : []));
  return who.length > 0 && (match.own[who.at(-1) ?? -1] ?? 0) >= TOLD;
}

/** Advice differs from other advice in a word. */
function tellsEveryWord({ needs }: ClaimPart, { match }: Comparison): boolean {
  return needs.every(({ weight }, i) => weight < SAYS_SOMETHING || (match.own[i] ?? 0) >= MET);
}

/** The share of what is advised that it says; of one or two words it shows nothing. */
function restTold(part: ClaimPart, { match, different }: Comparison): number {
  const rest = part.needs.flatMap((need, i) =>
    inStretch(part.places[i] ?? -1, part.roles.agent) ? [] : [{ weight: need.weight, told: match.own[i] ?? 0 }],
  );
  if (different.length > 0 || rest.length < SHOWS_ADVICE) return 0;
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  return rest.reduce((sum, { weight, told }) => sum + weight * told, 0) / total;
}
