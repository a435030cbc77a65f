import type { Supersession } from '../chronicle/supersession.ts';
import { knownBy, type Turn } from '../chronicle/turns.ts';
import { officeOf } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Role } from './answer.ts';
import { findDisagreements } from './disagreement.ts';
import { namesNobodyNew, newHolder } from './new-holder.ts';
import { isOfItsTime, newerOf } from './newer.ts';
import type { Candidate } from './rank.ts';
import { isLaterThanAsked } from './time-alone.ts';
import { turnedUndated } from './turned-undated.ts';

export interface Selected {
  readonly view: StatementView;
  readonly role: Role;
  readonly until?: string;
}

const MOST_STATEMENTS = 3;
const MOST_LISTED = 6;
/** A statement joins the lead when it is at least this good, measured against the lead. */
const GOOD_ENOUGH = 0.66;
const GOOD_ENOUGH_LISTED = 0.6;
/** What is told of the other side of a comparison may be this much worse. */
const OTHER_SIDE = 0.5;
const NAMES_IT = 0.7;
/** Share of words in common from which two statements say the same. */
const SAME = 0.55;

/** Which statements make the answer, in the order in which they are read. */
export function selectStatements(
  question: Question,
  ranked: readonly Candidate[],
  supersessions: ReadonlyMap<number, Supersession>,
  turns: readonly Turn[],
  knowledge: Knowledge,
): Selected[] {
  const best = ranked[0];
  if (!best) return [];
  const asksEarlier = question.time?.sort === 'earlier' || question.time?.sort === 'period';
  const ended = (view: StatementView) => {
    const end = asksEarlier ? undefined : supersessions.get(view.statement.index);
    if (end?.sort === 'revalued' && question.kind === 'how much' && isOfItsTime(view)) return;
    return end && concerns(question, end, knowledge) ? end : undefined;
  };
  // What was the cause stays the cause, whatever came after.
  const lead =
    asksEarlier || question.kind === 'why' || question.kind === 'attribution' || DEED.test(question.text)
      ? best
      : (turnOfState(question, best, ranked, turns, knowledge) ?? leadOf(question, best, ranked, ended, knowledge));
  const chosen: Selected[] = [{ view: lead.view, role: 'lead' }];
  const listed = question.kind === 'list' || question.kind === 'advice' || question.kind === 'what changed';
  const most = listed ? MOST_LISTED : MOST_STATEMENTS;
  const least = lead.score * (listed ? GOOD_ENOUGH_LISTED : GOOD_ENOUGH);
  const superseded = ended(best.view);
  const leadDay = lead.view.statement.date?.date;
  if (superseded && best !== lead) chosen.push({ view: best.view, role: 'earlier', until: superseded.since });
  else if (best !== lead && (best.view.past || !ended(best.view)))
    chosen.push({ view: best.view, role: 'earlier', ...(leadDay && { until: leadDay }) });
  // A lead of which some part is over, even if not the one asked about, is never shown without what ended it.
  const partly = asksEarlier ? undefined : supersessions.get(lead.view.statement.index);
  const after = partly && partly.sort !== 'succeeded' ? knowledge.views[partly.later] : undefined;
  if (after) chosen.push({ view: after, role: 'support' });
  for (const view of findDisagreements(
    question,
    lead,
    ranked,
    (one) => supersessions.has(one.statement.index),
    knowledge,
  ))
    chosen.push({ view, role: 'disagrees' });
  // Of two who are compared, what is told of the other stands beside what is told of the one.
  if (question.kind === 'comparison') {
    const missing = (one: Candidate) =>
      question.needs.map((need, i) => need.name && (one.match.own[i] ?? 0) < NAMES_IT);
    const lacks = missing(lead);
    const other = lacks.some((lack) => lack)
      ? ranked.find((one) => one.score >= lead.score * OTHER_SIDE && !missing(one).some((lack, i) => lack && lacks[i]))
      : undefined;
    if (other && !chosen.some((one) => says(one.view, other.view))) chosen.push({ view: other.view, role: 'support' });
  }
  // Of a list, the items that stand beside the lead come before anything else.
  if (listed && lead.view.statement.listItem) {
    for (const sibling of siblingsOf(lead.view, question.kind === 'list', knowledge)) {
      if (chosen.length >= most) break;
      if (
        (ranked.some((c) => c.view === sibling) || question.kind === 'list') &&
        !chosen.some((one) => says(one.view, sibling)) &&
        (question.kind === 'list' || sibling.statement.label === lead.view.statement.label)
      )
        chosen.push({ view: sibling, role: 'support' });
    }
  }
  for (const candidate of ranked) {
    if (chosen.length >= most) break;
    // Advice is not padded with what is no advice.
    if (
      question.kind === 'advice' &&
      lead.view.statement.kind === 'advice' &&
      candidate.view.statement.kind !== 'advice'
    )
      continue;
    if (candidate.score < least || chosen.some((one) => says(one.view, candidate.view))) continue;
    if (isLaterThanAsked(question, candidate.view)) continue;
    const end = ended(candidate.view);
    if (end) {
      const told = chosen.some((one) => one.role !== 'earlier' && one.view.statement.index === end.later);
      if (told && !chosen.some((one) => one.role === 'earlier'))
        chosen.push({ view: candidate.view, role: 'earlier', until: end.since });
      continue;
    }
    // A sentence that calls its own state past is not how things stand.
    const over = candidate.view.past && !asksEarlier && STATES.has(question.kind);
    if (!over) chosen.push({ view: candidate.view, role: 'support' });
    else if (!chosen.some((one) => one.role === 'earlier')) chosen.push({ view: candidate.view, role: 'earlier' });
  }
  for (const one of [...chosen]) {
    if (one.role === 'earlier' || chosen.length >= most + 1 || chosen.some((c) => c.role === 'earlier')) continue;
    const earlier = [...supersessions.values()]
      .filter((s) => s.later === one.view.statement.index)
      .map((s) => ({ s, view: knowledge.views[s.earlier] }))
      .find(({ view }) => view && ranked.some((c) => c.view === view) && !chosen.some((c) => c.view === view));
    if (earlier?.view && !asksEarlier) chosen.push({ view: earlier.view, role: 'earlier', until: earlier.s.since });
  }
  const order: Role[] = ['lead', 'support', 'disagrees', 'earlier', 'background'];
  return chosen.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** A sentence that tells of two things may be over in one: it counts as over where the question is about that one. */
function concerns(question: Question, { object }: Supersession, { analysis: { lexicon } }: Knowledge): boolean {
  if (object === undefined || question.needs.length === 0) return true;
  const names = new Set([
    object,
    ...lexicon
      .synonyms(object)
      .filter((s) => s.strength >= 0.8)
      .map((s) => s.key),
  ]);
  return question.needs.some((need) =>
    [...need.alternatives].some(([key, strength]) => strength >= 0.7 && names.has(key)),
  );
}

/** "Who signed it?": whoever did so did, whatever became of them. */
const DEED =
  /^\W*(?:and |so )?who (?:\p{L}+ly |first )?(?:(?!need|head|chair|manag|us(?=ed))\p{L}{2,}ed|built|made|wrote|won|bought|sold|gave|paid|drew|lent|began|brought|chose|spoke)\b/iu;

/** They ask how things stand. */
const STATES: ReadonlySet<Question['kind']> = new Set(['keyword', 'yes or no', 'who']);
const TYPED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who', 'where']);
/** What superseded a statement leads in its place when it fits the question this nearly as well. */
const AS_FITTING = 0.8;
/** A need of less weight is too common a word for a state that could end. */
const STATE_WEIGHT = 0.4;
const SAME_STATE = 0.8;
/** Share of what the best covers that a turn must cover to lead in its place. */
const TURN_COVERS = 0.6;
/** What turned a past state may lead in its place when it is at least this good. */
const TURN_GOOD_ENOUGH = 0.55;

/** "Is the terminal still planned?" is over with the terminal, not with another plan. */
const OF_ANY_PLAN = /^(?:plan(?:s|ned)?|expected|due|scheduled|intended|proposed|happening|place)$/i;

/** "Is it still the only one?": that it is the only one is the state, however common the word. */
const SOLE_STATE = /^(?:only|sole|exclusive|exclusively|alone|single)$/i;

function tellsTurn(view: StatementView): boolean {
  return (
    view.turns.some(({ sort }) => sort === 'ended' || sort === 'amended') &&
    view.statement.mentions.some((m) => m.role === 'event')
  );
}

/** "Until now head of sales, she takes over on July 1": what is past is told beside the news. */
function tellsHandover(view: StatementView): boolean {
  return view.turns.some(({ sort }) => sort === 'succeeded') && view.statement.mentions.length > 0;
}

/** What took another's place must hold the sort of thing asked for, and the figure that the question names. */
function answersAsWell({ kind, needs }: Question, later: Candidate, best: Candidate): boolean {
  if (TYPED.has(kind) && later.fit.fit < best.fit.fit * AS_FITTING) return false;
  return needs.every(
    (need, i) => !/^\d/.test(need.word) || (best.match.own[i] ?? 0) < 1 || (later.match.own[i] ?? 0) >= 1,
  );
}

/** "When did it win the lease?": the day of what happened stays, whatever ended since; so does what something is. */
function staysTold({ kind, text }: Question, best: Candidate): boolean {
  if (best.view.turns.some(({ sort }) => sort === 'revalued')) return false;
  if (kind === 'definition') return best.fit.fit > 0;
  return kind === 'when' && HAPPENED.test(text) && best.view.statement.mentions.some(({ role }) => role === 'event');
}
const HAPPENED = /\bwhen (?:did|was|were|had)\b/i;

/** Asked how things stand, a later sentence that this very thing ended tells more than one that it was so. */
function turnOfState(
  question: Question,
  best: Candidate,
  ranked: readonly Candidate[],
  turns: readonly Turn[],
  knowledge: Knowledge,
): Candidate | undefined {
  if (question.kind !== 'yes or no' && question.kind !== 'keyword' && question.time?.sort !== 'now') return undefined;
  if (TYPED.has(question.kind)) return undefined;
  const { lexicon } = knowledge.analysis;
  // When a state was that a sentence calls past, its document's day does not tell.
  const told = best.view.past && !best.view.statement.date ? '' : (knownBy(best.view, knowledge) ?? '');
  const asked = question.needs.filter(
    (need) => !need.name && (need.weight >= STATE_WEIGHT || SOLE_STATE.test(need.word)) && !OF_ANY_PLAN.test(need.word),
  );
  const ends = (one: Candidate, after: string) =>
    turns.find(
      (turn) =>
        turn.view === one.view &&
        turn.cue.sort === 'ended' &&
        turn.since > after &&
        asked.some((need) =>
          [...turn.objects].some(
            (object) =>
              (need.alternatives.get(object) ?? 0) >= SAME_STATE ||
              lexicon
                .synonyms(object)
                .some(({ key, strength }) => strength >= SAME_STATE && need.alternatives.get(key) === 1),
          ),
        ),
    );
  if (ends(best, '')) return undefined;
  return ranked.find(
    (one) =>
      one !== best &&
      one.match.coverage >= best.match.coverage * TURN_COVERS &&
      one.score >= best.score * TURN_GOOD_ENOUGH &&
      ends(one, told) !== undefined,
  );
}

/** What holds now leads: where the best statement has been superseded, what superseded it, or the best that has not been. */
function leadOf(
  question: Question,
  best: Candidate,
  ranked: readonly Candidate[],
  ended: (view: StatementView) => Supersession | undefined,
  knowledge: Knowledge,
): Candidate {
  if (staysTold(question, best)) return best;
  const end = ended(best.view);
  const newer = end ? undefined : newerOf(question, best, ranked, knowledge);
  if (newer) return newerOf(question, newer, ranked, knowledge) ?? newer;
  // A sentence that calls its own state past is not how things stand: what turned it is.
  if (!end && best.view.past && !tellsHandover(best.view))
    return (
      ranked.find(
        (c) =>
          !c.view.past &&
          !ended(c.view) &&
          tellsTurn(c.view) &&
          c.score > best.score * TURN_GOOD_ENOUGH &&
          (question.kind === 'who' || c.match.coverage >= best.match.coverage * TURN_COVERS) &&
          // A day or a sum is not told by the end of something.
          (!TYPED.has(question.kind) ||
            (question.kind === 'who' && c.fit.fit >= best.fit.fit * AS_FITTING) ||
            (c.fit.fit >= best.fit.fit && c.match.coverage >= best.match.coverage)),
      ) ??
      turnedUndated(question, best, ranked, (view) => ended(view) !== undefined) ??
      best
    );
  if (!end) return best;
  const later = knowledge.views[end.later];
  const among = ranked.find((candidate) => candidate.view === later);
  // "A B will step down. C D takes over": who leaves does not say who comes.
  const next = among && end.sort === 'succeeded' && question.kind === 'who' ? newHolder(among, ranked) : undefined;
  if (next && among && namesNobodyNew(among.view, best.view)) return next;
  // Who took over says nothing of the contract that the one before had signed.
  if (among && end.sort === 'succeeded' && among.match.coverage < best.match.coverage * TURN_COVERS) return best;
  // A contract that was amended may still be the last of which the sum was told; what has ended is over.
  if (among && end.sort !== 'ended' && !answersAsWell(question, among, best))
    // Who has left a post no longer has it, whoever came.
    return next ?? (end.sort === 'succeeded' && officeOf(question, knowledge.analysis.lexicon) ? among : best);
  return among ?? ranked.find((candidate) => !ended(candidate.view) && candidate.score > best.score * 0.8) ?? best;
}

/** The other items of the list that an item stands in, in order. */
function siblingsOf({ statement }: StatementView, unlabelled: boolean, knowledge: Knowledge): StatementView[] {
  return knowledge.views.filter(
    ({ statement: other }) =>
      other.listItem &&
      (unlabelled || other.label !== undefined) &&
      other.document === statement.document &&
      other.heading === statement.heading &&
      other.index !== statement.index,
  );
}

/** Whether two statements tell the same fact. */
function says(a: StatementView, b: StatementView): boolean {
  if (a === b) return true;
  const [small, large] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
  let shared = 0;
  for (const key of small.terms.keys()) if (large.terms.has(key)) shared += 1;
  if (shared / small.terms.size < SAME) return false;
  return small.amounts.every((amount) => large.amounts.some((other) => sameAmount(amount, other)));
}
