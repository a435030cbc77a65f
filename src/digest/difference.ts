import type { Answering } from '../answer/ask.ts';
import { quotedPhrases } from '../chronicle/origin.ts';
import type { IsoDate } from '../model.ts';
import { overlap } from '../statement/alike.ts';
import { heldView } from '../statement/held-view.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { saysElse } from './corrected.ts';
import { fold } from './fold.ts';
import { neighbours, sharingRarest } from './neighbours.ts';
import type { CorpusState, KnownStatement } from './state.ts';
import { tellsAgain } from './tells-again.ts';

/** What the corpus says now and did not say when a channel was last told, by statement. */
export interface Difference {
  /** What says something that was not known, in order of the corpus; corrections are not among them. */
  readonly fresh: readonly StatementView[];
  /** Sentences of a document that now say something else in substance, with what they said before. */
  readonly corrected: readonly Correction[];
  /** What was told, and no document says any longer. */
  readonly withdrawn: readonly Withdrawal[];
  /** The day from which a statement no longer held, as it was told; undefined where it held, or was not known. */
  toldUntil(view: StatementView): IsoDate | undefined;
}

export interface Correction {
  readonly now: StatementView;
  readonly before: StatementView;
}

/** All that one document no longer says. */
export interface Withdrawal {
  readonly document: string;
  readonly views: readonly StatementView[];
  /** The document itself is gone. */
  readonly whole: boolean;
}

/** So much two sentences of one document must have in common for the one to stand in the place of the other. */
const IN_ITS_PLACE = 0.5;

/** Everything is new to whom nothing was told. */
export function differenceFrom(told: CorpusState | undefined, { knowledge }: Answering): Difference {
  if (!told) return { fresh: knowledge.views, corrected: [], withdrawn: [], toldUntil: () => undefined };
  const known = new Map<string, KnownStatement>();
  for (const statement of told.statements) known.set(fold(statement.quote), statement);
  const unread: StatementView[] = [];
  const said = new Set<string>();
  for (const view of knowledge.views) {
    const folded = fold(view.text);
    if (known.has(folded)) said.add(folded);
    else unread.push(view);
  }
  const gone = told.statements
    .filter(({ quote }) => !said.has(fold(quote)))
    .map((statement) => heldView(statement, knowledge));
  const corrected: Correction[] = [];
  const reworded = new Set<StatementView>();
  for (const [now, before] of inPlaceOf(unread, gone, knowledge)) {
    if (saysElse(now, before, knowledge)) corrected.push({ now, before });
    reworded.add(now).add(before);
  }
  const isNew = new Set(unread);
  const held = heldBy(gone);
  const handedOn = quotedBy(knowledge.views.filter((view) => !isNew.has(view)));
  const fresh = unread.filter(
    (view) =>
      !reworded.has(view) &&
      !neighbours(view, knowledge).some((other) => !isNew.has(other) && tellsAgain(view, other, knowledge)) &&
      !handedOn(view).some((other) => tellsAgain(view, other, knowledge)) &&
      !sharingRarest(view, held).some((other) => tellsAgain(view, other, knowledge)),
  );
  const left = gone.filter(
    (view) => !reworded.has(view) && !neighbours(view, knowledge).some((other) => tellsAgain(view, other, knowledge)),
  );
  return {
    fresh,
    corrected,
    withdrawn: byDocument(left, knowledge),
    toldUntil: (view) => known.get(fold(view.text))?.until,
  };
}

/** Quotations are found by so many of their first words. */
const FIRST_WORDS = 3;

/** Which of the views hand on the words that another quotes. */
function quotedBy(views: readonly StatementView[]): (view: StatementView) => readonly StatementView[] {
  const begin = (words: string) => words.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
  const quoting = new Map<string, StatementView[]>();
  for (const view of views) {
    for (const words of quotedPhrases(view.text)) {
      const list = quoting.get(begin(words));
      if (list) list.push(view);
      else quoting.set(begin(words), [view]);
    }
  }
  return (view) => quotedPhrases(view.text).flatMap((words) => quoting.get(begin(words)) ?? []);
}

/** Pairs of a new sentence and the one of the same document in whose place it stands, the likest first, each once. */
function inPlaceOf(
  unread: readonly StatementView[],
  gone: readonly StatementView[],
  knowledge: Knowledge,
): readonly (readonly [StatementView, StatementView])[] {
  const held = heldBy(gone);
  const pairs = unread.flatMap((now) =>
    sharingRarest(now, held)
      .filter((before) => before.statement.document === now.statement.document)
      .map((before) => ({ now, before, alike: overlap(now, before, knowledge) }))
      .filter(({ alike }) => alike >= IN_ITS_PLACE),
  );
  const taken = new Set<StatementView>();
  const found: (readonly [StatementView, StatementView])[] = [];
  for (const { now, before } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (taken.has(now) || taken.has(before)) continue;
    taken.add(now).add(before);
    found.push([now, before]);
  }
  return found;
}

type Held = (key: string) => readonly StatementView[];

/** Which of the views hold a term. */
function heldBy(views: readonly StatementView[]): Held {
  const holders = new Map<string, StatementView[]>();
  for (const view of views) {
    for (const key of view.terms.keys()) {
      const list = holders.get(key);
      if (list) list.push(view);
      else holders.set(key, [view]);
    }
  }
  return (key) => holders.get(key) ?? [];
}

function byDocument(views: readonly StatementView[], { corpus }: Knowledge): readonly Withdrawal[] {
  const there = new Set(corpus.documents.map(({ id }) => id));
  const documents = new Map<string, StatementView[]>();
  for (const view of views) {
    const list = documents.get(view.statement.document);
    if (list) list.push(view);
    else documents.set(view.statement.document, [view]);
  }
  return [...documents].map(([document, of]) => ({ document, views: of, whole: !there.has(document) }));
}
