import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isOfSomebodyElse } from './decline.ts';
import type { Candidate } from './rank.ts';

/** What tells the day must be this good, measured against what tells the month or the year. */
const GOOD_ENOUGH = 0.6;
const TOLD = 0.8;
/** A word of less weight is too common to say that two tell of the same. */
const TELLING = 0.4;

/** "When did it fail?": where the best says "last October", what tells the same with its day; undefined where nothing does. */
export function finerDay(
  question: Question,
  ranked: readonly Candidate[],
  knowledge: Knowledge,
): Candidate | undefined {
  const { kind, needs, text } = question;
  const [best] = ranked;
  if (!best || kind !== 'when' || !DONE.test(text)) return undefined;
  const events = best.view.statement.mentions.filter(({ role }) => role === 'event');
  const [coarse] = events;
  if (!coarse || events.some(({ precision }) => precision === 'day')) return undefined;
  const shared = needs.flatMap((need, i) =>
    !need.name && need.weight >= TELLING && (best.match.own[i] ?? 0) >= TOLD ? [i] : [],
  );
  return ranked.find(
    (one) =>
      one.score >= best.score * GOOD_ENOUGH &&
      shared.some((i) => (one.match.own[i] ?? 0) >= TOLD) &&
      !isOfSomebodyElse(question, one, knowledge) &&
      one.view.statement.mentions.some(
        ({ role, precision, start, end }) =>
          role === 'event' && precision === 'day' && start >= coarse.start && end <= coarse.end,
      ),
  );
}

const DONE = /\bwhen (?:did|was|were|had)\b/i;
