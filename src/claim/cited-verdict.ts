import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import { cite } from '../answer/compose.ts';
import type { IsoDate } from '../model.ts';
import type { Comparison } from './comparison.ts';
import type { PartVerdict, Verdict } from './verdict.ts';

const MOST_CITED = 3;

/** A verdict on a part of a claim with what shows it. Citations are numbered in `numbered`, through all parts of a claim. */
export function citedVerdict(
  part: string,
  verdict: Verdict,
  found: readonly Comparison[],
  numbered: Citation[],
  answering: Answering,
  until?: IsoDate,
): PartVerdict {
  return {
    part,
    verdict,
    different: [...new Set(found.flatMap((c) => (verdict === 'supported' ? [] : c.different)))],
    citations: found.slice(0, MOST_CITED).map((c) => number(c, numbered, answering)),
    ...(until && { until }),
  };
}

function number({ view }: Comparison, numbered: Citation[], { knowledge }: Answering): Citation {
  const known = numbered.find((c) => c.document === view.statement.document && c.start === view.statement.start);
  if (known) return known;
  const citation = cite(numbered.length + 1, view, knowledge);
  numbered.push(citation);
  return citation;
}
