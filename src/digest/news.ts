import type { Answering } from '../answer/ask.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Correction, Difference } from './difference.ts';
import { type Dispute, disputesOf } from './disputes.ts';
import { neighbours } from './neighbours.ts';
import { sameNews } from './same-news.ts';
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
  const { knowledge, supersessions } = answering;
  const fresh = new Set(difference.fresh.filter((view) => topics.holds(view)));
  const isNew = new Set(difference.fresh);
  const told = new Set<StatementView>();
  const tell = (view: StatementView) => {
    told.add(view);
    for (const other of neighbours(view, knowledge))
      if (fresh.has(other) && sameNews(view, other, knowledge)) told.add(other);
  };
  const heavier = (a: StatementView, b: StatementView) => weigh(b) - weigh(a) || a.statement.index - b.statement.index;

  const changed: Item[] = [];
  const turned = turnabouts(answering)
    .filter(({ now, before }) => isNew.has(now) && (topics.holds(now) || topics.holds(before)))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? '') || heavier(a.now, b.now));
  for (const turn of turned) {
    if (changed.length >= (briefing ? MOST_IN_BRIEFING : MOST_CHANGES)) break;
    if (told.has(turn.now) || told.has(turn.before)) continue;
    changed.push({ sort: 'changed', turn });
    tell(turn.now);
    tell(turn.before);
    for (const view of sameEnd(turn, answering)) told.add(view);
  }

  const corrected = difference.corrected
    .filter(({ now }) => topics.holds(now) && !told.has(now))
    .sort((a, b) => heavier(a.now, b.now))
    .slice(0, MOST_CORRECTED)
    .map((one): Item => ({ sort: 'corrected', ...one }));
  for (const item of corrected) if (item.sort === 'corrected') tell(item.now);

  const disputed = disputesOf([...fresh, ...difference.corrected.map(({ now }) => now)], answering)
    .filter(({ one, other }) => !told.has(one) && !told.has(other))
    .sort((a, b) => heavier(a.one, b.one))
    .slice(0, briefing ? MOST_IN_BRIEFING : MOST_DISPUTED)
    .map((one): Item => ({ sort: 'disputed', ...one }));
  for (const item of disputed)
    if (item.sort === 'disputed') {
      tell(item.one);
      tell(item.other);
    }

  const withdrawn = briefing ? [] : withdrawals(difference, topics, weigh);
  const first = [...changed, ...corrected, ...disputed];
  if (briefing) return { items: first, besides: [] };

  const over = (view: StatementView) => {
    const end = supersessions.get(view.statement.index);
    // Where no more than a bound of the later one is known, the earlier may well hold.
    return end !== undefined && end.sort !== 'succeeded' && isDated(end.later, knowledge) ? end : undefined;
  };
  const shown: StatementView[] = [...told];
  const ordered = [...fresh].filter((view) => !NEVER_NEWS.has(view.statement.kind)).sort(heavier);
  const facts = ordered.filter((view) => !OPINION.has(view.statement.kind));
  const items: Item[] = [];
  let opinions = 0;
  const room = MOST_ITEMS - first.length - withdrawn.length;
  const reported = facts.some((view) => weigh(view) >= LEAST_WEIGHT && !over(view)) || first.length > 0;
  for (const view of [...facts, ...ordered.filter((one) => OPINION.has(one.statement.kind))]) {
    if (items.length >= room) break;
    const opinion = OPINION.has(view.statement.kind);
    if (told.has(view) || over(view)) continue;
    if (!opinion && weigh(view) < LEAST_WEIGHT) continue;
    if (shown.some((other) => sameNews(view, other, knowledge))) {
      told.add(view);
      continue;
    }
    if (opinion && opinions >= (reported ? MOST_OPINIONS : MOST_OPINIONS_ALONE)) break;
    if (opinion) opinions += 1;
    items.push({ sort: 'new', view });
    shown.push(view);
    tell(view);
  }
  const [past] = ordered.filter(
    (view) => !told.has(view) && over(view) && !isNew.has(laterOf(view, answering) ?? view),
  );
  const until = past && over(past)?.since;
  const history: Item[] = past && items.length < room ? [{ sort: 'history', view: past, ...(until && { until }) }] : [];
  if (past) told.add(past);
  return {
    items: [...first, ...items, ...history, ...withdrawn],
    besides: [...fresh].filter((view) => !told.has(view) && !over(view)).sort(heavier),
  };
}

function isDated(index: number, knowledge: Knowledge): boolean {
  const statement = knowledge.views[index]?.statement;
  return statement !== undefined && (statement.date ?? knowledge.document(statement.document).published) !== undefined;
}

function laterOf({ statement }: StatementView, { supersessions, knowledge }: Answering): StatementView | undefined {
  const end = supersessions.get(statement.index);
  return end && knowledge.views[end.later];
}

/** Of each document that no longer says something, the weightiest of it. */
function withdrawals(
  { withdrawn }: Difference,
  topics: Topics,
  weigh: (view: StatementView) => number,
): readonly Item[] {
  return withdrawn
    .flatMap(({ views, whole }): Item[] => {
      const [view, ...others] = views.filter((one) => topics.heldBy(one)).sort((a, b) => weigh(b) - weigh(a));
      return view ? [{ sort: 'withdrawn', view, statements: others.length + 1, whole }] : [];
    })
    .slice(0, MOST_WITHDRAWN);
}
