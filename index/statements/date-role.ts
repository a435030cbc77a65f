import type { Expression } from '../../src/calendar/expressions.ts';
import { withoutMonth } from '../../src/calendar/may.ts';
import type { DateMention } from '../../src/model.ts';
import { clauseAround, hasPastVerb, tellsPast } from './tense.ts';

const TERM =
  /\b(?:through|until|till|to|by|before|prior to|ahead of|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until)|no later than|deadline (?:of|is)|before the end of)(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
const PLANNED =
  /\b(?:will|won['’]t|would(?! have)|plans?|planned|expects?|expected|due|scheduled (?:for|to|in|on)|aims?|intends?|intended|forecasts?|projected|could|may|might|should(?! have)|hopes?|wants|set (?:to|for)|slated|pencil+ed (?:in|for)|earmarked|booked for|reserved for|target\w*|goals?|guidance|outlook|promis\w+|proposed|from now|(?<=\bWhether\b.*)(?:depends|hinges) on|on (?:course|track|schedule|target) for|in time for|hoped to|(?:was|were) (?:to|due to|supposed to|meant to)|estimates?|predicts?|(?:is|are|has|have) (?:now |still |also |only )?to (?:be )?\w+)\b/i;
/** How long a right or a contract runs says nothing of when it was written about; a deadline does. */
export function tellsEndOfTerm(lead: string): boolean {
  return END_OF_TERM.test(lead) || END_DATE.test(lead) || WOULD_HAVE_ENDED.test(lead);
}
/** "The old end date of May 2030", "its expiry in May 2030". */
const END_DATE =
  /\b(?:(?:end|expiry|expiration|closing|maturity|termination|renewal) date|expiry|expiration|end of (?:its|the|their) (?:term|contract|licen[cs]e|lease|agreement))(?: is| was|,)? (?:of|in|on|for) (?:the )?(?:(?:end|start|middle) of )?(?:early |mid-?|late )?$/i;
/** "Which would have ended in June 2029, now runs to 2031": it did not. */
const WOULD_HAVE_ENDED =
  /\bwould (?:otherwise |normally )?have (?:ended|expired|lapsed|run (?:out|to|until|through)|lasted(?: until| to| through)?|matured|fallen due|come to an end|gone on) (?:(?:in|on|at|until|till|to|by|through) )?(?:the )?(?:(?:end|start|middle) of )?(?:early |mid-?|late )?$/i;
const END_OF_TERM =
  /\b(?:through|until|till|to|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until))(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
/** "In 2040 the licence ends": what is bound to come is told in the present. */
const BOUND_TO_COME =
  /\b(?:ends|expires|lapses|runs out|falls due|matures|begins|starts|opens|takes effect|comes into force)\b/i;

/** "Returns on June 15": a day right after a verb in the present has not come. */
const ON_A_DAY =
  /(?<!\b(?:an?|the|its|their|his|her|of|more|fewer|all|no|some|many|several|few|two|three|four|five|six|seven|eight|nine|ten|twelve|\d[\d.,]*) )\b(?:returns|starts|begins|opens|reopens|ends|closes|moves|arrives|leaves|launches|comes|goes|follows|expires|retires|resumes|takes (?:over|effect|office)|steps down|hands over|falls due|kicks off|switches)(?: \p{L}+){0,2} on (?:\p{Lu}\p{Ll}+day,? )?$/iu;

const BEGINS_THEN =
  /\b(?:that|which|and|it|they|season|contract|deal|licen[cs]e|service|term|period)? ?(?:ends|expires|lapses|starts|begins|opens|runs|kicks off|falls due|matures|takes effect) (?:in|from|on|at the (?:start|end) of) (?:early |late |mid-?)?$/i;

/** "On May 8 instead of May 3", "not on May 3", "put off from May 3": the day of the plan that it was. */
const OLD_PLAN =
  /\b(?:(?:instead of|rather than|in place of|(?:and |but )?not)(?: (?:in|on|by|from))?|(?:delayed|postponed|moved|put (?:off|back)|pushed(?: back)?|shifted|slipped|slips|rescheduled|brought forward) from)(?: the)?(?: (?:end|start|middle) of)? (?:early |mid-?|late )?$/i;
/** "Moved the start of the line from May 3 to June 1": the first of the two is the day of the plan that it was. */
const MOVED_FROM =
  /\b(?:delay|postpon|mov|put|push|shift|slip|reschedul|brought|bring|chang|extend)(?:s|es|e|ed|ped|ing)?\b[^;:]{0,120} from (?:the (?:end|start|middle) of )?(?:early |mid-?|late )?$/i;
const TO_ANOTHER =
  /^(?:,? \d{4})? (?:to|until|till) (?:the (?:end|start|middle) of )?(?:early |mid-?|late )?[\p{Lu}\d]/u;

/** "The April 30 signing was put off": what was planned for the day. */
const OF_WHAT_WAS_OFF =
  /^(?: \p{Ll}+){1,3} (?:(?:was|were|is|are|has been|have been|had been) (?:put (?:off|back)|postponed|delayed|called off|cancell?ed|pushed back|moved|scrapped|rescheduled)|slipped)\b/u;

function isMovedFrom(sentence: string, { span: [start, end] }: Expression): boolean {
  if (/\b(?:the|its|their|an?) $/i.test(sentence.slice(0, start)) && OF_WHAT_WAS_OFF.test(sentence.slice(end)))
    return true;
  return MOVED_FROM.test(sentence.slice(Math.max(0, start - REACH), start)) && TO_ANOTHER.test(sentence.slice(end));
}

/** "For €6 million, to be ready on", "to be tendered in"; "was found to be closed on" tells what was. */
const TO_BE =
  /(?<!\b(?:found|known|said|seen|thought|believed|reported|had|used|needed|proved|claimed|turned out) )\bto be (?:\p{Ll}+ly )?\p{Ll}+(?: \p{Ll}+){0,2} $/u;
/** "Until the hall is finished in March", "if it fails in July": it has not come. */
const WAITS_FOR =
  /(?<!\b(?:ask|asks|asked|know|knows|wonder|wonders|see|say|says|tell|tells|even|as) )\b(?:if|once|until|unless|as soon as|in case)\b((?: [^\s,;:]+){2,}) $/i;

/** "May handle freighters, and nothing else, from": what somebody may do from a day on. */
const PERMITS = /\b(?:can|will|may|must)\b(?:[^,;:]*|[^;:]*, (?:and|but) (?:no|not)[^,;:]*, (?:[^,;:]*)?)$/;

/** "Obliges makers to supply tools from": what a rule or a contract has somebody do from a day on. */
const OBLIGES =
  /\b(?:obliges|requires|allows|permits|lets|forces|entitles|binds|bans|bars|commits|asks|frees|exempts)\b[^;:]*$/;

/** "Which would have begun in June 2029": what has been put off, and never came about on that day. */
const WOULD_HAVE =
  /\bwould have (?:ended|expired|lapsed|run(?: out)?|been (?:over|due|finished|ready|complete[d]?)|begun|started|opened|finished|closed)\b[^,;:]*$/;

const ANNOUNCES = /\b(?:announc\w+|says?|said|sign\w+|agree[sd]?|unveil\w+|present\w+|promis\w+)\b/i;
/** "A breakdown in July would cost": nothing of the sort has happened. */
const SUPPOSES = /^(?:A|An|Any|Another)\b[^,;:]*$/;

/** Words further before a date than this many characters say nothing of it. */
const REACH = 400;

/** "It first named June 1": the day is what was named, and nothing was done on it. */
const NAMED_DAY =
  /\b(?:named|fixed|picked|chose|chosen|proposed|floated|offered|suggested|gave|set) (?:(?:the|a) (?:new )?(?:date|day) of )?(?:early |mid-?|late )?$/i;

/** "By the end of the year". */
function isEndOfOne(sentence: string, { span }: Expression): boolean {
  return /^the end of /i.test(sentence.slice(...span));
}

/** What a date is in its sentence, by the words before it. */
export function roleByWords(sentence: string, expression: Expression): DateMention['role'] {
  const lead = withoutMonth(sentence.slice(Math.max(0, expression.span[0] - REACH), expression.span[0]));
  if (/\blast $|\bdat(?:es|ed|ing) (?:back )?(?:from|to) $/i.test(lead)) return 'event';
  if (expression.sort === 'calendar' && NAMED_DAY.test(lead)) return 'planned';
  if (expression.sort === 'calendar' && (OLD_PLAN.test(lead) || isMovedFrom(sentence, expression))) return 'planned';
  if (
    (expression.sort === 'calendar' || isEndOfOne(sentence, expression)) &&
    (TERM.test(lead) || END_DATE.test(lead) || WOULD_HAVE_ENDED.test(lead))
  )
    return 'term';
  // "Plans are made by her, who has been chair since June 1."
  if (/\bsince (?:early |mid-?|late )?$/i.test(lead)) return 'event';
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf(':'), lead.lastIndexOf(', and ')) + 1);
  const planned = PLANNED.exec(clause);
  // After "planned ... announced on" the date is that of the announcement.
  if (planned && !hasPastVerb(clause.slice(planned.index + planned[0].length))) return 'planned';
  if (expression.sort === 'calendar') {
    const waits = WAITS_FOR.exec(clause)?.[1];
    if (TO_BE.test(clause) || (waits !== undefined && !tellsPast(waits) && !waits.endsWith(' of'))) return 'planned';
  }
  if (
    /\b(?:from|starting|effective|as of|beginning)(?: on)? $/i.test(lead) &&
    (/^[^.]{0,60}\b(?:will|may|can|(?:is|are) to)\b/.test(sentence.slice(expression.span[1])) ||
      PERMITS.test(lead) ||
      OBLIGES.test(lead))
  )
    return 'planned';
  if (expression.sort === 'calendar' && WOULD_HAVE.test(lead)) return 'planned';
  const supposed = lead.slice(lead.lastIndexOf(' that ') + 1);
  if (
    (SUPPOSES.test(lead) || (supposed.startsWith('that ') && !/[,;:]/.test(supposed) && !tellsPast(supposed))) &&
    /^ (?:would|could|might)\b/.test(sentence.slice(expression.span[1]))
  )
    return 'planned';
  if (expression.sort === 'calendar' && expression.day !== undefined && ON_A_DAY.test(lead)) return 'planned';
  // "It signed a deal that starts in July": the verb next to the date is in the present.
  if (expression.sort === 'calendar' && expression.day === undefined && BEGINS_THEN.test(lead)) return 'planned';
  if (
    expression.sort === 'calendar' &&
    expression.day === undefined &&
    /\b(?:from|after) $/i.test(lead) &&
    !tellsPast(sentence)
  )
    return 'planned';
  if (expression.sort === 'calendar' && expression.month === undefined && BOUND_TO_COME.test(sentence))
    return tellsPast(sentence) ? 'event' : 'planned';
  return 'event';
}

/** "The decision had been expected in March", "was to open in June": a plan of before, whose day may have passed. */
const HAD_BEEN_PLANNED =
  /\b(?:(?:had|was|were)(?: been)? (?:\p{Ll}+ly )?(?:expected|planned|due|hoped|scheduled|supposed|meant|promised|to|set|slated)|should have|would have)\b[^,;:]*$/u;

/** "By the middle of May it was over": a bound of what is told as done. */
const BOUND = /\b(?:by|before|until|till)(?: the)?(?: (?:end|start|middle) of)? (?:early |mid-?|late )?$/i;

function toldAsDone(clause: string): boolean {
  return tellsPast(clause) && !PLANNED.test(withoutMonth(clause));
}

/** Whether a day that was planned may lie before its text as well as after it. */
export function mayHavePassed(sentence: string, { span }: Expression): boolean {
  const lead = sentence.slice(0, span[0]);
  if (/\bnext $/i.test(lead)) return false;
  return (
    HAD_BEEN_PLANNED.test(lead) ||
    (OLD_PLAN.test(lead) && (/ from $/.test(lead) || (hasPastVerb(lead) && !/\b(?:will|now)\b/.test(lead)))) ||
    isMovedFrom(sentence, { sort: 'calendar', span }) ||
    (/^(?:Before|Until|Up to)\b[^,]*$/.test(lead) && tellsPast(sentence)) ||
    (BOUND.test(lead) && toldAsDone(clauseAround(sentence, span)))
  );
}

/** "Berth 2 is open from July 1", "announced a daily boat, starting on July 6": from a day on, which is no day of the text where that has none. */
export function beginsThen(sentence: string, expression: Expression): boolean {
  if (expression.sort !== 'calendar' || expression.day === undefined) return false;
  const lead = sentence.slice(0, expression.span[0]);
  return /\bfrom $/i.test(lead)
    ? !tellsPast(clauseAround(sentence, expression.span))
    : /\b(?:starting|beginning|effective)(?: on| from)? $/i.test(lead) && ANNOUNCES.test(lead);
}
