import type { Question } from '../question/question.ts';
import { isOfSomebodyElse } from './decline.ts';
import type { Candidate } from './rank.ts';
import { specificAsked } from './specifics.ts';

/** What takes the first place must be nearly as good as what had it. */
const NEARLY_AS_GOOD = 0.6;
const NEARLY_AS_FITTING = 0.8;
/** Kinds that only a statement with the right sort of thing answers. */
const TYPED: ReadonlySet<Question['kind']> = new Set(['how much', 'when', 'who', 'where']);
/** Below this a statement does not hold the sort of thing asked for. */
const HOLDS_IT = 0.2;
/** It must cover this share of the question that the one before it covers. */
const COVERS_AS_MUCH = 0.75;

/** Whether the statement cannot answer, whatever words it shares with the question. */
export function missesWhatIsAsked(question: Question, { fit, view }: Candidate): boolean {
  if (TYPED.has(question.kind) && fit.fit < HOLDS_IT) return true;
  return specificAsked(question.text)?.tells(view.text) === false;
}

/** Brings to the front what can answer, where what stands there cannot. */
export function putAnswersFirst(question: Question, ranked: readonly Candidate[]): readonly Candidate[] {
  const [best] = ranked;
  if (!best) return ranked;
  if (missesWhatIsAsked(question, best)) {
    const able = ranked.find(
      (one) =>
        one.score >= best.score * NEARLY_AS_GOOD &&
        one.match.coverage >= best.match.coverage * COVERS_AS_MUCH &&
        one.fit.fit >= best.fit.fit &&
        !missesWhatIsAsked(question, one),
    );
    return able ? ofWhomIsAsked(question, first(able, ranked)) : ranked;
  }
  return ofWhomIsAsked(question, ranked);
}

/** What names whom the question asks about comes before what is told of somebody else. */
function ofWhomIsAsked(question: Question, ranked: readonly Candidate[]): readonly Candidate[] {
  const [best] = ranked;
  if (!best || !isOfSomebodyElse(question, best)) return ranked;
  const own = ranked.find(
    (one) =>
      one.score >= best.score * NEARLY_AS_GOOD &&
      one.fit.fit >= best.fit.fit * NEARLY_AS_FITTING &&
      !isOfSomebodyElse(question, one),
  );
  return own ? first(own, ranked) : ranked;
}

function first(one: Candidate, ranked: readonly Candidate[]): readonly Candidate[] {
  return [one, ...ranked.filter((other) => other !== one)];
}
