import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { REPORTING } from '../statement/cues.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** "What did X say about it?": the words of somebody else, or of nobody. */
export function isSaidByAnother(question: Question, { match, view }: Candidate): boolean {
  const speakers = speakersAsked(question);
  if (speakers.some((i) => (match.met[i] ?? 0) < SPEAKER)) return true;
  return speakers.some((i) => (match.own[i] ?? 0) >= SPEAKER) && !tellsSpeech(view);
}

/** Somebody's words, or what somebody is said to hold. */
const tellsSpeech = remembered(
  ({ text }: StatementView) => REPORTING.test(text) || SPEECH.test(text) || /[“"][^”"]{8,}[”"]/.test(text),
);
const SPEECH =
  /\b(?:says?|said|saying|tells?|told|writes?|wrote|announc\w+|call(?:s|ed|ing)|according|statement|argu\w+|warn\w*|claim\w*|complain\w*|promis\w+|insist\w*|den(?:y|ies|ied|ying)|declin\w+|refus\w+|ask(?:s|ed|ing)|want(?:s|ed)?|expect\w*|believ\w+|think\w*|thought|sees?|saw|hop(?:es?|ed|ing)|plan(?:s|ned)?|report\w*|describ\w+|predict\w*|reckon\w*|put(?:s|ting)? (?:it|the)|estimat\w+|forecast\w*|rais(?:es?|ed)|cut|model\w*|rat(?:es?|ed)|consider\w*|agree\w*|confirm\w*|publish\w*|flag\w*|comment\w*|not(?:es?|ed)|views?|welcom\w+|accus\w+|blam\w+|prais\w+|assum\w+|hypothes\w+|theor\w+|suppos\w+|propos\w+|suggest\w*|conclu\w+|maintain\w*|holds?|held|opinions?|oppos\w+)\b/i;

/** The needs that name whose words are asked for. */
const speakersAsked = remembered(({ text, needs }: Question) => {
  const spoken = SPEAKS.exec(text);
  const asked = (spoken?.[1] ?? spoken?.[2])?.toLowerCase();
  return asked === undefined
    ? []
    : needs.flatMap(({ name, inherited, word }, i) =>
        name && !inherited && asked.includes(word.toLowerCase()) ? [i] : [],
      );
});
const SPEAKS =
  /\b(?:what (?:did|does|has|have) (.{2,40}?) (?:say|said|tell|told|write|written|argue|claim|warn|think)|(?:did|has|have) (.{2,40}?) (?:comment|respond|repl(?:y|ied)|react)(?:ed)?)\b/i;
/** A pronoun, or what somebody has published, says it nearly as well as the name. */
const SPEAKER = 0.75;

/** "How much is the clock alone insured for?": what all of them come to is no answer. */
export function isOfTheWhole({ kind, text }: Question, statement: string): boolean {
  return kind === 'how much' && ALONE.test(text) && IN_ALL.test(statement) && !ALONE.test(statement);
}
const ALONE = /\b(?:alone|by (?:itself|himself|herself)|on its own)\b/i;
const IN_ALL = /\b(?:in all|altogether|in total|together|combined|overall)\b/i;

/** "How high is it?", and "it is 4 metres wide". */
export function isOfAnotherDimension({ text }: Question, statement: string): boolean {
  const asked = HOW.exec(text)?.[1]?.toLowerCase();
  const same = asked === undefined ? undefined : ALIKE.find((row) => row.test(asked));
  if (!same) return false;
  const told = [...statement.matchAll(DIMENSION)].map(([, word]) => word ?? '');
  if (told.length === 0) return OF_A_RUN.test(statement) && !same.test(statement);
  return !told.some((word) => same.test(word)) && !same.test(statement);
}
const HOW = /\bhow (high|tall|wide|broad|deep|thick) (?:is|are|was|were|will)\b/i;
const ALIKE: readonly RegExp[] = [
  /\b(?:high|tall|height)\b/i,
  /\b(?:wide|broad|width)\b/i,
  /\b(?:deep|depth|down|under|below)\b/i,
  /\b(?:thick|thickness)\b/i,
];
/** "150 metres of the wall" are along it. */
const OF_A_RUN = /\b\d[\d.,]* (?:kilo)?(?:met(?:re|er)s?|miles?|feet|yards?) of (?:the|its|their|new|old)\b/i;
const DIMENSION =
  /\b\d[\d.,]*(?: |-)(?:kilo|centi|milli)?(?:met(?:re|er)s?|feet|foot|inch(?:es)?|miles?|km|cm|mm|m)(?: |-)(high|tall|wide|broad|deep|thick|long|across)\b/gi;

/** "What was the bid in the second tender?": another in the row is not the one. */
export function isOfAnotherInOrder(question: Question, statement: string): boolean {
  const asked = orderAsked(question);
  if (!asked) return false;
  const told = [...statement.matchAll(asked.row)].map(([, one]) => one?.toLowerCase());
  if (told.length > 0) return !told.includes(asked.which);
  return question.kind !== 'why' && asked.which !== 'first' && asked.noun.test(statement) && !ONE_MORE.test(statement);
}

const orderAsked = remembered(({ text }: Question) => {
  const [, which, noun] = IN_ORDER.exec(text) ?? [];
  if (!which || !noun) return;
  return {
    which: which.toLowerCase(),
    noun: new RegExp(`\\b${noun}`, 'i'),
    row: new RegExp(`\\b(${ORDINALS}) ${noun}`, 'giu'),
  };
});
/** It may tell of the next one in other words. */
const ONE_MORE =
  /\b(?:second|third|fourth|fifth|sixth|seventh|\d(?:nd|rd|th)|other|others|another|new|next|both|two|three|four|further|additional|extra|more|last|later|latest|former|latter|again)\b/i;
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh';
const IN_ORDER = new RegExp(`\\b(${ORDINALS}) (?!quarter|half|year|month|week|day|time)(\\p{L}{4,})`, 'iu');
