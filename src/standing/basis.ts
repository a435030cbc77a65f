import type { Answer } from '../answer/answer.ts';
import type { IsoDate } from '../model.ts';

/** What an answer rested on, so that it can be told later whether that changed in substance. */
export interface Basis {
  readonly outcome: 'answered' | 'declined';
  /** The words in front, where the answer had some: "$7 million", "No longer". */
  readonly short?: string;
  /** The lead, word for word; absent when declined. */
  readonly lead?: {
    readonly document: string;
    readonly quote: string;
    readonly saidOn?: IsoDate;
    /** The day from which it no longer holds. */
    readonly until?: IsoDate;
  };
}

/** What of an answer must change for the change to be told. */
export function basisOf(answer: Answer): Basis {
  if (answer.outcome === 'declined') return { outcome: 'declined' };
  const { statements, citations, short } = answer;
  const [{ citation, until }] = statements;
  const { document, quote, saidOn } = citations[citation - 1] ?? citations[0];
  return {
    outcome: 'answered',
    ...(short !== undefined && { short }),
    lead: { document, quote, ...(saidOn && { saidOn }), ...(until && { until }) },
  };
}
