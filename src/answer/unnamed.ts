import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import { type NamePlace, standsBeside } from './names-asked.ts';

/** "Which company supplies the jacks?": what whoever is asked for does. */
const ASKS =
  /^\W*(?:and |so |but )?(?:who(?= \p{L}+ (?:the|its|their|an?)\b)|which (?:company|firm|house|maker|yard|group|contractor)) (?:(?:is|are|has|have|will) )?(?:\p{L}+ly )?(\p{L}{4,})/iu;
/** Without it the pattern need not be compiled. */
const MAY_ASK = /who|which/i;
/** "The supplier": whoever it is has no name here. */
const DOER = /(?:er|or)s?$/i;
const NEAR = 0.6;

/** Whether the one who is asked for is in the statement, and without a name: "the jacks came late from the supplier". */
export function isLeftUnnamed(question: Question, view: StatementView): boolean {
  return doersAsked(question).some((need) => {
    const places = [...need.alternatives].flatMap(([key, strength]) =>
      strength >= NEAR ? (view.terms.get(key)?.at ?? []) : [],
    );
    const tokens = places.flatMap((at) => view.tokens[at] ?? []);
    return (
      tokens.length > 0 &&
      tokens.every(
        (token) => DOER.test(token.word) && !view.names.some((name: NamePlace) => standsBeside(name, token, view.text)),
      )
    );
  });
}

const doersAsked = remembered(({ text, needs }: Question) => {
  const asked = MAY_ASK.test(text) ? ASKS.exec(text)?.[1] : undefined;
  if (asked === undefined) return [];
  const verb = asked.toLowerCase();
  return needs.filter(({ name, inherited, word }) => !name && !inherited && word.toLowerCase() === verb);
});
