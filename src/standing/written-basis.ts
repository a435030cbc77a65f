import { z } from 'zod';
import type { Basis } from './basis.ts';

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
