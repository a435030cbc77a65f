import type { Match } from '../answer/match.ts';
import type { StatementView } from '../statement/view.ts';
import type { Difference } from './difference.ts';
import type { RolesFit } from './roles-agree.ts';

/** Among what is faint: an event is told, and the claim is of how things are. */
export const STATE_UNTOLD = 'is';

/** How a statement stands to a part of a claim. */
export interface Comparison {
  readonly view: StatementView;
  readonly match: Match;
  /** What of the claim the statement does not speak of at all, and that no other words could mean: names, amounts, dates, the verb. */
  readonly silent: readonly string[];
  /** Dates of the claim that it does not speak of. */
  readonly silentDates: readonly string[];
  /** Bounds of the claim that it does not have: "all", "because". They bear on no contradiction. */
  readonly unbounded: readonly string[];
  /** Other weighty words that it does not say. */
  readonly missing: readonly string[];
  /** The share of the claim's weight that those words have, 0 to 1. */
  readonly missingShare: number;
  /** The share of those that the sentences before it do not say either. */
  readonly nowhereShare: number;
  /** A word that it does not say stands before a thing which it calls otherwise: "a flat fee" for "a tiered fee". */
  readonly modified: boolean;
  /** Where the same verb tells it: whether the same does it. */
  readonly toldBy: RolesFit | undefined;
  /** What it says only in words that may mean something else. */
  readonly faint: readonly string[];
  /** What it says otherwise. */
  readonly different: readonly Difference[];
  /** It holds the very sum of the claim, names all that the claim names, and tells its verb as a noun or in what is nearly the same. */
  readonly nounForVerb: boolean;
  /** The claim is what is left of "the note expects a merger rather than a split": a comparison without a verb. */
  readonly verbless: boolean;
  /** It holds the very amount or date that is claimed. */
  readonly anchored: boolean;
  /** The share of the claim that is said in it or in what it leans on, 0 to 1. */
  readonly told: number;
  /** The share that is said in its own words, or in names that it leans on. */
  readonly plainly: number;
  /** It stands beside a name: whatever comes of what the sentence tells, it is so. */
  readonly beside: boolean;
  /** It tells of a state that its own clause calls past. */
  readonly past: boolean;
  /** It gives the person of whom the claim tells a post as the one that they had: "then director". */
  readonly former: boolean;
  /** It tells the end of what the claim tells. */
  readonly ends: boolean;
  /** Its verb stands in the simple past. */
  readonly happened: boolean;
  /** Its verb stands in the perfect, and the same does it: "has applied". */
  readonly done: boolean;
  /** Its clause only supposes it: "could", "if". */
  readonly supposed: boolean;
  /** It says a weighty word of the claim, where the claim has one. */
  readonly saysThing: boolean;
  /** Its verb tells it, and not only what stands around. */
  readonly byVerb: boolean;
  /** Its verb says what the claim's verb says, or the claim has none that says much. */
  readonly firm: boolean;
}
