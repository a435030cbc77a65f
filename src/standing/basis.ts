import type { IsoDate } from '../model.ts';

/** What an answer rested on, so that it can be told later whether that changed in substance. */
export interface Basis {
  readonly outcome: 'answered' | 'declined';
  /** The words in front, where the answer had some: "$50 billion", "No longer". */
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
