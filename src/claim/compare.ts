import type { Match } from '../answer/match.ts';
import type { Need } from '../question/question.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { tellsPastState, turnsOf } from '../statement/state.ts';
import { type StatementView, viewText } from '../statement/view.ts';
import { toldByApposition } from './apposition.ts';
import { rateAfter } from './assertion.ts';
import { fitDate } from './compare-dates.ts';
import type { Difference } from './difference.ts';
import { endsMatter } from './ended.ts';
import { wasBefore } from './left-behind.ts';
import { compareManner, type Manner } from './manner.ts';
import { type NameGroup, namesIt, rivalOf, strengthOf } from './name-group.ts';
import { isOfAnother, isOtherPartOf } from './paired.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { compareQualifiers } from './qualifiers.ts';
import { inStretch, isFirstPerson, leantOn, pointsAtSubject, subjectBefore } from './reference.ts';
import {
  oppositeIn,
  type Relation,
  type RolesFit,
  relationIn,
  rolesAgree,
  STATE,
  saidByAnother,
  verbNeed,
} from './relation.ts';

import { hasOtherHouse, titleIn } from './titles.ts';
import { differsInWithout } from './without.ts';

/** How a statement stands to a part of a claim. */
export interface Comparison {
  readonly view: StatementView;
  readonly match: Match;
  /** What of the claim the statement does not speak of at all, and that no other words could mean: names, amounts, dates, the verb. */
  readonly silent: readonly string[];
  /** Dates of the claim that it does not speak of. */
  readonly silentDates: readonly string[];
  /** Bounds of the claim that it does not have: "all", "because". They bear on no contradiction. */
  readonly unbounded: readonly string[];
  /** Other weighty words that it does not say. */
  readonly missing: readonly string[];
  /** The share of the claim's weight that those words have, 0 to 1. */
  readonly missingShare: number;
  /** The share of those that the sentences before it do not say either. */
  readonly nowhereShare: number;
  /** A word that it does not say stands before a thing which it calls otherwise: "a flat fee" for "a tiered fee". */
  readonly modified: boolean;
  /** Where the same verb tells it: whether the same does it. */
  readonly toldBy: RolesFit | undefined;
  /** What it says only in words that may mean something else. */
  readonly faint: readonly string[];
  /** What it says otherwise. */
  readonly different: readonly Difference[];
  /** It holds the very amount or date that is claimed. */
  readonly anchored: boolean;
  /** The share of the claim that is said in it or in what it leans on, 0 to 1. */
  readonly told: number;
  /** The share that is said in its own words, or in names that it leans on. */
  readonly plainly: number;
  /** It tells of a state that its own clause calls past. */
  readonly past: boolean;
  /** It gives the person of whom the claim tells a post as the one that they had: "then director". */
  readonly former: boolean;
  /** Its verb stands in the simple past. */
  readonly happened: boolean;
  /** It says a weighty word of the claim, where the claim has one. */
  readonly saysThing: boolean;
  /** Its verb tells it, and not only what stands around. */
  readonly byVerb: boolean;
  /** Its verb says what the claim's verb says, or the claim has none that says much. */
  readonly firm: boolean;
}

/** A need met by less than this is not met. */
const MET = 0.5;
/** A need met by less than this may be told in another sense: enough to contradict, not to bear out. */
const PLAIN = 0.65;
/** So nearly a verb must say what the claim's verb says. */
const SAME_VERB = 0.65;
/** What a verb counts that is told as a noun. */
const AS_NOUN = 0.6;
/** A word of less weight names no thing. */
const SAYS_SOMETHING = 0.4;
/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;
/** A name met by this much stands in the title, the heading or the sentence before. */
const NAMED_AROUND = 0.3;
/** A name met by less may be the whole that it is part of. */
const SAME_NAME = 0.7;
/** A name that the text spoke of just before counts nearly whole. */
const NAME_LEANT_ON = 0.9;
/** What a measure weighs, "price" or "size", beside words that weigh up to 1. */
const MEASURE_WEIGHT = 0.6;
/** So much of a claim is told, of somebody else, that it is the same event. */
const ALL_BUT_WHO = 0.85;
/** Of a claim that is told of another, this share of the rest is said. */
const REST_SAID = 0.75;
/** Words by which a claim's clause is found in a longer sentence. */
const CLAUSE_MARGIN = 3;
/** A name with a number, "Ariane 5", "BX-17": another number makes it another thing. */
const NUMBERED_NAME = /\b\p{Lu}[\p{L}]*-\d+\b/gu;

