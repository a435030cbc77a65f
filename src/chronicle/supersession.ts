import { bounds } from '../calendar/iso.ts';
import type { IsoDate } from '../model.ts';
import { FRAME, LIGHT } from '../question/words.ts';
import { family, nameKeys, overlap } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { TurnCue } from '../statement/state.ts';
import type { StatementView } from '../statement/view.ts';

/** An earlier statement that a later one ends, replaces or amends. Both are indexes of statements. */
export interface Supersession {
  readonly earlier: number;
  readonly later: number;
  /** The day from which the later one holds. */
  readonly since: IsoDate;
  /** What it is that ended, where a sentence may tell of more than that: a stem. */
  readonly object?: string;
}

/** Words around a cue within which the thing stands that it is about. */
const REACH_WORDS = 7;

/** Stems of nouns that name nothing by themselves. */
const STANDS_FOR_ANOTHER = new Set([
  'project',
  'plan',
  'scheme',
  'programm',
  'program',
  'deal',
  'move',
  'idea',
  'effort',
  'arrang',
  'agreement',
  'contract',
  'propos',
]);

/** "Will raise", "may soon end": it has not happened. */
const AHEAD = /\b(?:will|would|may|might|could|can|shall|should)(?: not)?(?: \w+ly| also| soon| then)? $/i;
/** Who stands before these is the one who had it. */
const LOSES = /^(?:no|not|los|g[ai]v|abandon|withdr|stripped)/i;
/** Amounts further apart than this factor are not told of the same thing. */
const FAR_APART = 10;

/** A turn that a statement tells of. */
export interface Turn {
  readonly view: StatementView;
  readonly cue: TurnCue;
  readonly since: IsoDate;
  /** Terms that the cue is about: "exclusivity" in "ending exclusivity". */
  readonly objects: ReadonlySet<string>;
  /** Names of whom it concerns, widened to the companies that own them. */
  readonly subjects: ReadonlySet<string>;
}

/** Every pair in the corpus of which the later ends, replaces or amends the earlier. */
export function findSupersessions(turns: readonly Turn[], knowledge: Knowledge): Supersession[] {
  const found = new Map<number, Supersession>();
  for (const turn of turns) {
    for (const view of knowledge.views) {
      const over = view !== turn.view && supersedes(turn, view, knowledge);
      if (!over) continue;
      const known = found.get(view.statement.index);
      // The first end is the end.
      if (!known || turn.since < known.since)
        found.set(view.statement.index, {
          earlier: view.statement.index,
          later: turn.view.statement.index,
          since: turn.since,
          ...(over.object && { object: over.object }),
        });
    }
  }
  return [...found.values()];
}

/** Every turn that the corpus tells of. */
export function findTurns(knowledge: Knowledge): Turn[] {
  return knowledge.views.flatMap((view) => turnsIn(view, knowledge));
}

function turnsIn(view: StatementView, knowledge: Knowledge): Turn[] {
  const { kind } = view.statement;
  const since = knownBy(view, knowledge);
  if (since === undefined || kind === 'advice' || view.hypothetical) return [];
  const done = view.turns.filter((cue) => !AHEAD.test(view.text.slice(0, cue.start)));
  return done.map((cue) => ({
    view,
    cue,
    since,
    objects: objectsOf(view, cue, knowledge),
    subjects: ownersOf(view, cue, knowledge) ?? familyOf(view, knowledge, cue.start),
  }));
}

/** The day by which a statement was true: its own date, else that of its document, else the newest that the document reports. */
function knownBy({ statement }: StatementView, knowledge: Knowledge): IsoDate | undefined {
  const document = knowledge.document(statement.document);
  const day = statement.date?.date ?? document.published ?? document.notBefore;
  return day && bounds(day).start;
}

