import type { Citation } from '../answer/answer.ts';
import type { Answering } from '../answer/ask.ts';
import { cite } from '../answer/compose.ts';
import { type Match, makeMatcher } from '../answer/match.ts';
import { visibleAsOf } from '../answer/visible.ts';
import { knownBy, type Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import { cleanUtterance, MAX_QUESTION_CHARACTERS } from '../question/read.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { tellsWhere } from './apposition.ts';
import { certaintyOf, tellsEnd, withoutFrame } from './assertion.ts';
import { type Comparison, compare, isLeftBehind } from './compare.ts';
import type { Difference } from './difference.ts';
import { wasBefore } from './left-behind.ts';
import { rivalOf } from './name-group.ts';
import { type ClaimPart, readPart, splitClaim } from './part.ts';

export type Verdict = 'supported' | 'contradicted' | 'outdated' | 'not-found';

export interface CheckRequest {
  readonly claim: string;
  readonly asOf?: IsoDate;
}

/** What became of one part of a claim. */
export interface PartVerdict {
  readonly part: string;
  readonly verdict: Verdict;
  /** What the statements say otherwise. */
  readonly different: readonly Difference[];
  readonly citations: readonly Citation[];
  /** For an outdated part: the day from which it no longer held. */
  readonly until?: IsoDate;
}

export interface Checked {
  readonly verdict: Verdict;
  readonly citations: readonly Citation[];
  readonly parts: readonly PartVerdict[];
  readonly asOf?: IsoDate;
  /** Set where there was nothing to check: why, in a sentence. */
  readonly because?: string;
}

/** A statement that covers at least this much of a claim's weight, with nothing weighty unsaid, bears it out. */
const BEARS_OUT = 0.7;
/** One that covers this much speaks of the same matter. */
const SAME_MATTER = 0.55;
const HALF = 0.5;
/** A word told in itself or in what is nearly the same. */
const SAME_NOUN = 0.8;
/** Beside the very figure, so much of a claim's weight may stand in words that the statement does not have. */
const LITTLE = 0.32;
const MOSTLY_TOLD = 0.6;
/** Beside the same verb of the same bearer, so much. */
const VERY_LITTLE = 0.26;
/** A word of this weight says something. */
const SUBSTANCE = 0.5;
/** In what speaks against a claim, so much of its weight may be said nowhere around. */
const LITTLE_UNSAID = 0.28;
/** What may or might be must be told in nearly the same words to speak against what is claimed. */
const SAME_WORDS = 0.95;
/** A newer statement that tells so much less of a claim still speaks of the same. */
const NEARLY_AS_MUCH = 0.15;
/** All of a claim but its figure. */
const SURELY_TOLD = 0.99;
const MOST_LOOKED_AT = 16;
/** Of those that hold a sum of the claim, so many more. */
const MOST_WITH_FIGURE = 32;
/** What speaks against a claim is shown beside what does so most firmly when it tells nearly as much of it. */
const AS_FIRM = 0.1;
/** A statement that says less of a claim is about something else. */
const LEAST_SAID = 0.2;

/** The weaker verdict comes later. */
const STRENGTH: readonly Verdict[] = ['supported', 'outdated', 'not-found', 'contradicted'];

/** Holds a claim against the corpus, part by part; the whole gets the verdict of its weakest part. */
export function checkClaim({ claim, asOf }: CheckRequest, answering: Answering): Checked {
  const { knowledge } = answering;
  const day = asOf ?? knowledge.corpus.newest;
  const base = { ...(day && { asOf: day }) };
  const text = cleanUtterance(claim);
  const because = refusal(text);
  if (because) return { verdict: 'not-found', citations: [], parts: [], because, ...base };
  const numbered: Citation[] = [];
  const parts = splitClaim(withoutFrame(text)).map((words) =>
    checkPart(readPart(words, knowledge), asOf, answering, numbered),
  );
  const worst = parts.reduce(
    (a, b) => (STRENGTH.indexOf(b.verdict) > STRENGTH.indexOf(a.verdict) ? b : a),
    parts[0] ?? { verdict: 'not-found' as const },
  );
  return { verdict: worst.verdict, citations: numbered, parts, ...base };
}

function refusal(text: string): string | undefined {
  if (text === '') return 'There is no claim. Write one as a sentence.';
  if (text.length > MAX_QUESTION_CHARACTERS)
    return `The claim has ${text.length} characters; at most ${MAX_QUESTION_CHARACTERS} are read. Shorten it.`;
  if (!/\p{L}\P{L}+\p{L}/u.test(text)) return 'That is no claim: write a sentence that says something, with a verb.';
  if (/\?\s*$/.test(text)) return 'That is a question. Ask it, or write what it claims as a sentence.';
  return undefined;
}

function checkPart(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  answering: Answering,
  numbered: Citation[],
): PartVerdict {
  const { knowledge, supersessions } = answering;
  const day = asOf ?? knowledge.corpus.newest;
  const match = makeMatcher(part.needs, knowledge);
  const views = viewsFor(part, answering).filter((view) => asOf === undefined || visibleAsOf(view, asOf, knowledge));
  const compared = views
    .filter((view) => view.statement.kind !== 'advice' && !/\?[”"’')]*\s*$/.test(view.text))
    .map((view) => ({ view, found: match(view) }))
    .filter(({ found }) => found.coverage >= LEAST_SAID)
    .sort((a, b) => b.found.coverage - a.found.coverage)
    .slice(0, MOST_WITH_FIGURE)
    .filter(({ view }, i) => i < MOST_LOOKED_AT || holdsFigure(part, view))
    .map(({ view, found }) => compare(part, view, found, knowledge))
    .sort((a, b) => b.match.ownCoverage - a.match.ownCoverage);
  const give = (verdict: Verdict, found: readonly Comparison[], until?: IsoDate): PartVerdict => ({
    part: part.text,
    verdict,
    different: [...new Set(found.flatMap((c) => (verdict === 'supported' ? [] : c.different)))],
    citations: found.slice(0, 3).map((c) => number(c, numbered, answering)),
    ...(until && { until }),
  });
  const endOf = (c: Comparison) => {
    const end = supersessions.get(c.view.statement.index);
    return end && (asOf === undefined || end.since <= asOf) && !elsewhere(part, end.later, knowledge) ? end : undefined;
  };
  const bearing = compared.filter((c) => hasSubstance(part) && bearsOut(c));
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
  const held = compared.filter(
    (c) => hasSubstance(part) && (bearing.includes(c) || heldOnce(c)) && (endOf(c) || c.past),
  );
  // What agrees in all that it says, and says as much, takes away the force of what does not.
  const agreeing = compared.filter((c) => c.different.length + c.silent.length + c.silentDates.length === 0);
  // An older one does not take it from a newer.
  const outweighed = (c: Comparison) =>
    agreeing.some(
      (one) =>
        one.told > c.told &&
        !(
          !part.happened &&
          one.told - c.told < NEARLY_AS_MUCH &&
          dayOf(one) !== undefined &&
          (dayOf(one) ?? '') < (dayOf(c) ?? '')
        ),
    );
  const against = compared.filter((c) => contradicts(c, part) && !outweighed(c) && !vouched(c, compared, part));
  // A newer statement that says otherwise makes what an older one says outdated, and not false.
  const newer = against.find(
    (c) =>
      !part.happened &&
      c.different.length === 1 &&
      !(part.certainty === 'done' && c.different[0] === 'date') &&
      bearing.some((b) => dayOf(b) !== undefined && (dayOf(c) ?? '') > (dayOf(b) ?? '')),
  );
  // Who was the director then may no longer be.
  const formerly = compared.find((c) => c.former && c.silent.length + c.different.length === 0 && c.told >= BEARS_OUT);
  const behind = leftBehindBy(part, compared);
  const fresher = newerFigure(part, bearing, compared, knowledge);
  const turned = turnAgainst(part, asOf, match, answering);
  // What happened, happened, whatever came of it.
  if (held.length > 0 && (part.past || part.happened)) return give('supported', held);
  const alone = part.exclusive && against[0]?.different.every((d) => d === 'exclusivity') === true;
  const forbidden = alone || DENIES_PERMISSION.test(part.text) ? openedBy(part, asOf, match, answering) : undefined;
  const sure =
    against[0] !== undefined && against[0].match.ownCoverage >= BEARS_OUT && against[0].different.includes('name');
  if (turned && !part.past && (!part.negated || part.exclusive) && !sure)
    return give('outdated', [...held, turned], turned.since);
  if (forbidden && (against[0] || holding.every((c) => (knownBy(c.view, knowledge) ?? '') < forbidden.since)))
    return give('outdated', [forbidden, ...against.slice(0, 1)], forbidden.since);
  if (formerly && !part.past) return give('outdated', [formerly], dayOf(formerly));
  // One tells it of the past in so many words, and the others only in the past tense.
  if (part.certainty === 'open' && part.amounts.length > 0 && held[0]?.past && holding.every((c) => c.happened))
    return give('outdated', held);
  const end = held[0] && endOf(held[0]);
  if (held.length > 0 && holding.length === 0) return give('outdated', held, end?.since);
  // "has to" against "no longer has to": it was so, and the sentence itself says that it ended.
  const over = against.find(
    (c) =>
      c.different.length === 1 &&
      ((Math.max(c.match.ownCoverage, c.told) >= BEARS_OUT &&
        (c.different[0] === 'negation' || c.different[0] === 'exclusivity') &&
        !part.negated &&
        !part.happened &&
        (tellsEnd(c.view.text) || c.view.turns.some((t) => t.sort === 'ended' || t.sort === 'succeeded'))) ||
        ((c.different[0] === 'amount' || c.different[0] === 'date') &&
          (c.firm || part.certainty !== 'done') &&
          revised(c, compared, part, knowledge))),
  );
  const allowed = against.find(
    (c) => c.different.every((d) => d === 'negation') && c.told >= BEARS_OUT && NOW_ALLOWED.test(c.view.text),
  );
  if (allowed && DENIES_PERMISSION.test(part.text)) return give('outdated', [allowed], dayOf(allowed));
  if (behind && !part.past) return give('outdated', [...bearing.slice(0, 1), behind], dayOf(behind));
  if (over && !part.past) return give('outdated', [over], over.view.statement.date?.date);
  if (fresher && !part.past)
    return give('outdated', [...bearing.slice(0, 1), fresher], knownBy(fresher.view, knowledge));
  if (newer && !part.past) return give('outdated', [...bearing.slice(0, 1), newer], dayOf(newer));
  // A plan whose day has passed is no plan any more.
  const passed =
    part.certainty === 'planned' &&
    day !== undefined &&
    part.dates.length > 0 &&
    part.dates.every(({ end: last, yearless }) => !yearless && last < day);
  if (passed && holding[0] && !part.past && holding.every((c) => certaintyOf(c.view.text) === 'planned'))
    return give('outdated', holding);
  const surest = holding[0];
  if (surest && !against.some((c) => c.match.ownCoverage > surest.match.ownCoverage + 0.05))
    return give('supported', holding);
  const firmest = against.toSorted((a, b) => b.told - a.told);
  const least = (firmest[0]?.told ?? 0) - AS_FIRM;
  if (firmest[0]) return give('contradicted', firmest.filter(({ told }) => told >= least).slice(0, 2));
  return give('not-found', []);
}

function holdsFigure(part: ClaimPart, view: StatementView): boolean {
  return part.amounts.some((amount) => view.amounts.some((other) => sameAmount(amount, other)));
}

/** One of several things that might happen: "Buy-back: the firm finds the money ...". */
function isScenario({ statement, hypothetical }: StatementView): boolean {
  return statement.label !== undefined && (statement.kind === 'forecast' || hypothetical);
}

/** Every slot of the claim is met; of other words little may be unsaid, and only where a figure or the verb shows that it is the same matter. */
function bearsOut(c: Comparison): boolean {
  if (isScenario(c.view)) return false;
  if (c.silent.length + c.silentDates.length + c.unbounded.length > 0 || c.different.length > 0) return false;
  const unsaid = c.missing.length + c.faint.length;
  // The same verb of the same bearer shows that it is the same matter, or the very figure does.
  if (c.toldBy !== 'agree' && (unsaid > 0 || !(c.anchored || c.toldBy === 'unsure'))) return false;
  if (unsaid === 0) return c.plainly >= BEARS_OUT || (c.anchored && c.told >= MOSTLY_TOLD);
  if (unsaid > 1 || c.modified) return false;
  if (c.anchored) return c.missingShare <= LITTLE && c.told >= MOSTLY_TOLD;
  return c.toldBy === 'agree' && c.faint.length === 0 && c.missingShare <= VERY_LITTLE && c.plainly >= BEARS_OUT;
}

/** What is over is told by what says all of it: that it held is no more than what led to now. */
function heldOnce(c: Comparison): boolean {
  return (
    c.silent.length + c.silentDates.length + c.different.length === 0 &&
    c.missing.length + c.faint.length <= (c.toldBy === 'agree' ? 1 : 0) &&
    c.plainly >= BEARS_OUT
  );
}

/** A statement of the same thing in which the very amount that is claimed is what it was before: "from 22 percent to 15 percent". */
function leftBehindBy(part: ClaimPart, compared: readonly Comparison[]): Comparison | undefined {
  return compared.find(
    (c) =>
      !/\b(?:up|down) from\b/i.test(c.view.text) &&
      (c.view.amounts.some(
        (amount) => isLeftBehind(amount, c.view) && part.amounts.some((claimed) => sameAmount(claimed, amount)),
      ) ||
        c.view.statement.mentions.some(
          (m) =>
            wasBefore(m.span, c.view.text) && part.dates.some((date) => m.start <= date.end && m.end >= date.start),
        )) &&
      c.silent.length <= 1 &&
      part.needs.some((need, i) => !need.name && need.weight >= SUBSTANCE && (c.match.met[i] ?? 0) >= HALF),
  );
}

const NOW_OTHERWISE =
  /\b(?:now|meanwhile|instead|(?:the|an?|every|its|their) new|no longer|any ?more|since then|lowered|raised|revised|cut)\b/i;

/** It tells the figure as a new one, and an older statement of the same thing has the very one that is claimed. */
function revised(c: Comparison, compared: readonly Comparison[], part: ClaimPart, knowledge: Knowledge): boolean {
  if (!NOW_OTHERWISE.test(c.view.text) && !c.view.turns.some(({ sort }) => sort === 'revalued' || sort === 'amended'))
    return false;
  // Another day of what was done is another event, or an error.
  if (part.certainty === 'done' && c.different.every((d) => d === 'date')) return false;
  const figures = part.amounts.length + part.dates.length;
  return (
    figures > 0 &&
    compared.some(
      (other) =>
        other.anchored &&
        other.told >= HALF &&
        !other.different.some((d) => d === 'amount' || d === 'date') &&
        (knownBy(other.view, knowledge) ?? '') < (knownBy(c.view, knowledge) ?? ''),
    )
  );
}

/** A newer statement of the same thing with another figure, less like the claim than one that bears it out. */
function newerFigure(
  part: ClaimPart,
  bearing: readonly Comparison[],
  compared: readonly Comparison[],
  knowledge: Knowledge,
): Comparison | undefined {
  if (part.amounts.length + part.dates.length === 0) return undefined;
  return compared.find(
    (c) =>
      c.different.length > 0 &&
      c.different.every((d) => d === 'amount' || d === 'date' || d === 'certainty') &&
      c.different.some((d) => d !== 'certainty') &&
      c.silent.length === 0 &&
      !c.anchored &&
      c.told >= HALF &&
      part.needs.some((need, i) => !need.name && need.weight >= SUBSTANCE && (c.match.own[i] ?? 0) >= SAME_NOUN) &&
      revised(c, bearing, part, knowledge),
  );
}

/** A claim of names and common words alone says nothing that could be borne out. */
function hasSubstance(part: ClaimPart): boolean {
  return (
    part.amounts.length + part.dates.length > 0 ||
    part.exclusive ||
    part.shared ||
    tellsWhere(part.text) ||
    part.needs.some((need) => !need.name && need.weight >= SUBSTANCE)
  );
}

function dayOf({ view: { statement } }: Comparison): IsoDate | undefined {
  return statement.date?.date;
}

/** Another statement on the same matter holds the very amount or date: then the one that has another tells of something else. */
function vouched(c: Comparison, all: readonly Comparison[], part: ClaimPart): boolean {
  if (!c.different.every((d) => d === 'amount' || d === 'date')) return false;
  const exact = part.amounts.length + part.dates.length > 0;
  return (
    exact &&
    all.some(
      (other) =>
        other !== c &&
        !other.different.some((d) => d === 'amount' || d === 'date') &&
        other.silent.length + other.silentDates.length === 0 &&
        other.match.ownCoverage >= c.match.ownCoverage * 0.8 &&
        other.anchored,
    )
  );
}

function viewsFor(part: ClaimPart, { knowledge }: Answering) {
  if (knowledge.views.length <= 400) return knowledge.views;
  const hits = knowledge.search.search(part.text, 24);
  return hits.flatMap(({ passage }) => {
    const found = knowledge.corpus.passages[passage];
    return found ? knowledge.views.slice(...found.statements) : [];
  });
}

function contradicts(c: Comparison, part: ClaimPart): boolean {
  const { view, match, silent, different } = c;
  if (different.length === 0) return false;
  // What is told of the past says nothing against what is claimed of now.
  if (c.past && !part.past && different.some((d) => d === 'negation' || d === 'exclusivity')) return false;
  if (isScenario(view)) return false;
  // What only might be speaks against nothing that was done, whoever it is told of.
  if (view.hypothetical && different.some((d) => d === 'opposite' || d === 'roles' || d === 'name')) return false;
  // That it is not so yet speaks against no plan.
  if (
    (part.certainty === 'planned' || WANTS.test(part.text)) &&
    different.includes('negation') &&
    NOT_SO_YET.test(view.text)
  )
    return false;
  // With so much otherwise it tells of something else.
  if (different.length > 2 || (different.includes('negation') && different.some((d) => d === 'amount' || d === 'date')))
    return false;
  const plain =
    different.length === 1 &&
    (different[0] === 'amount' || (different[0] === 'negation' && c.toldBy !== undefined)) &&
    c.told >= BEARS_OUT;
  if (!c.firm && !plain) return false;
  // Another figure of the same bearer is of the same thing only where a word says so.
  if (
    !c.saysThing &&
    !c.byVerb &&
    !c.anchored &&
    c.told < SURELY_TOLD &&
    different.some((d) => d === 'amount' || d === 'date')
  )
    return false;
  if (different.includes('name') && different.some((d) => d !== 'name' && d !== 'certainty')) return false;
  const names = part.needs.filter((n) => n.name);
  const nameless = names.length === 0 || match.nameCoverage >= 0.6 || different.includes('name') || c.told >= BEARS_OUT;
  // Where only the day is another, or the very sum is told of another, little else need be said in the same words.
  const dateAlone = different.every((d) => d === 'date');
  const sameSum =
    different[0] === 'name' &&
    part.amounts.some((a) => a.sort === 'money' && view.amounts.some((b) => sameAmount(a, b)));
  if (dateAlone && part.certainty === 'planned' && view.statement.mentions.every((m) => m.role === 'event'))
    return false;
  if (different.includes('certainty') && certaintyOf(view.text) === 'possible' && match.ownCoverage < SAME_WORDS)
    return false;
  const figure = different.every((d) => d === 'date' || d === 'amount') || sameSum;
  return (
    nameless &&
    silent.length === 0 &&
    // What is not so at all is not so on that day.
    (c.silentDates.length === 0 || different.some((d) => /^(?:negation|opposite|exclusivity)$/.test(d))) &&
    c.nowhereShare <= (figure || different.includes('name') ? LITTLE_UNSAID : LITTLE_UNSAID * 0.75) &&
    Math.max(match.ownCoverage, c.told) >= (dateAlone || sameSum ? SAME_MATTER - 0.15 : SAME_MATTER)
  );
}

/** The turn concerns another place or partner than the claim: "ended in Alder" ends nothing "in Birch". */
function elsewhere(part: ClaimPart, later: number, knowledge: Knowledge): boolean {
  const view = knowledge.views[later];
  return (
    view !== undefined &&
    part.names.some(
      (group) =>
        group.needs.every((i) =>
          [...(part.needs[i]?.alternatives ?? [])].every(([key, s]) => s < HALF || !view.terms.has(key)),
        ) && rivalOf(group, part.text, part.names, part.needs, view, undefined, knowledge) !== undefined,
    )
  );
}

/** A turn that ended just the state which the claim affirms, of the same bearer. */
function turnAgainst(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  match: (view: StatementView) => Match,
  answering: Answering,
): (Comparison & { readonly since: IsoDate }) | undefined {
  for (const turn of answering.turns) {
    if (asOf !== undefined && turn.since > asOf) continue;
    if (turn.cue.sort !== 'ended' || elsewhere(part, turn.view.statement.index, answering.knowledge)) continue;
    const objects = part.needs.filter((need) =>
      [...need.alternatives].some(([key, s]) => s >= 0.75 && turn.objects.has(key)),
    );
    const exclusive = part.exclusive && [...turn.objects].some((object) => answering.exclusiveTerms.has(object));
    if (objects.length === 0 && !exclusive) continue;
    const bearers = part.needs.filter(
      (need) => need.name && [...need.alternatives].some(([key, s]) => s >= 0.5 && turn.subjects.has(key)),
    );
    if (bearers.length === 0) continue;
    if (!exclusive && !IN_FORCE.test(part.text)) continue;
    const told = answering.knowledge.views.filter(
      (view) =>
        view === turn.view ||
        view.past ||
        answering.supersessions.get(view.statement.index)?.later === turn.view.statement.index,
    );
    const compared = told.map((view) => compare(part, view, match(view), answering.knowledge));
    if (!compared.some((c) => c.silent.length + c.missing.length <= 2 && c.match.ownCoverage >= HALF)) continue;
    const comparison = compare(part, turn.view, match(turn.view), answering.knowledge);
    return { ...comparison, since: turn.since };
  }
  return undefined;
}

const DENIES_PERMISSION =
  /\b(?:may not|cannot|can['’]t|must not|(?:is|are) (?:not (?:allowed|permitted|able)|barred|forbidden|prohibited))\b/i;

/** It says of a thing that it has not ended. */
const IN_FORCE =
  /\b(?:remains?|stays?|is|are) (?:still )?(?:in force|in place|valid|in effect|intact|unchanged)\b|\bstill (?:holds|stands|applies)\b/i;
const WANTS = /\b(?:wants?|plans?|hopes?|intends?|aims?|would like) to\b/i;
const NOT_SO_YET = /\b(?:is|are|has|have) (?:not|no)\b|\byet\b/i;
const NOW_ALLOWED = /\b(?:now (?:be )?(?:free|able|allowed|permitted)|(?:can|may) now|now (?:can|may)|no longer)\b/i;

/** What nobody else might do, before an exclusive right ended of which the claim's names are told. */
function openedBy(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  match: (view: StatementView) => Match,
  { turns, exclusiveTerms, knowledge }: Answering,
): (Comparison & { readonly since: IsoDate }) | undefined {
  const ends = (turn: Turn) =>
    turn.cue.sort === 'ended' &&
    (asOf === undefined || turn.since <= asOf) &&
    [...turn.objects].some((object) => exclusiveTerms.has(object));
  for (const turn of turns.filter(ends)) {
    const comparison = compare(part, turn.view, match(turn.view), knowledge);
    if (comparison.told >= HALF && comparison.match.nameCoverage >= HALF) return { ...comparison, since: turn.since };
  }
  return undefined;
}

function number({ view }: Comparison, numbered: Citation[], { knowledge }: Answering): Citation {
  const known = numbered.find((c) => c.document === view.statement.document && c.start === view.statement.start);
  if (known) return known;
  const citation = cite(numbered.length + 1, view, knowledge);
  numbered.push(citation);
  return citation;
}
