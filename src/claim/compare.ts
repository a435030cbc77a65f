import type { Match } from '../answer/match.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { isHypothetical, tellsPastState, turnsOf } from '../statement/state.ts';
import type { StatementView } from '../statement/view.ts';
import { toldByApposition, worksElsewhere } from './apposition.ts';
import { ofOthers, tornApart } from './belonging.ts';
import { bothCameAbout } from './both-came-about.ts';
import { clauseOf, segmentAround } from './clause.ts';
import { ofAnotherDay } from './compare-dates.ts';
import { compareFigures } from './compare-figures.ts';
import { compareNames } from './compare-names.ts';
import { compareWords } from './compare-words.ts';
import { type Comparison, STATE_UNTOLD } from './comparison.ts';
import { isContrasted } from './contrasted.ts';
import { deniesThing } from './denied-thing.ts';
import type { Difference } from './difference.ts';
import { endsMatter } from './ended.ts';
import { isFigureOfOtherSubject } from './figure-subject.ts';
import { relationIn } from './find-relation.ts';
import { compareManner, type Manner } from './manner.ts';
import { nounsSwapped } from './nouns-swapped.ts';
import { isOfOtherObject } from './object-elsewhere.ts';
import { ALONE, isOfSeveral } from './of-several.ts';
import { hasOneDoer } from './one-doer.ts';
import { isOneWordTwice } from './one-word-twice.ts';
import { oppositeIn } from './opposite-clause.ts';
import { otherNameInPlace } from './other-name.ts';
import { hasOtherOnOwnSide } from './other-side.ts';
import type { ClaimPart } from './part.ts';
import { isDoneToOther } from './patient.ts';
import { placesOfNeed } from './places.ts';
import { placesSwapped } from './places-swapped.ts';
import { EVENT, endsOnDay, endsThen, MEASURING, STATE } from './plain-verbs.ts';
import { compareQualifiers } from './qualifiers.ts';
import { inStretch, isFirstPerson, leantOn } from './reference.ts';
import { isDoneTo, rolesAgree } from './roles-agree.ts';
import { saidByAnother } from './said-by-another.ts';
import { isSaidOfNoun } from './said-of-noun.ts';
import { rememberedStretch } from './stretch-view.ts';
import { isOfOtherSubject, subjectTold } from './subject-told.ts';
import {
  hasOtherHouse,
  isHouseUnsure,
  namesHolder,
  postNeeds,
  tellsLead,
  tellsPost,
  titleIn,
  wasInterim,
} from './titles.ts';
import { isToCome } from './to-come.ts';
import { unborneBy } from './unborne.ts';
import { isUnique } from './unique.ts';
import { wasUntilThen } from './until-then.ts';
import { verbNeed } from './verb-need.ts';
import { wasSo } from './was-so.ts';
import { isAllButWhom, isNamedElsewhere } from './whom.ts';
import { isOfAnotherOwner } from './whose.ts';
import { differsInWithout } from './without.ts';

/** So nearly a verb must say what the claim's verb says. */
const SAME_VERB = 0.65;
/** "Was never part of" is "covers" the other way round: only of the very verb it is sure who does it to whom. */
const VERY_VERB = 0.95;

/** So much of a claim is told, of somebody else, that it is the same event. */
const ALL_BUT_WHO = 0.85;

