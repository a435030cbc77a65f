import type { IsoDate } from '../model.ts';
import type { QuestionKind } from './kind.ts';

/** Something that a statement should speak of to answer, under every name that it goes by. */
export interface Need {
  /** The word as typed. */
  readonly word: string;
  /** How much it matters: grows with rarity. 0 or more. */
  readonly weight: number;
  /** Terms that meet it, and how well (0 to 1). */
  readonly alternatives: ReadonlyMap<string, number>;
  /** A company, person, product, authority or place. */
  readonly name: boolean;
  /** No statement of the corpus holds any of its terms. */
  readonly unknown: boolean;
  /** Some statement holds it, or the same under another name or spelling; not only words akin to it. */
  readonly spoken: boolean;
  /** Taken over from an earlier turn. */
  readonly inherited: boolean;
  /** Place among the question's tokens. */
  readonly at: number;
}

export type TimeAsked =
  | { readonly sort: 'as of'; readonly day: IsoDate }
  /** Something that happened in a stretch of time. */
  | { readonly sort: 'period'; readonly start: IsoDate; readonly end: IsoDate }
  | { readonly sort: 'now' }
  | { readonly sort: 'earlier' };

/** A day to come; `upTo` where all before it is asked for as well: "by 2030", "until June 2027". */
export interface DayAhead {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly upTo: boolean;
}

/** A question as it was understood. */
export interface Question {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly needs: readonly Need[];
  /** Stems of all its words, function words included. */
  readonly stems: readonly string[];
  readonly time?: TimeAsked;
  readonly ahead?: DayAhead;
  /** Everything that is said is to hold at this day: the day asked for, else the newest that the corpus reports. */
  readonly asOf?: IsoDate;
  /** The asker or the options named the day. */
  readonly asOfAsked: boolean;
  /** It leaves out what the turns before said. */
  readonly leans: boolean;
  /** The query for the passages. */
  readonly query: string;
}
