import type { Answering } from '../answer/ask.ts';
import { movesFromOther } from '../chronicle/moved.ts';
import type { Supersession } from '../chronicle/supersession.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Comparison } from './comparison.ts';
import { relationIn } from './find-relation.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';
import { elsewhere, isOfOtherObject } from './turned.ts';

const HALF = 0.5;

/** The end, by `asOf`, of just that in a statement which the claim tells; undefined where it has none, or it is of another thing. */
export function endOfClaimed(
  part: ClaimPart,
  { view, beside }: Pick<Comparison, 'view' | 'beside'>,
  asOf: IsoDate | undefined,
  { endings, knowledge }: Pick<Answering, 'endings' | 'knowledge'>,
): Supersession | undefined {
  const end = endings.get(view.statement.index);
  if (!end || (asOf !== undefined && end.since > asOf) || elsewhere(part, end.later, knowledge)) return undefined;
  if (isOfOtherObject(part, end.object, knowledge.views[end.later], knowledge)) return undefined;
  return isOf(part, end, { view, beside }, knowledge) ? end : undefined;
}

/** What ended of one clause or one figure of a sentence ends nothing else that it tells: the claim must name it. */
function isOf(
  part: ClaimPart,
  { object, later }: Supersession,
  { view, beside }: Pick<Comparison, 'view' | 'beside'>,
  knowledge: Knowledge,
): boolean {
  if (part.exclusive) return true;
  if (object === undefined) {
    const turned = knowledge.views[later];
    if (turned === undefined) return true;
    // "From 2,400 sites to 3,100": a fifth of the costs is a figure of another sort, and 900 sites were other ones.
    const ofSort = turned.amounts.some((one) => part.amounts.some(({ sort }) => sort === one.sort));
    const ofOther = turned.amounts.length > 0 && part.amounts.length > 0 && !ofSort;
    return !ofOther && !movesFromOther({ view: turned }, part);
  }
  if (part.needs.some(({ alternatives }) => (alternatives.get(object) ?? 0) >= HALF)) return true;
  // What something is, told beside its name, goes on.
  if (part.amounts.length > 0 || beside) return false;
  // "Keeps its rating and sees the pact go on": the end of the pact is none of the rating.
  const clause = relationIn(part, view, knowledge);
  const places = view.terms.get(object)?.at ?? [];
  return !clause?.byVerb || places.length === 0 || places.some((at) => inStretch(view.tokens[at]?.start ?? -1, clause));
}