/** Compares what a statement says with a part of a claim. `match` is how it meets the part's needs. */
export function compare(part: ClaimPart, view: StatementView, match: Match, knowledge: Knowledge): Comparison {
  const different = new Set<Difference>();
  const direct = relationIn(part, view, knowledge);
  const opposite = direct?.byVerb || endsThen(part, view) ? undefined : oppositeIn(part, view, knowledge);
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
    : compareManner(part, view, clause, relation);
  const qualified = compareQualifiers(part, view);
  const silent = [
    ...figures.silent,
    ...(apposed || (titled && part.predicate?.base !== 'be') ? [] : words.silent),
    ...manner.silent,
  ];
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
  if (saidByAnother(part, view, knowledge)) silent.push('who says so');
  if (opposite && words.met > 0) different.add('opposite');
  if (differsInWithout(part, view)) different.add('negation');
  if (roles === 'swapped') different.add('roles');
  // The very sum, the highest rank or the one thing of its kind is told of somebody else.
  const rest = total - names.absentWeight > 0 ? (names.told + words.told) / (total - names.absentWeight) : 0;
  const elsewhere =
    roles === 'other' &&
    (figures.anchored || isUnique(part, clause) || (rest >= ALL_BUT_WHO && words.met >= 2 && part.reported));
  const sameVerb = relation?.byVerb === true && relation.sameness >= SAME_VERB;
  // "Also" leaves room for the other one.
  const inPlace =
    !ALSO.test(part.text) &&
    (names.rival === 'close' ||
      (names.rival === 'loose' && roles !== 'other' && (figures.anchored || (sameVerb && part.certainty === 'done'))));
  if (elsewhere || (inPlace && words.met > 0)) different.add('name');
  else if (names.rival) silent.push('another name');
  else if (roles === 'other') silent.push('by whom');
  const absent = names.absent.filter((name) => !(elsewhere && name.agent));
  const otherHouse =
    titled !== undefined && absent.length <= 1 && absent[0]?.agent !== true && hasOtherHouse(part, view, knowledge);
  if (otherHouse) different.add('name');
  if (
    names.rival === undefined &&
    absent.length === 1 &&
    titled === undefined &&
    !ALSO.test(part.text) &&
    otherNameInPlace(part, view, roles !== 'unsure' && roles !== 'other', knowledge)
  )
    different.add('name');
  else if (!otherHouse && (names.rival === undefined || absent.length > 1))
    silent.push(...absent.map(({ text }) => text));
  if (
    endsMatter(part, view, relation) &&
    !part.negated &&
    !part.exclusive &&
    !part.shared &&
    !turnsOf(part.text).some(({ sort }) => sort === 'ended')
  )
    different.add('negation');
  return {
    view,
    match,
    // "Serves it from a warehouse in Cork": where all else is the same, the verb may be another.
    silent: names.rival === 'close' ? silent.filter((word) => word !== words.verb) : silent,
    silentDates: figures.silentDates,
    unbounded: [...qualified.silent, ...names.outside],
    missing: words.missing,
    missingShare: share(words.missingWeight),
    nowhereShare: share(words.nowhereWeight),
    modified: words.modified,
    toldBy: relation?.byVerb === true || titled || part.predicate?.base === 'be' ? roles : undefined,
    faint: [...names.faint, ...words.faint, ...(stateUntold ? ['is'] : [])],
    different: [...different],
    // A day alone shows little: a word must say the same.
    anchored: figures.anchored,
    told: different.has('name') ? Math.max(told, rest) : told,
    plainly: share(names.plainly + words.plainly),
    past:
      tellsPastState(relation ? segmentAround(view.text, relation) : view.text) ||
      (relation !== undefined && WAS_TO.test(relation.core)),
    former: titled === 'former',
    happened: relation?.happened === true,
    saysThing: words.met > 0,
    byVerb: sameVerb && part.predicate?.base !== 'be',
    firm: sameVerb || endsThen(part, view) || verb < 0 || EVENT.test(base) || STATE.test(base) || MEASURING.test(base),
  };
}