/** Content terms next to the cue: what follows it in its clause, and for "X was scrapped" what stands before. */
function objectsOf(view: StatementView, cue: TurnCue, knowledge: Knowledge): Set<string> {
  const objects = new Set<string>();
  const at = view.tokens.findIndex((token) => token.start >= cue.start);
  const after = view.tokens.findIndex((token) => token.start >= cue.end);
  const from = after < 0 ? view.tokens.length : after;
  const clause = /[,;:.]|\b(?:and|but|which|while)\b/;
  const add = (i: number) => {
    const token = view.tokens[i];
    if (token && !token.stop && !FRAME.has(token.word) && !LIGHT.has(token.word)) objects.add(token.stem);
  };
  for (let i = from; i < Math.min(view.tokens.length, from + REACH_WORDS); i += 1) {
    if (
      i > from &&
      clause.test(view.text.slice(view.tokens[i - 1]?.end ?? 0, view.tokens[i]?.start ?? 0)) &&
      objects.size > 0
    )
      break;
    if (/^(?:but|while|which|and)$/.test(view.tokens[i]?.word ?? '') && objects.size > 0) break;
    add(i);
  }
  const passive =
    /\b(?:was|were|is|are|been|be|has|have|had)\s+(?:\w+ )?$/i.test(view.text.slice(0, cue.start)) ||
    objects.size === 0;
  if (passive) for (let i = Math.max(0, at - REACH_WORDS); i < at; i += 1) add(i);
  const before = view.leansBack ? knowledge.before(view.statement) : undefined;
  // "It called the project off": which project, the sentence before says.
  if (before && [...objects].every((object) => STANDS_FOR_ANOTHER.has(object))) {
    for (const token of before.tokens)
      if (!token.stop && !FRAME.has(token.word) && !LIGHT.has(token.word)) objects.add(token.stem);
  }
  return objects;
}

