import type { Answering } from '../answer/ask.ts';
import type { Supersession } from '../chronicle/supersession.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Correction, Difference } from './difference.ts';
import { type Dispute, disputesOf } from './disputes.ts';
import { neighbours } from './neighbours.ts';
import { isOvertaken } from './overtaken.ts';
import { sameNews } from './same-news.ts';
import { tellsAgain } from './tells-again.ts';
import type { Topics } from './topics.ts';
import { sameEnd, type Turnabout, turnabouts } from './turnabout.ts';

/** One thing that a digest tells, the weightiest sort first. */
export type Item =
  | { readonly sort: 'changed'; readonly turn: Turnabout }
  | ({ readonly sort: 'corrected' } & Correction)
  | ({ readonly sort: 'disputed' } & Dispute)
  | { readonly sort: 'new'; readonly view: StatementView }
  | { readonly sort: 'history'; readonly view: StatementView; readonly until?: IsoDate }
  | { readonly sort: 'withdrawn'; readonly view: StatementView; readonly statements: number; readonly whole: boolean };

/** What is told, and what else is new. */
export interface News {
  readonly items: readonly Item[];
  /** New statements that no item tells, weightiest first. */
  readonly besides: readonly StatementView[];
  /** What the items tell, in their own words or in others. */
  readonly told: ReadonlySet<StatementView>;
}

/** A digest tells so many things, not more: people stop reading. */
const MOST_ITEMS = 7;
const MOST_CHANGES = 4;
const MOST_CORRECTED = 3;
const MOST_DISPUTED = 2;
const MOST_WITHDRAWN = 2;
const MOST_OPINIONS = 2;
/** Where nothing is reported, opinion is the news. */
const MOST_OPINIONS_ALONE = 3;
/** In a briefing, changes and disagreements stand beside the state. */
const MOST_IN_BRIEFING = 3;
/** A sentence that weighs less is not worth a line of its own. */
const LEAST_WEIGHT = 14;
const OPINION: ReadonlySet<string> = new Set(['analysis', 'forecast']);
const NEVER_NEWS: ReadonlySet<string> = new Set(['advice', 'definition']);

/** Selects what a channel is told of a difference. `weigh` is how much a statement matters to its readers. */
export function selectNews(
  difference: Difference,
  topics: Topics,
  weigh: (view: StatementView) => number,
  answering: Answering,
  briefing: boolean,
): News {
  const picking: Picking = {
    difference,
    topics,
    answering,
    fresh: new Set(difference.fresh.filter((view) => topics.holds(view))),
    told: new Set(),
    heavier: (a, b) => weigh(b) - weigh(a) || a.statement.index - b.statement.index,
    weigh,
  };
  const { fresh, told, heavier } = picking;
  const first = [
    ...changes(picking, briefing ? MOST_IN_BRIEFING : MOST_CHANGES),
    ...corrections(picking),
    ...disagreements(picking, briefing ? MOST_IN_BRIEFING : MOST_DISPUTED),
  ];
  if (briefing) return { items: first, besides: [], told };
  const withdrawn = withdrawals(picking);
  const statements = newStatements(picking, MOST_ITEMS - first.length - withdrawn.length, first.length > 0);
  const items = [...first, ...statements];
  const history = items.length + withdrawn.length < MOST_ITEMS ? whatWas(picking) : [];
  return {
    items: [...items, ...history, ...withdrawn],
    besides: [...fresh].filter((view) => !told.has(view) && !endOf(view, answering)).sort(heavier),
    told,
  };
}

interface Picking {
  readonly difference: Difference;
  readonly topics: Topics;
  readonly answering: Answering;
  /** What is new and on topic. */
  readonly fresh: ReadonlySet<StatementView>;
  /** What an item tells, in its own words or in others. */
  readonly told: Set<StatementView>;
  readonly heavier: (a: StatementView, b: StatementView) => number;
  readonly weigh: (view: StatementView) => number;
}

function tell(view: StatementView, { fresh, told, answering: { knowledge } }: Picking): void {
  told.add(view);
  for (const other of neighbours(view, knowledge))
    if (fresh.has(other) && tellsAgain(other, view, knowledge)) told.add(other);
}