interface Figures {
  /** It holds a figure of the claim. */
  readonly anchored: boolean;
  /** It holds an amount of the claim. */
  readonly sum: boolean;
  readonly silentDates: readonly string[];
  readonly silent: readonly string[];
  readonly different: readonly Difference[];
}

function compareFigures(
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): Figures {
  const silent: string[] = [];
  const different: Difference[] = [];
  let anchored = false;
  let sum = false;
  const take = (fit: 'same' | 'other' | 'silent' | 'vaguer', sort: 'amount' | 'date', words: string) => {
    if (fit === 'same') {
      anchored = true;
      if (sort === 'amount') sum = true;
    } else if (fit === 'other') different.push(sort);
    else (sort === 'date' ? silentDates : silent).push(words);
  };
  const silentDates: string[] = [];
  for (const amount of part.amounts)
    take(fitAmount(amount, part, view, relation, knowledge), 'amount', part.text.slice(...amount.span));
  if (isOtherPartOf(part, view)) different.push('amount');
  for (const date of part.dates) take(fitDate(date, view, relation), 'date', part.text.slice(...date.span));
  return { anchored, sum, silent, silentDates, different };
}

interface Names {
  readonly total: number;
  readonly told: number;
  readonly plainly: number;
  readonly faint: readonly string[];
  /** Names that nothing around names either. */
  readonly absent: readonly { readonly text: string; readonly agent: boolean }[];
  readonly absentWeight: number;
  /** Names that the sentence has, but not in the clause that tells it. */
  readonly outside: readonly string[];
  /** Another name stands in the place of one. */
  readonly rival: 'close' | 'loose' | undefined;
}

