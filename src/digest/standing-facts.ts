import type { Answering } from '../answer/ask.ts';
import type { StatementView } from '../statement/view.ts';
import { isOvertaken } from './overtaken.ts';
import { sameNews } from './same-news.ts';

/** Looked at for the state of the story, weightiest first: the rest would not be told. */
const LOOKED_AT = 60;
const FACT: ReadonlySet<string> = new Set(['reported', 'quotation']);
/** What opinion lacks beside any report. */
const OPINION_WEIGHT = -30;

/**
 * What holds now, the newest and weightiest first: nothing superseded, nothing that calls its own state past, and no
 * fact twice. Opinion only where nothing is reported.
 */
export function standingFacts(
  views: readonly StatementView[],
  told: readonly StatementView[],
  most: number,
  weigh: (view: StatementView) => number,
  answering: Answering,
): readonly StatementView[] {
  const { knowledge, supersessions } = answering;
  const weight = (view: StatementView) => weigh(view) + (FACT.has(view.statement.kind) ? 0 : OPINION_WEIGHT);
  const holding = views.filter(
    ({ statement, past, hypothetical }) =>
      !supersessions.has(statement.index) &&
      !past &&
      !hypothetical &&
      statement.kind !== 'advice' &&
      statement.kind !== 'definition',
  );
  const weighed = holding
    .map((view) => ({ view, weight: weight(view) }))
    .sort((a, b) => b.weight - a.weight || a.view.statement.index - b.view.statement.index)
    .slice(0, LOOKED_AT)
    .filter(({ view }) => !isOvertaken(view, answering));
  const chosen: StatementView[] = [];
  for (const { view } of weighed) {
    if (chosen.length >= most) break;
    if (![...told, ...chosen].some((other) => other === view || sameNews(view, other, knowledge))) chosen.push(view);
  }
  return chosen;
}
