import { makeMatcher } from '../answer/match.ts';
import { deniesExclusive } from '../claim/assertion.ts';
import { compare } from '../claim/compare.ts';
import type { Comparison } from '../claim/comparison.ts';
import type { Difference } from '../claim/difference.ts';
import { readPart } from '../claim/part.ts';
import { splitClaim } from '../claim/split-claim.ts';
import { saysElse } from '../digest/corrected.ts';
import { tellsAgain } from '../digest/tells-again.ts';
import { overlap } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type StatementView, viewText } from '../statement/view.ts';

/** So much of the shorter of two sentences must stand in the other for the two to speak of one thing. */
const OF_ONE_THING = 0.5;
/** So many of their words two sentences share that differ in a word or two. */
const WORD_FOR_WORD = 0.75;
/** So much of a sentence is told by another that says all of it. */
const TOLD_BY = 0.8;

/** Whether two sentences say the same in substance: of one thing the same amounts, names, dates and polarity, in whatever words. */
export function tellsSame(one: StatementView, other: StatementView, knowledge: Knowledge): boolean {
  if (turned(one) !== turned(other) || deniesExclusive(one.text) !== deniesExclusive(other.text)) return false;
  const [there, back] = [comparisons(one, other, knowledge), comparisons(other, one, knowledge)];
  const differs = [
    ...differences(there, comparisons(one, one, knowledge)),
    ...differences(back, comparisons(other, other, knowledge)),
  ];
  const elsewise = saysElse(one, other, knowledge);
  // Where all but a word stands in both, that word is hardly another name.
  if (!elsewise && differs.every((sort) => sort === 'name') && isNearlyWordForWord(one, other)) return true;
  if (differs.length > 0) return false;
  return (
    [there, back].some((parts) => parts.length > 0 && parts.every(saysAll)) ||
    tellsAgain(one, other, knowledge) ||
    tellsAgain(other, one, knowledge) ||
    (!elsewise && overlap(one, other, knowledge) >= OF_ONE_THING)
  );
}

/** How the parts of a sentence are told otherwise; not where the sentence seems to tell them otherwise itself. */
function differences(parts: readonly Comparison[], itself: readonly Comparison[]): readonly Difference[] {
  return parts.flatMap(({ different, told }, i) =>
    told >= OF_ONE_THING ? different.filter((sort) => !itself[i]?.different.includes(sort)) : [],
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

function isNearlyWordForWord(one: StatementView, other: StatementView): boolean {
  const [a, b] = [one, other].map(({ tokens }) => new Set(tokens.filter(({ stop }) => !stop).map(({ stem }) => stem)));
  if (!a || !b) return false;
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared >= Math.max(a.size, b.size) * WORD_FOR_WORD;
}

/** It says that something ended, or that it was rewritten. */
function turned({ turns }: StatementView): boolean {
  return turns.some(({ sort }) => sort === 'ended' || sort === 'amended');
}
