import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** "Why did X want a second supplier?", "why did X drop the deal?": what is asked for is what X had against things as they were. */
const ASKS_WISH = () =>
  /\bwhy (?:(?:did|does|is|was|are|were|has|had|would) |(?:do|have) (?=(?-i:\p{Lu}))).{1,60}\b(?:want(?:s|ed|ing)?|wish\w*|seek\w*|sought|look(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|push(?:es|ed|ing)? for|leav(?:e|es|ing)|left|end(?:ed|ing|s)?|drop(?:s|ped|ping)?|quit\w*|break\w*|switch\w*|walk\w* away|move away|get(?:ting)? (?:out|rid)|give up|gave up)\b/iu;

/** What hems somebody in, costs them something or makes them depend on another, and what they say of it as “us”. */
const GRIEVANCE = () =>
  /[“"](?:[^”"]* )?(?:us|our|we)\b[^”"]*[”"]|\b(?:complain\w*|ti(?:ed|es|ing) (?:its|their|our|her|his) hands|(?:shut|lock|keep|kept|left)(?:s|ed|ing)? (?:\p{L}+ ){1,3}(?:out|off|away)\b|(?:nowhere|no one|nobody|no \p{L}+) else|dependen(?:ce|t|cy)|depend(?:s|ed|ing)? on|relian(?:ce|t)|reli(?:es|ed) on|(?:los(?:es|ing)|lost|cost|costs|costing|driv(?:es|ing)|drove|turn(?:s|ed|ing)?) (?:\p{L}+ )?(?:away |off )?(?:customers?|members?|custom|orders?|buyers?|tenders?|patients?|passengers?|readers?|guests?|clients?|schools?|shops?|sales|it|them)\b|(?:has|have|had) limited|limits (?:its|their|his|her))/iu;

const asksWish = remembered(({ text }: Question) => ASKS_WISH().test(text));
const tellsGrievance = remembered(({ text }: StatementView) => GRIEVANCE().test(text));

/** Whether a question asks why somebody wanted something otherwise, and a statement tells what was wrong with how it was. */
export function explainsWish(question: Question, view: StatementView): boolean {
  return asksWish(question) && tellsGrievance(view);
}