function compareNames(
  part: ClaimPart,
  view: StatementView,
  match: Match,
  {
    anchored,
    dated,
    roles,
    relation,
    titled,
  }: {
    readonly anchored: boolean;
    readonly dated: boolean;
    readonly titled: boolean;
    readonly roles: RolesFit | undefined;
    readonly relation: Relation | undefined;
  },
  knowledge: Knowledge,
): Names {
  const context = leantOn(view, knowledge);
  const firstPerson = isFirstPerson(view.text) ? knowledge.publisher(view.statement) : undefined;
  const around = firstPerson ? [...context, firstPerson] : context;
  const faint: string[] = [];
  const absent: { text: string; agent: boolean }[] = [];
  const outside: string[] = [];
  const sum = { total: 0, told: 0, plainly: 0, absentWeight: 0 };
  let rival: 'close' | 'loose' | undefined;
  for (const group of part.names) {
    const weight = group.needs.reduce((all, i) => all + (part.needs[i]?.weight ?? 0), 0);
    sum.total += weight;
    const own = strengthOf(group, part.needs, (i) => match.own[i] ?? 0);
    const agent = inStretch(group.at, part.roles.agent);
    // "On sales in Alder falls, while that of Birch does not": it must be named in the clause that tells it.
    const clause = relation?.byVerb === true && !standsIn(group, part, view, relation) ? relation : undefined;
    const beside =
      own >= MET && clause ? rivalOf(group, part.text, part.names, part.needs, view, clause, knowledge) : undefined;
    if (own >= MET && !beside) {
      sum.told += weight * own;
      sum.plainly += weight * own;
      if (own < SAME_NAME) faint.push(group.text);
      // Elsewhere in the sentence it may have another part.
      else if (clause && !agent && !inStretch(group.at, part.sayer)) outside.push(group.text);
      continue;
    }
    const other = beside ?? rivalOf(group, part.text, part.names, part.needs, view, undefined, knowledge);
    if (other) {
      rival = rival === 'close' ? rival : other;
      sum.absentWeight += weight;
      continue;
    }
    if (around.some((text) => namesIt(group, part.needs, text))) {
      sum.told += weight * SAME_NAME;
      sum.plainly += weight * NAME_LEANT_ON;
      // It must be clear whom the subject of the sentence stands for, and whom else it concerns.
      const meant = roles === 'agree' && (agent || /\b(?:its|their|our|us|them|it|his|her)\b/i.test(view.text));
      if (!anchored && !dated && !meant) faint.push(group.text);
      continue;
    }
    // What heads the page or the section need not be named again in it.
    const headed = strengthOf(group, part.needs, (i) => ((match.met[i] ?? 0) >= NAMED_AROUND ? 1 : 0)) > 0;
    if (headed) {
      sum.told += weight * MET;
      if (!anchored && !((agent || titled) && roles === 'agree')) faint.push(group.text);
      continue;
    }
    absent.push({ text: group.text, agent });
    sum.absentWeight += weight;
  }
  for (const [name] of part.text.matchAll(NUMBERED_NAME))
    if (![view, ...around].some(({ text }) => text.includes(name))) absent.push({ text: name, agent: false });
  return { ...sum, faint, absent, outside, rival };
}

function standsIn(group: NameGroup, part: ClaimPart, view: StatementView, clause: Relation): boolean {
  return group.needs.some((i) => {
    const need = part.needs[i];
    return (
      need !== undefined &&
      placesOfNeed(need, view).some((at) => {
        const offset = view.tokens[at]?.start ?? 0;
        return clause.start <= offset && offset < clause.end;
      })
    );
  });
}

interface Words {
  readonly total: number;
  readonly told: number;
  readonly plainly: number;
  /** How many weighty words it says. */
  readonly met: number;
  /** How many of them in plain words. */
  readonly firm: number;
  readonly silent: readonly string[];
  /** The claim's verb, where it does not say it. */
  readonly verb: string | undefined;
  readonly missing: readonly string[];
  readonly missingWeight: number;
  readonly nowhereWeight: number;
  readonly modified: boolean;
  readonly faint: readonly string[];
  readonly different: readonly Difference[];
}

