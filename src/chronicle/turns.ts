import { FIRST_PLANNED } from '../calendar/first-planned.ts';
import { bounds, dayNumber } from '../calendar/iso.ts';
import { withoutMonth } from '../calendar/may.ts';
import type { IsoDate } from '../model.ts';
import { FRAME, LIGHT } from '../question/words.ts';
import { rememberedIn } from '../remembered.ts';
import { family, nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { TurnCue } from '../statement/state.ts';
import type { StatementView } from '../statement/view.ts';

/** Words around a cue within which the thing stands that it is about. */
const REACH_WORDS = 7;
/** "The exclusive rights of X to the routes of Y have ended": what stands before the cue is the whole subject. */
const REACH_WORDS_BEFORE = 11;

/** Stems of nouns that name nothing by themselves. */
export const STANDS_FOR_ANOTHER = new Set([
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
  'case',
  'matter',
  'affair',
  'propos',
]);

/** "Will raise", "may soon end": it has not happened. */
const AHEAD = /\b(?:will|would|may|might|could|can|shall|should)(?: not)?(?: \w+ly| also| soon| then)? $/i;
/** "Has no plan to end it", "refused to end it": it did not. */
const DENIED =
  /\b(?:no (?:\w+ )?(?:plans?|intention|intent|wish|need|reason|desire) (?:to|of)|never|refus\w+ to|declin\w+ to|without|rul\w+ out|neither|did not|has not|have not|had not|do not|does not)(?: \w+)? $/i;
/** Who stands before these is the one who had it. */
const LOSES = /^(?:no|not|los|g[ai]v|abandon|withdr|stripped)/i;

/** A turn that a statement tells of. */
export interface Turn {
  readonly view: StatementView;
  readonly cue: TurnCue;
  readonly since: IsoDate;
  /** `since` is no more than the day before which it cannot have been told. */
  readonly vague: boolean;
  /** Terms that the cue is about: "exclusivity" in "ending exclusivity". */
  readonly objects: ReadonlySet<string>;
  /** Names of whom it concerns, widened to the companies that own them. */
  readonly subjects: ReadonlySet<string>;
}

/** Every turn that the corpus tells of. */
export function findTurns(knowledge: Knowledge): Turn[] {
  return knowledge.views.flatMap((view) => turnsIn(view, knowledge));
}

function turnsIn(view: StatementView, knowledge: Knowledge): Turn[] {
  const { kind } = view.statement;
  const since = knownBy(view, knowledge);
  if (
    since === undefined ||
    kind === 'advice' ||
    view.hypothetical ||
    (kind === 'forecast' && view.statement.label !== undefined)
  )
    return [];
  const from = plannedFor(view, knowledge);
  const done = view.turns.filter((cue) => {
    const lead = view.text.slice(0, cue.start);
    return (from !== undefined || !AHEAD.test(withoutMonth(lead))) && !DENIED.test(lead);
  });
  return done.map((cue) => ({
    view,
    cue,
    since: from !== undefined && from > since ? from : since,
    vague: view.statement.date === undefined && knowledge.document(view.statement.document).published === undefined,
    objects: objectsOf(view, cue, knowledge),
    subjects: ownersOf(view, cue, knowledge) ?? familyOf(view, knowledge, cue.start),
  }));
}

/** "Will leave on May 1", told in spring: the day, where it has come by the newest that the corpus reports. */
function plannedFor(
  { text, statement: { mentions } }: StatementView,
  { corpus: { newest } }: Knowledge,
): IsoDate | undefined {
  const planned = mentions.filter(
    ({ role, precision, span }) =>
      role === 'planned' && precision !== 'year' && !FIRST_PLANNED.test(text.slice(0, span[0])),
  );
  const [one] = planned;
  return planned.length === 1 && one && newest !== undefined && one.end < newest
    ? one.precision === 'day'
      ? one.start
      : one.end
    : undefined;
}

const NOW = /\b(?:now|meanwhile|at present|currently|today|no longer|any ?more|so far)\b/i;
/** A day without a year that would be so long past, in days, is more likely one ahead. */
const LONG_PAST = 270;

/**
 * The day by which a statement was true: its own date, where its words give one, else that of its document, else the
 * newest that the document reports.
 */
export const knownBy = rememberedIn(({ text, statement }: StatementView, knowledge: Knowledge): IsoDate | undefined => {
  const { published, notBefore } = knowledge.document(statement.document);
  const { date } = statement;
  const day = date?.date ?? published ?? notBefore;
  const start = day && bounds(day).start;
  if (!date || !start || !published) return start;
  const vague = date.precision === 'year' || date.precision === 'quarter';
  // What is so "now", after a sentence about an older day, is so on the day of its document.
  const goesOn = date.origin === 'carried over' && NOW.test(text);
  const ahead =
    date.origin === 'year from context' && dayNumber(bounds(published).start) - dayNumber(start) > LONG_PAST;
  return vague || goesOn || ahead ? bounds(published).start : start;
});

const BARS = /^(?:suspension|ban|freeze|embargo|moratorium|blockade|boycott|restrictions?|halt|stoppage|closure)$/i;

/** Content terms next to the cue: what follows it in its clause, and for "X was scrapped" what stands before. */
function objectsOf(view: StatementView, cue: TurnCue, knowledge: Knowledge): Set<string> {
  const objects = new Set<string>();
  const at = view.tokens.findIndex((token) => token.start >= cue.start);
  const after = view.tokens.findIndex((token) => token.start >= cue.end);
  const from = after < 0 ? view.tokens.length : after;
  const clause = /[,;:.]|\b(?:and|but|which|while)\b/;
  const add = (i: number) => {
    const token = view.tokens[i];
    if (
      token &&
      !token.stop &&
      !FRAME.has(token.word) &&
      !LIGHT.has(token.word) &&
      !/^\d|^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:day|week|month|year)s?)$/.test(
        token.word,
      ) &&
      // "Ended the cooperative's sole right": whose it was is not what ended.
      !/^[’']s?\s/.test(view.text.slice(token.end))
    )
      objects.add(token.stem);
  };
  // "Dropped the case, finding ...": what names nothing by itself is the object all the same.
  let named = false;
  for (let i = from; i < Math.min(view.tokens.length, from + REACH_WORDS); i += 1) {
    if (
      i > from &&
      clause.test(view.text.slice(view.tokens[i - 1]?.end ?? 0, view.tokens[i]?.start ?? 0)) &&
      (objects.size > 0 || named)
    )
      break;
    named ||= STANDS_FOR_ANOTHER.has(view.tokens[i]?.stem ?? '');
    if (/^(?:but|while|which|and)$/.test(view.tokens[i]?.word ?? '') && objects.size > 0) break;
    add(i);
    // "Lifted the ban on exports": what was barred has not ended.
    if (BARS.test(view.tokens[i]?.word ?? '')) return objects;
  }
  const passive =
    /\b(?:was|were|is|are|been|be|has|have|had)\s+(?:\w+ )?$/i.test(view.text.slice(0, cue.start)) ||
    // "It no longer has anything to itself": what stands before is whose it was.
    (objects.size === 0 && !LOSES.test(view.text.slice(cue.start, cue.end)));
  if (passive) for (let i = Math.max(0, at - REACH_WORDS_BEFORE); i < at; i += 1) add(i);
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
