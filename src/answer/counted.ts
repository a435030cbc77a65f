import type { Need, Question } from '../question/question.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** "How many people will they lay off?" is told in posts. */
const LOSE_WORK =
  /\b(?:la(?:y|id|ying) off|lay-?offs?|los(?:es?|ing|t) (?:their|its|the) (?:jobs?|work|posts?)|sack(?:ed|ing)?|fir(?:ed?|ing)|dismiss\w*|redundan\w+|made redundant|let go|hire[sd]?|hiring|recruit\w*)\b/i;
const PLACES_OF_WORK = /^(?:job|post|position|role|redundancy|place|staff|worker|employee|person)$/;

/** "The number stands at 340", "orders fell from 60 to 40"; what somebody "manages" is another number. */
const STANDS_FOR = () =>
  /(?:^|[\p{P}$]\s*|\b(?:to|at|from|by|of|with|in|than|is|are|was|were|be|been|and|or|number(?:s|ed)?|total(?:s|l?ed)?|reach(?:es|ed)?|hits?|(?<!\p{Ll} )\p{Lu}[\p{L}-]*) )(?:(?:about|around|some|only|just|nearly|almost|roughly|over|under|at (?:least|most)|up to|more than|fewer than|less than|exactly|now|still|another) )*$/u;

/** "140 of its oil mills": what is counted stands after whose it is. */
const OF_THE = /^ of (?:the|its|their|his|her|our|these|those) /;

/** "38% of Alder buyers": how many of them, as a share. */
export function isShareOfCounted(
  amount: Amount,
  noun: string,
  question: Question,
  view: StatementView,
  { analysis }: Knowledge,
): boolean {
  const [, phrase] = SHARE_OF_WHOM().exec(view.text.slice(amount.span[1])) ?? [];
  if (amount.sort !== 'percent' || phrase === undefined) return false;
  const need = needOf(noun, question);
  return analysis
    .analyze(phrase)
    .some(({ stem }) => need?.alternatives.has(stem) && (need.alternatives.get(stem) ?? 0) >= COUNTED);
}
const SHARE_OF_WHOM = () => /^ of ((?:[\p{L}\p{N}'’-]+ ){0,3}[\p{L}\p{N}'’-]+)/u;

/** A synonym at least this near is counted as the same. */
export const COUNTED = 0.6;
const ANYBODY = /^(?:people|persons?|adult|child|man|woman|men|women|individual|volunteer|participant)s?$/;

/** Whether an amount counts what the question asks the number of, under any of its names. */
export function countsNoun(
  amount: Amount,
  noun: string,
  question: Question,
  view: StatementView,
  { analysis }: Knowledge,
): boolean {
  if (/^(?:people|persons?|folks|humans?)$/.test(noun))
    return (
      analysis.lexicon.measures(amount.unit) === 'people' ||
      amount.unit === 'people' ||
      (LOSE_WORK.test(question.text) && PLACES_OF_WORK.test(amount.unit))
    );
  const need = needOf(noun, question);
  // "1,940 adults" are as many patients, where the sentence counts people at all.
  if (amount.unit === 'person' || (analysis.lexicon.measures(noun) === 'people' && ANYBODY.test(amount.unit)))
    return true;
  if (amount.unit === 'who' && isWhoDoes(noun, view.text.slice(amount.span[0]))) return true;
  const rest = view.text.slice(amount.span[1], amount.span[1] + 60).replace(OF_THE, '');
  const after = analysis.analyze(`${amount.unit} ${rest.slice(0, 30)}`).slice(0, 3);
  // "the number of crossings at 340": what is counted stands before a bare number.
  if (
    amount.unit === '' &&
    !OF_THE.test(view.text.slice(amount.span[1])) &&
    STANDS_FOR().test(view.text.slice(0, amount.span[0]))
  )
    after.push(...analysis.analyze(view.text.slice(Math.max(0, amount.span[0] - 40), amount.span[0])).slice(-5));
  const stem = analysis.analyze(noun)[0]?.stem;
  const counted = `${amount.unit} ${rest.slice(0, 30)}`.replace(/\s+/g, ' ');
  return after.some(
    (token, i) =>
      (token.stem === stem || (need?.alternatives.get(token.stem) ?? 0) >= COUNTED) &&
      !(i < 3 && isFirstOfTwo(token.word, noun, counted)),
  );
}

/** "Two shipping lines" are lines and no ships, "12 ferry crossings" no ferries: what is counted stands last. */
function isFirstOfTwo(word: string, noun: string, counted: string): boolean {
  if (!/s$/i.test(noun) || /s$/i.test(word) || !/^\p{Ll}+$/u.test(word)) return false;
  return new RegExp(`\\b${word} \\p{Ll}{2,}(?<!ss|us|is)s\\b(?<! (?:has|was|does|goes|always|its|this))`, 'u').test(
    counted,
  );
}

/** "400 who teach" are as many teachers. */
function isWhoDoes(noun: string, told: string): boolean {
  const deed = WHO_DO().exec(told)?.[1];
  const doer = /^(.{3,}?)(?:e?r|or)s?$/.exec(noun)?.[1];
  return deed !== undefined && doer !== undefined && deed.startsWith(doer) && deed.length <= doer.length + 1;
}
const WHO_DO = () => /^\S+ (?:people )?who (\p{Ll}+)/u;

function needOf(noun: string, { needs }: Question): Need | undefined {
  return needs.find((one) => one.word.toLowerCase() === noun);
}