function compareWords(
  part: ClaimPart,
  view: StatementView,
  match: Match,
  {
    clause,
    relation,
    apposed,
  }: { readonly clause: string; readonly relation: Relation | undefined; readonly apposed: boolean },
  knowledge: Knowledge,
): Words {
  const verb = verbNeed(part, knowledge);
  const context = leantOn(view, knowledge);
  const { lexicon } = knowledge.analysis;
  // "The plant opened in May. It has 40 staff": what the first sentence is about is told of in the second.
  const bearer = relation?.byVerb
    ? part.predicate?.passive
      ? [part.roles.others[0], relation.roles.others[0]]
      : [part.roles.agent, relation.roles.agent]
    : [];
  const subject = pointsAtSubject(bearer[1], view) ? subjectBefore(view, knowledge) : undefined;
  const isSubject = (need: Need, i: number) =>
    subject !== undefined &&
    inStretch(part.places[i] ?? -1, bearer[0]) &&
    [...need.alternatives].some(
      ([key, s]) =>
        s >= PLAIN &&
        (subject.view.terms.get(key)?.at ?? []).some((at) =>
          inStretch(subject.view.tokens[at]?.start ?? -1, subject.stretch),
        ),
    );
  const sum = { total: 0, told: 0, plainly: 0, met: 0, firm: 0, missingWeight: 0, nowhereWeight: 0 };
  const missing: string[] = [];
  const faint: string[] = [];
  const different: Difference[] = [];
  let modified = false;
  const base = part.predicate?.base ?? '';
  // What runs for six years lasts six years: the figure tells it.
  const ends = endsThen(part, view);
  const measuring = (MEASURING.test(base) && part.amounts.length + part.dates.length > 0) || ends;
  let unsaidVerb: string | undefined;
  if (verb < 0 && part.predicate && !relation?.byVerb && !SAYS_LITTLE.test(base) && !STATE.test(base) && !measuring)
    unsaidVerb = base;
  for (const [i, need] of part.needs.entries()) {
    // "Became" and "remains" say that it is.
    if (need.name || (i === verb && (apposed || STATE.test(base) || (measuring && relation?.byVerb !== true))))
      continue;
    // A noun for the verb may be of another matter: "the offering" is not to offer.
    const own =
      i !== verb ? (match.own[i] ?? 0) : relation?.byVerb ? relation.sameness : Math.min(AS_NOUN, match.own[i] ?? 0);
    const role = [...need.alternatives.keys()].some((key) => lexicon.concept(key)?.kind === 'role');
    const leant = view.leansBack && !role && i !== verb ? (match.met[i] ?? 0) : 0;
    const met = Math.max(own, leant, isSubject(need, i) ? SAME_NAME : 0);
    const weighty = need.weight >= WEIGHTY;
    sum.total += need.weight;
    sum.told += need.weight * Math.max(met, match.met[i] ?? 0);
    sum.plainly += need.weight * met;
    if (met >= MET) {
      if (weighty) sum.met += 1;
      if (own >= PLAIN) sum.firm += 1;
      // What only the sentence before says may be said of something else.
      if (
        weighty &&
        !isSubject(need, i) &&
        !standsForMatter(need, part, i) &&
        (own < MET || met < (i === verb ? SAME_VERB : PLAIN))
      )
        faint.push(need.word);
    } else if (isOtherRole(need.alternatives, view, knowledge)) different.push('name');
    else if (!part.shared && i !== verb && hasOpposite(need.alternatives, clause, knowledge))
      different.push('opposite');
    else if (weighty && i === verb) {
      // What was done on a day may be told by another verb: the day shows it.
      if (EVENT.test(base) && part.dates.length > 0) faint.push(need.word);
      else unsaidVerb = need.word;
    } else if (weighty) {
      missing.push(need.word);
      sum.missingWeight += need.weight;
      if (otherModifier(part, need, view)) modified = true;
      const said = context.some((one) =>
        [...need.alternatives].some(([key, s]) => s >= SAME_NAME && one.terms.has(key)),
      );
      if (!said && (match.met[i] ?? 0) < MET) sum.nowhereWeight += need.weight;
    }
  }
  for (const measure of part.measures) {
    // A sum of money is what something is worth, but not its price.
    const same =
      (measure !== 'price' && view.amounts.length > 0) ||
      view.terms.has(measure) ||
      lexicon.synonyms(measure).some((s) => s.strength >= SAME_NAME && view.terms.has(s.key));
    sum.total += MEASURE_WEIGHT;
    if (same) {
      sum.told += MEASURE_WEIGHT;
      sum.plainly += MEASURE_WEIGHT;
      continue;
    }
    missing.push(measure);
    sum.missingWeight += MEASURE_WEIGHT;
    sum.nowhereWeight += MEASURE_WEIGHT;
  }
  return {
    ...sum,
    silent: unsaidVerb === undefined ? [] : [unsaidVerb],
    verb: unsaidVerb,
    missing,
    modified,
    faint,
    different,
  };
}

/** "The drug", "the company": what a claim calls by its sort is what the sources are about. */
const SORT_OF_MATTER =
  /^(?:company|firm|group|drug|medicine|product|airline|carrier|league|bank|club|agency|plant|ship|service|programme|program|project|startup|start-up|maker|operator|association|union)$/i;

