import { remembered } from '../remembered.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isOnlyAimedAt, tellsAim } from './aimed-at.ts';
import { goesWithOtherVerb } from './attached.ts';
import { figureFromElsewhere, isDayOfOtherVerb, isFigureOfPart } from './belongs-to-part.ts';
import { isContribution } from './contribution.ts';
import { crossed } from './crossed.ts';
import { isDayOfOtherClause } from './day-of-clause.ts';
import { toldOfDependent } from './dependent.ts';
import { merelyHeld } from './merely-held.ts';
import { isKeyOf, namesIt } from './name-group.ts';
import { isNearlyAll, narrowed, oneOrOther } from './narrowed.ts';
import { isOfOtherClause, isOfOtherSide } from './other-side.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, namedIn, pointsAtSubject } from './reference.ts';
import type { Relation } from './relation.ts';
import type { RolesFit } from './roles-agree.ts';
import { isNobodysWord } from './stance.ts';

/** How often, how fast, how long and how many: what has a word of one of these is borne out by no sentence without one. */
const HOW: readonly (readonly [claimed: RegExp, told: RegExp])[] = [
  [
    /\b(?:twice|thrice|(?:two|three|four|five|several|many) times|repeatedly)\b/i,
    /\b(?:twice|thrice|times|repeatedly|second|third|again)\b/i,
  ],
  [
    /\b(?:again|once more|a second time)\b/i,
    /\b(?:again|once more|second|another|back|re\p{Ll}{3,}|twice|return\p{L}*)\b/iu,
  ],
  [
    /\b(?:at once|right away|straight away|overnight|immediately|instantly|on the spot)\b/i,
    /\b(?:at once|right away|straight away|overnight|immediate(?:ly)?|instant(?:ly)?|on the spot|same day|within (?:hours|minutes)|with immediate)\b/i,
  ],
  [
    /\b(?<!\b(?:of|too) )late(?=[.,]|$)|\bbehind schedule\b/i,
    /\b(?:late|later|behind schedule|delay\w*|overdue|after)\b/i,
  ],
  [
    /\b(?:on time|on schedule|as planned|as scheduled)\b/i,
    /\b(?:on time|on schedule|as (?:planned|scheduled)|punctual\w*)\b/i,
  ],
  [
    /\b(?:permanent(?:ly)?|for good|forever|for ever|indefinitely)\b/i,
    /\b(?:permanent(?:ly)?|for good|forever|for ever|indefinite(?:ly)?|never|ended|scrapped)\b/i,
  ],
  [
    /\b(?:temporar(?:y|ily)|for now|for the time being)\b/i,
    /\b(?:temporar(?:y|ily)|for now|for the time being|until|interim|pause\w*|suspend\w*)\b/i,
  ],
  [
    /\b(?:few(?! (?:days|weeks|months|years))|hardly any|scarcely any|a handful)\b/i,
    /\b(?:few|hardly|scarcely|handful|only|small|little)\b/i,
  ],
  [
    /\b(?:dozens|hundreds|thousands|millions|billions) of\b/i,
    /\d|\b(?:dozens|scores|hundreds?|thousands?|millions?|billions?)\b/i,
  ],
  [
    /\b(?:exactly|precisely)\b/i,
    /^(?!.*\b(?:about|around|roughly|nearly|almost|some|approximately)\b (?:[$€£¥]?\d|\p{Ll}+ (?:dozen|hundred)))/iu,
  ],
  [
    /\bin (?:secret|private|public|protest|person|cash|full|advance|vain)\b/i,
    /\b(?:secret\w*|private\w*|public\w*|protest\w*|person|cash|full\w*|entire\w*|all|advance|upfront|vain|openly|behind closed doors)\b/i,
  ],
  [
    /\b(?:together(?! with)|jointly|combined|in total|between them)\b/i,
    /\b(?:together|jointly|joint|combined|total|between them|both|shared?|co-?\p{L}+)\b/iu,
  ],
  [
    /\bafter (?:\d+|two|three|four|five|six|seven|ten|twelve|several|some) (?:minutes|hours|days|weeks|months|years)\b/i,
    /\b(?:after|later|once|from|following|on|when|then)\b/i,
  ],
  [/\b(?:for free|free of charge|for nothing)\b/i, /\b(?:free|no (?:charge|cost|fee|extra)|nothing|without)\b/i],
  [
    /\b(?:by mistake|by accident|on purpose)\b/i,
    /\b(?:mistake\w*|accident\w*|error|purpose|deliberate\w*|wrong\w*)\b/i,
  ],
];

