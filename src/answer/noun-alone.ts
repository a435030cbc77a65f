import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** "Did Holm agree?", "have the members objected?": somebody, a verb, and nothing else. */
const ASKS_VERB_ALONE = () =>
  /^\W*(?:and |so |but )?(?:did|do|does|has|have|had|will) (?:(?:the|its|their) )?(?:[\p{L}\d'’-]+ ){1,3}?(?:really |ever |already |finally |actually )?(\p{Ll}{4,})\W*$/iu;
/** A noun made of a verb. */
const NOUN = /(?:ments?|tions?|sions?|ances?|ences?|als)$/;
/** "They reached an agreement": it was made, and so they agreed. */
const MADE =
  /\b(?:reach(?:es|ed)?|sign(?:s|ed)?|str[iu]c?k(?:es)?|struck|made|makes?|came to|come to|gave|gives?|entered(?: into)?|filed|raised|lodged|won|has|have|had|put forward|voiced|announced?d?|conclud\w+|rewr\w+|amend\w+) [^.;]{0,40}$/iu;

/** Whether a sentence has of the verb that is asked nothing but a noun, which says of something that it is there, and not who did it. */
export function tellsNounAlone(question: Question, view: StatementView): boolean {
  const verb = verbAsked(question);
  if (!verb) return false;
  const said = [...verb.alternatives.keys()]
    .flatMap((key) => view.terms.get(key)?.at ?? [])
    .flatMap((at) => view.tokens[at] ?? []);
  return said.length > 0 && said.every(({ word, start }) => NOUN.test(word) && !MADE.test(view.text.slice(0, start)));
}

const verbAsked = remembered(({ kind, text, needs, leans }: Question): Need | undefined => {
  const verb = kind === 'yes or no' && !leans ? ASKS_VERB_ALONE().exec(text)?.[1]?.toLowerCase() : undefined;
  if (verb === undefined || NOUN.test(verb)) return undefined;
  return needs.find(({ name, word }) => !name && word.toLowerCase() === verb);
});

const SAME_VERB = 0.85;

/** Where nothing but somebody's deed is asked, the very deed must be told before it is said to be so. */
export function tellsVerbAsked(question: Question, view: StatementView): boolean {
  const verb = verbAsked(question);
  return !verb || [...verb.alternatives].some(([key, strength]) => strength >= SAME_VERB && view.terms.has(key));
}
