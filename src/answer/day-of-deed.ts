import type { DateMention, Span } from '../model.ts';
import type { Lexicon } from '../ports.ts';
import { oppositesInMatter } from '../question/opposites.ts';
import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import { nearest } from './fit.ts';

/** "When did the office close its inquiry?": the verb, behind whoever does it or what is done. */
const ASKS_DEED = () =>
  /\bwhen (?:did|does|do|will|would|is|are|was|were|has|had|have|can|could|may|might|must|should) (?:(?:the|its|their|an?|this|that) )?[\p{L}\d'’-]+(?: [\p{L}\d'’-]+)*? (\p{L}+)(?= (?:its|the|an?|their|his|her|this|that|on|in|at|for|with|from|to|by|as|off|up|down|over)\b|\W*$)/iu;
const SAYS_DEED = 0.85;
/** Where one clause ends and another begins. */
const BOUNDARY = /[;:]|,? \b(?:and|but|while|whereas|after|before|because|which|who|that)\b/u;
/** "Moved the opening from May 3 to June 8": where it is now. */
const MOVED =
  /\b(?:mov(?:es?|ed|ing)|put(?:ting|s)? (?:off|back)|postpon(?:es?|ed|ing)|push(?:es|ed|ing)? back|brought forward|shift(?:s|ed|ing)?|delay(?:s|ed|ing)?|reschedul(?:es?|ed|ing)|slipp?(?:s|ed)?)\b[^.;]*? to (?:the |early |mid-?|late )*$/iu;
const ASKS_MOVE = /\b(?:mov\w+|put|postpon\w*|push\w*|shift\w*|delay\w*|reschedul\w*|slip\w*|announc\w*|said|say)\b/i;

/** Of the days that a sentence names the one of what is asked: where it was moved to, else that of the verb's own clause. */
export function dayOfDeed(question: Question, view: StatementView, days: readonly DateMention[]): Span {
  const spans = days.map(({ span }) => span);
  const { text } = view;
  const moved = ASKS_MOVE.test(question.text)
    ? undefined
    : view.statement.mentions.find(({ span: [start] }) => MOVED.test(text.slice(0, start)))?.span;
  if (moved) return moved;
  const verbs = spans.length > 1 ? placesOf(verbAsked(question), view) : [];
  const own = spans.filter(([start, end]) =>
    verbs.some((at) => !BOUNDARY.test(at < start ? text.slice(at, start) : text.slice(end, at))),
  );
  return nearest(own.length > 0 ? own : spans, question, view);
}

/** "On May 20 it said it would open a hub": the day of the word, and not of the deed. */
export function isDayOfWord({ text: asked }: Question, { text }: StatementView, [, end]: Span): boolean {
  return DONE.test(asked) && !OF_A_WORD.test(asked) && PROMISED().test(text.slice(end));
}
const OF_A_WORD = /\b(?:announc|say|said|promis|declar|tell|told|unveil|present|reveal|propos|plan|publish|sign)/i;
const PROMISED = () =>
  /^,? (?:[^,.;:]{1,60} )?(?:said|announced|promised|pledged|declared|told [^,.;:]{2,40}) (?:that )?(?:it|they|he|she|the \p{Ll}+) (?:would|will|was to|were to|is to|planned to|plans to|intended to|intends to)\b/u;

const verbAsked = remembered(({ text, needs }: Question): Need | undefined => {
  const verb = ASKS_DEED().exec(text)?.[1]?.toLowerCase();
  return needs.find(({ name, word }) => !name && word.toLowerCase().split(' ')[0] === verb);
});

function placesOf(verb: Need | undefined, { terms, tokens }: StatementView): readonly number[] {
  return [...(verb?.alternatives ?? [])].flatMap(([key, strength]) =>
    strength >= SAYS_DEED ? (terms.get(key)?.at ?? []).map((at) => tokens[at]?.start ?? 0) : [],
  );
}

/** Two sides of one deed: what is bought was sold on the same day. */
const TWO_SIDES =
  /^(?:buy|bought|buys|sell|sold|sells|lend|lent|borrow|borrowed|rent|rented|hire|hired|let|give|gave|get|got|win|won|lose|lost|pay|paid|receive|received|send|sent)$/i;
const DONE = /\bwhen (?:did|was|were|had)\b/i;

/** "When was it opened?": the day on which it was closed is none. */
export function tellsOppositeDeed(question: Question, view: StatementView, lexicon: Lexicon): boolean {
  const verb = DONE.test(question.text) ? verbAsked(question) : undefined;
  if (!verb || TWO_SIDES.test(verb.word) || placesOf(verb, view).length > 0) return false;
  return oppositesInMatter(verb, lexicon).some((opposite) => view.terms.has(opposite));
}

/** Whether what is asked was done on that day, and not what another clause of the sentence tells. */
export function isDayOfDeed(question: Question, view: StatementView, [start, end]: Span): boolean {
  const places = DONE.test(question.text) ? placesOf(verbAsked(question), view) : [];
  return (
    places.length === 0 ||
    places.some((at) => !OTHER_CLAUSE.test(at < start ? view.text.slice(at, start) : view.text.slice(end, at)))
  );
}
const OTHER_CLAUSE = /;|,? \b(?:after|before|and which|who|which)\b/u;
