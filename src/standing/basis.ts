import { z } from 'zod';
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

const basisSchema = z.object({
  outcome: z.enum(['answered', 'declined']),
  short: z.string().optional(),
  lead: z
    .object({ document: z.string(), quote: z.string(), saidOn: z.string().optional(), until: z.string().optional() })
    .optional(),
});

/** A change that is on its way to where it is told. */
export interface Telling {
  /** What the answer rests on once it is told. */
  readonly basis: Basis;
  /** `Corpus.version`. */
  readonly corpus: string;
  /** Of the delivery that tells it. */
  readonly key: { readonly subscription: string; readonly occurrence: string };
  /** When it was first tried. */
  readonly since: string;
}

/** What `StandingQuestion.basis` holds. */
export interface KeptBasis extends Basis {
  readonly telling?: Telling;
}

const keptSchema = basisSchema.extend({
  telling: z
    .object({
      basis: basisSchema,
      corpus: z.string(),
      key: z.object({ subscription: z.string(), occurrence: z.string() }),
      since: z.string(),
    })
    .optional(),
});

/** As it is kept in `StandingQuestion.basis`. */
export function writeBasis(basis: KeptBasis): string {
  return JSON.stringify(basis);
}

/** Undefined where it was not written by {@link writeBasis}. */
export function readBasis(kept: string): KeptBasis | undefined {
  try {
    return keptSchema.parse(JSON.parse(kept)) as KeptBasis;
  } catch {
    return undefined;
  }
}
