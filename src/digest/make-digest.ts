import type { Answer } from '../answer/answer.ts';
import type { Answering, AskRequest } from '../answer/ask.ts';
import { bounds } from '../calendar/iso.ts';
import { asIso } from '../calendar/resolve.ts';
import { type Ahead, termsAhead } from '../chronicle/ahead.ts';
import { unchangedReply } from '../reply/digest-reply.ts';
import { overlap } from '../statement/alike.ts';
import type { StatementView } from '../statement/view.ts';
import { type Difference, differenceFrom } from './difference.ts';
import type { Digest, DigestRequest } from './digest.ts';
import { fittingDigest, type Material } from './fitting.ts';
import { namedBesides } from './named-besides.ts';
import { selectNews } from './news.ts';
import { type Readers, readersNamed } from './readers.ts';
import { standingFacts } from './standing-facts.ts';
import type { CorpusState } from './state.ts';
import { readTopics, type Topics } from './topics.ts';
import { weightOf } from './weight.ts';

const STATE_IN_BRIEFING = 3;
const STATE_IN_CHANGES = 2;
const MOST_AHEAD = 3;
const MOST_ADVICE = 3;
const MOST_QUESTIONS = 3;

/**
 * Makes the digests of one corpus. What many of them have in common, the difference from what they were told and what a
 * statement weighs to an audience, is worked out once.
 */
export function prepareDigests(
  answering: Answering,
  ask: (request: AskRequest) => Answer,
): (request: DigestRequest) => Digest {
  const first = differenceFrom(undefined, answering);
  const differences = new WeakMap<CorpusState, Difference>();
  const weights = new Map<string, ReturnType<typeof weighing>>();
  const selections = new WeakMap<Difference, Map<string, Selection>>();
  const differenceTo = (told: CorpusState | undefined) => {
    if (!told) return first;
    const known = differences.get(told) ?? differenceFrom(told, answering);
    differences.set(told, known);
    return known;
  };
  return ({ audience, topics, told, declined, fits }) => {
    const readers = readersNamed(audience, answering.knowledge);
    const weigh = weights.get(readers.audience.name) ?? weighing(readers, answering);
    weights.set(readers.audience.name, weigh);
    const difference = differenceTo(told);
    const known = selections.get(difference) ?? new Map<string, Selection>();
    selections.set(difference, known);
    const key = JSON.stringify([readers.audience.name, topics]);
    const selection = known.get(key) ?? select(topics, told, difference, { readers, weigh, answering });
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, selection);
    return composed(selection, answersTo(declined, selection.isNew, ask, answering), fits, answering);
  };
}

/** Selections of so many audiences and topics are kept for one difference. */
const MOST_KEPT = 200;

/** What a digest could tell, but for what was asked in its channel. */
interface Selection {
  readonly material: Omit<Material, 'questions'>;
  readonly isNew: ReadonlySet<StatementView>;
  /** Nothing is new. */
  readonly empty: boolean;
}

function weighing(readers: Readers, { knowledge }: Answering): (view: StatementView) => number {
  const weights = new Map<StatementView, number>();
  return (view) => {
    const known = weights.get(view) ?? weightOf(view, readers, knowledge);
    weights.set(view, known);
    return known;
  };
}

interface Making {
  readonly readers: Readers;
  readonly weigh: (view: StatementView) => number;
  readonly answering: Answering;
}

function select(
  wanted: readonly string[],
  toldBefore: CorpusState | undefined,
  difference: Difference,
  making: Making,
): Selection {
  const { readers, weigh, answering } = making;
  const { knowledge } = answering;
  const briefing = toldBefore === undefined;
  const topics = readTopics(wanted, knowledge);
  const news = selectNews(difference, topics, weigh, answering, briefing);
  const isNew = new Set([...difference.fresh, ...difference.corrected.map(({ now }) => now)]);
  const told = [...news.told];
  const ahead = aheadOf(isNew, told, topics, making, toldBefore);
  const advice = [...isNew]
    .filter((view) => topics.holds(view) && readers.isAdvised(view))
    .sort((a, b) => Number(leads(b)) - Number(leads(a)) || a.statement.index - b.statement.index)
    .slice(0, MOST_ADVICE)
    .sort((a, b) => a.statement.index - b.statement.index);
  const state = standingFacts(
    topics.count === 0 ? knowledge.views : knowledge.views.filter((view) => topics.holds(view)),
    [...told, ...(briefing ? [] : ahead.map(({ view }) => view))],
    briefing ? STATE_IN_BRIEFING : STATE_IN_CHANGES,
    weigh,
    answering,
  );
  return {
    isNew,
    empty: !briefing && [news.items, news.besides, ahead, advice].every((list) => list.length === 0),
    material: {
      sort: briefing ? 'briefing' : 'changes',
      ...(toldBefore?.newest && { toldUpTo: toldBefore.newest }),
      items: news.items,
      besides: news.besides,
      moreOn: namedBesides(news.besides, [...told, ...state], knowledge),
      state,
      ahead: ahead.filter(({ view }) => !state.includes(view)),
      audience: readers.audience,
      advice,
      topics: topics.count,
      unknownTopics: topics.unknown,
    },
  };
}

