import type { Supersession } from '../chronicle/supersession.ts';
import type { Question } from '../question/question.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Role } from './answer.ts';
import { findDisagreements } from './disagreement.ts';
import type { Candidate } from './rank.ts';

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
/** Share of words in common from which two statements say the same. */
const SAME = 0.55;

/** Which statements make the answer, in the order in which they are read. */
export function selectStatements(
  question: Question,
  ranked: readonly Candidate[],
  supersessions: ReadonlyMap<number, Supersession>,
  knowledge: Knowledge,
): Selected[] {
  const best = ranked[0];
  if (!best) return [];
  const asksEarlier = question.time?.sort === 'earlier' || question.time?.sort === 'period';
  const ended = (view: StatementView) => {
    const end = asksEarlier ? undefined : supersessions.get(view.statement.index);
    return end && concerns(question, end, knowledge) ? end : undefined;
  };
  const lead = asksEarlier ? best : leadOf(best, ranked, ended, knowledge);
  const chosen: Selected[] = [{ view: lead.view, role: 'lead' }];
  const listed = question.kind === 'list' || question.kind === 'advice' || question.kind === 'what changed';
  const most = listed ? MOST_LISTED : MOST_STATEMENTS;
  const least = lead.score * (listed ? GOOD_ENOUGH_LISTED : GOOD_ENOUGH);
  const superseded = ended(best.view);
  const leadDay = lead.view.statement.date?.date;
  if (superseded && best !== lead) chosen.push({ view: best.view, role: 'earlier', until: superseded.since });
  else if (best !== lead && best.view.past)
    chosen.push({ view: best.view, role: 'earlier', ...(leadDay && { until: leadDay }) });
  for (const view of findDisagreements(
    question,
    lead,
    ranked,
    (one) => supersessions.has(one.statement.index),
    knowledge,
  ))
    chosen.push({ view, role: 'disagrees' });
  // Of a list, the items that stand beside the lead come before anything else.
  if (listed && lead.view.statement.listItem) {
    for (const sibling of siblingsOf(lead.view, knowledge)) {
      if (chosen.length >= most) break;
      if (
        ranked.some((c) => c.view === sibling) &&
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
    const end = ended(candidate.view);
    if (end) {
      const told = chosen.some((one) => one.role !== 'earlier' && one.view.statement.index === end.later);
      if (told && !chosen.some((one) => one.role === 'earlier'))
        chosen.push({ view: candidate.view, role: 'earlier', until: end.since });
      continue;
    }
    chosen.push({ view: candidate.view, role: 'support' });
  }
  for (const one of [...chosen]) {
    if (one.role === 'earlier' || chosen.length >= most + 1 || chosen.some((c) => c.role === 'earlier')) continue;
    const earlier = [...supersessions.values()]
      .filter((s) => s.later === one.view.statement.index)
      .map((s) => ({ s, view: knowledge.views[s.earlier] }))
      .find(({ view }) => view && ranked.some((c) => c.view === view));
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

/** What turned a past state may lead in its place when it is at least this good. */
const TURN_GOOD_ENOUGH = 0.55;

function tellsTurn(view: StatementView): boolean {
  return (
    view.turns.some(({ sort }) => sort === 'ended' || sort === 'amended') &&
    view.statement.mentions.some((m) => m.role === 'event')
  );
}

/** What holds now leads: where the best statement has been superseded, what superseded it, or the best that has not been. */
function leadOf(
  best: Candidate,
  ranked: readonly Candidate[],
  ended: (view: StatementView) => Supersession | undefined,
  knowledge: Knowledge,
): Candidate {
  const end = ended(best.view);
  // A sentence that calls its own state past is not how things stand: what turned it is.
  if (!end && best.view.past)
    return (
      ranked.find(
        (c) => !c.view.past && !ended(c.view) && tellsTurn(c.view) && c.score > best.score * TURN_GOOD_ENOUGH,
      ) ?? best
    );
  if (!end) return best;
  const later = knowledge.views[end.later];
  const among = ranked.find((candidate) => candidate.view === later);
  return among ?? ranked.find((candidate) => !ended(candidate.view) && candidate.score > best.score * 0.8) ?? best;
}

/** The other items of the list that an item stands in, in order. */
function siblingsOf({ statement }: StatementView, knowledge: Knowledge): StatementView[] {
  return knowledge.views.filter(
    ({ statement: other }) =>
      other.listItem &&
      other.label !== undefined &&
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
