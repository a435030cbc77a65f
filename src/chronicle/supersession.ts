import { bounds } from '../calendar/iso.ts';
import { withoutMonth } from '../calendar/may.ts';
import type { IsoDate } from '../model.ts';
import { family, nameKeys, overlap } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Steps } from '../steps.ts';
import { movesBy, movesFrom, movesFromDay, movesFromOther, tellsOnlyContrast } from './moved.ts';
import { leavesPost, succeedsIt } from './succession.ts';
import { isAlone, SAME_STATE, SOLE, supersedable, tellingObjects } from './supersedable.ts';
import type { Turn } from './turns.ts';

/** An earlier statement that a later one ends, replaces or amends. Both are indexes of statements. */
export interface Supersession {
  readonly earlier: number;
  readonly later: number;
  /** The day from which the later one holds. */
  readonly since: IsoDate;
  /** How the later one ends it. */
  readonly sort: Turn['cue']['sort'];
  /** What it is that ended, where a sentence may tell of more than that: a stem. */
  readonly object?: string;
  /** The two share little: enough to doubt the earlier one, and too little to tell a reader that it is over. */
  readonly doubtful?: true;
}

/** Amounts further apart than this factor are not told of the same thing. */
const FAR_APART = 10;

/** Every pair in the corpus of which the later ends, replaces or amends the earlier; a step for each turn. */
export function* findSupersessions(turns: readonly Turn[], knowledge: Knowledge): Steps<Supersession[]> {
  const found = new Map<number, Supersession & { readonly vague: boolean }>();
  const candidates = supersedable(knowledge);
  for (const turn of turns) {
    yield;
    for (const index of candidates(turn)) {
      const view = knowledge.views[index];
      const over = view && view !== turn.view && supersedes(turn, view, knowledge);
      if (!over) continue;
      const known = found.get(view.statement.index);
      if (!known || goesBefore({ ...over, since: turn.since, vague: turn.vague }, known))
        found.set(view.statement.index, {
          earlier: view.statement.index,
          later: turn.view.statement.index,
          since: turn.since,
          sort: turn.cue.sort,
          vague: turn.vague,
          ...(over.object && { object: over.object }),
          ...(over.doubtful && { doubtful: over.doubtful }),
        });
    }
  }
  return [...found.values()].map(({ vague: _, ...supersession }) => supersession);
}

interface Told {
  readonly since: IsoDate;
  readonly vague: boolean;
  readonly doubtful?: true;
}

/** What is sure goes before what is not; the first end is the end; a day that is told goes before a bound. */
function goesBefore(one: Told, other: Told): boolean {
  if (one.doubtful !== other.doubtful) return one.doubtful === undefined;
  return one.vague === other.vague ? one.since < other.since : other.vague;
}

/** Set where a turn supersedes a sentence; the object where only one thing of several ended. */
type Over = { readonly object?: string; readonly doubtful?: true } | undefined;

function supersedes(turn: Turn, earlier: StatementView, knowledge: Knowledge): Over {
  const { statement } = earlier;
  // What is undated in an undated document may well be newer than the turn, unless the turn names its value, or whoever holds the post, as the old one.
  const { published, notBefore } = knowledge.document(statement.document);
  const old = turn.cue.sort === 'revalued' && (movesFrom(turn, earlier) || movesFromDay(turn, earlier, knowledge));
  const over = old || (turn.cue.sort === 'succeeded' && leavesPost(turn, earlier));
  const day = statement.date?.date ?? published ?? (over ? notBefore : undefined);
  if (!day || earlier.hypothetical || statement.kind === 'definition' || statement.kind === 'advice') return undefined;
  // What the turn itself gives as the value of before may be told beside it, on the same day.
  if (
    old && statement.document === turn.view.statement.document
      ? bounds(day).start > turn.since
      : bounds(day).end >= turn.since
  )
    return undefined;
  if (turn.cue.sort === 'ended' || turn.cue.sort === 'amended') return endsIt(turn, earlier, knowledge);
  const replaced =
    turn.cue.sort === 'revalued' ? revaluesIt(turn, earlier, knowledge) : succeedsIt(turn, earlier, knowledge);
  return replaced ? {} : undefined;
}

