/** A word or two by which a sentence says that something ceased, changed or took another's place. */
export interface TurnCue {
  readonly sort: 'ended' | 'amended' | 'revalued' | 'succeeded';
  /** Offsets of the cue in the quote. */
  readonly start: number;
  readonly end: number;
}

const ENDED =
  /\b(?:end(?:s|ed|ing)(?! of)|no longer|gave up|giv(?:e|es|en|ing) up|scrap(?:s|ped|ping)?|cancel(?:s|led|ling|ed|ing)?|terminat(?:e|es|ed|ing)|drop(?:s|ped|ping)|lift(?:s|ed|ing)(?! (?:its|the|their|his|her|this|that|annual|full-year|\w+['’]s) (?:\w+ )?(?:outlook|forecast|guidance|target|stake|price|rating|estimate|offer|bid|dividend|profit|sales|revenue|spending|fee|fare|output|production|capacity|wage|pay|salar))|abandon(?:s|ed|ing)?|withdraw(?:s|n|ing)?|withdrew|revok(?:es?|ed|ing)|repeal(?:s|ed|ing)?|expired|lapsed|call(?:s|ed|ing) (?:[\w'’]+ ){0,3}off|shelv(?:es?|ed|ing)|abolish(?:es|ed|ing)?|discontinu(?:es?|ed|ing)|ceas(?:es?|ed|ing)|overturn(?:s|ed|ing)?|revers(?:es?|ed|ing)|waiv(?:es?|ed|ing)|los(?:es?|t|ing)|stripped|broke off|dissolv(?:es?|ed|ing)|clos(?:es|ed) down|not? (?:more|longer)(?! than)|is over|are over|was over|stopp?(?:s|ed|ing)(?! short)|struck down|quash(?:es|ed)?|rescind(?:s|ed)?|opened up|tore up|torn up|walk(?:s|ed) away from|pull(?:s|ed) out of|d(?:id|oes|oing) away with|put(?:s|ting)? an end to|phas(?:es|ed) out|axe[sd]|ditch(?:es|ed))\b/giu;
const AMENDED =
  /\b(?:rewr(?:ites?|ote|itten|iting)|amend(?:s|ed|ing)?|renegotiat(?:es?|ed|ing)|revis(?:es?|ed|ing)|replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|chang(?:es?|ed|ing) the terms|instead of|new (?:deal|agreement|contract|terms|arrangement|licen[cs]e)|overhaul(?:s|ed|ing)?|restructur(?:es?|ed|ing)|switch(?:es|ed|ing)? (?:to|from))\b/giu;
const REVALUED =
  /\b(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)(?= (?:its|the|their|his|her|annual|full-year) (?:\w+ )?(?:outlook|forecast|guidance|target|stake|price|rating|estimate|offer|bid|dividend|spending|fee|fare|output|production|capacity|wage|pay))|increas(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:es?|ed|ing)|doubl(?:es?|ed|ing)|halv(?:es?|ed|ing)|postpon(?:es?|ed|ing)|delay(?:s|ed|ing)?|push(?:es|ed|ing)? back|put (?:(?:the|its|their|that|this) (?:\w+ ){1,4}?)?(?:back|off)|hold(?:s|ing)? off|pushed (?:to|into)|mov(?:es?|ed|ing) (?:back|to|from|up)|mov(?:es?|ed|ing) (?=(?:[\w'’-]+ ){1,10}?(?:from|to) (?:the (?:end|start|middle) of )?(?:early |mid-|late )?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\b)|brought forward|extend(?:s|ed|ing)?|slipp?(?:s|ed|ing)?|r(?:ises?|ose|isen)|f(?:alls?|ell|allen)|up from|down from|resched(?:ules?|uled)|correct(?:s|ed)|updat(?:es?|ed)|widen(?:s|ed)?|shorten(?:s|ed)?|went up|went down|(?:comes?|came|goes) (?:up|down) to|(?:less|more|fewer|earlier|later|longer|shorter) than (?:\w+ (?:was|were|had been) )?(?:promised|planned|agreed|expected|announced|told|thought|before)|(?:below|above|against|instead of|rather than|in place of|compared with|not)(?= (?:the |its |about |some )?[$€£]?\d)|drop(?:s|ped|ping)? (?:to|from)|climb(?:s|ed)|shr(?:inks|ank|unk)|now (?:costs?|stands?|expects?|expected|due|planned|put|puts|priced|set))\b/giu;
const SUCCEEDED =
  /\b(?:appoint(?:s|ed|ing)?|succeed(?:s|ed|ing)?|took over|takes over|taken over|taking over|step(?:s|ped|ping)? down|resign(?:s|ed|ing)?|nam(?:es?|ed) (?:as )?(?!(?:the (?:date|day|price|sum|term|place)|an? (?:date|day|price|sum)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|\d|[$€£]))|replac(?:es?|ed|ing)|hand(?:s|ed)? over|hand(?:s|ed) (?:\w+ ){1,5}to(?= \p{Lu})|moves? up to|left (?:the|his|her|as)(?! (?:\w+ ){1,3}(?:with|without|short|exposed|open|idle|standing|empty|waiting)\b)|(?:will|is to|to) leave(?! \p{L}+(?:ed|ing)\b)|leaves (?:at|on|in|after|the (?:company|firm|group|post|job|board))|departed|promoted|bec(?:ame|omes)|dismiss(?:es|ed)?|fired|ousted|retir(?:es?|ed|ing))\b/giu;

const SORTS: readonly (readonly [TurnCue['sort'], RegExp])[] = [
  ['ended', ENDED],
  ['amended', AMENDED],
  ['revalued', REVALUED],
  ['succeeded', SUCCEEDED],
];

/** "Amended rather than torn up": what did not happen ends nothing. */
const INSTEAD = /\b(?:rather than|instead of|short of|without) (?:be(?:ing)? )?$/i;

/** "The firm's lost income": what has been lost is counted, and nothing is told to end. */
const OWNED = /(?:[’']s?|\b(?:the|its|their|his|her|an?)) $/i;

/** The turns that a sentence tells of, in order of place. */
export function turnsOf(text: string): TurnCue[] {
  const cues: TurnCue[] = [];
  for (const [sort, pattern] of SORTS) {
    for (const match of text.matchAll(pattern)) {
      const lead = text.slice(0, match.index);
      if (sort === 'ended' && (INSTEAD.test(lead) || (/^lost$/i.test(match[0]) && OWNED.test(lead)))) continue;
      cues.push({ sort, start: match.index, end: match.index + match[0].length });
    }
  }
  return cues.sort((a, b) => a.start - b.start);
}

const PAST_STATE = () =>
  /\b(?:used to|until (?:now|(?<!\b(?:will|is|are|has|have)\b.*)then|recently|last (?:week|month|year|spring|summer|autumn|winter))|the old(?! (?:\p{Ll}+ )?(?:towns?|halls?|ports?|harbours?|mills?|buildings?|quarters?|houses?|bridges?|stations?|churche?s?|cit(?:y|ies)|roads?|yards?|docks?|piers?|quays?|schools?|theatres?|markets?|works|factor(?:y|ies)|towers?|librar(?:y|ies)|hospitals?|brewer(?:y|ies)|barns?|chapels?|cinemas?|lighthouses?)\b)|previously|formerly|once (?:had|was|were)|for a long time|at the time|had long|in the past|originally|initially|the (?:first|earlier|prior|original|initial) (?:phase|deal|contract|arrangement|agreement|licen[cs]e|plan|price|terms?|version)|before (?:that|then|(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b[^.]* (?:was|were|had)|the (?:change|new|amendment))|(?<!\b(?:task|aim|goal|job|idea|point|purpose|priority|intention|challenge|hope|mission|role|duty|answer|plan) )(?:was|were) (?:\w+ly )?to (?!be found)[a-z]+\b|(?:was|were) going to|(?:was|were) (?:\w+ )?(?:due (?:to|in|on)|expected|scheduled|planned|meant)|had (?:\w+ )?(?:expected|planned|hoped))\b/iu;
/** "Until this summer it had the quay all week", "until May the pass cost 30 crowns": told in the past tense, of before a day. */
const UNTIL_THEN = () =>
  /\buntil (?:this (?:week|month|year|spring|summer|autumn|winter)|(?:the )?(?:(?:very )?(?:start|end|middle|beginning) of )?(?:early |mid-|late )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}\b)?(?:,? \d{4})?|(?:19|20)\d\d)),? (?!(?:[^.;,]* )?(?:will|would|is|are|has|have|may|can|must|shall|should|remains?|stays?|keeps?)\b)[^.;,]*?\b(?:was|were|had|did|could|\p{Ll}{2,}ed|cost|paid|ran|sold|held|went|stood|kept|took|made|came|gave|got|lay|led|sat|sang|bought|built|flew|drove|taught|wrote|met)\b/iu;
const HYPOTHETICAL = /\b(?:if|could|might|would (?:likely|probably)|whether|unless|suppose|assum\w+)\b/i;

/** The sentence tells of a state that it itself calls past. */
export function tellsPastState(text: string): boolean {
  return PAST_STATE().test(text) || UNTIL_THEN().test(text);
}

/** It tells of what would be, and not of what is. */
export function isHypothetical(text: string): boolean {
  return HYPOTHETICAL.test(text);
}
