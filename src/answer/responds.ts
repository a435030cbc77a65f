import type { Statement } from '../model.ts';
import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Candidate } from './rank.ts';

/** "Does Holm admit that it sold the mill?": what Holm says to it is asked, and not whether it did. */
const ASKS_RESPONSE =
  /^\W*(?:and |so |but )?(?:does|do|did|has|have|had|will) .{1,60}?\b(?:admit|deny|deni|confirm|accept|disput|acknowledg|conced|contest|reject|comment)/i;
const RESPONDS = () =>
  /\b(?:den(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|confirm(?:s|ed|ing)?|acknowledg\w+|conced\w+|disput\w+|contest(?:s|ed)|reject\w*|dismiss(?:es|ed)|accept(?:s|ed)|refut\w+|contradict\w*|call(?:s|ed) (?:it|them|this|that|these|the) (?:\p{L}+ ){0,2}(?:[“"]|(?:wrong|untrue|false|nonsense|unfounded))|(?:is|was|were|are) (?:\p{L}+ly )?(?:wrong|untrue|false|unfounded)|no comment|comment(?:ed)?|would not (?:say|discuss))/iu;

const NEARLY_AS_GOOD = 0.7;
/** What stands right behind a charge need not say it again. */
const BESIDE = 0.4;
const NAMED = 0.55;

const asksResponse = remembered(
  ({ kind, text, leans }: Question) => kind === 'yes or no' && !leans && ASKS_RESPONSE.test(text),
);

/** What somebody said to a charge, where the best only tells the charge; undefined where no response is asked for. */
export function respondsTo(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  if (!best || !asksResponse(question) || RESPONDS().test(best.view.text)) return undefined;
  const who = question.needs.findIndex(({ name }) => name);
  return ranked.find(
    ({ view, match, score }) =>
      score >= best.score * (standsBy(view.statement, best.view.statement) ? BESIDE : NEARLY_AS_GOOD) &&
      RESPONDS().test(view.text) &&
      (who < 0 || (match.own[who] ?? 0) >= NAMED || (view.leansBack && (match.met[who] ?? 0) >= NAMED)),
  );
}

function standsBy(one: Statement, told: Statement): boolean {
  return one.passage === told.passage && (one.index === told.index + 1 || one.index === told.index + 2);
}