const WAS_DONE = /^(?:was|were) \p{L}+(?:ed|en|wn|ght|ld|pt|t)\b/u;

const WHETHER = /\bwhether\b/i;
/** On what it depends. */
const IF =
  /(?<!\b(?:even|as|what|only|ask|asked|asks|see|know|unclear|of) )\b(?:if|unless|provided that|on condition that|once (?:it|they|he|she|the)|as soon as)\b/i;

/** What a claim says beyond its words for things and names, and a statement does not tell: how it was done, and that it was done at all. */
export function unborneBy(
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  roles: RolesFit | undefined,
  knowledge: Knowledge,
): string[] {
  const { how } = saidBeyond(part);
  const found = how.flatMap(({ word, told }) => (told.test(view.text) ? [] : [word]));
  if (part.amounts.some((amount) => movesOtherwise(amount, part.text, view))) found.push('by or to how much');
  found.push(...unread(part, view));
  found.push(...halfTold(part, view), ...untoldManner(part, view), ...thingsDenied(part, view));
  if (relation?.byVerb)
    found.push(
      ...toldOfDependent(part, view, relation),
      ...narrowed(part, view, relation),
      ...merelyHeld(part, view, relation),
      ...goesWithOtherVerb(part, view, relation),
    );
  if (part.amounts.some((amount) => isOtherMeasure(amount, part.text, view))) found.push('which measure');
  if (isDayOfOtherClause(part, view, relation) || isDayOfOtherVerb(part, view)) found.push('when');
  found.push(...figureFromElsewhere(part, view));
  if (relation?.byVerb && isFigureOfPart(part, view, relation)) found.push('of which part');
  if (isNearlyAll(part, view)) found.push('wholly');
  if (isContribution(part, view)) found.push('what it costs');
  if (isNobodysWord(part, view)) found.push('who says so');
  if (isOfOtherSide(part, view)) found.push('whose figure');
  if (isOfOtherClause(part, view)) found.push('of whom');
  if (isOtherSpeaker(part, view)) found.push('who says so');
  found.push(...crossed(part, view), ...otherReason(part, view), ...oneOrOther(part, view));
  if (relation?.byVerb && !hedges(part)) {
    const lead = view.text.slice(0, relation.verbStart);
    if (isOnlyAimedAt(part, lead, relation, view)) found.push('that it was done');
    // What was done does not depend on what may be.
    if (!((part.past || part.happened) && WAS_DONE.test(relation.verb)) && dependsOn(relation, view)) found.push('if');
  }
  if (roles === 'unsure' && relation?.byVerb && isOfOthersPronoun(part, view, relation, knowledge))
    found.push('by whom');
  if (!hedges(part) && isOpenWhether(part, view, relation)) found.push('whether');
  return found;
}

/** What of a claim is looked for in every statement that it is held against. */
const saidBeyond = remembered(({ text, needs, negated }: ClaimPart) => ({
  how: HOW.flatMap(([claimed, told]) => {
    const word = claimed.exec(text)?.[0];
    return word === undefined ? [] : [{ word, told }];
  }),
  manner: needs.filter(({ name, word }) => !name && MANNER.test(word)),
  denies: negated || NONE.test(text),
  partly: PARTLY_SAID.test(text),
}));

/** "20 metres high" against "20 metres wide". */
function isOtherMeasure({ span }: Amount, claim: string, { amounts, text }: StatementView): boolean {
  const claimed = MEASURE_BEHIND.exec(claim.slice(span[1]))?.[1];
  if (claimed === undefined) return false;
  const told = amounts.flatMap((other) =>
    text.slice(...other.span) === claim.slice(...span) ? [MEASURE_BEHIND.exec(text.slice(other.span[1]))?.[1]] : [],
  );
  return told.length > 0 && told.every((word) => word !== undefined && word !== claimed);
}

const MEASURE_BEHIND =
  /^ (high|tall|wide|long|deep|old|thick|heavy|away|apart|ahead|behind|late|early|above|below|north|south|east|west)\b/;

/** "The regulator says" against "the union says": of whom the claim says it, the statement knows nothing. */
function isOtherSpeaker(part: ClaimPart, view: StatementView): boolean {
  const speakers = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, part.sayer));
  return (
    speakers.length > 0 &&
    speakers.every((need) => !need.name && placesOfNeed(need, view).length === 0) &&
    NOUN_SPEAKS.test(view.text)
  );
}

