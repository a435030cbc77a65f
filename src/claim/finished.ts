import { BEARS_OUT, MOSTLY_TOLD } from './bears-out.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';

/** The claim says that something is still to be done. */
export function leavesToBeDone({ text }: ClaimPart): boolean {
  return PENDING.test(text);
}

/** The claim says that something goes on. */
export function goesOnStill({ text }: ClaimPart): boolean {
  return GOES_ON.test(text);
}

/** What had still to be done. */
const PENDING = /\b(?:still (?:has|have|needs?) to|(?:has|have|is|are) yet to|(?:has|have) (?:still )?not yet been)\b/i;

const GOES_ON =
  /\b(?:still|under way|underway|going on|ongoing|in progress|pending|continu(?:es?|ing)|go(?:es)? on|remains? open)\b/i;
/** What was going on is told as closed. */
const CLOSED =
  /\b(?<!\b(?:to|be|will|would|could|may|might|not|never|yet|before|until|nearly|almost) )(?:clos(?:ed|es)|conclud(?:ed|es)|complet(?:ed|es)|finish(?:ed|es)|wound up|wrapped up|settled|ended|dropped|withdr(?:ew|awn)|(?:is|are|was|were|been) over)\b/i;

/** All that the claim tells of is told of something that was closed; the claim's own verb may say no more than that it goes on. */
export function tellsClosed(
  { verb }: ClaimPart,
  { view, supposed, different, silent, missing, told }: Comparison,
): boolean {
  const goesOn = /^(?:continue|go on|proceed)$/.test(verb ?? '');
  return (
    !supposed &&
    different.length + missing.length === 0 &&
    silent.every((word) => goesOn && GOES_ON.test(word)) &&
    told >= (goesOn ? MOSTLY_TOLD : NEARLY_ALL) &&
    CLOSED.test(view.text)
  );
}

const NEARLY_ALL = 0.9;

/** The very deed is told, of the same, as one that was done. */
export function tellsDone({ byVerb, toldBy, happened, different, silent, missing, told }: Comparison): boolean {
  return (
    byVerb &&
    happened &&
    toldBy === 'agree' &&
    different.every((d) => d === 'negation') &&
    silent.every((word) => word === 'have to') &&
    missing.length === 0 &&
    told >= BEARS_OUT
  );
}
