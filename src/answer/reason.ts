import type { Statement } from '../model.ts';
import type { Question } from '../question/question.ts';
import { EXPLAINS, OBSTACLE, POSSIBLE_CAUSE, STATED_CAUSE } from '../statement/causes.ts';
import { ARGUED, STATED } from './fit-cause.ts';
import type { Candidate } from './rank.ts';
import { explainsWish } from './wished-for.ts';

/** From here on a statement tells a cause itself. */
const TELLS_CAUSE = 0.5;
/** A cause of something else covers less than this share of what the event's own sentence covers. */
const COVERS_AS_MUCH = 0.75;
/** And of so little it says next to nothing. */
const OF_SOMETHING_ELSE = 0.35;
/** What covers this share of the most that any statement covers may be what happened. */
const THE_EVENT = 0.8;
/** A reason that stands elsewhere speaks of this share of what the event's sentence speaks of. */
const SPEAKS_OF_IT = 0.5;
const NEARLY_AS_GOOD = 0.7;
const TELLS_ALL = 0.9;
const OF_THAT_DAY = 0.7;
const OF_THAT_DAY_COVERS = 0.4;

/** Brings a reason to the front, where the best statement only tells what happened, or why something else did. */
export function putReasonFirst(
  question: Question,
  previous: Statement | undefined,
  ranked: readonly Candidate[],
): readonly Candidate[] {
  const [best] = ranked;
  if (!best) return ranked;
  const listed = reasonListed(question, ranked);
  if (listed) return led(listed, ranked);
  const nearest = ranked.reduce((a, b) => (b.match.coverage > a.match.coverage ? b : a));
  // "Why was the flight of May 6 put off?": the event is that of the day.
  if (question.time?.sort === 'period' && best.features.period < OF_THAT_DAY) {
    for (const { view, match, features } of ranked) {
      if (features.period < OF_THAT_DAY || match.coverage < nearest.match.coverage * OF_THAT_DAY_COVERS) continue;
      const reason = reasonBeside(question, view.statement, ranked, true);
      if (reason) return led(reason, ranked);
    }
  }
  if (best.fit.fit >= TELLS_CAUSE) {
    if (best.features.heading >= ASKED_ABOVE) return ranked;
    if (best.match.coverage >= nearest.match.coverage * COVERS_AS_MUCH || nearest.fit.fit >= TELLS_CAUSE) return ranked;
    const reason = reasonBeside(question, nearest.view.statement, ranked, true);
    // "The risk is the precedent": where it is argued that something is so, the argument says more of why than a reason for something else.
    if (
      !reason &&
      ASKS_OF_STATE.test(question.text) &&
      nearest.fit.fit >= ARGUED &&
      nearest.match.ownCoverage >= TELLS_ALL
    )
      return led(nearest, ranked);
    if (reason || best.match.coverage >= nearest.match.coverage * OF_SOMETHING_ELSE) return led(reason, ranked);
    // "Because there was none": why something else is so says less than the sentence that speaks of what is asked.
    const own = ranked.find(({ match }) => match.coverage >= nearest.match.coverage * COVERS_AS_MUCH);
    return own ? [own, ...ranked.filter((one) => one !== own)] : ranked;
  }
  // "Why so?" asks for the cause of what was just told.
  const told = [...(question.leans && previous ? [previous] : []), best.view.statement];
  const argued =
    ARGUED_WHY.test(question.text) || (ASKS_OF_STATE.test(question.text) && best.view.statement.kind === 'analysis');
  for (const event of told) {
    const reason = reasonBeside(question, event, ranked, !argued);
    if (reason) return led(reason, ranked);
  }
  if (argued) return ranked;
  for (const { view, match } of ranked) {
    if (match.coverage < nearest.match.coverage * THE_EVENT) continue;
    const reason = reasonBeside(question, view.statement, ranked, view === nearest.view);
    if (reason) return led(reason, ranked);
  }
  return led(
    ranked.find(
      (one) =>
        one.fit.fit >= STATED &&
        one.match.coverage >= nearest.match.coverage * SPEAKS_OF_IT &&
        one.score >= best.score * NEARLY_AS_GOOD,
    ),
    ranked,
  );
}

/** "What reasons are given for Holm?": they stand in a row under a heading that asks why it is Holm. */
const ASKS_REASONS =
  /\b(?:reasons|arguments|grounds|motives|(?:speaks?|spoke|counts?|counted) (?:for|in favou?r of))\b/i;
const WHY_ABOVE = /\b(?:why|reasons?|case for|arguments?|grounds)\b/i;

function reasonListed({ text, needs }: Question, ranked: readonly Candidate[]): Candidate | undefined {
  if (!ASKS_REASONS.test(text)) return undefined;
  const names = needs.filter(({ name, inherited }) => name && !inherited).map(({ word }) => word.toLowerCase());
  return ranked.find(({ view: { statement } }) => {
    const heading = statement.heading?.toLowerCase() ?? '';
    return statement.listItem && WHY_ABOVE.test(heading) && names.some((name) => heading.includes(name));
  });
}

/** "Why would one?" is argued, and not a matter of what came before what. */
const ARGUED_WHY = /\bwhy (?:would|should|might|could|can|may|do|does)\b/i;
/** "Why is it a risk?": where it is argued about, the argument answers. */
const ASKS_OF_STATE = /\bwhy (?:is|are)\b/i;
/** A heading that is so like the question asks it: what stands under it is argued in order. */
const ASKED_ABOVE = 0.6;

function led(reason: Candidate | undefined, ranked: readonly Candidate[]): readonly Candidate[] {
  if (!reason) return ranked;
  return [
    { ...reason, fit: { ...reason.fit, fit: Math.max(STATED, reason.fit.fit) } },
    ...ranked.filter((one) => one !== reason),
  ];
}

const POINTS_BACK =
  /^\W*(?:(?:And|But|So) )?(?:That|This|These|Those|It|They|He|She|Its|Their|Both|So|Hence|The (?:reason|cause|trouble|problem))\b/;

/** What stands right after a sentence that tells what happened, and says why, or (`hindered`) what stood in the way. */
function reasonBeside(
  question: Question,
  told: Statement,
  ranked: readonly Candidate[],
  hindered: boolean,
): Candidate | undefined {
  const after = (by: number) =>
    ranked.find(({ view: { statement } }) => statement.index === told.index + by && statement.passage === told.passage);
  const [next, second] = [after(1), after(2)];
  const states = (one: Candidate | undefined) => one && STATED_CAUSE().test(one.view.text);
  if (states(next) || (next && explainsWish(question, next.view))) return next;
  // What neither leans back nor speaks of it gives the reason of something else.
  if (second && states(second) && (POINTS_BACK.test(second.view.text) || second.match.ownCoverage >= SPEAKS_OF_IT))
    return second;
  if (!hindered) return undefined;
  if (next && (OBSTACLE.test(next.view.text) || POSSIBLE_CAUSE.test(next.view.text) || EXPLAINS().test(next.view.text)))
    return next;
  return second?.view.leansBack && OBSTACLE.test(second.view.text) ? second : undefined;
}