function standsForMatter(need: Need, part: ClaimPart, i: number): boolean {
  return SORT_OF_MATTER.test(need.word) && /\bthe $/i.test(part.text.slice(0, part.places[i] ?? 0));
}

/** Where no name is the claim's subject, the thing that is must stand in the clause: "exclusivity has ended" is not "it dropped its probe". */
function subjectTold(part: ClaimPart, view: StatementView, clause: Relation): boolean {
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  if (part.names.some(({ at }) => inStretch(at, subject))) return true;
  const words = part.needs.filter(
    (need, i) => inStretch(part.places[i] ?? -1, subject) && need.weight >= SAYS_SOMETHING,
  );
  const near = (at: number) => inStretch(view.tokens[at]?.start ?? -1, clause);
  return words.length === 0 || view.leansBack || words.some((need) => placesOfNeed(need, view).some(near));
}

const ALSO = /\b(?:also|too|as well)\b/i;

/** A plan that is told as one of the past. */
const WAS_TO =
  /\b(?:was|were) (?:to|due to|supposed to|meant to|expected to|scheduled to|planned to)\b|\bshould have\b/i;

/** A clause with what leads into it: "until then the yard had ...". */
function segmentAround(text: string, { verbStart, end }: Relation): string {
  const lead = text.slice(0, verbStart);
  const opens = [...lead.matchAll(/[;:—]|,\s+(?:and|but|while|whereas|though)\b|\bbut\b/g)].at(-1);
  return text
    .slice(opens ? opens.index + opens[0].length : 0, end)
    .replace(/, (?:until|then|once|formerly|previously|before)\b[^,]*,/g, '');
}

/** "The biggest platform", "the chief executive", "the memo": there is only one of them. */
function isUnique(part: ClaimPart, clause: string): boolean {
  const superlative = /\bthe (?:\w+ly )?(?:\p{L}{3,}est|most|only|first|last|sole|main|leading|exclusive|primary)\b/iu;
  return (
    (superlative.test(part.text) && superlative.test(clause)) ||
    (part.predicate?.passive === true && /^the\b/i.test(part.text) && /\bby\b/i.test(part.text))
  );
}

/** Verbs that only bring a figure in. */
const MEASURING = /^(?:run|last|cost|total|amount|reach|cover|span|comprise|contain|extend|stand|measure|weigh)$/;

/** What was done on a day may be told by another verb: "signed on", "changed on". */
const EVENT = /^(?:sign|announce|reach|strike|conclude|agree|publish|report|change|amend|make|happen|take)$/;
/** What ends in 2028 runs through 2028. */
function endsThen(part: ClaimPart, view: StatementView): boolean {
  return (
    /^(?:end|expire|lapse|terminate)$/.test(part.predicate?.base ?? '') &&
    part.dates.length > 0 &&
    view.statement.mentions.some((m) => m.role === 'term')
  );
}

/** Verbs that the claim may do without. */
const SAYS_LITTLE = /^(?:be|have|do|get|go|come|take|make|put|hold|will|would|can|could|may|might|must|shall|should)$/;

/** The claim's word stands before a thing that the statement names with another word before it. */
function otherModifier(part: ClaimPart, need: Need, view: StatementView): boolean {
  // "From showing matches": a verb in "-ing" is none.
  const lead = part.text.slice(0, part.places[part.needs.indexOf(need)] ?? 0);
  if (/ing$/.test(need.word) && /\b(?:from|of|by|for|in) $/.test(lead)) return false;
  const next = part.needs.find((other) => other.at === need.at + 1);
  if (!next) return false;
  const claimed = (stem: string) => part.needs.some((other) => other.alternatives.has(stem));
  return placesOfNeed(next, view).some((at) => {
    const before = view.tokens[at - 1];
    return before !== undefined && !before.stop && !/^\d/.test(before.word) && !claimed(before.stem);
  });
}

/** "More than 100", "at most half". */
const BOUND =
  /\b(more than|over|above|at least|exceed\w*|less than|fewer than|under|below|at most|no more than) (?:about |around |some )?$/i;

