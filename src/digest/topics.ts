import { makeMatcher } from '../answer/match.ts';
import { findNeeds } from '../question/needs.ts';
import type { Need } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';

/** What a digest is about. */
export interface Topics {
  /** The statement concerns one of them; all do where there are none. */
  holds(view: StatementView): boolean;
  /** The same of a statement that is no longer in the corpus, by its own words. */
  heldBy(view: TextView): boolean;
  readonly count: number;
  /** Those that no statement concerns, by their places from 1 on. */
  readonly unknown: readonly number[];
}

/** A topic's words, of which this share must be met: as in the timeline. */
const ON_TOPIC = 0.5;

/** Reads topics once for all statements; with none, every statement is on topic. */
export function readTopics(topics: readonly string[], knowledge: Knowledge): Topics {
  const wanted = topics.map((topic) => {
    const needs = findNeeds(topic, knowledge);
    const match = makeMatcher(needs, knowledge);
    const on = new Set(needs.length === 0 ? [] : knowledge.views.filter((view) => match(view).coverage >= ON_TOPIC));
    return { needs, on };
  });
  return {
    holds: (view) => wanted.length === 0 || wanted.some(({ on }) => on.has(view)),
    heldBy: (view) => wanted.length === 0 || wanted.some(({ needs }) => coverage(needs, view) >= ON_TOPIC),
    count: topics.length,
    unknown: wanted.flatMap(({ on }, i) => (on.size === 0 ? [i + 1] : [])),
  };
}

function coverage(needs: readonly Need[], view: TextView): number {
  let met = 0;
  let all = 0;
  for (const { alternatives, weight } of needs) {
    all += weight;
    met += weight * Math.max(0, ...[...alternatives].map(([key, value]) => (view.terms.has(key) ? value : 0)));
  }
  return all > 0 ? met / all : 0;
}
