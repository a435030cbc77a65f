import { withoutMonth } from '../calendar/may.ts';
import { knownBy } from '../chronicle/turns.ts';
import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { Candidate } from './rank.ts';

/** "How did that end?", "what came of it?", "did they do anything in the end?" */
const ASKS =
  /\b(?:in the end|how (?:did|does|has|is) .{1,60}\b(?:end(?:ed|ing)?(?: up)?|turn(?:ed)? out|pan(?:ned)? out|work(?:ed)? out|settled|resolved|decided)\b|what (?:came|comes|became|has become|has come|(?:was|is) the (?:outcome|result|upshot|end|verdict|ruling|decision)) (?:out )?(?:of|from|in|on)\b|what was the (?:outcome|result|upshot|verdict|ruling)|(?:come|came|lead|led|amount(?:ed)?) to anything|any (?:outcome|result|decision|ruling|verdict) (?:of|from|in|on|yet))/i;
const TELLS =
  /\b(?:clos(?:ed?|es|ing)|end(?:s|ed)|dropp?(?:s|ed)|dismiss(?:es|ed)|reject(?:s|ed)|uph[eo]ld|overturn(?:s|ed)|quash(?:es|ed)|approv(?:es|ed)|clear(?:s|ed)|settl(?:es|ed)|rul(?:es|ed)|fin(?:es|ed)|withdr[ae]w\w*|decid(?:es|ed)|acquitt?(?:s|ed)|convict(?:s|ed)|agreed|abandon(?:s|ed)|shelv(?:es|ed)|struck down|grant(?:s|ed)|refus(?:es|ed)|threw out|throws out|thrown out|won|lost|found (?:no|that|nothing)|without (?:action|charge|result|taking action)|came to nothing|no action|fail(?:s|ed)|vot(?:es|ed)|conclud(?:es|ed)|lift(?:s|ed)|bann(?:s|ed)|order(?:s|ed)|award(?:s|ed)|waiv(?:es|ed)|call(?:s|ed) off|passed|cancel(?:s|l?ed)|result)\b/i;
/** What may yet come is no end. */
const OPEN = /\b(?:could|might|may|whether|asks? (?:that|for)|asked (?:that|for)|wants?|demands?|hopes?|seeks?)\b/i;
/** It is nearly as good, and about nearly as much of it. */
const GOOD_ENOUGH = 0.6;
const COVERS_ENOUGH = 0.6;

/** How a thing ended leads over how it began: the best of those that tell an end, from the day of the best on. */
export function outcomeOf(
  question: Question,
  ranked: readonly Candidate[],
  knowledge: Knowledge,
): Candidate | undefined {
  const [best] = ranked;
  if (!best || !ASKS.test(question.text)) return undefined;
  const tells = ({ view }: Candidate) => TELLS.test(view.text) && !OPEN.test(withoutMonth(view.text));
  if (tells(best)) return undefined;
  const day = knownBy(best.view, knowledge) ?? '';
  return ranked.find(
    (one) =>
      tells(one) &&
      (knownBy(one.view, knowledge) ?? '') >= day &&
      one.score >= best.score * GOOD_ENOUGH &&
      one.match.coverage >= best.match.coverage * COVERS_ENOUGH,
  );
}
