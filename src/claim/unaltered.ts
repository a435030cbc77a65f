import type { Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** It says of an arrangement that nothing of it was changed. */
const STANDS =
  /\b(?:(?:still|continues? to) (?:stands?|holds?|appl(?:y|ies))|(?:stands?|holds?|remains?|is|are|stays?) (?:still )?(?:as (?:it|they) (?:was|were|is|are)|unchanged|unaltered|unamended|untouched|intact)|(?:has|have) not been (?:changed|touched|amended|altered|renegotiated|rewritten|revised))\b/i;
const ARRANGEMENT =
  /\b(?:deals?|agreements?|contracts?|pacts?|alliances?|partnerships?|terms|arrangements?|licen[cs]es?|treat(?:y|ies)|accords?|leases?|charters?|relationship|tie-up)\b/i;
const AMENDS = /^(?:rewr|amend|renegotiat|revis|replac|supersed|chang|overhaul|restructur)/i;
/** "Rewrote their alliance", "changed the terms": what was amended stands right behind, or before a passive. */
const NEAR = 40;

/** It says that something stands as it was. */
export function tellsUnaltered(text: string): boolean {
  return STANDS.test(text);
}

/** That an arrangement which a claim says to stand as it was has been amended since; `told` says that it stood. */
export function amendedSince(
  part: ClaimPart,
  told: readonly Comparison[],
  turns: readonly Turn[],
  asOf: IsoDate | undefined,
  knowledge: Knowledge,
): Turn | undefined {
  if (!tellsUnaltered(part.text) || !ARRANGEMENT.test(part.text)) return undefined;
  const { lexicon } = knowledge.analysis;
  const parties = new Set(
    part.names.length > 0
      ? part.needs.filter(({ name }) => name).flatMap(({ alternatives }) => [...alternatives.keys()])
      : told.flatMap(({ view }) => nameKeys(view, lexicon).map(({ key }) => key)),
  );
  return turns.find(
    ({ cue, since, view, subjects }) =>
      cue.sort === 'amended' &&
      (asOf === undefined || since <= asOf) &&
      AMENDS.test(view.text.slice(cue.start, cue.end)) &&
      ARRANGEMENT.test(view.text.slice(Math.max(0, cue.start - NEAR), cue.end + NEAR)) &&
      [...subjects].some((subject) => parties.has(subject)),
  );
}
