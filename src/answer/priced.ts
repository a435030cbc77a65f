import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Candidate } from './rank.ts';

/** "What does a day ticket for the tram cost?", "how much is a berth?", "what does it cost to park a van?" */
const PRICED: readonly RegExp[] = [
  /\b(?:what|how much) (?:do|does|did|will|would|has|have|is|are|was|were) .{2,40}? (?:pay|paid|paying|spend|spent|spending) (?:for|on) (.{3,60})$/iu,
  /\bcosts? (?:me |us |you |them |people |one )?to (.{3,60})$/iu,
  /\b(?:what|how much) (?:do|does|did|will|would) (?!it\b)(.{3,60}?) costs?\b/iu,
  /\bhow much (?:is|are|was|were) (?:an?|one) (.{3,60})$/iu,
  /\b(?:what|how much) (?:do|does|did|will|would) .{2,30} charge (.{3,60})$/iu,
  /\b(?:price|cost)s? (?:of|for) (an? .{3,60})$/iu,
];
/** Each stretch of it names one thing. */
const BETWEEN = /\b(?:for|of|to|from|in|at|with|on|by|per|as|and|or)\b/iu;
/** Weight below which a word carries little. */
const COMMON = 0.4;
const MET = 0.3;

/** The stretches of a question that say what has the price asked for. */
function pricedThings(text: string): readonly string[] {
  const said = text.replace(/[?!.\s]+$/, '');
  const thing = PRICED.map((asks) => asks.exec(said)?.[1]).find((found) => found !== undefined);
  return thing === undefined ? [] : thing.split(BETWEEN);
}

/** The needs that say what has the price, a row for each thing; names are weighed elsewhere. */
const needsOf = remembered(({ text, needs }: Question): readonly (readonly number[])[] => {
  const rows = pricedThings(text).map((stretch) => {
    const lower = ` ${stretch.toLowerCase()} `;
    return needs.flatMap(({ word, name, inherited, weight }, i) =>
      !name && !inherited && weight >= COMMON && lower.includes(` ${word.toLowerCase()} `) ? [i] : [],
    );
  });
  return rows.filter((row) => row.length > 0);
});

/** The price of something else: of what was asked about the statement does not speak, nor what it leans on. */
export function isPriceOfAnother(question: Question, { match }: Candidate): boolean {
  if (question.kind !== 'how much') return false;
  return needsOf(question).some((row) => row.every((i) => (match.met[i] ?? 0) < MET));
}
