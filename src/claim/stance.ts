import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { isFirstPerson } from './reference.ts';
import { speakersIn } from './speech.ts';

/** What somebody says of it themselves: that it is so does not tell that they do. */
const STANCE =
  /^(?:admit|deny|concede|acknowledge|confess|confirm|dispute|regret|apologise|apologize|insist|claim|boast|complain|doubt|object|protest)$/;
/** Its forms that are no nouns: "admits 40 lost parcels" may be read as if "lost" were its verb. */
const STANCE_WORD =
  /\b(?:admit(?:s|ted)|den(?:y|ies|ied)|concede[sd]?|acknowledge[sd]?|confess(?:es|ed)|confirm(?:s|ed)|apologi[sz]e[sd]?|insist(?:s|ed)|complain(?:s|ed))\b/i;
const ANY_SPEECH =
  /[“"”]|\b(?:admi(?:t|ssion)\p{L}*|den(?:y|ies|ied|ial)\p{L}*|conce[ds]\p{L}*|acknowledg\p{L}*|confess\p{L}*|confirm\p{L}*|disput\p{L}*|regret\p{L}*|apolog\p{L}*|insist\p{L}*|claim\p{L}*|boast\p{L}*|complain\p{L}*|doubt\p{L}*|object\p{L}*|protest\p{L}*|contest\p{L}*|reject\p{L}*|accept\p{L}*|recogni[sz]\p{L}*|report\p{L}*|own(?:s|ed) up|says?|said|saying|told|tells?|calls?|called|writes?|wrote|written|stat(?:e[sd]?|ement)|according|words?|answer\p{L}*|repl(?:y|ies|ied)|spoke\p{L}*|put|puts|gives?|gave|counts?|counted|letter|announc\p{L}*|argu\p{L}*|blam\p{L}*|think\p{L}*|believ\p{L}*|agree\p{L}*|warn\p{L}*|refus\p{L}*|declin\p{L}*|turned down|challeng\p{L}*|approv\p{L}*|sorry|thank\p{L}*)\b/iu;

const claimsStance = remembered(
  ({ predicate, text }: ClaimPart) => STANCE.test(predicate?.base ?? '') || STANCE_WORD.test(text),
);

/** "Admits 40 lost parcels" against "40 parcels were lost": nobody says so. */
export function isNobodysWord(part: ClaimPart, view: StatementView): boolean {
  if (!claimsStance(part)) return false;
  return !ANY_SPEECH.test(view.text) && !isFirstPerson(view.text) && speakersIn(view).length === 0;
}
