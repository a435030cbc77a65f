/** Closed classes of English words by which a sentence shows what it does. */

export const CHANGE =
  /\b(?:chang\w+|amend\w*|rewr\w+|revis\w+|renegotiat\w+|end(?:s|ed|ing)?|no longer|now|replac\w+|new|switch\w*|shift\w*|instead|drop(?:s|ped|ping)?|scrap\w*|cancel\w*|rais(?:e|ed|es|ing)|cut|lower\w*|increas\w+|reduc\w+|mov(?:e|ed|ing)|postpon\w+|delayed|put off|put back|pushed back|(?:less|more|fewer|later|earlier|longer|shorter) than|slipp\w+|shr[aiu]nk|extend\w*|expand\w*|gave up|until now|used to|turns?|becom\w+|evolv\w+|ceas\w+|open(?:ed|s)|lift(?:ed|s)|appoint\w*|succeed\w*|took over|resign\w*|stepp?\w* down|terminat\w*|widen\w*|join\w*|withdr\w+|launch\w*)\b/i;
export const CONTRAST =
  /\b(?:but|while|whereas|instead of|rather than|than|unlike|on (?:the )?one hand|on the other|although|though|both|versus|compared|not just|not only|however|keeps?|kept|remains?|still)\b/i;
/** What stands after a term that the sentence defines. */
export const DEFINING = () =>
  /^["”’)]*(?:\s*\([^)]*\))?(?:,? (?:its|his|her|their|which (?:is|are|means)|meaning|known as|also known as|short for)\b|, \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2}['’]s? \p{Ll}|, (?:an?|the) (?!sign|move|step|day|week|month|year|shift|fact)|\s*(?:—|–|:)\s+(?:an?|the)\b|,? (?:is|are|was) (?:an?|the|one of)\b|,? (?:means?|refers? to|stands? for|describes?|consists? of)\b|, or \w+)/u;
/** What stands before a term that the sentence brings in. */
export const INTRODUCING =
  /\b(?:launch\w*|introduc\w+|unveil\w*|creat\w+|found(?:ed|ing)|set(?:ting)? up|establish\w*|co-?develop\w*|develop\w*)\s+(?:the |an? |its |their |new )*(?:["“])?$/i;
export const REPORTING =
  /\b(?:reported|said|says|told|wrote|surfaced|revealed|according to|announced|claimed|disclosed|published|quoted|cited|stated|noted|admitted|confirmed|reporting|warned|added|called|argued|framed|flagg(?:ed|ing)|estimat\w+|calculat\w+)\b/i;
/** What goes on as it was. */
export const SAME =
  /\b(?:stays?|stayed|remains?|remained|keeps?|kept|unchanged|unaffected|go(?:es)? on|went on|continues?|continued|still|(?:has|have) not been (?:touched|changed)|not (?:changed|touched|affected)|the same|as before|no change)\b/i;

/** "What stayed the same?", "what has not changed?" */
export function asksSame(question: string): boolean {
  return /\b(?:stay(?:s|ed)?|remain(?:s|ed)?|the same|unchanged|not chang\w*|n['’]t chang\w*|kept)\b/i.test(question);
}
