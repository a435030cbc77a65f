/** How a sentence asserts what it says: closed classes of English words. */
import { withoutMonth } from '../calendar/may.ts';

export type Certainty = 'done' | 'planned' | 'possible' | 'talks' | 'open';

const NEGATED =
  /\b(?:not|no longer|never|none|nothing|nobody|neither|nor|no(?! \d)(?= \p{L})|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t|wouldn['’]t|can['’]t|couldn['’]t|refus(?:e|es|ed|ing)|den(?:y|ies|ied)|declin\w+ to|fail(?:s|ed)? to|vot(?:e|es|ed|ing) (?:no|against)|rul(?:es|ed) out|ceas(?:es?|ed|ing) to|stopp(?:ed|ing) being|stopp\w+ short of|(?:has|have|had|is|are) yet to|less and less|ever less|decreasingly)\b/iu;
const EXCLUSIVE =
  /\b(?:exclusiv\w+|only|sole|solely|(?:itself|himself|herself|themselves) alone|nobody else|no one else|no other|monopol\w+|(?:no|none|any) (?:\w+ ){0,3}(?:but|except|other than|besides))\b/iu;
/** What only one has. */
const SOLE_RIGHT = '(?:exclusiv\\w+|monopol\\w+|(?:sole|only)[ -]\\w+)';
const CEASES =
  '(?:end(?:s|ed|ing)?|g(?:ave|ives?|iven|iving) up|los(?:es?|t|ing)|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|lift(?:s|ed|ing)?|waiv\\w+|abandon\\w*|revok\\w+|terminat\\w+|ceas\\w+|laps\\w+|expir\\w+|surrender\\w*|(?:trad|sign|bargain)\\w* away|relinquish\\w*|br(?:eaks?|oke|oken)|f(?:alls?|ell|allen)|is over|gone)';
const NOT_EXCLUSIVE = new RegExp(
  '\\b(?:non-?\\s?exclusiv\\w+|not (?:be )?exclusiv\\w+|no longer (?:be )?exclusiv\\w+|less exclusive|not only|not just|' +
    `${CEASES} (?:(?:the|its|their|his|her) (?:position|status|role|place) as )?(?:(?:the|its|their|his|her|all|any|\\w+(?:['’]s)?) ){0,2}${SOLE_RIGHT}|${SOLE_RIGHT} (?:(?:has|have|had|was|is|then|now) ){0,2}${CEASES}|` +
    'any (?:provider|vendor|operator|company|licensed|other|bidder|partner|supplier)|across any|with (?:anybody|anyone|whomever|whoever)|open to (?:all|every|any|other)|multiple|several)\\b',
  'i',
);
const TALKS = /\b(?:in talks|negotiat(?:e|es|ed|ing)|considering|weighing|exploring|discussing|mulling|looking at)\b/i;
const POSSIBLE = /\b(?:could|may(?! not\b)|might|possibly|perhaps|likel(?:y|ier|iest)|potentially)\b/i;
const PLANNED =
  /\b(?:will|would|plans?|planned|planning|intends?|intended|aims?|expects?|expected|set to|(?:is|are|was|were) due to|scheduled|proposes?|proposed|promis\w+|hopes?|going to|to be|is to|are to|pledg\w+)\b/i;
const DONE =
  /\b(?:has|have|had|was|were|did|already|\p{L}{2,}ed|bought|sold|began|paid|took|gave|kept|lost|won|left|made|rose|fell|cut|built|led|sent|spent|put|went|came|became|wrote|rewrote|chose|held)\b/iu;

/** "no company but X", "cannot ... any cloud but X": one alone, and no negation. */
const NONE_BUT =
  /\b(?:no|none|(?:not|cannot|can['’]t|never)\b[^.]{0,40}\bany) (?:\w+ ){0,3}(?:but|except|other than|besides)\b/gi;
/** "have to", "must": nothing that is only possible bears it out. */
const OBLIGED =
  /\b(?:(?:have|has|had) until\b|(?:have|has|had|need|needs|needed) to|must|required|obliged|forced|mandatory)\b/i;
const RATE = /^(?: \p{L}+| of \p{Ll}+(?: \p{Ll}+)?)?,? (?:a|per|each|every) (year|month|week|day|quarter|hour)\b/iu;

/** It says that something must be done. */
export function isObliged(text: string): boolean {
  return OBLIGED.test(text);
}

/** The stretch of time for which an amount is told: "year" in "6 percent a year"; undefined where none follows it. */
export function rateAfter(text: string, end: number): string | undefined {
  return RATE.exec(text.slice(end))?.[1]?.toLowerCase();
}

/** "No more than 70 percent" bounds a figure and denies nothing. */
const AT_MOST = /\bno (?:more|less|fewer|later|earlier|sooner|higher|lower) than\b/gi;

/** It says that something is not so. */
export function isNegated(text: string): boolean {
  return NEGATED.test(text.replace(NONE_BUT, '').replace(AT_MOST, ''));
}

/** "Only since 2015", "only from May on": that it is late makes it nobody's alone. */
const ONLY_SINCE =
  /\bonly (since|after|until|(?:from|in|on|by)(?= (?:January|February|March|April|May|June|July|August|September|October|November|December|\d|next|last|this)))\b/gi;

/** "Only 14 percent", "only a third": little, and nobody's alone. */
const ONLY_SO_MUCH =
  /(?<!\bthe )\bonly (?=(?:about |around |some )?(?:[$€£¥]\d|(?:[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?:%|per ?cent\b|million\b|billion\b|(?:second|minute|hour|day|week|month|year)s?\b)|half\b|an? (?:third|quarter|fifth|tenth|half)\b))/gi;

const SOMEWHERE_NONE_BUT = new RegExp(NONE_BUT.source, 'i');

/** It says that something is one side's alone. */
export function isExclusive(text: string): boolean {
  if (SOMEWHERE_NONE_BUT.test(text)) return true;
  const bare = text.replace(ONLY_SINCE, '$1').replace(ONLY_SO_MUCH, '');
  // "for X alone": only after a name does the word say that it is nobody else's.
  return (EXCLUSIVE.test(bare) || /\b\p{Lu}\w+ alone\b/u.test(bare)) && !NOT_EXCLUSIVE.test(bare);
}

/** It says that something is shared, open or no longer exclusive. */
export function deniesExclusive(text: string): boolean {
  return NOT_EXCLUSIVE.test(text);
}

/** How sure a text makes what it tells; `open` where it does not say. */
export function certaintyOf(text: string): Certainty {
  if (TALKS.test(text)) return 'talks';
  if (PLANNED.test(text)) return 'planned';
  if (POSSIBLE.test(withoutMonth(text))) return 'possible';
  return DONE.test(text) ? 'done' : 'open';
}

/** "The analysis says that ...", "..., according to the report": who says it is not what is claimed. */
const FRAMED_BEFORE =
  /^(?:according to (?:the |an? )?[\w ]{3,30}, |(?:the|an?|one) (?:[\w-]+ )?(?:analysis|commentary|report|article|authors?|digest|document|paper|sources?|post|writers?|column|note|explainer|analysts?) (?:says?|said|thinks?|expects?|holds?|sees?|states?|claims?|argues?|notes?|believes?|finds?|warns?|suggests?|names|describes?|wants?|advises?|recommends?)(?: that)? )/i;
/** Where it was agreed says little of what was: "under the amended licence". */
const UNDER_TERMS =
  /(?:^|,? \b)(?:under|in|as part of|with|through) (?:the|its|their) (?:new|amended|revised|updated|renegotiated|rewritten|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?) (?:deal|agreement|contract|licen[cs]e|terms|pact|arrangement|partnership)\b,?(?: (?=\p{L})|(?=[ .]|$))/iu;
const FRAMED_AFTER =
  /,? (?:(?:says?|said|according to|thinks?|as per|notes?) (?:the|an?) (?:[\w-]+ )?(?:analysis|commentary|report|article|authors?|digest|document|paper|sources?|post|column|note|analysts?))\.?$/i;

/** "Is the property of" is "belongs to". */
const PROPERTY_OF = /\b(is|are) (?:the )?property of\b/i;
/** The people of a house stand for it: "analysts at Alder". */
const SPEAKERS_OF =
  /^(?:the )?(?:analysts|officials|researchers|executives|experts|managers|representatives|staff|employees) (?:at|of|from|with) (?:the )?(?=\p{Lu})/iu;

/** "According to Ada Holm, the quay is shut": she says so. */
const NAMED_SOURCE = "(?<who>\\p{Lu}[\\p{L}\\d.’'-]*(?: (?:of (?:the )?)?\\p{Lu}[\\p{L}\\d.’'-]*){0,4})";
const SOURCE_BEFORE = new RegExp(`^According to ${NAMED_SOURCE}, (?<told>.+)$`, 'su');
const SOURCE_AFTER = new RegExp(`^(?<told>.+), (?:according to|said) ${NAMED_SOURCE}\\.?$`, 'su');

/** Who serves as something is it, and so is who chairs or heads a house. */
const POSTS: readonly (readonly [told: RegExp, is: string])[] = [
  [/\b(?:serves|works|acts) as (?=\p{L})/u, 'is '],
  [/\b(?:took|takes) over as (?=\p{L})/u, 'became '],
  [/\b(?:chairs|is chairing) (?=(?:the |its )?\p{Lu})/u, 'is the chair of '],
  [/\bheads (?=(?:the |its )?\p{Lu})/u, 'is the head of '],
];

const UNDERGOING: Readonly<Record<string, string>> = {
  'pressure to': 'is pressured to',
  investigation: 'is being investigated',
  review: 'is being reviewed',
  scrutiny: 'is being scrutinised',
  threat: 'is being threatened',
  construction: 'is being built',
  repair: 'is being repaired',
  development: 'is being developed',
  consideration: 'is being considered',
};
/** Who is under pressure to move is pressured to move, and what is under construction is being built. */
const UNDER = new RegExp(
  `\\b(is|are|was|were|came|comes?) under (?:(?:growing|heavy|strong|new) )?(${Object.keys(UNDERGOING).join('|')})\\b`,
  'gi',
);
/** The partners of a venture have a part in it. */
const PARTNERS_IN =
  /\b(is|are|was|were) (?:an? |the )?(?:(?:main|other|founding|outside) )?partners? in (?=the |\p{Lu})/u;
const PARTNERS_ARE = /^(?<thing>.+?)[’']s? partners include (?<whom>[^.]+?)(?<end>\.?)$/u;
/** What is made public is announced. */
const MADE_PUBLIC = /\bm(?:ake|akes|ade|aking) ((?:its|their|the|his|her) [\p{L} -]{3,40}?) public\b/u;

/** "Isn't", "won't": written out, as words are compared whole. */
function writtenOut(claim: string): string {
  return claim
    .replace(/\bcan['’]t\b/g, 'cannot')
    .replace(/\bwon['’]t\b/g, 'will not')
    .replace(/(?<=\b(?:is|are|was|were|has|have|had|do|does|did|would|could|should|must|need))n['’]t\b/g, ' not')
    .replace(/(?<=\b(?:there|it|he|she|that))['’]s(?= (?:a|an|the|not|no|\p{L}+ing)\b)/giu, ' is');
}

/**
 * A claim without the words that say whose it is or where it was agreed, and with some turns of phrase as a statement
 * would put them.
 */
export function withoutFrame(claim: string): string {
  const { who, told } = (SOURCE_BEFORE.exec(claim) ?? SOURCE_AFTER.exec(claim))?.groups ?? {};
  let bare = writtenOut(who && told ? `${who} said that ${told}` : claim);
  for (const [post, is] of POSTS) bare = bare.replace(post, is);
  bare = bare
    .replace(UNDER, (_, be: string, noun: string) => {
      const done = UNDERGOING[noun.toLowerCase()] ?? '';
      return /^(?:are|were|come)$/i.test(be) ? done.replace(/^is/, 'are') : done;
    })
    .replace(PARTNERS_IN, '$1 participating in ')
    .replace(PARTNERS_ARE, '$<whom> are participating in $<thing>$<end>')
    .replace(MADE_PUBLIC, 'announced $1')
    .replace(FRAMED_BEFORE, '')
    .replace(FRAMED_AFTER, '.')
    .replace(UNDER_TERMS, ' ')
    .trim()
    .replace(/ +(?=[.]|$)/, '')
    .replace(/ {2,}/g, ' ');
  bare = bare
    .replace(SPEAKERS_OF, '')
    .replace(PROPERTY_OF, (_, many: string) => (many === 'are' ? 'belong to' : 'belongs to'));
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** It says of a state that it is over: "no longer", "ceased". */
export function tellsEnd(text: string): boolean {
  return /\b(?:(?:won['’]t|not) [^.;]{3,40}\b(?:as planned|after all)|no longer|not? any ?(?:more|longer)|ceased|stopped(?! short)|ended|ending|gave up|can now|may now|now (?:any|every)|letting|open to|instead of [^.;]{3,40}\b(?:alone|exclusiv\w+|sole(?:ly)?))\b/i.test(
    text,
  );
}
