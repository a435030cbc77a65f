import type { Span } from '../model.ts';
import type { StatementView } from '../statement/view.ts';

/** "Is released from its guarantee of 80 million": not any more. */
const RID_OF =
  /\b(?:released|freed|relieved|exempt|exempted|spared) from (?:the |its |their |his |her |an? )?(?:[\p{Ll}-]+ ){0,4}(?:of )?[$€£¥]?$/iu;
/** "The fee of 6 cents falls away", "the price of 1.49 that it named could not be held". */
const FALLS_AWAY =
  /^[^.;,]{0,50}?\b(?:falls? away|fell away|lapse[sd]?|(?:is|are|was|were|been) (?:abolished|scrapped|dropped|waived|withdrawn|gone|off the table|history)|no longer (?:applies|apply|holds?|valid|charged|due|asked|needed|required)|(?:could|can|would|will) not be (?:held|kept|maintained|met|sustained)|disappears?|disappeared|vanish(?:es|ed)?)\b/iu;

/** After a figure that stands for what is now, and a comma. */
const NOW_FROM =
  /\b(?:to|now|at) (?:\p{L}+ )?[$€£¥]?\d(?:[^.;:]|\.(?=\d))*, (?:down |up |and not )?from (?:the |about |around |some )?[$€£¥]?$/iu;

/** "From 22 percent to 15 percent", "to 15 percent from 22", "9 instead of 6": the figure at `span` is what it was before. */
export function wasBefore([start, end]: Span, text: string): boolean {
  const [lead, rest] = [text.slice(0, start), text.slice(end)];
  if (
    /(?:\b(?:instead of|in place of|rather than|down from|up from|and no longer)|(?:,| and| but) not(?: (?:through|until|in|by|to|before|on|at))?) (?:the |this |last |about |around |some |earlier |planned )*$/i.test(
      lead,
    )
  )
    return true;
  // "Lowered to 7.5 percent, from the 9 percent that it had given".
  if (NOW_FROM.test(lead)) return true;
  // "Now 145 million, against the 120 million it named in February", "fewer than the 450 promised".
  // "Cut 90 jobs, out of 620".
  if (CUT_OUT_OF.test(lead)) return true;
  if (SET_AGAINST.test(lead) && NAMED_BEFORE.test(rest)) return true;
  // "Where there used to be 820", "first put at 31 million".
  if (USED_TO_BE.test(lead) || FIRST_NAMED.test(lead)) return true;
  if (RID_OF.test(lead) || FALLS_AWAY.test(rest)) return true;
  // "Falls to 1.65 a scan, against 2.10 in the pilot".
  if (
    /\bto [$€£¥]?[\d.,]+[^.;]*,? (?:against|compared (?:with|to)) [$€£¥]?$/i.test(
      `${lead}${/^[$€£¥]/.exec(text.slice(start))?.[0] ?? ''}`,
    )
  )
    return true;
  if (!/\bfrom (?:the |about |around |some )?$/i.test(lead)) return false;
  return (
    /^(?: \p{L}+){0,2} to\b/u.test(rest) ||
    /\bto (?:about |around |some )?[$€£¥]?[\d.,]+(?: \p{L}+){0,3} from (?:the |about |around |some )?$/iu.test(lead)
  );
}

/** "Raised its prices by 12 percent": how much more it is, and not how much. */
export function isChange([start, end]: Span, text: string): boolean {
  const lead = text.slice(0, start);
  return CHANGED_BY.test(lead) || (/%|per ?cent/.test(text.slice(start, end)) && IS_UP.test(lead));
}

/** "Fell 6%", "was up 2%". */
const IS_UP =
  /\b(?:rose|rises|fell|falls|gain(?:s|ed)|lost|loses|dropp?(?:s|ed)|climb(?:s|ed)|slid|slipp?(?:s|ed)|jump(?:s|ed)|sank|grew|grows|shrank|increased|decreased|declined|(?:was|were|is|are) (?:up|down)) (?:about |around |some |nearly |almost |another |a further )?$/i;
const CHANGED_BY =
  /\b(?:rais|ris|rose|increas|grow|grew|gain|climb|lower|cut|reduc|fall|fell|drop|declin|shrink|shrank|trim|push|extend|shorten|chang)\p{L}*\b[^.;]*\bby (?:about |around |some |nearly |almost |another |up to )?[$€£¥]?$/iu;

const USED_TO_BE =
  /\bused to (?:be|have|cost|pay|take|hold|seat|employ|own|charge|run|get|make)(?: (?:about|around|some|only|as many as))? ?[$€£¥]?$/i;
const CUT_OUT_OF =
  /\b(?:cuts?|los(?:es?|t)|sold|sells?|clos(?:es?|ed)|shuts?|dropp?(?:s|ed)|dismiss(?:es|ed)|laid off|scrapp?(?:s|ed)|withdrew|gave up|gives up|cancell?(?:s|ed)|remov(?:es?|ed)) [^.;,]*\d[^.;]*,? out of (?:the |its |their |about |some )?$/i;
const SET_AGAINST =
  /\b(?:against|compared (?:with|to)|(?:fewer|less|more|higher|lower|shorter|longer|dearer|cheaper|smaller|larger) than) the (?:about |around |some )?$/i;
const NAMED_BEFORE =
  /^(?: \p{L}+){0,3}?(?: that)?(?: (?:it|they|he|she|we|the \p{Ll}+|\p{Lu}[\p{L}\d]+))?(?: had)?(?: (?:first|originally|once|initially))? (?:named|given|gave|forecast|announced|planned|promised|expected|budgeted|estimated|quoted|stated|agreed|hoped|foreseen|foresaw|put|set)\b/iu;

