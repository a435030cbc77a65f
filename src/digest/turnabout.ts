import type { Answering } from '../answer/ask.ts';
import type { Supersession } from '../chronicle/supersession.ts';
import { STANDS_FOR_ANOTHER } from '../chronicle/turns.ts';
import type { IsoDate, Span } from '../model.ts';
import { overlap } from '../statement/alike.ts';
import type { StatementView } from '../statement/view.ts';

/** Something that ended or changed: what held before, and what holds since. */
export interface Turnabout {
  readonly now: StatementView;
  readonly before: StatementView;
  /** Absent where no more than a bound is known. */
  readonly since?: IsoDate;
  /** What ended, as a term; absent where a value changed. */
  readonly object?: string;
  /** The words that tell it. */
  readonly heart: Span | undefined;
  /** The words in what held before. */
  readonly heartBefore: Span | undefined;
}

/** Share of words in common from which two sentences plainly tell of one thing. */
const ENDED_ALIKE = 0.3;
const REVALUED_ALIKE = 0.36;
const NEAR_WORDS = 3;
const LONGEST_HEART = 70;

/** What the corpus tells to have changed, each with the plainest sentence of what held before; told once for each later statement. */
export function turnabouts(answering: Answering): readonly Turnabout[] {
  const { knowledge, supersessions } = answering;
  const byLater = new Map<number, { readonly turn: Turnabout; readonly alike: number }>();
  for (const supersession of supersessions.values()) {
    const now = knowledge.views[supersession.later];
    const before = knowledge.views[supersession.earlier];
    if (!now || !before) continue;
    const alike = overlap(now, before, knowledge);
    if (!isPlain(supersession, now, before, alike, answering)) continue;
    // A sentence that can stand alone tells better what held.
    const worth = alike + (before.leansBack || before.past ? 0 : 1);
    const known = byLater.get(supersession.later);
    if (known && known.alike >= worth) continue;
    const since = now.statement.date?.date ?? knowledge.document(now.statement.document).published;
    byLater.set(supersession.later, {
      alike: worth,
      turn: {
        now,
        before,
        ...(since && { since }),
        ...(supersession.object !== undefined && { object: supersession.object }),
        heart: heartOf(now, supersession),
        heartBefore: supersession.object === undefined ? undefined : spanOf(before, supersession.object, answering),
      },
    });
  }
  return [...byLater.values()].map(({ turn }) => turn);
}

/** Supersession is found for answers, where a question narrows it; told unasked, it must be plain. */
function isPlain(
  { sort, object }: Supersession,
  now: StatementView,
  before: StatementView,
  alike: number,
  { exclusiveTerms, knowledge }: Answering,
): boolean {
  // That somebody has another's post is news of its own; a sentence that names the former is not what it replaced.
  if (sort === 'succeeded') return false;
  // "Cut attacks by 41 percent" and "reduced them by 36": two measures of one change, not one changed to the other.
  if (sort === 'revalued') return alike >= REVALUED_ALIKE && !before.turns.some((turn) => turn.sort === 'revalued');
  if (object === undefined) return alike >= ENDED_ALIKE;
  if (exclusiveTerms.has(object)) return true;
  // Any other word must be told with its day.
  if (now.statement.date === undefined && knowledge.document(now.statement.document).published === undefined)
    return false;
  if (STANDS_FOR_ANOTHER.has(object) || inRole(now, object, knowledge.analysis.lexicon)) return false;
  return alike >= ENDED_ALIKE && isNear(now, sort, object);
}

/** "Lifted the suspension of the rocket's licence" ends no rocket: what ended stands right behind the word, or before it. */
function isNear({ tokens, turns }: StatementView, sort: Supersession['sort'], object: string): boolean {
  return turns
    .filter((turn) => turn.sort === sort)
    .some(({ start, end }) => {
      const after = tokens.findIndex((token) => token.start >= end);
      const near = after < 0 ? [] : tokens.slice(after, after + NEAR_WORDS);
      return near.some(({ stem }) => stem === object) || tokens.some((one) => one.stem === object && one.end <= start);
    });
}

function inRole(view: StatementView, stem: string, lexicon: Answering['knowledge']['analysis']['lexicon']): boolean {
  return view.concepts.some(
    ({ key, first, last }) =>
      lexicon.concept(key)?.kind === 'role' && view.tokens.slice(first, last).some((token) => token.stem === stem),
  );
}

/** From the word that tells the turn to what it is told of. */
function heartOf(now: StatementView, { object, sort }: Supersession): Span | undefined {
  const cue = now.turns.find((one) => one.sort === sort);
  if (!cue) return undefined;
  const thing = now.tokens.find((token) => token.stem === object && token.start >= cue.end);
  const end = thing && thing.end - cue.start <= LONGEST_HEART ? thing.end : cue.end;
  return [cue.start, end];
}

/** Where a sentence says the thing, or what says nearly the same. */
function spanOf(view: StatementView, term: string, { knowledge }: Answering): Span | undefined {
  const alike = knowledge.analysis.lexicon.synonyms(term).filter(({ strength }) => strength >= 0.85);
  const keys = new Set([term, ...alike.map(({ key }) => key)]);
  const token = view.tokens.find(({ stem }) => keys.has(stem));
  return token && [token.start, token.end];
}

/** The statements that tell of the same end, in other words. */
export function sameEnd({ now, object }: Turnabout, { turns }: Answering): readonly StatementView[] {
  if (object === undefined) return [];
  const own = turns.filter((turn) => turn.view === now && turn.objects.has(object));
  return turns
    .filter(
      (turn) =>
        turn.cue.sort === 'ended' &&
        turn.objects.has(object) &&
        own.some(({ subjects }) => [...turn.subjects].some((subject) => subjects.has(subject))),
    )
    .map(({ view }) => view);
}
