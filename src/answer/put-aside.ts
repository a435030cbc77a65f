import { FIRST_PLANNED } from '../calendar/first-planned.ts';
import type { DateMention } from '../model.ts';

/** "Which should have come on ...", "instead of ...", "not on ...", "was to begin in ...": the day is named as the one that is not. */
const NAMED_AS_OLD = () =>
  /\b(?:should(?:n['’]t| not)? have \p{L}+(?: \p{L}+){0,2}|(?:was|were|had been) (?:\p{L}+ly )?(?:to|due|planned|expected|scheduled|supposed|meant|set)(?: \p{L}+){0,4}|(?:instead|in place) of|rather than|and not|but not|no longer|(?:earlier|later|sooner) than|promised|originally \p{L}+) (?:(?:on|in|at|by|for|from|until) )?$/iu;
const SLIPS_FROM =
  /\b(?:slip\w*|mov\w+|postponed|pushed|put (?:off|back)|delayed|changed|shift\w*|brought forward) from $/i;
/** "Moved the opening of the hall from July 1 to September 15." */
const MOVED_FROM =
  /\b(?:slip\w*|mov\w+|postpon\w+|push\w+|put|delay\w*|chang\w+|shift\w*|brought|extend\w*|resched\w+)\b[^.;:]* from (?:the (?:end|start|middle) of )?(?:early |mid-?|late )?$/iu;

/** The days of a sentence that still hold; all of them where none would be left. */
export function stillMeant(mentions: readonly DateMention[], text: string): readonly DateMention[] {
  const meant = mentions.filter(({ span }) => {
    const lead = text.slice(Math.max(0, span[0] - 90), span[0]);
    const isMoved = MOVED_FROM.test(text.slice(0, span[0])) && /^ (?:to|until|till) /.test(text.slice(span[1]));
    return !NAMED_AS_OLD().test(lead) && !FIRST_PLANNED.test(lead) && !SLIPS_FROM.test(lead) && !isMoved;
  });
  return meant.length > 0 ? meant : mentions;
}