function composed(
  { material, empty }: Selection,
  questions: readonly StatementView[],
  fits: DigestRequest['fits'],
  { knowledge }: Answering,
): Digest {
  const { version, newest } = knowledge.corpus;
  if (empty && questions.length === 0) {
    const reply = unchangedReply(newest, material.topics, material.unknownTopics);
    return { sort: 'unchanged', reply, citations: [], corpus: version };
  }
  return { sort: material.sort, ...fittingDigest({ ...material, questions }, fits, knowledge), corpus: version };
}

/** What says whom it addresses goes before what only goes on. */
function leads({ statement }: StatementView): boolean {
  return statement.label !== undefined || !statement.listItem;
}

/** Two terms of one date that share this much of their words are one. */
const SAME_TERM = 0.3;

/** Terms and plans that are not past at the newest date, the weightiest of them in order of their dates; in a later digest those that are new. */
function aheadOf(
  isNew: ReadonlySet<StatementView>,
  told: readonly StatementView[],
  topics: Topics,
  { weigh, answering }: Making,
  toldBefore: CorpusState | undefined,
): readonly Ahead[] {
  const { knowledge, supersessions } = answering;
  const until = knowledge.corpus.newest;
  const holding = knowledge.views.filter(
    ({ statement, past }) =>
      !past &&
      statement.kind !== 'advice' &&
      !supersessions.has(statement.index) &&
      statement.mentions.some((m) => m.role !== 'event' && (until === undefined || m.end > bounds(until).end)),
  );
  const sameTerm = (one: StatementView, other: StatementView, start: string) =>
    other.statement.mentions.some((m) => m.role !== 'event' && m.start === start) &&
    (one === other ||
      overlap(one, other, knowledge) >= SAME_TERM ||
      (one.statement.document === other.statement.document && (one.leansBack || other.leansBack)));
  const terms = termsAhead(
    holding.filter((view) => topics.holds(view)),
    knowledge,
  ).filter(({ mention }) => until === undefined || mention.end > bounds(until).end);
  return terms
    .filter(
      ({ view, mention }, i) =>
        !told.some((other) => sameTerm(view, other, mention.start)) &&
        !terms
          .slice(0, i)
          .some((other) => other.mention.start === mention.start && sameTerm(view, other.view, mention.start)) &&
        (toldBefore === undefined ||
          holding.filter((other) => sameTerm(view, other, mention.start)).every((other) => isNew.has(other))),
    )
    .sort((a, b) => weigh(b.view) - weigh(a.view) || a.view.statement.index - b.view.statement.index)
    .slice(0, MOST_AHEAD)
    .sort((a, b) => (asIso(a.mention) < asIso(b.mention) ? -1 : asIso(a.mention) > asIso(b.mention) ? 1 : 0));
}

/** The leads of what answers questions that were declined, where something new answers them; each lead once. */
function answersTo(
  declined: readonly string[],
  isNew: ReadonlySet<StatementView>,
  ask: (request: AskRequest) => Answer,
  { knowledge: { views } }: Answering,
): readonly StatementView[] {
  if (declined.length === 0) return [];
  const found = new Set<StatementView>();
  for (const question of declined) {
    if (found.size >= MOST_QUESTIONS) break;
    const answer = ask({ turns: [question] });
    if (answer.outcome !== 'answered') continue;
    const [lead] = answer.citations;
    const view = views.find(({ statement }) => statement.document === lead.document && statement.start === lead.start);
    if (view && isNew.has(view)) found.add(view);
  }
  return [...found];
}
