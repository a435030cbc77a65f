import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';

/** "Who built it?", "which firm will supply them?": what somebody does, in the active voice. */
const ASKS_DOER = () =>
  /\b(?:who|(?:which|what) (?:company|firm|house|group|maker|yard|supplier|contractor|builder|bank|agency|authority|office|council|person|people))(?: (?:will|would|has|had|have|can|could|may|also|first|now|originally|actually|really|is going to|(?:is|are|was|were)(?= \p{L}+ing\b)))* (?!(?:is|are|was|were|be|been|being|did|do|does)\b)(\p{L}{3,})\b(?! by\b)/iu;
const PASSIVE = () => /\b(?:is|are|was|were|be|been|being)(?: (?:not|now|also|still|only|first|\p{Ll}+ly))* $/u;
/** "The crane, built to lift 40 tonnes". */
const REDUCED = () => /\p{L}, (?:\p{Ll}+ly )?$/u;
/** Past forms that are no participles: whoever "took over" did so. */
const PAST_ALONE =
  /^(?:took|gave|wrote|rewrote|chose|drew|began|rose|broke|drove|flew|grew|knew|spoke|threw|wore|saw|did|went|ran|came|became|overtook|withdrew|undertook|forgot|froze|stole|swore|shook|sang|swam|rang)\b/i;
const REDUCED_AFTER = /^ (?:to|in|on|at|for|from|beside|near|with|between|around|under|over|above|below|as)\b/;
const BY = () =>
  /^[^.;]{0,80}?\b(?:to|with) (?:the |its |their )?\p{Lu}|^[^.;]{0,80}?\b(?:by|through)\b(?! (?:\d|(?:the )?(?:end|middle|start)\b|then\b|now\b|next\b|January|February|March|April|May|June|July|August|September|October|November|December))/u;
const SAME_DEED = 0.8;

/** Whether a statement tells what was done, but by nobody: only in the passive, without "by", and to nobody. */
export function isAgentUntold(question: Question, view: StatementView): boolean {
  const deed = deedAsked(question);
  if (!deed) return false;
  const places = [...deed.alternatives].flatMap(([key, strength]) =>
    strength >= SAME_DEED ? (view.terms.get(key)?.at ?? []) : [],
  );
  const told = places.flatMap((at) => view.tokens[at] ?? []);
  return (
    told.length > 0 &&
    told.every(({ start, end }) => {
      const before = view.text.slice(0, start);
      const after = view.text.slice(end);
      if (PAST_ALONE.test(view.text.slice(start, end))) return false;
      return (PASSIVE().test(before) || (REDUCED().test(before) && REDUCED_AFTER.test(after))) && !BY().test(after);
    })
  );
}

const deedAsked = remembered(({ text, needs }: Question): Need | undefined => {
  const verb = ASKS_DOER().exec(text)?.[1]?.toLowerCase();
  return needs.find(({ word, name, inherited }) => !name && !inherited && word.toLowerCase() === verb);
});