/** What ended or changed by something new: what is one's alone first, then by weight. */
function changes(picking: Picking, most: number): readonly Item[] {
  const { difference, topics, answering, told, heavier } = picking;
  const isNew = new Set(difference.fresh);
  const exclusive = ({ object }: Turnabout) => Number(object !== undefined && answering.exclusiveTerms.has(object));
  const turned = turnabouts(answering)
    .filter(({ now, before }) => isNew.has(now) && (topics.holds(now) || topics.holds(before)))
    .sort((a, b) => exclusive(b) - exclusive(a) || heavier(a.now, b.now));
  const items: Item[] = [];
  for (const turn of turned) {
    if (items.length >= most) break;
    if (told.has(turn.now) || told.has(turn.before)) continue;
    items.push({ sort: 'changed', turn });
    tell(turn.now, picking);
    tell(turn.before, picking);
    for (const view of sameEnd(turn, answering)) told.add(view);
  }
  return items;
}

function corrections(picking: Picking): readonly Item[] {
  const { difference, topics, told, heavier } = picking;
  const corrected = difference.corrected
    .filter(({ now }) => topics.holds(now) && !told.has(now))
    .sort((a, b) => heavier(a.now, b.now))
    .slice(0, MOST_CORRECTED);
  for (const { now } of corrected) tell(now, picking);
  return corrected.map((one) => ({ sort: 'corrected', ...one }));
}

function disagreements(picking: Picking, most: number): readonly Item[] {
  const { fresh, difference, answering, told, heavier } = picking;
  const disputed = disputesOf([...fresh, ...difference.corrected.map(({ now }) => now)], answering)
    .filter(({ one, other }) => !told.has(one) && !told.has(other))
    .sort((a, b) => heavier(a.one, b.one))
    .slice(0, most);
  for (const { one, other } of disputed) {
    tell(one, picking);
    tell(other, picking);
  }
  return disputed.map((one) => ({ sort: 'disputed', ...one }));
}

/** What is reported by weight, then what is thought of it; each piece of news once. */
function newStatements(picking: Picking, room: number, otherNews: boolean): readonly Item[] {
  const { fresh, told, answering, heavier, weigh } = picking;
  const ordered = [...fresh]
    .filter((view) => !told.has(view) && !NEVER_NEWS.has(view.statement.kind) && !endOf(view, answering))
    .sort(heavier);
  const facts = ordered.filter((view) => !OPINION.has(view.statement.kind) && weigh(view) >= LEAST_WEIGHT);
  const opinions = ordered.filter((view) => OPINION.has(view.statement.kind));
  const shown = [...told];
  const chosen: StatementView[] = [];
  const choose = (from: readonly StatementView[], most: number) => {
    const until = Math.min(room, chosen.length + most);
    for (const view of from) {
      if (chosen.length >= until) break;
      if (told.has(view) || isOvertaken(view, answering)) continue;
      if (shown.some((other) => sameNews(view, other, answering.knowledge))) continue;
      chosen.push(view);
      shown.push(view);
      tell(view, picking);
    }
  };
  choose(facts, room);
  choose(opinions, otherNews || facts.length > 0 ? MOST_OPINIONS : MOST_OPINIONS_ALONE);
  return chosen.map((view) => ({ sort: 'new', view }));
}

/** What was superseded before it came: the weightiest, told as what was. */
function whatWas({ difference, fresh, told, answering, heavier }: Picking): readonly Item[] {
  const isNew = new Set(difference.fresh);
  const [past] = [...fresh]
    .filter((view) => {
      const later = endOf(view, answering)?.later;
      const known = later === undefined ? undefined : answering.knowledge.views[later];
      return known !== undefined && !isNew.has(known) && !told.has(view) && !NEVER_NEWS.has(view.statement.kind);
    })
    .sort(heavier);
  const until = past && endOf(past, answering)?.since;
  return past ? [{ sort: 'history', view: past, ...(until && { until }) }] : [];
}

/** What superseded a statement. Where no more than a bound of the later one is known, the earlier may well hold. */
function endOf({ statement }: StatementView, { supersessions, knowledge }: Answering): Supersession | undefined {
  const end = supersessions.get(statement.index);
  return end !== undefined && end.sort !== 'succeeded' && isDated(end.later, knowledge) ? end : undefined;
}

function isDated(index: number, knowledge: Knowledge): boolean {
  const statement = knowledge.views[index]?.statement;
  return statement !== undefined && (statement.date ?? knowledge.document(statement.document).published) !== undefined;
}

/** Of each document that no longer says something, the weightiest of it. */
function withdrawals({ difference, topics, heavier }: Picking): readonly Item[] {
  return difference.withdrawn
    .flatMap(({ views, whole }): Item[] => {
      const [view, ...others] = views.filter((one) => topics.heldBy(one)).sort(heavier);
      return view ? [{ sort: 'withdrawn', view, statements: others.length + 1, whole }] : [];
    })
    .slice(0, MOST_WITHDRAWN);
}
