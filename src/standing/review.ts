import type { Answer, Citation } from '../answer/answer.ts';
import { type Answering, ask } from '../answer/ask.ts';
import { cite } from '../answer/compose.ts';
import { fold } from '../digest/fold.ts';
import { neighbours } from '../digest/neighbours.ts';
import type { CorpusState } from '../digest/state.ts';
import type { IsoDate } from '../model.ts';
import { readTime } from '../question/time.ts';
import { heldView } from '../statement/held-view.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { type Basis, basisOf } from './basis.ts';
import { sameValue } from './same-value.ts';
import { tellsSame } from './tells-same.ts';

export interface ReviewRequest {
  /** The conversation, oldest first; the last is the question. */
  readonly turns: readonly string[];
  /** What the answer rested on when its reader was last told. */
  readonly before: Basis;
  /** What the corpus said then; absent where that is not kept any more. */
  readonly told?: CorpusState;
}

/**
 * `superseded`: what was told no longer holds, since a later statement says so. `other value`: the answer is another one.
 * `other lead`: what leads now is news, and says something else. `now answerable`, `no longer answered`: as they say.
 */
export type Change = 'superseded' | 'other lead' | 'other value' | 'now answerable' | 'no longer answered';

/** A standing question, answered again. */
export interface Reviewed {
  readonly answer: Answer;
  /** What the answer rests on, from now on; where nothing changed in substance, what was told. */
  readonly basis: Basis;
  /** Absent where nothing changed in substance. */
  readonly how?: Change;
  /** The words of the statement that changed it; absent where none did, or where one went away. */
  readonly by?: string;
  /** The day from which what was told no longer holds. */
  readonly until?: IsoDate;
  /** Where the sentence that led before stands now; absent where no document has it any longer. */
  readonly led?: Citation;
}

/**
 * Answers a standing question again and says whether what its answer rests on changed in substance. Other words, another
 * place, a further source that tells the same and another order of what was known before are no change.
 */
export function review({ turns, before, told }: ReviewRequest, answering: Answering): Reviewed {
  const { knowledge } = answering;
  const answer = ask({ turns }, answering);
  const after = basisOf(answer);
  const unchanged: Reviewed = { answer, basis: before };
  // What was so on a day, or before something else, stays so.
  const time = readTime(turns.at(-1) ?? '', knowledge.corpus.newest).time;
  if (time && time.sort !== 'now') return unchanged;
  if (!before.lead)
    return after.lead ? { answer, basis: after, how: 'now answerable', by: after.lead.quote } : unchanged;

  const old = before.lead;
  const standing = knowledge.views.filter((view) => fold(view.text) === fold(old.quote));
  const held = heldView(old, knowledge);
  const equal = standing.length > 0 ? standing : tellingSame(held, knowledge);
  const [where] = standing;
  const led = where && { led: cite(1, where, knowledge) };
  const ended = endOf(equal, answer, answering);
  if (answer.outcome === 'declined' || !after.lead)
    // It stands there still: it is asked in other company, and that is no news.
    return equal.length > 0 && !ended
      ? unchanged
      : { answer, basis: after, how: 'no longer answered', ...led, ...(ended && { until: ended.since, by: ended.by }) };

  const [lead] = answer.citations;
  const leads = knowledge.views.find(
    ({ statement }) => statement.document === lead.document && statement.start === lead.start,
  );
  if (!leads || standing.includes(leads)) return unchanged;
  // What is told in other words from now on is told in these.
  const kept: Reviewed = { answer, basis: standing.length > 0 ? before : after };
  const bothShort = before.short !== undefined && after.short !== undefined;
  if (equal.includes(leads) || (bothShort && sameValue(before.short, after.short, knowledge))) return kept;
  const wasTold = old.until !== undefined || untilThen(old.quote, told) !== undefined;
  if (ended && !wasTold) return { answer, basis: after, how: 'superseded', until: ended.since, by: ended.by, ...led };
  // What was left to the reader to judge is not untrue when a sentence says "Yes" to it.
  if (before.short === undefined && after.short === 'Yes' && !ended) return { answer, basis: after };
  if (tellsSame(leads, held, knowledge)) return kept;
  // Both were known when it was last told: which of them leads hangs on what else there is, and is no news.
  if (equal.length > 0 && told !== undefined && knew(leads, told, knowledge)) return unchanged;
  return { answer, basis: after, how: bothShort ? 'other value' : 'other lead', by: lead.quote, ...led };
}

/** Whether an answer of which this became of the question is no longer true, and not only added to. */
export function isUntrue({ how, led, until }: Reviewed): boolean {
  return how === 'superseded' || how === 'other value' || until !== undefined || (how !== undefined && !led);
}

/** Statements that say the same as one that is gone, and still hold. */
function tellingSame(gone: StatementView, knowledge: Knowledge): readonly StatementView[] {
  return neighbours(gone, knowledge).filter((view) => tellsSame(view, gone, knowledge));
}

/** When the last of these ceased to hold, and by which words; undefined while one holds. */
function endOf(
  views: readonly StatementView[],
  answer: Answer,
  { supersessions, knowledge }: Answering,
): { readonly since: IsoDate; readonly by: string } | undefined {
  const ends = views.map(({ statement, text }) => {
    // A sentence that tells of two things may be over in one: it counts where the answer tells it as what was.
    const over =
      answer.outcome === 'declined' ||
      answer.statements.some(({ role, quote }) => role === 'earlier' && quote === text);
    return over ? supersessions.get(statement.index) : undefined;
  });
  if (!ends.every((end) => end !== undefined)) return undefined;
  const last = ends.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1);
  return last && { since: last.since, by: knowledge.views[last.later]?.text ?? '' };
}

/** It was said then, if in other words. */
function knew(leads: StatementView, { statements }: CorpusState, knowledge: Knowledge): boolean {
  const folded = fold(leads.text);
  if (statements.some(({ quote }) => fold(quote) === folded)) return true;
  const stand = new Set(knowledge.views.map(({ text }) => fold(text)));
  return statements.some(
    (known) =>
      known.document === leads.statement.document &&
      !stand.has(fold(known.quote)) &&
      tellsSame(leads, heldView(known, knowledge), knowledge),
  );
}

function untilThen(quote: string, told: CorpusState | undefined): IsoDate | undefined {
  const folded = fold(quote);
  return told?.statements.find((known) => fold(known.quote) === folded)?.until;
}