const MOVES =
  /\b(?:mov(?:es?|ed|ing)|put|push(?:es|ed|ing)?|brought|bring(?:s|ing)?|postpon\w+|delay\w*|slipp?\w*|shift\w*|chang\w+|resched\w+|extend\w*|cut|shorten\w*|advanc\w+|revis\w+)\b/i;

/** "Which should have arrived in August", "was due on June 1", "had been set for May": told as a plan of before. */
const WAS_PLANNED =
  /\b(?:should have (?:been )?\p{L}+(?:ed|en|un|wn|me|ne|ft)|(?<!\b(?:task|aim|goal|job|idea|point|purpose|priority|intention|challenge|hope|mission|role|duty|answer|plan) )(?:was|were) (?:\p{L}+ly )?to (?!be found)(?:have )?\p{L}+|(?:was|were|had (?:\p{L}+ly )?been) (?:\p{L}+ly )?(?:due|set|supposed|meant|expected|scheduled|planned|promised|announced|slated|pencilled in)|had (?:\p{L}+ly )?(?:planned|hoped|wanted|intended|meant|expected))\b[^,.;]*$/u;

/** "Long promised for May", "first named June 1", "originally put at": of before by its own words. */
const FIRST_NAMED =
  /\b(?:long|(?:at )?first|once|originally|initially|earlier|previously) (?:promised|planned|named|given|gave|set|put|scheduled|expected|meant|foreseen|intended|hoped|aimed|due|slated|pencilled in|billed|budgeted|estimated|priced|forecast)(?: to \p{L}+(?: \p{L}+)?)?(?: (?:for|by|at|as|in|on|with))?(?: (?:the|early|late|mid|about|around|some|end of|start of|middle of))* ?-?[$€£¥]?$/iu;
/** "Which the mill meant to close at the end of 2027": a plan told in the past beside what will be. */
const WHICH_MEANT =
  /\b(?:which|that)(?: (?:the|its|their|\p{L}+)){0,4} (?:had )?(?:meant|planned|wanted|hoped|intended|promised|wished) to \p{L}+[^,.;]*$/u;
/** "The fair, announced for May 7, will": another day follows it. */
const ANNOUNCED_FOR =
  /, (?:(?:until \p{Ll}+|so far|at first|first|once|still) )?(?:announced|promised|planned|scheduled|billed|set|slated|due|expected|meant)(?: to \p{L}+(?: \p{L}+)?)? (?:for|on|in|by|at)(?: [^,.;]{3,30}(?:,? and)? then (?:for|on|in|by|at))?(?: (?:the|early|late|mid|end of|start of|middle of))* ?-?$/iu;
const OTHER_DAY_FOLLOWS =
  /^[^.;,]*, (?:(?:will|now|is|are|was|were|has|have|comes?|opens?|starts?|begins?|slips?|took place|came|opened|started|began)\b[^.;]*)\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|quarter|(?:19|20)\d\d|weeks?|months?|years?)\b/u;

/** "Had named June 1 as its first day": of what is only reported, "had named" may be what was named just now. */
const HAD_NAMED =
  /^(?!.*\b(?:said|says|told|added|wrote|reported|announced (?:on|that)|confirmed|that)\b).*\bhad (?:(?:first|once|originally|initially|earlier|previously|already|\p{L}+ly) )*(?:named|given|set|fixed|announced|promised|chosen|picked|advertised|scheduled|booked|billed|put)\b[^,.;]*$/u;

/** The day at `span` is told as that of a plan of before. */
export function wasPlanned([start, end]: Span, text: string): boolean {
  const lead = text.slice(0, start);
  return (
    WAS_PLANNED.test(lead) ||
    HAD_NAMED.test(lead) ||
    FIRST_NAMED.test(lead) ||
    WHICH_MEANT.test(lead) ||
    (ANNOUNCED_FOR.test(lead) && OTHER_DAY_FOLLOWS.test(text.slice(end)))
  );
}

const INSTEAD_OF_TERM =
  /\b(?:instead of|rather than|and not|but not) (?:in |on |by |at |from |until |before )?(?:the )?(?:very )?(?:start|end|beginning|middle) of (?:the )?$/i;

const SEASON_OF = /\b(?:early |mid-|late )?(?:spring|summer|autumn|fall|winter) (?:of )?$/i;

/** The same of a day: "from June to September" is a stretch of time where nothing is moved. */
export function wasDayBefore(span: Span, text: string): boolean {
  const lead = text.slice(0, span[0]);
  if (wasPlanned(span, text)) return true;
  // "Rather than by the end of August".
  if (INSTEAD_OF_TERM.test(lead)) return true;
  // "Not in autumn 2026": the season stands before its year.
  const season = SEASON_OF.exec(lead)?.[0].length ?? 0;
  return wasBefore([span[0] - season, span[1]], text) && (!/\bfrom (?:the )?$/i.test(lead) || MOVES.test(lead));
}

/** "Starts on April 13 and not on March 16": what tells of March 16 is no news to it, however its document is dated. */
export function leavesBehind(view: StatementView, other: StatementView): boolean {
  return view.statement.mentions.some(
    ({ span, start }) =>
      wasDayBefore(span, view.text) && other.statement.mentions.some((mention) => mention.start === start),
  );
}
