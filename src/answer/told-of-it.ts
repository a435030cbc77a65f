import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** What takes the first place must be nearly as good as what had it. */
const GOOD = 0.6;
const OPENED_GOOD = 0.45;
const OPINION_GOOD = 0.4;
const FACT_GOOD = 0.85;
const SAYS = 0.5;
const OF_THING = 0.8;
const COVERS_AS_MUCH = 0.95;

/** What tells just what a few words ask, where the best only shares them; undefined where the best tells it, or nothing does. */
export function toldOfIt(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  return (
    openedTo(question, ranked) ??
    viewOn(question, ranked) ??
    asFact(question, ranked) ??
    withSum(question, ranked) ??
    ofThingAsked(question, ranked)
  );
}

/** "Who can repair it now?" asks for whom something is open, and not who is near it. */
const ASKS_ALLOWED = () =>
  /\bwho(?:ever)? (?:else )?(?:can|may|is (?:now )?(?:allowed|free|permitted) to) (?:now )?(?!be\b|say\b|tell\b|confirm\b|help\b)\p{L}/iu;
const TELLS_ALLOWED =
  /\b(?:(?<!\bwho )(?:may|can)|free to|allow(?:s|ed|ing)?|lets?|letting|permit(?:s|ted)?|licen[sc]ed to|open(?:s|ed)? (?:it |them )?to|any(?:one|body)?|every make|non-?exclusive|no longer (?:the )?(?:only|sole|exclusive)|ending (?:the |its |their )?(?:exclusiv\w+|sole|reserv\w+|monopoly))\b/iu;
const TELLS_WHOSE = /\b(?:exclusive|sole|only|monopoly|reserved|alone)\b/i;
const ENDS_SOLE =
  /\b(?:end(?:s|ed|ing)|g[ai]v(?:es?|en|ing) up|los(?:es|t)|drop(?:s|ped|ping)|no longer)\b[^.;]{0,40}\b(?:exclusiv\w+|sole|only|reserv\w+|monopoly|alone)\b/i;
const ENDED_COVERS = 0.4;
const STILL_CLOSED = /\b(?:cannot|can only|may only|barred|forbade|must not)\b/i;

function openedTo(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const { kind, text, time, asOfAsked } = question;
  const [best] = ranked;
  if (
    !best ||
    kind !== 'who' ||
    !ASKS_ALLOWED().test(text) ||
    asOfAsked ||
    time?.sort === 'earlier' ||
    time?.sort === 'period'
  )
    return undefined;
  const deed = deedAllowed(question);
  const tells = ({ view }: Candidate) =>
    TELLS_ALLOWED.test(view.text) &&
    !allowsSomethingElse(view, deed) &&
    !STILL_CLOSED.test(view.text) &&
    !view.past &&
    !view.hypothetical &&
    view.statement.kind !== 'advice';
  if (tells(best)) return best;
  const open = ranked.filter((one) => tells(one) && one.score >= best.score * OPENED_GOOD);
  const able = open.filter(({ match }) => match.coverage >= best.match.coverage * GOOD);
  const told = able.find(({ view }) => view.turns.length > 0) ?? able[0];
  if (told) return told;
  // Whose it was alone tells it too, where nothing ended that.
  const ended = open.find(
    ({ view, score, match }) =>
      ENDS_SOLE.test(view.text) && score >= best.score * GOOD && match.coverage >= best.match.coverage * ENDED_COVERS,
  );
  if (ended) return ended;
  return TELLS_WHOSE.test(best.view.text) && !best.view.past && best.match.coverage >= COVERS_AS_MUCH
    ? best
    : undefined;
}

/** What somebody may do, by its need. */
const deedAllowed = remembered(({ text, needs }: Question) => {
  const verb = ALLOWED_DEED().exec(text)?.[1]?.toLowerCase();
  return needs.find(({ word }) => word.toLowerCase().split(' ')[0] === verb);
});
const ALLOWED_DEED = () =>
  /\bwho(?:ever)? (?:else )?(?:can|may|is (?:now )?(?:allowed|free|permitted) to) (?:now )?(\p{L}+)/iu;
/** So many words further on than "can" stands what one can do. */
const VERB_WITHIN = 3;

/** "Who may sell it?", and "Holm can mend it": one can do something else. */
function allowsSomethingElse(
  { text, terms, tokens }: StatementView,
  deed: Question['needs'][number] | undefined,
): boolean {
  if (!deed || TELLS_ALLOWED.test(text.replace(/\b(?:may|can)\b/gi, ' '))) return false;
  const places = [...deed.alternatives.keys()].flatMap((key) => terms.get(key)?.at ?? []);
  return !tokens.some(
    ({ word }, i) => /^(?:may|can)$/.test(word) && places.some((at) => at > i && at <= i + VERB_WITHIN),
  );
}

