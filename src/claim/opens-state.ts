import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** So much of a claim must be said by what opens another state of its matter. */
const OPENS_FROM = 0.3;

/** It tells from when on something is otherwise. */
const FROM_NOW =
  /\b(?:(?<!\btime )[Ss]ince (?:the |last |this |yesterday|then|noon|\p{Lu}\p{L}*|\d+)|[Ff]rom (?:today|now on|this |the (?:first|start|beginning|turn)|\p{Lu}\p{Ll}+ \d+|\d+)|[Aa]s (?:of|from) |[Ww]ith (?:immediate )?effect|no longer|not? any ?more|instead of an?|ha(?:s|ve) (?:now |since |also )?(?:been )?(?:moved|gone back|returned|switched|banned|lifted|abolished|scrapped|withdrawn|reversed|replaced|restricted|shelved|called off|dropped|given up|vanished|left)|(?:is|are) (?:now|again|back)|(?:now|again) (?:has|have|is|are|costs?|pays?|runs?)|is down to|is up to)\b/u;
const STILL = /\b(?:still|again|remains?|stays?|continues?|keeps?|goes on|unchanged)\b/i;

/** It says from when on something is so. */
export function tellsFromNow({ text }: StatementView): boolean {
  return FROM_NOW.test(text);
}

/**
 * A newer document tells from when on a thing of the claim is otherwise, and less of the claim than the older one does:
 * its words are those of before.
 */
export function opensState(part: ClaimPart, told: Comparison, c: Comparison, knowledge: Knowledge): boolean {
  const dated = [told, c].every(({ view }) => knowledge.document(view.statement.document).published !== undefined);
  return (
    dated &&
    !STILL.test(part.text) &&
    !FROM_NOW.test(part.text) &&
    FROM_NOW.test(c.view.text) &&
    !FROM_NOW.test(told.view.text) &&
    c.match.ownCoverage >= OPENS_FROM &&
    c.match.ownCoverage <= told.match.ownCoverage
  );
}
