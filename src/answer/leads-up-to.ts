import type { Question } from '../question/question.ts';
import type { StatementView } from '../statement/view.ts';

/** "A full record fetches more, and the house is wary of ...": what stands first may be why the rest is so. */
export function leadsUpTo({ needs }: Question, { text, terms, tokens }: StatementView): boolean {
  const [joint] = BEFORE_THAT().exec(text) ?? [];
  const from = BEFORE_THAT().exec(text)?.index;
  if (joint === undefined || from === undefined) return false;
  return needs.every(
    ({ alternatives, inherited }) =>
      inherited ||
      [...alternatives.keys()].some((key) => terms.get(key)?.at.some((at) => (tokens[at]?.start ?? 0) > from)),
  );
}

/** One main clause ends, and another begins with who does what. */
const BEFORE_THAT = () =>
  /(?<=\S+(?: \S+){4,})(?:, (?:and|so) |; |: | [–—] )(?=(?:the |an? |its? |they |he |she |we )?\S+ (?:\S+ ){0,3}?(?:is|are|was|were|has|have|had|will|would|\p{L}+ed|\p{L}+s)\b)/u;
