import type { Span } from '../model.ts';

/** "From March to May" is a stretch of time, unless something was moved. */
const MOVES =
  /\b(?:mov(?:e|es|ed|ing)|postpon\w+|push(?:es|ed|ing)?|put|delay\w*|shift\w*|chang\w+|slip\w*|brought|bring\w*|extend\w*|cut|shorten\w*|revis\w+|advanc\w+|reset)\b/i;

/** The same for a day or month: it was another one before. */
export function wasDayBefore(span: Span, text: string): boolean {
  return wasBefore(span, text) && (!/\bfrom (?:the )?$/i.test(text.slice(0, span[0])) || MOVES.test(text));
}

/** "From 22 percent to 15 percent", "to 15 percent from 22", "9 instead of 6": the figure at `span` is what it was before. */
export function wasBefore([start, end]: Span, text: string): boolean {
  const [lead, rest] = [text.slice(0, start), text.slice(end)];
  if (
    /\b(?:instead of|rather than|down from|up from|and no longer|(?:,| and| but) not(?: (?:through|until|in|by|to|before|on|at))?) (?:the |this |last |about |around |some |earlier |planned )*$/i.test(
      lead,
    )
  )
    return true;
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
