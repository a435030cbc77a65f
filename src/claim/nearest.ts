import type { Matcher } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import type { IsoDate } from '../model.ts';
import { remembered } from '../remembered.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { elidedIn } from './elided.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';

const MOST_LOOKED_AT = 16;
/** Of those that hold a sum of the claim, so many more. */
const MOST_WITH_FIGURE = 32;
/** A statement that says less of a claim is about something else. */
const LEAST_SAID = 0.2;
/** In a corpus of more statements only those that the search finds are looked at. */
const ALL_LOOKED_AT = 400;
const MOST_PASSAGES = 24;

/** The statements that tell most of a part of a claim, compared with it; the one with most of its words first. */
export function compareNearest(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  match: Matcher,
  knowledge: Knowledge,
): Comparison[] {
  return viewsFor(part, knowledge)
    .filter((view) => asOf === undefined || visibleAsOf(view, asOf, knowledge))
    .map((view) => ({ view, coverage: match.coverage(view) }))
    .filter(({ coverage }) => coverage >= LEAST_SAID)
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, MOST_WITH_FIGURE)
    .filter(({ view }, i) => i < MOST_LOOKED_AT || holdsFigure(part, view))
    .map(({ view }) => compareElided(part, view, match, knowledge) ?? compare(part, view, match(view), knowledge))
    .sort((a, b) => b.match.ownCoverage - a.match.ownCoverage);
}

/** Whom the claim is about may be told in a clause that has left its verb out. */
function compareElided(
  part: ClaimPart,
  view: StatementView,
  match: Matcher,
  knowledge: Knowledge,
): Comparison | undefined {
  const agent = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, part.roles.agent));
  const elided =
    agent.length > 0
      ? elidedIn(view, knowledge).find(
          ({ who, view: told }) =>
            agent.some((need) => placesOfNeed(need, told).some((at) => (told.tokens[at]?.start ?? who) < who)) &&
            agent.every((need) => need.name || placesOfNeed(need, told).length > 0),
        )
      : undefined;
  return elided && { ...compare(part, elided.view, match(elided.view), knowledge), view };
}

/** Advice and what is asked bear out nothing. */
const tellsSomething = remembered(
  ({ statement, text }: StatementView) => statement.kind !== 'advice' && !/\?[”"’')]*\s*$/.test(text),
);
const tellingIn = remembered(({ views }: Knowledge) => views.filter(tellsSomething));

function holdsFigure(part: ClaimPart, view: StatementView): boolean {
  return part.amounts.some((amount) => view.amounts.some((other) => sameAmount(amount, other)));
}

function viewsFor(part: ClaimPart, knowledge: Knowledge): readonly StatementView[] {
  if (knowledge.views.length <= ALL_LOOKED_AT) return tellingIn(knowledge);
  const hits = knowledge.search.search(part.text, MOST_PASSAGES);
  return hits.flatMap(({ passage }) => {
    const found = knowledge.corpus.passages[passage];
    return found ? knowledge.views.slice(...found.statements).filter(tellsSomething) : [];
  });
}