/** How a statement stands to an amount that a claim names. */
function fitAmount(
  amount: Amount,
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): 'same' | 'other' | 'silent' {
  const bound = BOUND.exec(part.text.slice(0, amount.span[0]))?.[1]?.toLowerCase();
  if (bound) {
    const others = view.amounts.filter(
      (other) => rivals(amount, other, knowledge) || countsSame(amount, part.text, other, view.text),
    );
    const above = /^(?:more|over|above|at least|exceed)/.test(bound);
    const within = (other: Amount) => (above ? other.upper >= amount.value : other.value <= amount.value);
    return others.length === 0 ? 'silent' : others.some(within) ? 'same' : 'other';
  }
  const same = view.amounts.filter(
    (other) =>
      sameAmount(amount, other) || (other.value === amount.value && countsSame(amount, part.text, other, view.text)),
  );
  if (same.some((other) => !isLeftBehind(other, view))) {
    // "Of 500 million, 100 million was spent": the sum must be that of the verb.
    const inClause = (other: Amount) =>
      relation !== undefined && relation.start <= other.span[0] && other.span[0] < relation.end;
    if (
      relation?.byVerb &&
      !same.some(inClause) &&
      view.amounts.some((other) => inClause(other) && rivals(amount, other, knowledge))
    )
      return 'other';
    if (isOfAnother(amount, part, view, knowledge)) return 'other';
    // "40 percent next year": which year that is, is not said.
    if (part.dates.length > 0 && same.every((other) => OF_SOME_YEAR.test(view.text.slice(other.span[1]))))
      return 'silent';
    const rate = rateAfter(part.text, amount.span[1]);
    return rate && !same.some((other) => hasRate(rate, view.text, other.span)) ? 'other' : 'same';
  }
  if (same.length > 0) return 'other';
  return view.amounts.some(
    (other) => rivals(amount, other, knowledge) || countsSame(amount, part.text, other, view.text),
  )
    ? 'other'
    : 'silent';
}

const OF_SOME_YEAR = /^ (?:this|next|last) (?:year|month|quarter|season)\b/i;
const RATES: Readonly<Record<string, RegExp>> = {
  year: /\b(?:annual(?:ly)?|yearly|(?:a|per|each|every) year)\b/i,
  month: /\b(?:monthly|(?:a|per|each|every) month)\b/i,
  week: /\b(?:weekly|(?:a|per|each|every) week)\b/i,
  day: /\b(?:daily|(?:a|per|each|every) day)\b/i,
};
const RATE_NEAR = 30;

function hasRate(rate: string, text: string, [start, end]: Amount['span']): boolean {
  return (
    rateAfter(text, end) === rate ||
    RATES[rate]?.test(text.slice(Math.max(0, start - RATE_NEAR), end + RATE_NEAR)) === true
  );
}

/** "falls from 22 percent to 15 percent": the first of the two is no more. */
export function isLeftBehind(amount: Amount, view: StatementView): boolean {
  return wasBefore(amount.span, view.text);
}

/** Words after a number in which the thing that it counts is named: "two battery-electric ferries". */
const NOUN_WITHIN = 4;

function countedAfter(text: string, [start]: Amount['span']): string[] {
  const words = text
    .slice(start)
    .split(/[^\p{L}\p{N}]+/u)
    .slice(1, NOUN_WITHIN + 2);
  const end = words.findIndex((word) =>
    /^(?:of|in|on|at|by|for|to|from|with|and|or|who|which|that|over|per|a)$/i.test(word),
  );
  return (end < 0 ? words : words.slice(0, end))
    .filter((word) => /^\p{L}[\p{L}\d]{2,}$/u.test(word))
    .map((word) => word.toLowerCase().replace(/s$/, ''));
}