/** Whose it was that ended: "ended the sole right of Alder", "ended Alder's sole right". Undefined where nobody is named so. */
function ownersOf(view: StatementView, cue: TurnCue, knowledge: Knowledge): Set<string> | undefined {
  const { lexicon } = knowledge.analysis;
  if (LOSES.test(view.text.slice(cue.start, cue.end))) return undefined;
  const clause = /^[^;:.]*/.exec(view.text.slice(cue.end))?.[0].length ?? 0;
  const owners = view.names.filter(
    (name) =>
      name.start >= cue.end &&
      name.end <= cue.end + clause &&
      (/\bof (?:the )?$/.test(view.text.slice(cue.end, name.start)) ||
        /^[’'](?:s\b|\s)/.test(view.text.slice(name.end))),
  );
  const keys = nameKeys(view, lexicon).filter(({ at }) => owners.some((name) => name.start <= at && at < name.end));
  return keys.length > 0 ? new Set(keys.flatMap(({ key }) => family(key, lexicon))) : undefined;
}

/** Names in a sentence up to an offset (all where none stands before it), with the wholes that they are part of. */
function familyOf(view: StatementView, knowledge: Knowledge, until: number): Set<string> {
  const all = nameKeys(view, knowledge.analysis.lexicon);
  const before = all.filter((name) => name.at < until);
  const keys = new Set<string>();
  const pool = before.length > 0 ? before : all;
  const previous = view.leansBack ? knowledge.before(view.statement) : undefined;
  const leant = previous && before.length === 0 ? nameKeys(previous, knowledge.analysis.lexicon) : [];
  for (const { key } of [...pool, ...leant]) for (const one of family(key, knowledge.analysis.lexicon)) keys.add(one);
  return keys;
}

/** Set where a turn supersedes a sentence; the object where only one thing of several ended. */
type Over = { readonly object?: string } | undefined;

function supersedes(turn: Turn, earlier: StatementView, knowledge: Knowledge): Over {
  const { statement } = earlier;
  // What is undated in an undated document may well be newer than the turn.
  const day = statement.date?.date ?? knowledge.document(statement.document).published;
  if (!day || earlier.hypothetical || statement.kind === 'definition' || statement.kind === 'advice') return undefined;
  if (bounds(day).end >= turn.since) return undefined;
  if (turn.cue.sort === 'ended' || turn.cue.sort === 'amended') return endsIt(turn, earlier, knowledge);
  const over =
    turn.cue.sort === 'revalued' ? revaluesIt(turn, earlier, knowledge) : succeedsIt(turn, earlier, knowledge);
  return over ? {} : undefined;
}

/** The object is said of the same bearer, and the earlier sentence affirms it. */
function endsIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): Over {
  if (earlier.turns.some((cue) => cue.sort === 'ended') || /\b(?:not|non|no longer|never)\b/i.test(earlier.text))
    return undefined;
  for (const object of turn.objects) {
    const place = placeOf(object, earlier, knowledge);
    if (
      !place ||
      knowledge.frequency(object) > Math.max(3, knowledge.views.length * 0.12) ||
      isNameStem(object, turn.view)
    )
      continue;
    const at = earlier.tokens[place.at[0] ?? 0]?.start ?? 0;
    if (/\b(?:no|without)(?: \w+)? $/i.test(earlier.text.slice(0, at))) continue;
    const bearer = bearerOf(earlier, at, knowledge);
    if (
      bearer.length > 0 &&
      bearer.some(
        (key) => turn.subjects.has(key) || turn.subjects.has(knowledge.analysis.lexicon.concept(key)?.partOf ?? ''),
      ) &&
      sharesName(turn, earlier, knowledge)
    ) {
      if (turn.cue.sort === 'amended' && overlap(turn.view, earlier, knowledge) < 0.5) continue;
      return { object };
    }
  }
  return undefined;
}

/** A synonym at least this near names the same state. */
const SAME_STATE = 0.85;

/** Where a term or one that says nearly the same stands. */
function placeOf(term: string, view: StatementView, knowledge: Knowledge) {
  const own = view.terms.get(term);
  if (own) return own;
  const other = knowledge.analysis.lexicon
    .synonyms(term)
    .find((s) => s.strength >= SAME_STATE && view.terms.has(s.key));
  return other && view.terms.get(other.key);
}

function isNameStem(stem: string, view: StatementView): boolean {
  return view.names.some((name) => view.tokens.slice(name.first, name.last).some((token) => token.stem === stem));
}

/** Of whom something is said: the name that stands last before it, else the first after it. */
function bearerOf(view: StatementView, at: number, knowledge: Knowledge): string[] {
  const keys = nameKeys(view, knowledge.analysis.lexicon);
  const before = keys.filter((name) => name.at < at).at(-1);
  const one = before ?? keys.find((name) => name.at > at);
  return one ? [one.key] : [];
}

/** The turn concerns somebody whom the earlier sentence names. */
function sharesName(turn: Turn, earlier: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  const named = new Set([...turn.subjects, ...nameKeys(turn.view, lexicon).flatMap(({ key }) => family(key, lexicon))]);
  return nameKeys(earlier, lexicon).some(({ key }) => family(key, lexicon).some((one) => named.has(one)));
}

/** The same thing has another amount or another planned date now. */
function revaluesIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
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

/** Another person has the role now. */
function succeedsIt(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  const roles = (view: StatementView) =>
    view.concepts.filter((c) => lexicon.concept(c.key)?.kind === 'role').map((c) => c.key);
  const before = turn.view.leansBack ? knowledge.before(turn.view.statement) : undefined;
  const passed = [...roles(turn.view), ...(before ? roles(before) : [])];
  const shared = passed.filter((role) => roles(earlier).includes(role));
  if (shared.length === 0) return false;
  const people = (view: StatementView) => view.names.filter((n) => n.last - n.first >= 2).map((n) => n.text);
  if (!sharesHouse(turn, earlier, knowledge)) return false;
  const newcomer = [...people(turn.view), ...(before ? people(before) : [])].some(
    (name) => !earlier.text.includes(name.split(' ').at(-1) ?? name),
  );
  return newcomer && people(earlier).length > 0;
}

/** "Chief executive of X" is another role than that of Y. */
function sharesHouse(turn: Turn, earlier: StatementView, knowledge: Knowledge): boolean {
  const { lexicon } = knowledge.analysis;
  for (const { key, first, last } of earlier.concepts) {
    if (lexicon.concept(key)?.kind !== 'role') continue;
    const [from, to] = [earlier.tokens[first]?.start ?? 0, earlier.tokens[last - 1]?.end ?? 0];
    const house = earlier.names.find(
      (name) =>
        /^ (?:of|at|for) (?:the )?$/.test(earlier.text.slice(to, Math.max(to, name.start))) ||
        /^[’']s? $/.test(earlier.text.slice(Math.min(from, name.end), from)),
    );
    if (!house) continue;
    const keys = nameKeys(earlier, lexicon).filter(({ at }) => house.start <= at && at < house.end);
    const named = new Set([
      ...turn.subjects,
      ...nameKeys(turn.view, lexicon).flatMap((name) => family(name.key, lexicon)),
    ]);
    if (!keys.some(({ key: one }) => family(one, lexicon).some((whole) => named.has(whole)))) return false;
  }
  return true;
}