const NOUN_SPEAKS =
  /\b(?:the|an?|its|their) (?:\p{Ll}+ ){1,3}(?:says?|said|thinks?|believes?|argues?|claims?|warns?|told|expects?)\b/iu;

/** "Rose to 40 million" against "rose by 40 million". */
function movesOtherwise(amount: Amount, claim: string, { amounts, text }: StatementView): boolean {
  const claimed = STEP.exec(claim.slice(0, amount.span[0]))?.[1]?.toLowerCase();
  if (claimed === undefined) return false;
  const told = amounts.flatMap((other) =>
    sameAmount(other, amount) ? [STEP.exec(text.slice(0, other.span[0]))?.[1]?.toLowerCase()] : [],
  );
  return told.length > 0 && told.every((step) => step !== undefined && step !== claimed);
}

const STEP =
  /\b(?:r[io]se[sn]?|rising|grew|grows?|grown|f[ae]lls?|fallen|dropp?\p{L}*|climb\p{L}*|cut\p{L}*|rais\p{L}+|lower\p{L}*|increas\p{L}+|decreas\p{L}+|jump\p{L}*|reduc\p{L}+|gain\p{L}*|slip\p{L}*|sank|went (?:up|down))\b[^,;:.]{0,40}? (by|to) (?:about |around |some |nearly |almost )?[$€£¥]?$/iu;

/** "Decided unanimously": in which manner is said by no sentence that has no word of it. */
function untoldManner(part: ClaimPart, view: StatementView): string[] {
  return saidBeyond(part).manner.flatMap((need) => (placesOfNeed(need, view).length === 0 ? [need.word] : []));
}

/** Adverbs of manner; those of time and degree, and what merely ends like one, are none. */
const MANNER =
  /^(?!(?:daily|weekly|monthly|yearly|quarterly|hourly|early|likely|unlikely|family|supply|reply|monopoly|assembly|anomaly|jelly|nearly|mainly|mostly|largely|currently|recently|formerly|previously|originally|initially|newly|really|actually|finally|eventually|roughly|approximately|reportedly|apparently|additionally|especially|particularly|simply)$)\p{L}{4,}ly$/iu;

/** "Is take-or-pay": of a word that is made of others around a small one nothing is told by these. */
function unread({ text }: ClaimPart, view: StatementView): string[] {
  const plain = (one: string) => one.toLowerCase().replaceAll('-', ' ');
  return [...text.matchAll(COMPOUND)].flatMap(([word]) => (plain(view.text).includes(plain(word)) ? [] : [word]));
}

const COMPOUND = /(?<![\p{L}-])\p{Ll}{2,}-(?:or|and|to|in|of|the|per|by|on|as|for|at|you|it)-\p{Ll}{2,}(?![\p{L}])/gu;

/** "Has no quay of its own": whoever is said to have none has none that could be claimed. */
function thingsDenied(part: ClaimPart, view: StatementView): string[] {
  if (saidBeyond(part).denies || !saysNo(view)) return [];
  return part.needs.flatMap((need) => {
    const places = need.name ? [] : placesOfNeed(need, view);
    const none = places.every((at) => NONE_BEFORE.test(view.text.slice(0, view.tokens[at]?.start ?? 0)));
    return places.length > 0 && none ? [`no ${need.word}`] : [];
  });
}

