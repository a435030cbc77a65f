import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { predicatesOf } from './reference.ts';
import type { Relation } from './relation.ts';

/** Wanted, asked for, offered or talked about: what follows these may never have come about. */
const NOT_YET_DONE =
  /\b(?:ask\p{L}*|request\p{L}*|urg(?:es?|ed|ing)|want\p{L}*|wish\p{L}*|offer\p{L}*|propos\p{L}+|invit\p{L}+|call(?:s|ed|ing)? (?:on|for)|press(?:es|ed|ing)|advis\p{L}+|recommend\p{L}*|demand\p{L}*|beg(?:s|ged|ging)?|seek\p{L}*|sought|tr(?:y|ies|ied|ying)|attempt\p{L}*|threaten\p{L}*|appl(?:y|ies|ied|ication)|sue[sd]?|lobb\p{L}+|appeal\p{L}*|refus\p{L}+|declin\p{L}+|option|right|chance|permission|powers?|bid|free|allowed|permitted|able|likely|ready|eager|reluctant|unwilling)\b/iu;
const NOT_YET_TO = new RegExp(`${NOT_YET_DONE.source}(?: [\\p{L}’'-]+){0,6} to $`, 'iu');
/** "Will vote on banning lorries". */
const NOT_YET_ING =
  /\b(?:vot\p{L}+(?: [\p{L}\d]+){0,3} on|talk(?:s|ed|ing)? (?:about|of|on)|debat\p{L}+|discuss\p{L}*|think\p{L}* (?:of|about)|accus\p{L}+ [^,;.]{0,40}\bof|suspect\p{L}* [^,;.]{0,40}\bof|charged with|consider\p{L}*|suggest\p{L}*|propos\p{L}+|recommend\p{L}*|avoid\p{L}*|against|instead of|without|from|plans? for|den(?:y|ies|ied)|rul\p{L}+ out) $/iu;
/** What does come about with these: "began to sell", "was forced to close". */
const CAME_ABOUT =
  /\b(?:manag\p{L}+|help\p{L}*|beg[aiu]n\p{L}*|start\p{L}*|continu\p{L}+|went on|c[ao]me|prov\p{L}+|happen\p{L}*|had|used|forced|led|caus\p{L}+|got|proceed\p{L}*|enough|able|chose|choos\p{L}+|decision|move)(?: (?:the |its |their )?[\p{L}\d’'-]+){0,3}(?: to (?:be )?\p{L}*)?$/iu;
/** A state that is only under way. */
const NOT_YET_SO =
  /\b(?:talks|negotiat\p{L}+|plans?|planning|hop(?:es?|ed|ing)|about|intends?|intending|aims?|considering|prepar\p{L}+)(?: [\p{L}’'-]+){0,3} to $/iu;
/** "Paused its plan to build a plant". */
const CALLED_OFF =
  /\b(?:paus|drop|shelv|abandon|scrap|cancel|suspend|halt|withdr|called off|calls off|gave up|gives? up|put on hold|reject|block)\p{L}* (?:its|their|the|an?|his|her|any) (?:[\p{L}-]+ ){0,2}(?:plans?|bid|offer|proposals?|decision|attempts?|efforts?|move|idea|intention) (?:to|of|for) (?:be )?$/iu;

const TO_THING = / to (?:(?:the|its|an?|his|her|their|\d\S*) |(?=\p{Lu}))/gu;
const TO_DO = / to \p{Ll}/u;

/** "Should have been put to tender", "would have sold it": it was not, or nobody says that it was. */
const UNREAL =
  /\b(?:should|could|would|might|need(?:n[’']t| not)|ought (?:not )?to) (?:(?:not|never|also|\p{L}+ly) )?have\b/iu;
const UNREAL_LEAD = new RegExp(`${UNREAL.source} (?:been )?$`, 'iu');

/** It says itself that something is only wanted, asked for or talked about. */
export function tellsAim(text: string): boolean {
  return UNREAL.test(text) || NOT_YET_DONE.test(text) || NOT_YET_ING.test(`${text} `);
}

/** "Asked the court to order it", "offered to sell it", "will vote on banning it"; of a deed also "agreed to sell it". */
export function isOnlyAimedAt(part: ClaimPart, lead: string, relation: Relation, view: StatementView): boolean {
  if (UNREAL.test(relation.verb) || UNREAL_LEAD.test(lead)) return true;
  // "Agreed to sell it" tells what a claim that something was agreed says.
  const deed = (part.certainty === 'done' || part.happened) && !TO_DO.test(part.text.replace(TO_THING, ''));
  const one = predicatesOf(view).find(({ first }) => view.tokens[first]?.start === relation.verbStart);
  if (one?.finite) {
    const to = / to (?:be )?\p{L}+$/u.exec(relation.verb);
    const before = relation.verb.slice(0, to?.index);
    return to !== null && (NOT_YET_DONE.test(before) || (deed && !CAME_ABOUT.test(before)));
  }
  // "Closed it without ordering a change" tells that none was ordered.
  if (part.negated && / without $/.test(lead)) return false;
  if (NOT_YET_TO.test(lead) || NOT_YET_ING.test(lead) || (!part.negated && CALLED_OFF.test(lead))) return true;
  const to = / to (?:be |have )?$/.exec(lead);
  if (!to) return false;
  return (deed && !CAME_ABOUT.test(lead.slice(0, to.index))) || (part.certainty === 'open' && NOT_YET_SO.test(lead));
}
