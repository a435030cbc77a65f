import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import { makeMatcher } from '../answer/match.ts';
import { movesFromOther } from '../chronicle/moved.ts';
import { knownBy, type Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { isOfAnother } from './another-thing.ts';
import { certaintyOf, tellsEnd } from './assertion.ts';
import { BEARS_OUT, bearsOut, hasSubstance, heldOnce, MOSTLY_TOLD } from './bears-out.ts';
import { hasBegun } from './began.ts';
import { isBesideFigure } from './beside-figure.ts';
import { citedVerdict } from './cited-verdict.ts';
import { thingsOf } from './claimed-things.ts';
import { compare } from './compare.ts';
import { meantBy } from './compare-dates.ts';
import type { Comparison } from './comparison.ts';
import { counteredBy } from './countered.ts';
import { endOfClaimed } from './end-of-claimed.ts';
import { goesOnStill, leavesToBeDone, tellsClosed, tellsDone } from './finished.ts';
import { likenessOf, scoreOf } from './judgement.ts';
import { leavesBehind } from './left-behind.ts';
import { leftBy } from './left-post.ts';
import { movedTo } from './moved-figure.ts';
import { compareNearest } from './nearest.ts';
import { leftBehindBy, newerFigure, revised } from './other-figure.ts';
import { overtakenBy } from './overtaken.ts';
import type { ClaimPart } from './part.ts';
import { passedOn } from './passed-on.ts';
import { formerlySo, replacedBy } from './replaced.ts';
import { rescheduledBy } from './rescheduled.ts';
import { estimateTold } from './same-estimate.ts';
import { contradicts, vouched } from './speaks-against.ts';
import { isLittleUnsaid, tellsAmounts } from './told-once.ts';
import { departureOf, openedBy, turnAgainst } from './turned.ts';
import { amendedSince, tellsUnaltered } from './unaltered.ts';
import type { PartVerdict, Verdict } from './verdict.ts';

const HALF = 0.5;
/** What says so much of a claim in its own words tells of the same, were it in a paraphrase. */
const TOLD_ONCE = 0.4;
/** A newer statement that tells so much less of a claim still speaks of the same. */
const NEARLY_AS_MUCH = 0.15;

/** What speaks against a claim is shown beside what does so most firmly when it tells nearly as much of it. */
const AS_FIRM = 0.1;

const DENIES_PERMISSION =
  /\b(?:may not|cannot|can['’]t|must not|(?:is|are) (?:not (?:allowed|permitted|able)|barred|forbidden|prohibited))\b/i;

/** What is told of one thing, and not of all of a kind. */
const OF_ONE = /^(?:the|its|their|his|her|this|that|these|those)\b/i;

const NOW_ALLOWED = /\b(?:now (?:be )?(?:free|able|allowed|permitted)|(?:can|may) now|now (?:can|may)|no longer)\b/i;

/** Holds one assertion against the statements nearest to it. Citations are numbered in `numbered`, through all parts of a claim. */
export function checkPart(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  answering: Answering,
  numbered: Citation[],
): PartVerdict {
  const { knowledge, weights } = answering;
  const day = asOf ?? knowledge.corpus.newest;
  const match = makeMatcher(part.needs, knowledge);
  const compared = compareNearest(part, asOf, match, knowledge);
  const give = (verdict: Verdict, found: readonly Comparison[], until?: IsoDate): PartVerdict =>
    citedVerdict(part.text, verdict, found, numbered, answering, until);
  const endOf = (c: Comparison) => endOfClaimed(part, c, asOf, answering);
  // A likeness alone bears nothing out: it shows what may have held, and has ended or been overtaken since.
  const isLike = (c: Comparison) => {
    const likeness = likenessOf(c, part, knowledge);
    return likeness !== undefined && scoreOf(likeness, weights.claims) >= 0;
  };
  const bearing = compared.filter((c) => hasSubstance(part) && (bearsOut(c) || isLike(c)));
  // Where what says the same is known to have ended, an older statement does not show that it holds.
  const endedOn = bearing
    .flatMap((c) => endOf(c)?.since ?? [])
    .sort()
    .at(-1);
  const holding = bearing.filter(
    (c) =>
      !endOf(c) &&
      (part.past || !c.past) &&
      !(endedOn !== undefined && !part.happened && (knownBy(c.view, knowledge) ?? '') < endedOn),
  );
  const isOlder = (one: Comparison, other: Comparison) => {
    const [day, later] = [knownBy(one.view, knowledge), knownBy(other.view, knowledge)];
    return day !== undefined && later !== undefined && day < later;
  };
  const held = compared.filter(
    (c) => hasSubstance(part) && (bearing.includes(c) || heldOnce(c)) && (endOf(c) || c.past),
  );
  // What agrees in all that it says, and says as much, takes away the force of what does not.
  const agreeing = compared.filter((c) => c.different.length + c.silent.length + c.silentDates.length === 0);
  // An older one does not take it from a newer.
  const outweighed = (c: Comparison) =>
    agreeing.some(
      (one) => one.told > c.told && !(!part.happened && one.told - c.told < NEARLY_AS_MUCH && isOlder(one, c)),
    );
  // An older day says nothing against one that a newer statement has of the same.
  const corrected = (c: Comparison) =>
    c.different.every((d) => d === 'date') &&
    compared.some(
      (one) =>
        one.anchored && one.different.length === 0 && one.silent.length <= 1 && one.told >= HALF && isOlder(c, one),
    );
  const things = thingsOf(part, knowledge);
  const against = compared.filter(
    (c) =>
      contradicts(c, part) &&
      // What bears the claim out is not denied by what another of the kind has.
      !(bearing.length > 0 && part.amounts.length > 0 && isOfAnother(part, things, c.view, c.match)) &&
      !outweighed(c) &&
      !vouched(c, compared, part, isOlder) &&
      !corrected(c),
  );
  const moved = movedTo(part, against, asOf, knowledge);
  const told = moved && compare(part, moved, match(moved), knowledge);
  if (told?.unbounded.length === 0) return give('supported', [told]);
  // A newer statement that says otherwise makes what an older one says outdated, and not false.
  const newer = against.find(
    (c) =>
      !part.happened &&
      c.different.length === 1 &&
      !(part.certainty === 'done' && c.different[0] === 'date') &&
      // That others do it overtakes nothing of what somebody said.
      !(part.reported && c.different[0] === 'name') &&
      !(c.different[0] === 'amount' && movesFromOther(c, part)) &&
      bearing.some((b) => isOlder(b, c)) &&
      !bearing.some((b) => leavesBehind(b.view, c.view)),
  );
  // "Will not deliver on July 1": the very deed of the very day is denied since.
  const denied = compared.find(
    (c) =>
      !part.happened &&
      !part.negated &&
      c.byVerb &&
      c.toldBy === 'agree' &&
      c.different.length === 1 &&
      c.different[0] === 'negation' &&
      c.missing.length + c.silentDates.length === 0 &&
      (c.silent.length <= (part.dates.length > 0 ? 1 : 0) ||
        (c.ends && c.told >= MOSTLY_TOLD && isBesideFigure(part, c, knowledge))) &&
      bearing.length > 0 &&
      bearing.every((b) => isOlder(b, c)),
  );
  // "Until last month on servers in Harby only": all of that is said to have been.
  const elapsed = compared.find(
    (c) =>
      c.past &&
      !part.happened &&
      c.told >= MOSTLY_TOLD &&
      c.silent.length + c.silentDates.length + c.missing.length === 0 &&
      c.different.every((d) => d === 'exclusivity') &&
      bearing.length > 0 &&
      bearing.every((b) => isOlder(b, c)),
  );
  // Who was the director then may no longer be.
  const formerly = compared.find((c) => c.former && c.silent.length + c.different.length === 0 && c.told >= BEARS_OUT);
  const behind = leftBehindBy(part, compared, knowledge);
  const fresher = newerFigure(part, bearing, compared, knowledge);
  const rescheduled = rescheduledBy(part, bearing, asOf, match, knowledge);
  const turned = turnAgainst(part, asOf, match, answering);
  const tells = ({ view }: Turn) => compare(part, view, match(view), knowledge);
  const amended = part.happened ? undefined : amendedSince(part, bearing, answering.turns, asOf, knowledge);
  const stood = (c: Comparison) =>
    tellsUnaltered(c.view.text) && (knownBy(c.view, knowledge) ?? '') >= (amended?.since ?? '');
  if (amended && !holding.some(stood)) return give('outdated', [...holding.slice(0, 1), tells(amended)], amended.since);
  // What happened, happened, whatever came of it.
  if (
    held.some((c) => bearsOut(c) || (heldOnce(c) && !c.modified && c.match.ownCoverage >= HALF)) &&
    (part.past || part.happened)
  )
    return give('supported', held);
  const alone = part.exclusive && against[0]?.different.every((d) => d === 'exclusivity') === true;
  const forbidden = alone || DENIES_PERMISSION.test(part.text) ? openedBy(part, asOf, match, answering) : undefined;
  const sure =
    against[0] !== undefined && against[0].match.ownCoverage >= BEARS_OUT && against[0].different.includes('name');
  if (turned && !part.past && !part.happened && (!part.negated || part.exclusive) && !sure)
    return give('outdated', [...held, turned], turned.since);
  if (forbidden && (against[0] || holding.every((c) => (knownBy(c.view, knowledge) ?? '') < forbidden.since)))
    return give('outdated', [forbidden, ...against.slice(0, 1)], forbidden.since);
  const gone = departureOf(part, answering.turns, asOf, knowledge);
  if (gone && !part.past && !part.happened && holding.every((c) => (knownBy(c.view, knowledge) ?? '') < gone.since))
    return give('outdated', [...holding.slice(0, 1), tells(gone)], gone.since);
  // "Was to begin on July 1": what was planned before is told as a plan of the past.
  const overtaken = held.find((c) => c.past && holding.length > 0 && holding.every((one) => isOlder(one, c)));
  if (overtaken && !part.past && !part.happened)
    return give('outdated', [...holding.slice(0, 1), overtaken], dayOf(overtaken));
  if (formerly && !part.past) return give('outdated', [formerly], dayOf(formerly));
  // One tells it of the past in so many words, and the others only in the past tense.
  if (part.certainty === 'open' && part.amounts.length > 0 && held[0]?.past && holding.every((c) => c.happened))
    return give('outdated', held);
  const end = held[0] && endOf(held[0]);
  if (held.length > 0 && holding.length === 0) return give('outdated', held, end?.since);
  // "has to" against "no longer has to": it was so, and the sentence itself says that it ended.
  const over = against.find(
    (c) =>
      (c.different.length === 1 || (c.ends && c.different.every((d) => d === 'negation' || d === 'opposite'))) &&
      ((Math.max(c.match.ownCoverage, c.told) >= BEARS_OUT &&
        c.different.some((d) => d === 'negation' || d === 'exclusivity') &&
        !part.negated &&
        !part.happened &&
        part.certainty !== 'done' &&
        // "Skill alone is no longer enough": of nobody in particular no source tells that it ever was.
        (part.names.length + bearing.length > 0 || OF_ONE.test(part.text)) &&
        (c.ends || tellsEnd(c.view.text) || c.view.turns.some((t) => t.sort === 'ended' || t.sort === 'succeeded'))) ||
        ((c.different[0] === 'amount' || c.different[0] === 'date') &&
          (c.firm || part.certainty !== 'done') &&
          revised(c, compared, part, knowledge))),
  );
  const allowed = against.find(
    (c) => c.different.every((d) => d === 'negation') && c.told >= BEARS_OUT && NOW_ALLOWED.test(c.view.text),
  );
  if (allowed && DENIES_PERMISSION.test(part.text)) return give('outdated', [allowed], dayOf(allowed));
  const begun = against.find((c) => hasBegun(part, c));
  if (begun) return give('outdated', [begun], dayOf(begun));
  if (behind && !part.past && !part.happened) return give('outdated', [...bearing.slice(0, 1), behind], dayOf(behind));
  if (denied && !part.past) return give('outdated', [...bearing.slice(0, 1), denied], dayOf(denied));
  if (rescheduled) return give('outdated', [...bearing.slice(0, 1), rescheduled], dayOf(rescheduled));
  if (over && !part.past) return give('outdated', [over], over.view.statement.date?.date);
  if (fresher && !part.past && !part.happened)
    return give('outdated', [...bearing.slice(0, 1), fresher], knownBy(fresher.view, knowledge));
  if (elapsed && !part.past) return give('outdated', [...bearing.slice(0, 1), elapsed], dayOf(elapsed));
  if (newer && !part.past) return give('outdated', [...bearing.slice(0, 1), newer], dayOf(newer));
  const taken =
    bearing.length > 0
      ? passedOn(
          part,
          compared.filter((c) => bearing.every((b) => isOlder(b, c))),
        )
      : undefined;
  if (taken) return give('outdated', [...bearing.slice(0, 1), taken], dayOf(taken));
  // What still had to be done is done.
  const done = leavesToBeDone(part) ? compared.find(tellsDone) : undefined;
  if (done) return give('outdated', [...holding.slice(0, 1), done], dayOf(done));
  // What was going on has been closed since.
  const closed = goesOnStill(part)
    ? compared.find((c) => tellsClosed(part, c) && holding.every((one) => one === c || isOlder(one, c)))
    : undefined;
  if (closed && holding.length > 0 && !part.past && !part.negated)
    return give('outdated', [...holding.slice(0, 1), closed], dayOf(closed));
  // A plan whose day has passed is no plan any more.
  const passed =
    part.certainty === 'planned' &&
    !part.happened &&
    day !== undefined &&
    part.dates.length > 0 &&
    part.dates.every((date) => holding.every((c) => meantBy(date, c.view).end < day));
  if (passed && holding[0] && !part.past && holding.every((c) => certaintyOf(c.view.text) === 'planned'))
    return give('outdated', holding);
  const surest = holding.some(bearsOut) ? holding[0] : undefined;
  // A paraphrase shows what was once told of the same, also where it is not near enough to bear the claim out.
  const once = surest
    ? [surest]
    : compared
        .filter((c) => c.match.ownCoverage >= TOLD_ONCE && isLittleUnsaid(c, part) && c.silentDates.length === 0)
        .filter((c) => c.different.length === 0 && tellsAmounts(part, c))
        .slice(0, 3);
  const left = leftBy(part, surest ? holding : once, answering, asOf);
  if (left)
    return give('outdated', [...once.slice(0, 1), compare(part, left.view, match(left.view), knowledge)], left.since);
  for (const told of once) {
    const overtaking = overtakenBy(part, told, compared, answering);
    if (overtaking) return give('outdated', [told, overtaking], knownBy(overtaking.view, knowledge));
  }
  const estimate = surest ? undefined : estimateTold(part, compared, knowledge);
  if (estimate?.agrees && hasSubstance(part)) return give('supported', [estimate.by]);
  if (estimate && against.length === 0) return give('contradicted', [{ ...estimate.by, different: ['amount'] }]);
  // The same matter told with one thing otherwise, by another verb or by none that is known.
  const counter = counteredBy(part, compared, knowledge);
  if (counter && against.length === 0 && surest?.anchored !== true)
    return give('contradicted', [{ ...counter.by, different: [counter.difference] }]);
  if (surest && !against.some((c) => c.plainly > surest.plainly + 0.05)) {
    const replaced = replacedBy(part, holding, asOf, match, knowledge);
    if (!replaced) return give('supported', holding);
    return give(
      'outdated',
      [surest, compare(part, replaced, match(replaced), knowledge)],
      knownBy(replaced, knowledge),
    );
  }
  // What is told as the figure or the day of before was so, also where no older statement tells it.
  const before = formerlySo(part, asOf, match, knowledge);
  if (before) return give('outdated', [compare(part, before, match(before), knowledge)], knownBy(before, knowledge));
  const firmest = against.toSorted((a, b) => b.told - a.told);
  const least = (firmest[0]?.told ?? 0) - AS_FIRM;
  if (firmest[0]) return give('contradicted', firmest.filter(({ told }) => told >= least).slice(0, 2));
  return give('not-found', []);
}

function dayOf({ view: { statement } }: Comparison): IsoDate | undefined {
  return statement.date?.date;
}
