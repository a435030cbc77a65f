import { makeMatcher } from '../answer/match.ts';
import { deniesExclusive } from '../claim/assertion.ts';
import { compare } from '../claim/compare.ts';
import type { Comparison } from '../claim/comparison.ts';
import { readPart, splitClaim } from '../claim/part.ts';
import { saysElse } from '../digest/corrected.ts';
import { tellsAgain } from '../digest/tells-again.ts';
import { overlap } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type StatementView, viewText } from '../statement/view.ts';

/** So much of the shorter of two sentences must stand in the other for the two to speak of one thing. */
const OF_ONE_THING = 0.5;
/** So much of a sentence is told by another that says all of it. */
const TOLD_BY = 0.8;

/** Whether two sentences say the same in substance: of one thing the same amounts, names, dates and polarity, in whatever words. */
export function tellsSame(one: StatementView, other: StatementView, knowledge: Knowledge): boolean {
  if (turned(one) !== turned(other) || deniesExclusive(one.text) !== deniesExclusive(other.text)) return false;
  const compared = [comparisons(one, other, knowledge), comparisons(other, one, knowledge)];
  if (compared.some((parts) => parts.some(({ different, told }) => different.length > 0 && told >= OF_ONE_THING)))
    return false;
  return (
    compared.some((parts) => parts.length > 0 && parts.every(saysAll)) ||
    tellsAgain(one, other, knowledge) ||
    tellsAgain(other, one, knowledge) ||
    (!saysElse(one, other, knowledge) && overlap(one, other, knowledge) >= OF_ONE_THING)
  );
}

/** The parts of what the one claims, held against the other. */
function comparisons(one: StatementView, other: StatementView, knowledge: Knowledge): readonly Comparison[] {
  const around = other.statement.index < 0 ? withoutPlaces(knowledge) : knowledge;
  return splitClaim(one.text).map((text) => {
    const part = readPart(text, knowledge);
    return compare(part, other, makeMatcher(part.needs, around)(other), around);
  });
}

/** What is no longer in the corpus stands under no title and behind no sentence. */
function withoutPlaces(knowledge: Knowledge): Knowledge {
  const none = () => undefined;
  const untitled = viewText('', knowledge.analysis);
  return { ...knowledge, title: () => untitled, heading: none, publisher: none, before: none };
}

function saysAll({ different, silent, silentDates, faint, told }: Comparison): boolean {
  return (
    different.length === 0 && silent.length === 0 && silentDates.length === 0 && faint.length === 0 && told >= TOLD_BY
  );
}

/** It says that something ended, or that it was rewritten. */
function turned({ turns }: StatementView): boolean {
  return turns.some(({ sort }) => sort === 'ended' || sort === 'amended');
}