/** The object is said of the same bearer, and the earlier sentence affirms it. */
function endsIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): Over {
  if (earlier.turns.some((cue) => cue.sort === 'ended') || /\b(?:not|non|no longer|never)\b/i.test(earlier.text))
    return undefined;
  let doubtful: Over;
  for (const object of tellingObjects(turn, knowledge)) {
    const place = placeOf(object, earlier, knowledge);
    if (!place) continue;
    const at = earlier.tokens[place.at[0] ?? 0]?.start ?? 0;
    if (/\b(?:no|without|not|\p{L}+n[’']t)(?: \w+)? $/iu.test(earlier.text.slice(0, at))) continue;
    if (ONLY_SO_MANY.test(earlier.text.slice(at))) continue;
    if (isOfTitle(place.at[0] ?? 0, earlier, knowledge) && !samePerson(turn.view, earlier)) continue;
    const bearer = bearerOf(earlier, at, knowledge);
    if (
      bearer.length > 0 &&
      bearer.some(
        (key) => turn.subjects.has(key) || turn.subjects.has(knowledge.analysis.lexicon.concept(key)?.partOf ?? ''),
      ) &&
      sharesName(turn, earlier, knowledge)
    ) {
      const alike =
        turn.cue.sort === 'ended' && leansOn(turn, earlier, knowledge) ? 1 : overlap(turn.view, earlier, knowledge);
      if (turn.cue.sort === 'amended' && alike < AMENDED_ALIKE) continue;
      if (
        isSure(turn, object, earlier.text.slice(at), alike, knowledge) &&
        !(isAlone(object, knowledge) && isExpected(earlier))
      )
        return { object };
      doubtful ??= { object, doubtful: true };
    }
  }
  return doubtful;
}

/** "It dropped the case": the sentence right before tells of which. */
function leansOn({ view }: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  return view.leansBack && knowledge.before(view.statement) === earlier;
}

/** "Lost its chief executive": the office has not ended, and who holds it now is somebody else. */
function isOfTitle(at: number, { concepts }: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  return concepts.some(({ key, first, last }) => first <= at && at < last && lexicon.concept(key)?.kind === 'role');
}

function samePerson(one: StatementView, other: StatementView): boolean {
  return one.names.some(
    ({ first, last, text }) => last - first >= 2 && other.text.includes(text.split(' ').at(-1) ?? text),
  );
}

/** "For only two hours": nobody's alone. */
const ONLY_SO_MANY =
  /^only (?:half|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b(?! of\b)/i;
const AMENDED_ALIKE = 0.5;
/** How much of their words two must share where something ended, and where it ended that it was one's alone. */
const ENDED_ALIKE = 0.3;
const OPENED_ALIKE = 0.15;

function isSure(turn: Turn, object: string, rest: string, alike: number, knowledge: Knowledge): boolean {
  // "Runs only in March", "now only a partner" is no right of one's own.
  if (/^only (?:in|on|at|from|by|after|when|if|of|about|with|as|that|because|an?|the|to|for|\d)\b/i.test(rest))
    return false;
  if (isAlone(object, knowledge)) return alike >= OPENED_ALIKE;
  // "Ending the exclusive pilot": what ended is that it was one's alone.
  return alike >= ENDED_ALIKE && !tellingObjects(turn, knowledge).some((other) => isAlone(other, knowledge));
}

/** What somebody expects or thinks is no state that could end. */
function isExpected({ statement, text }: StatementView): boolean {
  return statement.kind === 'forecast' && !/\b(?:may|can|must|only)\b/i.test(withoutMonth(text));
}

/** "The sole right" is exclusive: one word for what is one's alone ends with another. */
function soleRightIn(term: string, { terms }: StatementView): string | undefined {
  return SOLE.includes(term) ? SOLE.find((other) => terms.has(other)) : undefined;
}

/** Where a term or one that says nearly the same stands. */
function placeOf(term: string, view: StatementView, knowledge: Knowledge) {
  const own = view.terms.get(term);
  if (own) return own;
  const other =
    knowledge.analysis.lexicon.synonyms(term).find((s) => s.strength >= SAME_STATE && view.terms.has(s.key))?.key ??
    soleRightIn(term, view);
  return other === undefined ? undefined : view.terms.get(other);
}

/** Of whom something is said: the name that stands last before it, else the first after it. */
function bearerOf(view: StatementView, at: number, knowledge: Knowledge): string[] {
  const keys = nameKeys(view, knowledge.analysis.lexicon);
  // "Alder, the house at Birch Quay, holds the sole right": where it stands is not whose it is.
  const before = keys
    .filter((name) => name.at < at && !/\b(?:at|in|near|from) (?:\p{Lu}\p{L}+ )*$/u.test(view.text.slice(0, name.at)))
    .at(-1);
  const one = before ?? keys.find((name) => name.at > at);
  // Of "the Alder Care Agreement" every word is its name.
  const name = one && view.names.find(({ start, end }) => start <= one.at && one.at < end);
  const of = name ? keys.filter((key) => name.start <= key.at && key.at < name.end) : one ? [one] : [];
  return of.map(({ key }) => key);
}

/** The turn concerns somebody whom the earlier sentence names. */
function sharesName(turn: Turn, earlier: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  const named = new Set([...turn.subjects, ...nameKeys(turn.view, lexicon).flatMap(({ key }) => family(key, lexicon))]);
  return nameKeys(earlier, lexicon).some(({ key }) => family(key, lexicon).some((one) => named.has(one)));
}

const OFFERED = /\b(?:offer(?:s|ed)?|bids?|asked|demand(?:s|ed)?|propos(?:es?|ed|al))\b/i;

/** The same thing has another amount or another planned date now. */
function revaluesIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  // What was bid or asked for stays so, whatever was agreed.
  if (OFFERED.test(earlier.text) && !OFFERED.test(turn.view.text)) return false;
  if (movesFrom(turn, earlier) && sharesName(turn, earlier, knowledge)) return true;
  if (tellsOnlyContrast(turn) || movesFromOther(turn, earlier)) return false;
  if (movesBy(turn, earlier, knowledge) || movesFromDay(turn, earlier, knowledge)) return true;
  const amounts = (view: StatementView): Amount[] =>
    view.amounts.filter((a) => a.sort !== 'duration' || view.amounts.length === 1);
  const [now, then] = [amounts(turn.view), amounts(earlier)];
  const same = (a: Amount) => now.filter((b) => b.sort === a.sort && b.unit === a.unit);
  const otherValue = then.some((a) => same(a).length > 0) && now.some((b) => !then.some((a) => sameAmount(a, b)));
  const planned = (view: StatementView) => view.statement.mentions.filter((m) => m.role !== 'event');
  const otherDate =
    planned(earlier).length > 0 &&
    planned(turn.view).length > 0 &&
    planned(turn.view).every((m) => planned(earlier).every((n) => n.start !== m.start));
  if (!(otherValue || otherDate) || overlap(turn.view, earlier, knowledge) < 0.34) return false;
  const pairs = then.flatMap((a) => same(a).map((b) => Math.max(a.value, b.value) / Math.min(a.value, b.value)));
  if (pairs.length > 0 && pairs.every((ratio) => ratio > FAR_APART)) return false;
  return sharesMatter(turn, earlier, knowledge);
}

/** Both speak of the same thing, not only of the same company in the same unit. */
function sharesMatter(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  const { analyze } = knowledge.analysis;
  const units = [...turn.view.amounts, ...earlier.amounts].map(({ unit }) => unit);
  const beside = new Set(
    analyze(
      [
        ...units,
        'thousand million billion trillion percent',
        turn.view.text.slice(turn.cue.start, turn.cue.end).replace(/^now \w+/i, ''),
      ].join(' '),
    ).map(({ stem }) => stem),
  );
  const matter = (view: StatementView) =>
    new Set(
      view.tokens
        .filter(
          (token, i) =>
            !token.stop &&
            !/^\d/.test(token.word) &&
            !beside.has(token.stem) &&
            !view.names.some((name) => name.first <= i && i < name.last),
        )
        .map(({ stem }) => stem),
    );
  const other = matter(earlier);
  return [...matter(turn.view)].some((stem) => other.has(stem));
}
