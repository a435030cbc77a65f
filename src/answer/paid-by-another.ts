import type { Need } from '../question/question.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { NameSpan } from '../statement/names.ts';
import { isPerson } from '../statement/people.ts';
import type { StatementView } from '../statement/view.ts';

const PAYS =
  /\b(?:pa(?:y(?:s|ing)?|id)|put(?:s|ting)?|contribut\w+|invest(?:s|ed|ing)?|spen(?:ds?|ding|t)|len(?:ds?|ding|t)|commit\w*|pledg\w+|provid\w+|buy(?:s|ing)?|bought)\b/giu;
/** Before a name that pays, is paid or is charged after the sum: "paid by A", "a loan to A", "a fine for A". */
const TIED = /\b(?:by|from|for|with|on|to|against|of|between|and|at|gave|costs?|lets?|pays?|paid) (?:the )?$/iu;

/** "B said it would invest $4 million in a yard beside A's sheds" tells nothing of what A paid. */
export function isPaidByAnother(
  { span: [from] }: Amount,
  payer: Need,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  const isPayer = ({ first, last }: NameSpan) =>
    view.tokens.slice(first, last).some(({ stem }) => payer.alternatives.has(stem)) ||
    view.concepts.some((c) => c.first >= first && c.first < last && payer.alternatives.has(c.key));
  const { text } = view;
  const own = view.names.filter(isPayer);
  const houses = view.names.filter((name) => !own.includes(name) && !isPerson(name, knowledge));
  if (own.some(({ start }) => start < from)) return false;
  if (own.length > 0) {
    // Another stands nearer to the sum, or before it, and nothing ties the payer to it.
    const [first] = own;
    const nearer = houses.some((name) => name.start < (first?.start ?? 0));
    return (
      nearer && own.every(({ start, end }) => !TIED.test(text.slice(0, start)) && !OF_ITS_OWN.test(text.slice(end)))
    );
  }
  // Nobody of that name: whoever stands before the verb pays.
  const verb = [...text.slice(0, from).matchAll(PAYS)].at(-1);
  if (!verb) return false;
  const subject = houses.find((name) => name.end <= verb.index && DIRECTLY.test(text.slice(name.end, verb.index)));
  return subject !== undefined;
}

/** "A's bill", "A will pay". */
const OF_ITS_OWN = /^(?:['’]|,? (?:who |which )?(?:is|was|will|would|has|had|pays?|paid|put|spent|gave|invest\w+)\b)/iu;
/** Between who pays and that it does. */
const DIRECTLY =
  /^ (?:(?:will|would|has|had|is|was|to|also|now|itself|then|agreed|(?:said|says) (?:that )?it (?:would|will)) )*$/u;
