import type { Span } from '../model.ts';
import type { Question } from '../question/question.ts';
import type { Amount } from '../statement/amounts.ts';

/** "Finished 158 kilns of 412": those that are spoken of are 158. */
const WHOLE_OF = () => /\d(?: \p{Ll}+)? of $/u;
const ASKS_WHOLE = /\b(?:are there|were there|in total|altogether|in all|overall|total|whole|out of)\b/i;

/** Whether an amount is the whole of which another is told, where that is not asked for. */
export function isWholeUnasked([start]: Span, { text: asked }: Question, text: string): boolean {
  return !ASKS_WHOLE.test(asked) && WHOLE_OF().test(text.slice(0, start));
}

const BEFORE = /\b(?:before|first|formerly|previously|originally|initially|used to|from what)\b/i;
/** "From 118 to 131 kilns" is no range where something went from the one to the other. */
const FROM = /\bfrom (?:about |around |some )?$/i;
const TO = /^\S+ to (?=\d)/;

/** "Raised it from 118 to 131": what it came to. */
function reached([start, end]: Span, amounts: readonly Amount[], text: string): Span {
  if (!FROM.test(text.slice(0, start))) return [start, end];
  const range = TO.exec(text.slice(start, end));
  if (range) return [start + range[0].length, end];
  const next = amounts.find(
    ({ span }) => span[0] > end && /^(?: \p{L}+){0,3} to (?:about |around |some )?$/u.test(text.slice(end, span[0])),
  );
  return next ? next.span : [start, end];
}

/** "How many depots will close?": of the depots some, and those are they. */
const LEAVES_PART = () =>
  /\bhow many \p{L}+ (?:will|would|did|do|are to|were|are|have|had|has) (?!there\b|in\b|it\b|they\b)\p{L}+\W*$/iu;
const PART_OF_ALL =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) of (?:(?:the|its|their|his|her|all|those|these) )+$/i;

function partOf([start, end]: Span, text: string): Span {
  const part = PART_OF_ALL.exec(text.slice(0, start));
  return part ? [part.index, part.index + part[0].indexOf(' ')] : [start, end];
}

/** Of an amount that was found: what it came to, or the part of it that is asked for. */
export function cameTo(found: Span, amounts: readonly Amount[], { text: asked }: Question, text: string): Span {
  const now = BEFORE.test(asked) ? found : reached(found, amounts, text);
  return LEAVES_PART().test(asked) ? partOf(now, text) : now;
}
