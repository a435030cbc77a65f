import type { Need } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { before, inStretch } from './reference.ts';
import type { Stretch } from './roles.ts';

const MET = 0.5;
/** So nearly a word around it must say the same. */
const SAME_WORD = 0.8;
/** A word of less weight says nearly nothing. */
const SAYS_SOMETHING = 0.5;

/** What there is one of, and what is said to be it. */
interface Identity {
  readonly rank: string;
  readonly one: Stretch;
  readonly is: Stretch;
}

const RANK =
  /(?:\b(?:the|its|their|his|her|our)|[’']s?) (?<rank>most \p{L}+|\p{L}{3,}est|main|chief|key|primary|principal|only|sole)(?= \p{Ll})/giu;
/** Right behind it a name for the thing, and the verb that says what it is. */
const THING_IS =
  /^(?: (?!(?:and|or|but|that|which|who|is|was)\b)[\p{L}’'-]+){1,6}? (?:is|was|has been|remains) (?!not\b|no\b|one of\b|never\b|to\b)/iu;
const CLAUSE_END = /[;:—]|,? (?:and|but|while|whereas) |\.(?:\s|$)/;
/** What weighs most is told with any of these. */
const WEIGHS_MOST =
  /^(?:biggest|greatest|main|chief|key|primary|principal|gravest|most (?:significant|important|serious|pressing|urgent))$/i;

/** "The biggest worry is fuel": the clauses of a text that say what the one thing of its rank is. */
function identitiesIn(text: string): Identity[] {
  return [...text.matchAll(RANK)].flatMap((match) => {
    const after = match.index + match[0].length;
    const thing = THING_IS.exec(text.slice(after));
    if (!thing) return [];
    const from = after + thing[0].length;
    const end = CLAUSE_END.exec(text.slice(from));
    // The subject begins behind what leads into it.
    const lead = [...text.slice(0, match.index).matchAll(/[,;:.—] | that /g)].at(-1);
    return [
      {
        rank: match.groups?.rank?.toLowerCase() ?? '',
        one: { start: lead ? lead.index + lead[0].length : 0, end: from },
        is: { start: from, end: end ? from + end.index : text.length },
      },
    ];
  });
}

const identitiesOf = remembered(({ text }: StatementView) => identitiesIn(text));
const claimedIdentity = remembered((part: ClaimPart) => (part.negated ? undefined : identitiesIn(part.text)[0]));

/** Of what there is only one, the statement says that it is something of which the claim has no word, and the claim something of which nothing around it has one. */
export function isAnotherOne(part: ClaimPart, { view, match }: Comparison, knowledge: Knowledge): boolean {
  const claimed = claimedIdentity(part);
  if (!claimed) return false;
  const needsIn = (stretch: Stretch) =>
    part.needs.flatMap((need, i) =>
      inStretch(part.places[i] ?? -1, stretch) && !isRank(need.word) ? [{ need, own: match.own[i] ?? 0 }] : [],
    );
  const complement = needsIn(claimed.is);
  const weighty = complement.filter(({ need }) => need.weight >= SAYS_SOMETHING);
  const around = before(view, knowledge);
  const isSaid = (need: Need) =>
    around.some((one) => [...need.alternatives].some(([key, s]) => s >= SAME_WORD && one.terms.has(key)));
  if (weighty.length === 0 || complement.some(({ need, own }) => own >= MET || isSaid(need))) return false;
  const subject = needsIn(claimed.one);
  return identitiesOf(view).some(
    ({ rank, one }) =>
      (rank === claimed.rank || (WEIGHS_MOST.test(rank) && WEIGHS_MOST.test(claimed.rank))) &&
      subject.length > 0 &&
      subject.every(({ need }) => placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, one))),
  );
}

function isRank(word: string): boolean {
  return (
    WEIGHS_MOST.test(word) || /^(?:significant|important|serious|pressing|urgent|only|sole|\p{L}+est)$/iu.test(word)
  );
}
