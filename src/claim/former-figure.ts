import type { Span } from '../model.ts';

/** "Having started with 12", "after beginning at 4 crowns". */
const STARTED_WITH =
  /\b(?:having (?:first |initially )?(?:started|begun|opened|launched|set out)|after (?:having (?:started|begun|opened|launched|set out)|starting|beginning|opening|launching|setting out))(?: (?:out|off|life))?(?: (?:with|at|on|from|as))(?: (?:only|just|about|around|some|no more than|the|a mere|barely))* ?[$€£¥]?$/i;
/** "The ferry, priced at 4 crowns". */
const DESCRIBED_AS =
  /, (?:(?:first|once|long|so far|still) )?(?:sold|priced|rented|let|leased|offered|paid|open|staffed|run|hired out|charged|billed|served|worked|manned|lent|fed|guarded|used|visited)(?: (?:for|at|by|with|to|from|on))?(?: (?:only|just|about|around|some))* ?[$€£¥]?$/i;
/** "Since its launch, has cost 12", "until last year, now costs 450". */
const SO_FAR =
  /^[^.;,]{0,40}?\b(?:since (?:its|their|the|it|they)\b|until\b|so far\b|at first\b|for (?:\p{Ll}+|\d+) (?:years|months|decades|seasons)\b|for (?:years|months|decades)\b|when (?:it|they)\b|in (?:its|their) (?:first|early)\b)[^.;,]{0,40}, (?:now|has|have|is|are|will|\p{Ll}+s)\b[^.;]*\d/iu;
/** "The quota, which had been 4,000 tonnes, is 3,400": told in a clause of the past, before what is so. */
const WHICH_WAS =
  /, (?:which|who|that)(?: \p{Ll}+){0,3}? (?:was|were|had been|had|used to \p{Ll}+|cost|paid|took|stood at|\p{Ll}+ed)(?: (?:at|with|by|for|on|from|only|about|around|some|just|once|first|still))* ?[$€£¥]?$/iu;
const IS_NOW =
  /^[^.;,]{0,40}, (?:now |has |have |is |are |will |\p{Ll}+s )[^.;]*?(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/iu;
/** "Had paid 7 cents". */
const HAD =
  /\bhad (?:(?:\p{L}+ly|long|always|until then|so far|only) )*(?:\p{Ll}{2,}ed|paid|cost|had|been|run|held|kept|taken|made|sold|given|led|got|let|lent|fed|taught|worn|borne)\b[^.;,]*$/u;
const REPORTED =
  /\b(?:said|says|say|told|added|wrote|reported|announced|claimed|admitted|found|showed|confirmed|noted|that)\b[^.;]*$/i;
/** "; since April 1 it pays 8.5". */
const NOW_ANOTHER =
  /^[^.;]{0,60}?(?:;|,| and| but) ?(?:(?:and|but) )?(?:since|now|from|today|as of|these days|nowadays)\b[^.;]*?(?<!\b(?:since|from|as of) (?:\p{L}+ )?)\b(?!(?:19|20)\d\d\b)\d/iu;

/** The figure at `span` is told as one of before, and the sentence gives what is so now. */
export function isFormerFigure([start, end]: Span, text: string): boolean {
  const [lead, rest] = [text.slice(0, start), text.slice(end)];
  if (STARTED_WITH.test(lead)) return true;
  if (WHICH_WAS.test(lead) && IS_NOW.test(rest)) return true;
  if (DESCRIBED_AS.test(lead) && SO_FAR.test(rest)) return true;
  const had = HAD.exec(lead);
  return had !== null && !REPORTED.test(lead.slice(0, had.index)) && NOW_ANOTHER.test(rest);
}
