import type { Answered, Citation } from '../answer/answer.ts';
import type { Basis } from '../standing/basis.ts';
import type { Change, Reviewed } from '../standing/review.ts';
import { answeredReply, declinedReply, type Reach, sourceLine } from './answer-reply.ts';
import { line, oneLine, type Reply, type ReplyLine } from './reply.ts';

/** `watch`: somebody asked to be told. `given`: a note beside an answer that everybody saw. */
export type StandingSort = 'watch' | 'given';

const WATCHED: Readonly<Record<Change, string>> = {
  superseded: 'An answer that you watch has changed: what I told before no longer holds',
  'other value': 'An answer that you watch has changed: it is another one now',
  'other lead': 'An answer that you watch has changed: the sources tell something else now',
  'now answerable': 'A question that you watch can be answered now',
  'no longer answered': 'An answer that you watch is gone: the sources no longer answer the question',
};

const GIVEN: Readonly<Record<Change, string>> = {
  superseded: 'What I answered here no longer holds',
  'other value': 'What I answered here is no longer right: the answer is another one now',
  'other lead': 'What I answered here is no longer in the sources: they tell something else now',
  'now answerable': 'What I could not answer here can be answered now',
  'no longer answered': 'What I answered here is no longer in the sources, and nothing in its place',
};

const UNWATCH = '“unwatch” ends this, and “watching” lists what you watch.';

/** What stands where a message cannot be changed, or beside it where it can. */
export const NO_LONGER_HOLDS = 'This answer no longer holds: the note in its thread tells what does.';

/** A change of an answer, told: what I said, what holds now, each cited where it still stands. */
export function standingReply(
  sort: StandingSort,
  { answer, how, until, led }: Reviewed & { readonly how: Change },
  before: Basis,
  reach: Reach,
): { readonly reply: Reply; readonly citations: readonly Citation[] } {
  const opening = line('note', `${(sort === 'watch' ? WATCHED : GIVEN)[how]}${until ? `, since ${until}` : ''}.`);
  const closing = sort === 'watch' ? [line('note', UNWATCH)] : [];
  if (answer.outcome === 'declined') {
    const { lines } = declinedReply({ ...answer, nearest: [] }, reach);
    const citations = led ? [{ ...led, n: 1 }] : [];
    return {
      reply: {
        lines: [opening, ...lines, ...beforeLines(before, citations[0]), ...sources(citations), ...closing],
      },
      citations,
    };
  }
  const told = shown(answer, led);
  const { lines } = answeredReply(told.answer, reach);
  const body = lines.findIndex(({ part }) => part === 'heading');
  return {
    reply: {
      lines: [opening, ...lines.slice(0, body), ...beforeLines(before, told.led), ...lines.slice(body), ...closing],
    },
    citations: told.answer.citations,
  };
}

/** The lead and what differs from it, and behind them the place of what led before; numbered anew. */
function shown(answer: Answered, led: Citation | undefined): { answer: Answered; led?: Citation } {
  const [lead, ...others] = answer.statements;
  const kept = [lead, ...others.filter(({ role }) => role === 'disagrees')] as const;
  const places = kept.map(({ citation }) => answer.citations[citation - 1] ?? answer.citations[0]);
  if (led) places.push(led);
  const citations = places.map((place, i): Citation => ({ ...place, n: i + 1 }));
  const last = led && citations.at(-1);
  return {
    answer: {
      ...answer,
      statements: kept.map((statement, i) => ({ ...statement, citation: i + 1 })) as unknown as Answered['statements'],
      citations: citations as unknown as Answered['citations'],
      notes: [],
      followUps: [],
    },
    ...(last && { led: last }),
  };
}

function beforeLines(before: Basis, led: Citation | undefined): ReplyLine[] {
  if (before.outcome === 'declined') return [line('background', 'Before, the sources did not answer it.')];
  const short = before.short ? `${before.short.replace(/[.!?]+$/, '')}. ` : '';
  if (!led) return [line('background', `Before: ${short}The sentence that I quoted is no longer in the sources.`)];
  return [
    {
      part: 'background',
      segments: [{ text: `Before: ${short}“${oneLine(led.quote)}” ` }, { text: `[${led.n}]`, citation: led.n }],
    },
  ];
}

function sources(citations: readonly Citation[]): ReplyLine[] {
  return citations.length > 0 ? [line('heading', 'Source'), ...citations.map(sourceLine)] : [];
}
