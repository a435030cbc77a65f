import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Candidate } from './rank.ts';

/** Weight below which a word is too common to be what a question is about. */
const COMMON = 0.4;
/** Below this a statement does not speak of a thing, nor does what stands around it. */
const SPOKEN_OF = 0.2;
const SEVERAL = 2;

/** Whether the statement speaks neither of the thing that the question is about nor of anything akin to it. */
export function isUnspoken(question: Question, { match }: Candidate): boolean {
  const { things, asked, topics } = aboutOf(question);
  const unmet = (i: number) => (match.met[i] ?? 0) < SPOKEN_OF;
  if (things.some(unmet) || topics.some(unmet)) return true;
  return question.kind === 'yes or no' && asked.length >= SEVERAL && asked.every(unmet);
}

/** "What type of engine does it have?", "who started the petition?": without the engine or the petition nothing is told. */
const THINGS: readonly AsksThing[] = [
  [
    /what (?:ca|st|se|sp|tr|le)/i,
    /\bwhat (?:caused|started|set off|sparked|triggered|led to) (?:the|an?|its|their|his|her) (?:\p{L}[\p{L}-]* ){0,2}?(\p{L}[\p{L}-]+)(?=\W*$| (?:of|in|at|on|for|from|with|last|this|yesterday)\b)/iu,
  ],
  [/wh(?:at|ich) .+ of /i, /\b(?:what|which) (?:types?|kinds?|sorts?|makes?|brands?|models?) of (\p{L}[\p{L}-]+)/iu],
  [
    /who /i,
    /^\W*(?:and |so |but )?who (?!(?:is|are|was|were|has|had|will|would|does|did|can|could)\b)(?:\p{L}+ly )?\p{L}+ (?:the|an?|its|their|his|her) (?:\p{L}[\p{L}-]* ){0,2}?(\p{L}[\p{L}-]+)(?=\W*$| (?:of|in|at|on|for|from|with|against|last|this|yesterday)\b)/iu,
  ],
];

/** How a text asks for a thing, behind what is wanted for that: the patterns take longer to compile than to test. */
type AsksThing = readonly [wanted: RegExp, asks: RegExp];

const aboutOf = remembered(({ text, kind, needs }: Question) => {
  const things = THINGS.flatMap(([wanted, asks]) => (wanted.test(text) && asks.exec(text)?.[1]?.toLowerCase()) || []);
  const weighty = needs.flatMap(({ name, inherited, weight }, i) =>
    !name && !inherited && weight >= COMMON ? [i] : [],
  );
  const most = Math.max(...needs.map((need) => (need.inherited || need.unknown ? 0 : need.weight)));
  return {
    // "Blimps at Holm": a keyword that the corpus does not have is not asked of the rest.
    topics:
      kind === 'keyword'
        ? needs.flatMap(({ unknown, inherited, weight }, i) => (unknown && !inherited && weight > most ? [i] : []))
        : [],
    things: weighty.filter((i) => things.includes(needs[i]?.word.toLowerCase() ?? '')),
    // "Does it get a seat for its 50 billion?": a sum says nothing of what is done with it.
    asked: weighty.filter((i) => !/^(?:\d[\d.,]*|million|billion|thousand)$/i.test(needs[i]?.word ?? '')),
  };
});
