import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import { type NamePlace, standsBeside } from './names-asked.ts';

/** "Which company supplies the jacks?": what whoever is asked for does. */
const ASKS = () =>
  /^\W*(?:and |so |but )?(?:who(?= \p{L}+ (?:the|its|their|an?)\b)|which (?:company|firm|house|maker|yard|group|contractor)) (?:(?:is|are|has|have|will) )?(?:\p{L}+ly )?(\p{L}{4,})/iu;
/** Without it the pattern need not be compiled. */
const MAY_ASK = /who|which/i;
/** "The supplier": whoever it is has no name here. */
const DOER = /(?:er|or)s?$/i;
const NEAR = 0.6;

/** "Which mills closed?": those who did it. */
const ASKS_WHICH =
  /^\W*(?:and |so |but )?which (?:\p{Ll}+ ){0,2}(\p{Ll}{3,}s) (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|of|in|on|at|for|from|to|with|by|that)\b)\p{Ll}/iu;
const SOME_NUMBER = () =>
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|a few|many|other) (?:\p{Ll}+ ){0,2}$/iu;
const NAMES_FOLLOW = /^(?:\s*[:,(–—]|,? (?:including|such as|namely|like)\b)/;

/** "Two mills had closed": how many, and not which. */
function isOnlyCounted(question: Question, view: StatementView): boolean {
  return sortsAsked(question).some(({ alternatives }) => {
    const tokens = [...alternatives].flatMap(([key, strength]) =>
      strength >= SAME_SORT ? (view.terms.get(key)?.at ?? []).flatMap((at) => view.tokens[at] ?? []) : [],
    );
    return (
      tokens.length > 0 &&
      tokens.every(
        ({ start, end }) => SOME_NUMBER().test(view.text.slice(0, start)) && !NAMES_FOLLOW.test(view.text.slice(end)),
      )
    );
  });
}
const SAME_SORT = 0.85;

/** "Which dairy did they quarrel with?": a house, which has a name. */
const ASKS_ONE = () =>
  /^\W*(?:and |so |but )?(?:which|what) (?:\p{Ll}+ )?(\p{Ll}+er|\p{Ll}+or|company|firm|house|bank|airline|agency|dairy|brewery|mill|yard|utility|university|chain|shop|club|school|hospital|museum|studio) (?:did|does|do|has|have|had|is|was|will|would)\b/iu;
const ANY_ONE = () => /\b(?:an?|one|another|some) (?:(?!of\b)[\p{Ll}-]+ ){0,2}$/u;
/** No names of theirs are asked for. */
const NO_HOUSE =
  /^(?:number|order|other|offer|quarter|matter|water|power|factor|error|summer|winter|weather|paper|letter|chapter|answer|danger|cover|layer|tier|sector|motor|rotor|floor|door|colou?r|labou?r|favou?r|flavou?r|behaviou?r|corner|river|border|computer|reactor|filter|charger|burner|boiler|cooler|dryer|sensor)$/i;

/** "They quarrelled with a dairy": that there is one, and not which. */
function isAnyOne(question: Question, view: StatementView): boolean {
  const need = oneAsked(question);
  const tokens = [...(need?.alternatives ?? [])].flatMap(([key, strength]) =>
    strength >= SAME_SORT ? (view.terms.get(key)?.at ?? []).flatMap((at) => view.tokens[at] ?? []) : [],
  );
  return (
    tokens.length > 0 &&
    tokens.every(
      (token) =>
        ANY_ONE().test(view.text.slice(0, token.start)) &&
        !view.names.some((name) => standsBeside(name, token, view.text)),
    )
  );
}

const oneAsked = remembered(({ text, needs }: Question) => {
  const asked = MAY_ASK_ONE.test(text) ? ASKS_ONE().exec(text)?.[1]?.toLowerCase() : undefined;
  if (asked === undefined || NO_HOUSE.test(asked)) return;
  return needs.find(({ name, inherited, word }) => !name && !inherited && word.toLowerCase().endsWith(asked));
});
/** Without it the pattern need not be compiled. */
const MAY_ASK_ONE = /^\W*(?:and |so |but )?(?:which|what) \p{Ll}/iu;

const sortsAsked = remembered(({ text, needs }: Question) => {
  const asked = ASKS_WHICH.exec(text)?.[1]?.toLowerCase();
  return needs.filter(
    ({ name, inherited, word }) => !name && !inherited && word.toLowerCase() === asked && !NO_NAME.test(word),
  );
});
/** These are told, and have no names. */
const NO_NAME =
  /^(?:factor|reason|condition|term|problem|risk|cause|change|step|scenario|measure|issue|event|thing|question|effect|result|rule|argument|trend|force|pressure|concern|benefit|advantage|drawback|mistake|fault|defect)s$/i;

/** Whether the one who is asked for is in the statement, and without a name: "the jacks came late from the supplier". */
export function isLeftUnnamed(question: Question, view: StatementView): boolean {
  if (isOnlyCounted(question, view) || isAnyOne(question, view)) return true;
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
  const asked = MAY_ASK.test(text) ? ASKS().exec(text)?.[1] : undefined;
  if (asked === undefined) return [];
  const verb = asked.toLowerCase();
  return needs.filter(({ name, inherited, word }) => !name && !inherited && word.toLowerCase() === verb);
});