const saysNo = remembered(({ text }: StatementView) => / not? /i.test(text));
const NONE = /\b(?:no|not|none|nothing|without|lack\p{L}*|never|nobody)\b|n['’]t\b/iu;
const NONE_BEFORE =
  /\b(?:ha(?:s|ve|d)|with|own(?:s|ed)?|there (?:is|are|was|were)) no (?!(?:longer|more|fewer|less|doubt|only)\b)(?:\p{Ll}+ )?$|(?:,| and| but) not (?:(?:at|by|for|from|in|of|on|to|with) )?(?:the |an? |its |their )?(?:\p{Ll}+ )?$/iu;

/** "Is half finished": of what the claim says in full, the statement says a part. */
function halfTold(part: ClaimPart, view: StatementView): string[] {
  if (saidBeyond(part).partly || !saysPartly(view)) return [];
  return part.needs.flatMap((need) => {
    const places = need.name ? [] : placesOfNeed(need, view);
    const only = places.every((at) => PARTLY.test(view.text.slice(0, view.tokens[at]?.start ?? 0)));
    return places.length > 0 && only ? ['wholly'] : [];
  });
}

const PARTLY =
  /\b(?:half|nearly|almost|partly|partially|not fully|not quite|allegedly|supposedly|so-called|deputy|vice|assistant|acting|interim|honorary|second|third|fourth|fifth|next|one of the|among the)[ -]$/i;
const saysPartly = remembered(({ text }: StatementView) =>
  /half|nearly|almost|part(?:l|ial)y|not (?:fully|quite)|allegedly|supposedly|so-called|deputy|vice|assistant|acting|interim|honorary|second|third|fourth|fifth|next|one of|among/i.test(
    text,
  ),
);
const PARTLY_SAID =
  /\b(?:half|nearly|almost|partly|partial\w*|part|some|quite|fully|allegedly|supposedly|so-called|deputy|vice|assistant|acting|interim|honorary|second|third|fourth|fifth|next|one|among)\b/i;

/** "Rose because the tax went up": of a reason no word may be unsaid. */
function otherReason(part: ClaimPart, view: StatementView): string[] {
  const at = BECAUSE.exec(part.text)?.index;
  if (at === undefined) return [];
  return part.needs.flatMap((need, i) =>
    (part.places[i] ?? 0) > at && placesOfNeed(need, view).length === 0 ? ['because'] : [],
  );
}

const BECAUSE = /\b(?:because|due to|owing to|thanks to|as a result of|on account of|caused by)\b/i;

const hedges = remembered(({ text }: ClaimPart) => tellsAim(text) || WHETHER.test(text) || IF.test(text));

/** "Would repay it if the quay closed". */
function dependsOn({ verbStart, start }: Relation, { text }: StatementView): boolean {
  const rest = /^[^;:]*/.exec(text.slice(verbStart))?.[0] ?? '';
  const condition = IF.exec(rest);
  if (condition)
    return !/(?:,| and| but) (?:and|but|while|which|who|whose|where)\b/.test(rest.slice(0, condition.index));
  // "May sell it if the repair costs more": what the condition itself tells has not come about.
  if (IN_CONDITION.test(text.slice(0, verbStart)) && !AS_PLANNED.test(text.slice(verbStart))) return true;
  const lead = text.slice(0, Math.max(start, verbStart));
  return /^(?:If|Unless|Provided|Providing|Assuming|Should|Subject to|In the event|In case)\b[^;.]*$/.test(lead);
}

/** "If it opens in May, as it plans". */
const AS_PLANNED = /^[^;:.]*,? as (?:it|they|he|she|is|was|planned|promised|announced|expected|agreed)\b/;
const IN_CONDITION =
  /(?<!\b(?:even|as|what|only|ask|asked|asks|see|know|unclear|wonder|whether) )\b(?:if|unless|provided that|on condition that)\b (?:(?!\b(?:then|and|but)\b)[^,;:.])*$/;

/** "Birch was named the lead. It gets the plates": the pronoun stands for somebody whom the claim does not name. */
function isOfOthersPronoun(part: ClaimPart, view: StatementView, { roles }: Relation, knowledge: Knowledge): boolean {
  // "The group said it would": whom that noun stands for, the sentences before say, and not their last name.
  if (NOUN_SAYS.test(view.text.slice(0, roles.agent?.start))) return false;
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  const subject =
    agents.length > 0 && pointsAtSubject(roles.agent, view) ? namedIn(roles.agent, view, knowledge) : undefined;
  return (
    subject !== undefined &&
    subject.keys.length > 0 &&
    !part.names.some((group) => isKeyOf(group, part.needs, subject.keys)) &&
    !agents.some((group) => namesIt(group, part.needs, view))
  );
}

const NOUN_SAYS =
  /^\W*The (?:\p{Ll}+ ){1,3}?(?:(?:also|then|later) )?(?:said|says|added|announced|confirmed|promised)\b(?! \p{Lu})/u;

/** "Looked into whether the yard had dumped oil": that it had is not told. */
function isOpenWhether(part: ClaimPart, view: StatementView, relation: Relation | undefined): boolean {
  const at = WHETHER.exec(view.text)?.index;
  if (at === undefined) return false;
  if (relation?.byVerb && relation.verbStart > at) return true;
  return part.needs.some((need) => {
    const places = need.name ? [] : placesOfNeed(need, view);
    return places.length > 0 && places.every((place) => (view.tokens[place]?.start ?? 0) > at);
  });
}