/** "What do analysts think about the savings?": a view, and of that. */
const ASKS_VIEW =
  /\bwhat (?:do|does|did) (.{2,50}?) (?:think|say|make|expect|reckon)(?: (?:about|of|on) (.{2,60}))\W*$/i;
const HOLDS =
  /\b(?:thinks?|thought|believes?|expects?|reckons?|calls?|called|puts? |sees|says?|said|argu(?:es|ed)|warns?|warned|doubts?|disagrees?|predicts?|estimates?|fears?|in (?:her|his|their) (?:opinion|view))\b/i;
const EXPERTS = /^(?:the )?(?:analysts?|experts?|observers?|commentators?|brokers?|investors?|economists?)$/i;

function viewOn(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  const asked = best && ASKS_VIEW.exec(question.text);
  if (!asked || !EXPERTS.test(asked[1] ?? '')) return undefined;
  const topic = (asked[2] ?? '').toLowerCase();
  const matters = question.needs.flatMap(({ word, inherited, unknown }, i) =>
    !inherited && !unknown && topic.includes(word.toLowerCase()) ? [i] : [],
  );
  if (matters.length === 0) return undefined;
  const tells = ({ view, match }: Candidate) =>
    HOLDS.test(view.text) &&
    !view.hypothetical &&
    view.names.length > 0 &&
    matters.every((i) => (match.own[i] ?? 0) >= SAYS);
  return tells(best) ? undefined : ranked.find((one) => one.score >= best.score * OPINION_GOOD && tells(one));
}

const ASKS_AHEAD =
  /\b(?:scenarios?|outlook|next|future|plans?|risks?|forecasts?|expect\w*|could|might|may|will|advice|tips?|likely)\b/i;

/** "Bond", "their stake": how it stands comes before what may become of it. */
function asFact({ kind, text }: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  const supposes = ({ view }: Candidate) => view.hypothetical || view.statement.kind === 'forecast';
  if (!best || kind !== 'keyword' || ASKS_AHEAD.test(text) || !supposes(best)) return undefined;
  return ranked.find(
    (one) =>
      !supposes(one) &&
      one.view.statement.kind !== 'advice' &&
      one.view.statement.kind !== 'definition' &&
      one.score >= best.score * FACT_GOOD &&
      one.match.ownCoverage >= best.match.ownCoverage * COVERS_AS_MUCH &&
      one.match.ownCoverage >= SAYS,
  );
}

/** "Price of the mill", "mill cost". */
const asksSum = remembered(
  ({ kind, text }: Question) =>
    kind === 'keyword' &&
    /\b(?:costs?|prices?|fees?|value|worth|fine|rent|salary|budget|stake|royalty|size|amount)\b/i.test(text),
);

/** A sum, where the best holds none. */
function withSum(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  const shares = /\b(?:stake|royalty|fee|rate)\b/i.test(question.text);
  const holds = ({ view }: Candidate) =>
    view.amounts.some(({ sort }) => sort === 'money' || (shares && sort === 'percent'));
  if (!best || !asksSum(question) || holds(best)) return undefined;
  const supposes = ({ view }: Candidate) => view.hypothetical || view.statement.kind === 'forecast' || view.past;
  return ranked.find(
    (one) =>
      holds(one) &&
      !supposes(one) &&
      one.score >= best.score * GOOD &&
      one.match.ownCoverage >= best.match.ownCoverage * COVERS_AS_MUCH &&
      one.match.ownCoverage >= SAYS,
  );
}

const ASKS_COST =
  /\b(?:how much|what) (?:is|are|was|were|will|would|does|do|did) (?:the|its|their|this|that|an?) (.{2,40}?) (?:going to )?cost\W*$/i;

/** "How much does the kiln cost?": a sum of the kiln, where the best has one of something else. */
function ofThingAsked(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const [best] = ranked;
  const thing = question.kind === 'how much' ? ASKS_COST.exec(question.text)?.[1]?.toLowerCase() : undefined;
  if (!best || thing === undefined) return undefined;
  const asked = question.needs.flatMap(({ word, unknown, inherited }, i) =>
    !unknown && !inherited && thing.includes(word.toLowerCase()) ? [i] : [],
  );
  const tells = ({ match, view }: Candidate) =>
    view.amounts.some(({ sort }) => sort === 'money') && asked.every((i) => (match.own[i] ?? 0) >= OF_THING);
  if (asked.length === 0 || tells(best)) return undefined;
  return ranked.find(
    (one) =>
      one.score >= best.score * FACT_GOOD &&
      one.fit.fit >= best.fit.fit &&
      !one.view.past &&
      !one.view.hypothetical &&
      tells(one),
  );
}
