import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import { cite } from '../answer/compose.ts';
import { makeMatcher } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import { asIso } from '../calendar/resolve.ts';
import type { DateMention, IsoDate } from '../model.ts';
import { findNeeds } from '../question/needs.ts';
import { overlap, wholes } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { termsAhead } from './ahead.ts';

export interface TimelineEntry {
  readonly saidOn: IsoDate;
  readonly precision: DateMention['precision'];
  readonly citation: Citation;
  readonly superseded: boolean;
  /** The day from which a superseded entry no longer held. */
  readonly until?: IsoDate;
  /** Other statements that tell the same event. */
  readonly alsoTold: readonly Citation[];
}

export interface Timeline {
  /** What happened, oldest first. */
  readonly entries: readonly TimelineEntry[];
  /** What was planned, promised or bounded by a term, by its date: it has not happened by the words of its source. */
  readonly ahead: readonly Omit<TimelineEntry, 'superseded' | 'until' | 'alsoTold'>[];
}

interface Event {
  readonly date: IsoDate;
  readonly precision: DateMention['precision'];
  readonly views: StatementView[];
}

/** A topic's words, of which this share must be met. */
const ON_TOPIC = 0.5;
/** Same date, and this share of the names (of the sentence with fewer) or of the words: one event. */
const SAME_NAMES = 0.6;
const SAME_WORDS = 0.5;
/** A name in at most this many statements tells which event is meant, also where only its month is told. */
const TELLING_NAME = 4;

/** The events of the corpus, or those of a topic, as they were known on `asOf`. */
export function makeTimeline(
  { topic, asOf }: { readonly topic?: string; readonly asOf?: IsoDate },
  answering: Answering,
): Timeline {
  const { knowledge, supersessions } = answering;
  const needs = topic ? findNeeds(topic, knowledge) : [];
  const match = makeMatcher(needs, knowledge);
  const shown = knowledge.views.filter(
    (view) =>
      (asOf === undefined || visibleAsOf(view, asOf, knowledge)) &&
      (needs.length === 0 || match(view).coverage >= ON_TOPIC),
  );
  const events: Event[] = [];
  // The most precise dates first: a vaguer telling joins the event that it fits.
  for (const view of [...shown].sort((a, b) => rank(a) - rank(b))) {
    const { date, mentions, kind } = view.statement;
    if (!date || kind === 'advice' || kind === 'forecast') continue;
    const ended = supersessions.has(view.statement.index);
    const own = mentions.some((m) => m.role === 'event');
    if (!own && !(ended && date.origin !== 'publication')) continue;
    const known = ended
      ? undefined
      : events.find(
          (event) =>
            sameEvent(event, view, knowledge) && !event.views.some((v) => supersessions.has(v.statement.index)),
        );
    if (known) known.views.push(view);
    else events.push({ date: date.date, precision: date.precision, views: [view] });
  }
  let n = 0;
  const numbered = (view: StatementView) => {
    n += 1;
    return cite(n, view, knowledge);
  };
  events.sort((a, b) =>
    a.date < b.date
      ? -1
      : a.date > b.date
        ? 1
        : (a.views[0]?.statement.index ?? 0) - (b.views[0]?.statement.index ?? 0),
  );
  const entries = events.map(({ date, precision, views }) => {
    const [first, ...others] = bySubstance(views);
    if (!first) throw new Error('an event without a statement');
    const end = supersessions.get(first.statement.index);
    // That somebody came or spoke stays true when another has the post.
    const over = end !== undefined && end.sort !== 'succeeded' && (asOf === undefined || end.since <= asOf);
    return {
      saidOn: date,
      precision,
      citation: numbered(first),
      superseded: over,
      ...(over && { until: end.since }),
      alsoTold: others.map(numbered),
    };
  });
  // What was put off to another day is no longer ahead on the first.
  const stillAhead = shown.filter(({ statement }) => {
    const end = supersessions.get(statement.index);
    return end?.sort !== 'revalued' || (asOf !== undefined && end.since > asOf);
  });
  const ahead = termsAhead(stillAhead, knowledge).map(({ view, mention }) => ({
    saidOn: asIso(mention),
    precision: mention.precision,
    citation: numbered(view),
  }));
  return { entries, ahead };
}

function rank(view: StatementView): number {
  return { day: 0, month: 1, quarter: 2, year: 3 }[view.statement.date?.precision ?? 'year'];
}

function sameEvent(event: Event, view: StatementView, knowledge: Knowledge): boolean {
  const date = view.statement.date?.date ?? '';
  const first = event.views[0];
  if (!first || !event.date.startsWith(date)) return false;
  const { lexicon } = knowledge.analysis;
  const [a, b] = [wholes(first, lexicon), wholes(view, lexicon)];
  const shared = [...a].filter((key) => b.has(key));
  if (event.date === date) {
    if (overlap(first, view, knowledge) >= SAME_WORDS) return true;
    return shared.length > 0 && shared.length / Math.min(a.size, b.size) >= SAME_NAMES;
  }
  return (
    date.length >= 7 &&
    shared.some((key) => knowledge.frequency(key) <= TELLING_NAME) &&
    (first.statement.document === view.statement.document || overlap(first, view, knowledge) >= SAME_WORDS)
  );
}

/** The telling that says most comes first: a statement of its own, with the most names and amounts. */
function bySubstance(views: readonly StatementView[]): StatementView[] {
  const substance = (view: StatementView) =>
    (view.leansBack ? -2 : 0) +
    view.turns.length +
    view.names.length +
    view.amounts.length +
    (view.statement.kind === 'reported' ? 1 : 0);
  return [...views].sort((a, b) => substance(b) - substance(a) || a.statement.index - b.statement.index);
}