/** Both count the same thing, whatever stands before it: "310,000 lost passengers", "310,000 passengers". */
function countsSame(a: Amount, aText: string, b: Amount, bText: string): boolean {
  if (a.sort !== 'count' || b.sort !== 'count') return false;
  const last = countedAfter(aText, a.span).at(-1);
  return last !== undefined && countedAfter(bText, b.span).includes(last);
}

/** Two amounts of which one must be wrong, were they of the same thing. */
function rivals(a: Amount, b: Amount, { analysis: { lexicon } }: Knowledge): boolean {
  if (comparable(a, b) && (a.unit === b.unit || a.sort === 'duration')) return true;
  const measured = lexicon.measures(a.unit);
  return measured !== undefined && measured === lexicon.measures(b.unit);
}

/** The claim gives somebody a role, the statement gives them another. */
function isOtherRole(
  alternatives: ReadonlyMap<string, number>,
  view: StatementView,
  { analysis: { lexicon } }: Knowledge,
): boolean {
  const role = [...alternatives.keys()].find((key) => lexicon.concept(key)?.kind === 'role');
  return role !== undefined && view.concepts.some((c) => c.key !== role && lexicon.concept(c.key)?.kind === 'role');
}

/** The stretch of the sentence that the claim's words stand in. */
function clauseOf(part: ClaimPart, view: StatementView): string {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const need of part.needs) {
    for (const [key, strength] of need.alternatives) {
      if (strength < MET) continue;
      for (const at of view.terms.get(key)?.at ?? []) {
        from = Math.min(from, at);
        to = Math.max(to, at);
      }
    }
  }
  if (to < 0) return view.text;
  const start = view.tokens[Math.max(0, from - CLAUSE_MARGIN)]?.start ?? 0;
  const end = view.tokens[Math.min(view.tokens.length - 1, to + CLAUSE_MARGIN)]?.end ?? view.text.length;
  return view.text.slice(start, end);
}

/** The clause that tells the same tells it with an opposite word. */
function hasOpposite(alternatives: ReadonlyMap<string, number>, clause: string, { analysis }: Knowledge): boolean {
  const opposites = [...alternatives].flatMap(([key, strength]) =>
    strength < 0.85 ? [] : analysis.lexicon.opposites(key),
  );
  if (opposites.length === 0) return false;
  // "Last year" is no opposite of "first".
  const { terms } = viewText(
    clause.replace(/\blast (?=year|month|week|quarter|spring|summer|autumn|winter)/gi, ''),
    analysis,
  );
  return opposites.some((opposite) => terms.has(opposite));
}

/** The rest of the claim is said, but of another: a name of the same kind that the claim does not hold. */
function otherNameInPlace(part: ClaimPart, view: StatementView, firmly: boolean, knowledge: Knowledge): boolean {
  const claimed = new Set(part.needs.filter((n) => n.name).flatMap((n) => [...n.alternatives.keys()]));
  const missing = (need: Need) =>
    need.name && ![...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key));
  const rest = part.needs.filter((need) => !missing(need));
  const weight = (needs: readonly Need[]) => needs.reduce((sum, need) => sum + need.weight, 0);
  const met = rest.filter((need) => [...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key)));
  const exact = part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
  if (!exact && !(firmly && met.some((need) => !need.name && need.weight >= WEIGHTY))) return false;
  if (exact ? met.length === 0 : met.length < 2 || weight(met) < weight(rest) * REST_SAID) return false;
  return view.names.some((name) => {
    // Named as an example, it leaves room for others.
    if (
      /\b(?:like|such as|including|for example|e\.g\.)\s+(?:\p{Lu}\S*(?:,| and)? )*$/u.test(
        view.text.slice(0, name.start),
      )
    )
      return false;
    for (let i = name.first; i < name.last; i += 1) if (claimed.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some(
      (c) =>
        c.first >= name.first &&
        c.first < name.last &&
        (claimed.has(c.key) || /^(?:place|role|term)$/.test(knowledge.analysis.lexicon.concept(c.key)?.kind ?? '')),
    );
  });
}
