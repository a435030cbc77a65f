/** States that do not last, each with the words by which its end is told. */
const ENDS: readonly (readonly [claimed: RegExp, over: RegExp, tellsThing?: true])[] = [
  [
    /\b(?:on strike|strik(?:es?|ing)|walkout|stoppage|down tools|blockad\p{L}*|boycott\p{L}*)\b/iu,
    /\b(?:back (?:to|at) work|at work again|work(?:s|ing)? again|returned|(?:strike|walkout|stoppage|quarrel|dispute|blockade|boycott) (?:is|was|has|ended|came to an end)|called off|ended (?:the|their|its) (?:strike|walkout)|after (?:the |an? |\p{L}+[ -])*(?:strike|walkout))\b/iu,
    true,
  ],
  [
    /\b(?:out of (?:order|service|action|use)|broken|grounded|suspended|shut|closed|halted|stopped|idle|interrupted|paused|frozen|off[- ]line|on hold|cannot be used|banned|barred|blocked|stand(?:s|ing)? still|down)\b/i,
    /\b(?:again|resum\p{L}+|reopen\p{L}*|restart\p{L}*|back (?:in|on|at|to|up)|returned|restored|repaired|mended|flew|flown|lifted)\b/iu,
  ],
  [
    /\bbeing (?:\p{L}+ly )?(?:mended|repaired|rebuilt|restored|renovated|built|extended|enlarged|replaced|painted|cleaned|tested|checked|examined|audited|investigated|reviewed|widened|converted|refitted|overhauled|dredged|laid|fitted|installed|moved|counted|studied)\b/iu,
    /\b(?:(?<!\b(?:to|be|not|until) )(?:finished|complete[d]?|done|handed over|mended|repaired|rebuilt|restored|renovated|opened|reopened)|builders have left|(?:was|were|has been|have been|is|are) (?:now )?(?:finished|done|over|ready|open)|ended|closed)\b/i,
  ],
  [
    /\b(?:wait(?:s|ing)? for|await(?:s|ing)|pending|yet to|not yet|still (?:has|have|needs?) to|under (?:review|way|examination)|open case|applied for|is sought|seek(?:s|ing))\b/i,
    /\b(?<!\b(?:to|be|not|until|before) )(?:cleared|approved|granted|given|came through|passed|signed|allowed|received|obtained|issued|decided|ruled|refused|rejected|turned down|withdrawn|withdrew|gave (?:its|their|his|her) (?:consent|approval|blessing))\b/i,
  ],
  [
    /\b(?:on trial|on loan|trial|pilot|test(?:ing|ed)?|experiment\p{L}*|interim|acting|temporar(?:y|ily)|provisional(?:ly)?|for now|for the time being|on probation)\b/iu,
    /\b(?:for good|permanent(?:ly)?|adopted|bought|made regular|regular (?:service|contract)|trial (?:was|is|has|ended)|(?:ended|stopped|broke off|passed) (?:the|its|their) (?:trial|test|pilot)|confirmed (?:as|in|at|her|him|them)|stopgap|successor|(?:the|this|that) (?:trial|pilot|test|experiment)\b[^.;,]{0,40} (?:has become|became|(?:is|was) over|(?:was|has been) (?:ended|stopped|made))|named|appointed|no longer (?:a |on )?(?:trial|pilot|test|interim|acting)|(?:trial|pilot|test) (?:became|turned|gave way))\b/iu,
    true,
  ],
  [
    /\b(?:only|sole(?:ly)?|alone|exclusive(?:ly)?|single|nobody else|no one else|no other|nowhere)\b/i,
    /\b(?:no longer (?:\p{L}+[’']s )?(?:the |an? )?(?:alone|only|sole|exclusive)|(?:a|the|as) (?:second|another|further|new) (?:supplier|source|partner|customer|bidder|buyer|carrier|operator|seller|maker|dealer)|(?:can|may) (?:now|also)|let in)\b/iu,
  ],
  [
    /\b(?:will|plans? to|is to|are to|intends? to|wants? to|means? to|due to|is planned|are planned)\b/i,
    /\b(?:(?:will|is|are) (?:now )?not (?:be |to be |going to )?(?:built|bought|put up|opened|made|come|coming|held|given|added|launched|laid|introduced|happen|get|go ahead)|(?:has |have |had )?(?:also )?(?:buried|dropped|scrapped|abandoned|cancell?ed|shelved|given up|gave up|called off|withdrawn)|came to nothing|off the table|fell through)\b/i,
  ],
  [
    /\bhalf\b/i,
    /\b(?:the (?:second|other|remaining|rest of the) half|the (?:rest|remainder)|in full|all of it)\b/i,
    true,
  ],
];

/**
 * The end of what a claim calls a passing state is told in `text`, in words for such an end: by words that show the thing
 * themselves (“back to work”), or by words that may be told of anything (“again”).
 */
export function endOfState(claim: string, text: string): 'of the thing' | 'of anything' | undefined {
  const found = ENDS.filter(
    ([claimed, over]) => claimed.test(claim) && over.test(text) && !claimed.test(text.replace(over, ' ')),
  );
  return found.some(([, , tellsThing]) => tellsThing) ? 'of the thing' : found.length > 0 ? 'of anything' : undefined;
}

/** What a claim calls a passing state is called one in `text` as well; of a claim without such a word it is true. */
export function tellsState(claim: string, text: string): boolean {
  return ENDS.every(([claimed]) => !claimed.test(claim) || claimed.test(text));
}