/** Compares what a statement says with a part of a claim. `match` is how it meets the part's needs. */
export function compare(part: ClaimPart, view: StatementView, match: Match, knowledge: Knowledge): Comparison {
  const different = new Set<Difference>();
  const direct = relationIn(part, view, knowledge);
  // "Alder fell; Birch rose": of whom the claim tells, the clause of another with its verb tells nothing.
  const isTold =
    direct?.byVerb && rolesAgree(part, direct, view, knowledge) !== 'other' && subjectTold(part, view, direct);
  const turned = isTold || endsOnDay(part) || ofAnotherDay(part, view) ? undefined : oppositeIn(part, view, knowledge);
  const opposite = turned && bothCameAbout(part, turned, view) ? undefined : turned;
  const relation = opposite ?? direct;
  const clause = relation?.text ?? clauseOf(part, view);
  // "Ada Holm, chief engineer of Birch" says that she is.
  const apposed = toldByApposition(part, view);
  const titled = titleIn(part, view, knowledge) ?? (apposed && 'now');
  const roles = titled !== undefined ? 'agree' : relation && rolesAgree(part, relation, view, knowledge);
  const figures = compareFigures(part, view, relation, knowledge);
  const names = compareNames(
    part,
    view,
    match,
    {
      anchored: figures.sum,
      dated: figures.anchored && relation?.byVerb === true,
      roles,
      relation,
      titled: titled !== undefined,
    },
    knowledge,
  );
  const words = compareWords(
    part,
    view,
    match,
    { clause, relation, apposed: apposed !== undefined || (titled !== undefined && part.predicate?.base !== 'be') },
    knowledge,
  );
  // A title or an apposition is told, whatever the sentence denies.
  const beside = titled !== undefined && !(relation?.byVerb && part.predicate?.base !== 'be');
  const manner: Manner = beside
    ? { different: part.negated ? ['negation'] : [], silent: [] }
    : compareManner(part, view, { clause, around: textAround(view, knowledge) }, relation);
  const qualified = compareQualifiers(part, view, textAround(view, knowledge));
  const silent = [
    ...figures.silent,
    ...(apposed || (titled && part.predicate?.base !== 'be') ? [] : words.silent),
    ...manner.silent,
  ];
  if (isOfSeveral(part, view)) silent.push(ALONE);
  for (const one of [...figures.different, ...words.different, ...manner.different, ...qualified.different])
    different.add(one);
  const verb = verbNeed(part, knowledge);
  const base = part.predicate?.base ?? '';
  // What happened once is no state of things: "walked out" is not "are on strike".
  const stateUntold =
    base === 'be' &&
    !relation &&
    titled === undefined &&
    !figures.anchored &&
    !part.past &&
    !/\b(?:is|are)\b/.test(view.text);
  const total = names.total + words.total;
  const share = (weight: number) => (total > 0 ? weight / total : 0);
  const told = share(names.told + words.told);
  if (relation?.byVerb && !subjectTold(part, view, relation)) silent.push('of what');
  if (relation?.byVerb && !opposite && titled === undefined && isDoneToOther(part, view, relation, knowledge))
    if (roles === 'agree' && !ALSO.test(part.text) && isAllButWhom(part, words, view, relation)) different.add('name');
    else silent.push('to whom');
  // "Marsh runs sales, and Holm becomes director": the post must stand in the clause.
  const post = titled === undefined && STATE.test(base) && relation?.byVerb ? postNeeds(part, knowledge) : [];
  const inClause = (at: number) => inStretch(view.tokens[at]?.start ?? -1, relation);
  if (post.some((need) => placesOfNeed(need, view).length > 0 && !placesOfNeed(need, view).some(inClause)))
    silent.push('which post');
  if (part.certainty === 'open' && tellsPost(part, knowledge) && isToCome(view, relation, knowledge))
    silent.push('yet');
  if (isOneWordTwice(part, verb, view)) silent.push('of what');
  if (saidByAnother(part, view, knowledge)) silent.push('who says so');
  if (opposite && words.met > 0) different.add('opposite');
  if (differsInWithout(part, view) || (roles !== 'other' && deniesThing(part, view, relation, knowledge)))
    different.add('negation');
  if (relation?.byVerb && hasOtherOnOwnSide(part, view)) different.add('amount');
  if (
    roles === 'swapped' ||
    placesSwapped(part, view) ||
    (relation && relation.sameness >= VERY_VERB && nounsSwapped(part, view, relation))
  )
    different.add('roles');
  // The very sum, the highest rank or the one thing of its kind is told of somebody else.
  const rest = total - names.absentWeight > 0 ? (names.told + words.told) / (total - names.absentWeight) : 0;
  const elsewhere =
    isContrasted(part, view) ||
    (roles === 'other' &&
      (figures.anchored ||
        (isUnique(part, clause) && !isDoneTo(part, relation?.roles.agent, view)) ||
        (rest >= ALL_BUT_WHO && words.met >= 2 && part.reported) ||
        (rest >= ALL_BUT_WHO && relation !== undefined && hasOneDoer(part, relation, view))));
  const sameVerb = relation?.byVerb === true && relation.sameness >= SAME_VERB;
  // "Also" leaves room for the other one.
  const inPlace =
    !ALSO.test(part.text) &&
    (names.rival === 'close' ||
      (names.rival === 'loose' && roles !== 'other' && (figures.anchored || (sameVerb && part.certainty === 'done'))));
  const absent = names.absent.filter((name) => !(elsewhere && name.agent));
  const otherHouse =
    worksElsewhere(part, view) ||
    (titled !== undefined && absent.length <= 1 && absent[0]?.agent !== true && hasOtherHouse(part, view, knowledge));
  // "The director of Alder said": who that is, is not told.
  const isPostUntold = titled === undefined && tellsPost(part, knowledge);
  const unnamed = isPostUntold && !namesHolder(part, view, knowledge);
  // "Its director is Ada Holm; the treasurer, Ben Ash": of Ben Ash the first clause tells nothing.
  if (isPostUntold && relation && isNamedElsewhere(part, view, relation)) silent.push('who');
  if (unnamed && names.rival && !otherHouse) silent.push('who');
  else if (elsewhere || (inPlace && words.met > 0)) different.add('name');
  // "Holm of Cedar Yard" is no Holm of Birch Mills.
  else if (names.rival && !otherHouse) silent.push('another name');
  else if (roles === 'other') silent.push('by whom');
  if (otherHouse) different.add('name');
  else if (
    titled !== undefined &&
    (tellsPost(part, knowledge) || tellsLead(part)) &&
    isHouseUnsure(part, view, knowledge)
  )
    silent.push('of which house');
  if (
    names.rival === undefined &&
    absent.length === 1 &&
    titled === undefined &&
    !unnamed &&
    !ALSO.test(part.text) &&
    otherNameInPlace(part, view, roles !== 'unsure' && roles !== 'other', knowledge)
  )
    different.add('name');
  else if (!otherHouse && (names.rival === undefined || absent.length > 1 || absent[0]?.agent))
    silent.push(...absent.map(({ text }) => text));
  const ends =
    !part.negated &&
    !part.exclusive &&
    !part.shared &&
    !claimsAnEnd(part) &&
    // What was signed on a day was signed, whatever came of it, and what fell fell, whatever else ended then.
    !((part.happened || (part.past && part.predicate?.passive)) && figures.anchored && relation?.byVerb) &&
    endsMatter(part, view, relation);
  if (ends) different.add('negation');
  return {
    view,
    match,
    // "Serves it from a warehouse in Cork": where all else is the same, the verb may be another.
    silent:
      names.rival === 'close'
        ? silent.filter((word) => word !== words.verb)
        : // That another name stands there is what differs.
          silent.filter((word) => word !== 'to whom' || !different.has('name') || part.predicate?.passive),
    silentDates: figures.silentDates,
    unbounded: [
      ...qualified.silent,
      ...names.outside,
      ...(relation?.byVerb && isOfOtherObject(part, view, relation) ? ['of what'] : []),
      ...tornApart(part, view),
      ...(isOfAnotherOwner(part, view) ? ['whose'] : []),
      ...(!relation?.byVerb && part.amounts.some((amount) => isFigureOfOtherSubject(amount, part, view, knowledge))
        ? ['whose figure']
        : []),
      ...(titled === undefined && isSaidOfNoun(part, view, roles === 'agree' ? relation?.roles.agent : undefined)
        ? ['of whom']
        : []),
      ...unborneBy(part, view, relation, roles, knowledge),
      ...(relation?.byVerb && isOfOtherSubject(part, view, relation) ? ['to whom'] : []),
      ...(relation?.byVerb || titled !== undefined || verb >= 0 ? [] : ofOthers(part, view, knowledge)),
    ],
    missing: words.missing,
    missingShare: share(words.missingWeight),
    nowhereShare: share(words.nowhereWeight),
    modified: words.modified,
    toldBy: relation?.byVerb === true || titled || part.predicate?.base === 'be' ? roles : undefined,
    faint: [...names.faint, ...words.faint, ...(stateUntold ? [STATE_UNTOLD] : [])],
    different: [...different],
    verbless: part.predicate === undefined && /\bthan\b/i.test(part.text),
    nounForVerb:
      (figures.sum || (figures.anchored && part.happened)) &&
      relation === undefined &&
      verb >= 0 &&
      words.faint.length === 1 &&
      words.faint[0] === part.needs[verb]?.word &&
      names.absent.length + names.outside.length === 0 &&
      names.faint.length === 0 &&
      (isFirstPerson(view.text) ||
        part.names.every(({ needs }) => needs.some((i) => (match.own[i] ?? 0) >= SAME_VERB))),
    // A day alone shows little: a word must say the same.
    anchored: figures.anchored,
    told: different.has('name') ? Math.max(told, rest) : told,
    plainly: share(names.plainly + words.plainly),
    // "Holm of Birch, who had expected it": what goes on behind the name is another matter.
    past:
      (apposed !== 'now' || relation?.byVerb === true) &&
      (isPastState(relation ? segmentAround(view.text, relation) : view.text, view) ||
        (relation !== undefined && (WAS_TO.test(relation.core) || wasUntilThen(view, relation))) ||
        wasSo(part, view, relation, knowledge)),
    beside: beside && !tellsPost(part, knowledge),
    former: titled === 'former' || wasInterim(part, view),
    ends,
    happened: relation?.happened === true,
    done: relation?.byVerb === true && roles === 'agree' && HAS_DONE.test(relation.verb),
    // Whose director somebody is is told beside the name, whatever they suppose.
    supposed: view.statement.kind === 'advice' || (!otherHouse && isSupposed(relation?.text ?? view.text, view)),
    saysThing: words.met > 0,
    byVerb: sameVerb && part.predicate?.base !== 'be',
    firm:
      sameVerb ||
      otherHouse ||
      endsThen(part, view) ||
      verb < 0 ||
      EVENT.test(base) ||
      STATE.test(base) ||
      MEASURING.test(base),
  };
}

const textAround = rememberedIn((view: StatementView, knowledge: Knowledge) =>
  [view, ...leantOn(view, knowledge)].map(({ text }) => text).join(' '),
);

const claimsAnEnd = remembered(({ text }: ClaimPart) => turnsOf(text).some(({ sort }) => sort === 'ended'));
const isPastState = rememberedStretch(tellsPastState);
const isSupposed = rememberedStretch(isHypothetical);

const HAS_DONE = /^(?:has|have) (?:already |now |also |since )?\p{L}+(?:ed|en|wn|ght|ld|pt)$/u;

const ALSO = /\b(?:also|too|as well)\b/i;

/** A plan that is told as one of the past. */
const WAS_TO =
  /\b(?<!\b(?:task|aim|goal|job|idea|point|purpose|priority|intention|challenge|hope|mission|role|duty|answer|plan) )(?:was|were) (?:to|due to|supposed to|meant to|expected to|scheduled to|planned to)\b|\bshould have\b/i;
