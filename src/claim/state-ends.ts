import { withoutMonth } from '../calendar/may.ts';

type EndBy = 'of the thing' | 'of anything' | 'of its object';
const BY: readonly EndBy[] = ['of the thing', 'of anything', 'of its object'];

/** States that do not last, each with the words by which its end is told. */
const ENDS: readonly (readonly [claimed: RegExp, over: RegExp, by?: EndBy])[] = [
  [
    /\b(?:on strike|strik(?:es?|ing)|walkout|stoppage|down tools|blockad\p{L}*|boycott\p{L}*)\b/iu,
    /\b(?:back (?:to|at) work|at work again|work(?:s|ing)? again|returned|(?:strike|walkout|stoppage|quarrel|dispute|blockade|boycott) (?:is|was|has|ended|came to an end)|called off|ended (?:the|their|its) (?:strike|walkout)|after (?:the |an? |\p{L}+[ -])*(?:strike|walkout))\b/iu,
    'of the thing',
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
    /\b(?:on trial|on loan|trial|pilot|test(?:ing|ed)?|experiment\p{L}*|temporar(?:y|ily)|provisional(?:ly)?|for now|for the time being|on probation)\b/iu,
    /\b(?:for good|permanent(?:ly)?|adopted|bought|made regular|regular (?:service|contract)|(?:ended|stopped|broke off|passed) (?:the|its|their) (?:trial|test|pilot)|no longer (?:a |on )?(?:trial|pilot|test|temporary)|(?:trial|pilot|test) (?:became|turned|gave way))\b/iu,
  ],
  [
    /\b(?:trial|pilot|test|experiment)\b/i,
    /\b(?:the|this|that) (?:trial|pilot|test|experiment)\b[^.;,]{0,40} (?:has become|became|(?:is|was) over|(?:was|has been) (?:ended|stopped|made)|ended)\b/i,
    'of the thing',
  ],
  [
    /\b(?:interim|acting|provisional(?:ly)?|stopgap|caretaker)\b/i,
    /\b(?:for good|permanent(?:ly)?|confirmed (?:as|in|at|her|him|them)|stopgap|successor|(?:was|were|been) (?:named|appointed)|no longer (?:the |an? )?(?:interim|acting))\b/i,
    'of the thing',
  ],
  [
    /\b(?:only|sole(?:ly)?|alone|exclusive(?:ly)?|single|nobody else|no one else|no other|nowhere)\b/i,
    /\b(?:no longer (?:\p{L}+[’']s )?(?:the |an? )?(?:alone|only|sole|exclusive)|(?:a|the|as) (?:second|another|further|new) (?:supplier|source|partner|customer|bidder|buyer|carrier|operator|seller|maker|dealer)|(?:can|may) (?:now|also)|let in|as an? (?:second|further) \p{Ll}+)\b/iu,
  ],
  [
    /\b(?:until|till|from) (?:noon|midnight|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?:\b(?! \p{L}*s\b)))/iu,
    /\b(?:at any hour|at any time of (?:the )?day|around the clock|round the clock|day and night|24 hours a day|all night)\b/i,
  ],
  [
    /\b(?:will|plans? to|is to|are to|intends? to|wants? to|means? to|due to|is planned|are planned)\b/i,
    /\b(?:(?:will|is|are) (?:now )?not (?:be |to be |going to )?(?:built|bought|put up|opened|made|come|coming|held|given|added|launched|laid|introduced|happen|get|go ahead)|(?:has |have |had )?(?:also )?(?:buried|dropped|scrapped|abandoned|cancell?ed|shelved|given up|gave up|called off|withdrawn)|came to nothing|off the table|fell through)\b/i,
    'of its object',
  ],
  [
    /\b(?:free of charge|for free|at no (?:cost|charge)|without charge|pays? nothing|costs? nothing|for nothing)\b/i,
    /\b(?:costs?|pays?|charged?|charges) (?:now |a fee of |a flat |about )?[$€£]?\d/i,
    'of its object',
  ],
  [
    /\bhalf\b/i,
    /\b(?:the (?:second|other|remaining|rest of the) half|the (?:rest|remainder)|in full|all of it)\b/i,
    'of the thing',
  ],
];

/** It has not come about: "will not go back to work", "until it is lifted". */
const NOT_SO =
  /\b(?:not|never|nor|cannot|until|before|unless|refus\w+|will|would|could|might|may|hopes?|wants?|plans?|if|when)\b[^.;,]{0,25}$/i;

/**
 * How the end of what a claim calls a passing state is told in `text`: by words that show the thing themselves (“back to
 * work”), by words that must be told of its object (“will not be built”), or by words that may be told of anything.
 */
export function endOfState(claim: string, text: string): EndBy | undefined {
  const ends = ENDS.flatMap(([claimed, over, by]) => {
    const told = claimed.test(claim) ? over.exec(text) : null;
    if (!told) return [];
    const lead = withoutMonth(text.slice(0, told.index));
    // What somebody may do is so.
    if (NOT_SO.test(/\bmay\b/i.test(claim) ? lead.replace(/\bmay\b/gi, ' ') : lead)) return [];
    return claimed.test(text.replace(over, ' ').replace(AFTERWARDS, ' ')) ? [] : [by ?? 'of anything'];
  });
  return BY.find((by) => ends.includes(by));
}

const AFTERWARDS =
  /\b(?:after|at the end of) (?:the |an? |its |their )?(?:\p{Ll}+ )?(?:trial|pilot|test|strike|walkout|suspension)\b/iu;

/** What a claim calls a passing state is called one in `text` as well; of a claim without such a word it is true. */
export function tellsState(claim: string, text: string): boolean {
  return ENDS.every(([claimed]) => !claimed.test(claim) || claimed.test(text));
}
