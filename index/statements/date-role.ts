import type { Expression } from '../../src/calendar/expressions.ts';
import type { DateMention } from '../../src/model.ts';

const TERM =
  /\b(?:through|until|till|to|by|before|prior to|ahead of|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until)|no later than|deadline (?:of|is)|before the end of)(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
const PLANNED =
  /\b(?:will|won['’]t|would(?! have)|plans?|planned|expects?|expected|due|scheduled (?:for|to|in|on)|aims?|intends?|intended|forecasts?|projected|could|may|might|should(?! have)|hopes?|set to|slated|target\w*|goals?|guidance|outlook|promis\w+|proposed|from now|hoped to|(?:was|were) (?:to|due to|supposed to|meant to)|estimates?|predicts?|(?:is|are|has|have) (?:now |still |also |only )?to (?:be )?\w+)\b/i;
const PAST =
  /\b(?:was|were|had|did|ended|began|launched|announced|said|told|signed|agreed|reported|approved|opened|closed|dropped|changed|started|made|rose|fell|cut|raised|resigned|joined|won|lost|paid|bought|sold|ordered|admitted|appointed|took|came|went|gave|became|wrote|ruled|voted|rewrote|published|showed|confirmed|filed|stood|reached|grew|sank)\b/i;
/** How long a right or a contract runs says nothing of when it was written about; a deadline does. */
export const END_OF_TERM =
  /\b(?:through|until|till|to|up to|beyond|expires? (?:in|on)|expiring (?:in|on)|ends? (?:in|on)|runs? (?:through|to|until))(?: the)?(?: (?:end|start|middle) of)?\s*(?:early|late|mid)?[ -]?$/i;
/** "In 2040 the licence ends": what is bound to come is told in the present. */
const BOUND_TO_COME =
  /\b(?:ends|expires|lapses|runs out|falls due|matures|begins|starts|opens|takes effect|comes into force)\b/i;

/** "Returns on June 15": a day right after a verb in the present has not come. */
const ON_A_DAY =
  /\b(?:returns|starts|begins|opens|reopens|ends|closes|moves|arrives|leaves|launches|comes|goes|follows|expires|retires|resumes|takes (?:over|effect|office)|steps down|hands over|falls due|kicks off|switches)(?: \p{L}+){0,2} on (?:\p{Lu}\p{Ll}+day,? )?$/iu;

const BEGINS_THEN =
  /\b(?:that|which|and|it|they|season|contract|deal|licen[cs]e|service|term|period)? ?(?:ends|expires|lapses|starts|begins|opens|runs|kicks off|falls due|matures|takes effect) (?:in|from|on|at the (?:start|end) of) (?:early |late |mid-?)?$/i;

/** Whether a sentence is told in the past tense. */
export function tellsPast(sentence: string): boolean {
  return PAST.test(sentence) || /\b\p{Ll}{2,}ed\b/u.test(sentence);
}

/** Words further before a date than this many characters say nothing of it. */
const REACH = 400;

/** What a date is in its sentence, by the words before it. */
export function roleByWords(sentence: string, expression: Expression): DateMention['role'] {
  const lead = sentence.slice(Math.max(0, expression.span[0] - REACH), expression.span[0]);
  if (expression.sort === 'calendar' && TERM.test(lead)) return 'term';
  // "Plans are made by her, who has been chair since June 1."
  if (/\bsince (?:early |mid-?|late )?$/i.test(lead)) return 'event';
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf(':'), lead.lastIndexOf(', and ')) + 1);
  const planned = PLANNED.exec(clause);
  // After "planned ... announced on" the date is that of the announcement.
  if (planned && !PAST.test(clause.slice(planned.index + planned[0].length))) return 'planned';
  if (
    /\b(?:from|starting|effective|as of|beginning)(?: on)? $/i.test(lead) &&
    (/^[^.]{0,60}\b(?:will|may|can)\b/.test(sentence.slice(expression.span[1])) ||
      /\b(?:can|will|may|must)\b[^,;]*$/.test(lead))
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
