import type { Match } from '../answer/match.ts';
import type { Lexicon } from '../ports.ts';
import { oppositesOfNeed } from '../question/opposites.ts';
import type { Need } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isComplement } from './complement.ts';
import type { Difference } from './difference.ts';
import { isOtherAt, isOtherObject } from './other-object.ts';
import type { ClaimPart } from './part.ts';
import { objectOf, takesOther } from './patient.ts';
import { placesOfNeed } from './places.ts';
import { EVENT, endsThen, MEASURING, STATE } from './plain-verbs.ts';
import { before, inStretch, leantOn, pointsAtSubject, subjectBefore } from './reference.ts';
import type { Relation } from './relation.ts';
import { viewStretch } from './stretch-view.ts';
import { verbNeed } from './verb-need.ts';

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

/** A need met by less than this is not met. */
const MET = 0.5;

/** A need met by less than this may be told in another sense: enough to contradict, not to bear out. */
const PLAIN = 0.65;

/** So nearly a verb must say what the claim's verb says. */
const SAME_VERB = 0.65;

/** What a verb counts that is told as a noun. */
const AS_NOUN = 0.6;

/** A name met by less may be the whole that it is part of. */
const SAME_NAME = 0.7;

/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;

/** What a measure weighs, "price" or "size", beside words that weigh up to 1. */
const MEASURE_WEIGHT = 0.6;

/** Which words of a claim, its names aside, a statement says, says the opposite of or does not say. */
export function compareWords(
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
  // "The lamps need a fuse. 40 lamps lack one": one of what the sentence before names.
  const one = relation?.byVerb && ONE_OF_THEM.test(view.text.slice(relation.verbStart + relation.verb.length));
  const isMeantByOne = (need: Need, i: number) =>
    one === true &&
    part.roles.others.some((stretch) => inStretch(part.places[i] ?? -1, stretch)) &&
    [...need.alternatives].some(([key, s]) => s >= PLAIN && before(view, knowledge)[0]?.terms.has(key));
  const sum = { total: 0, told: 0, plainly: 0, met: 0, firm: 0, missingWeight: 0, nowhereWeight: 0 };
  const missing: string[] = [];
  const faint: string[] = [];
  const different: Difference[] = [];
  let modified = false;
  const base = part.predicate?.base ?? '';
  // "Moved its test track" is not "moved its head office", with whatever else the same.
  const object = relation?.byVerb && !STATE.test(base) && takesOther(part, relation, view) ? objectOf(part) : undefined;
  // Who is to be the head may have another post until then.
  const toCome = part.certainty === 'planned' || part.certainty === 'possible';
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
    const role = roleOf(need, lexicon) !== undefined;
    const leant = view.leansBack && !role && i !== verb ? (match.met[i] ?? 0) : 0;
    const met = Math.max(own, leant, isSubject(need, i) || isMeantByOne(need, i) ? SAME_NAME : 0);
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
        !isMeantByOne(need, i) &&
        !standsForMatter(need, part, i) &&
        // Looked for around it by itself.
        !(part.exclusivePaper && /^exclusive$/i.test(need.word)) &&
        (own < MET || met < (i === verb ? SAME_VERB : PLAIN))
      )
        faint.push(need.word);
    } else if (!toCome && isOtherRole(need, view, knowledge)) different.push('name');
    else if (!part.shared && i !== verb && hasOpposite(need, clause, view, knowledge)) different.push('opposite');
    else if (weighty && i === verb) {
      // What was done on a day may be told by another verb: the day shows it.
      // "Made a loss" has a noun of its own.
      if (EVENT.test(base) && part.dates.length > 0 && !need.word.includes(' ')) faint.push(need.word);
      else unsaidVerb = need.word;
    } else if (weighty) {
      missing.push(need.word);
      sum.missingWeight += need.weight;
      const tells =
        otherModifier(part, need, view) ||
        isOwner(part, i) ||
        saysHow(part, i, verb) ||
        isMeasured(part, i) ||
        i === object ||
        isComplement(part, i);
      if (tells) modified = true;
      const said = context.some((one) =>
        [...need.alternatives].some(([key, s]) => s >= SAME_NAME && one.terms.has(key)),
      );
      if (!said && (match.met[i] ?? 0) < MET) sum.nowhereWeight += need.weight;
    } else if (i !== verb && isComplement(part, i)) {
      missing.push(need.word);
      modified = true;
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

const ONE_OF_THEM = /^ one\b(?! (?:of|in|\p{L}))/u;

/** Verbs that the claim may do without. */
const SAYS_LITTLE = /^(?:be|have|do|get|go|come|take|make|put|hold|will|would|can|could|may|might|must|shall|should)$/;

/** The claim's word stands before a thing that the statement names with another word before it. */
function otherModifier(part: ClaimPart, need: Need, view: StatementView): boolean {
  // "From showing matches": a verb in "-ing" is none.
  const lead = part.text.slice(0, part.places[part.needs.indexOf(need)] ?? 0);
  if (/ing$/.test(need.word) && /\b(?:from|of|by|for|in) $/.test(lead)) return false;
  const next = part.needs.find((other) => other.at === need.at + 1);
  if (isReplaced(part, need, view)) return true;
  if (!next) return false;
  const claimed = (stem: string) => part.needs.some((other) => other.alternatives.has(stem));
  return placesOfNeed(next, view).some((at) => {
    const before = view.tokens[at - 1];
    return before !== undefined && !before.stop && !/^\d/.test(before.word) && !claimed(before.stem);
  });
}

/** "The pilots' strike": another's strike is another one. */
function isOwner(part: ClaimPart, i: number): boolean {
  return /^[’']s? /.test(part.text.slice((part.places[i] ?? 0) + (part.needs[i]?.word.length ?? 0)));
}

/** "A margin of 6 percent": what the figure is of is no minor word. */
function isMeasured(part: ClaimPart, i: number): boolean {
  const end = (part.places[i] ?? 0) + (part.needs[i]?.word.length ?? 0);
  return part.amounts.some(({ span: [at] }) => at > end && OF_FIGURE.test(part.text.slice(end, at)));
}

const OF_FIGURE = /^ of (?:about |around |some |nearly |up to |over |more than |only )?[$€£¥]?$/i;

/** "Painted on copper", "paid by the hour": how, where or of what it is done is all that such a claim says beyond the rest. */
function saysHow(part: ClaimPart, i: number, verb: number): boolean {
  const place = part.places[i] ?? 0;
  if (BECAUSE_OF.test(part.text.slice(0, place))) return true;
  const link = / (?:on|by|in|from|to|at|with|for|into|against|under) (?:the |an? |its |their )?$/.exec(
    part.text.slice(0, place),
  );
  const need = part.needs[i];
  // "For additional data": the data is what it is done for.
  if (!link || part.needs.some(({ at }) => at === (need?.at ?? 0) + 1)) return false;
  const governor = part.needs.findIndex(
    (other, j) => !other.name && (part.places[j] ?? 0) + other.word.length === link.index,
  );
  return governor < 0 || governor === verb;
}

const BECAUSE_OF =
  /\b(?:because of|due to|owing to|thanks to|as a result of|on account of|caused by)(?: [\p{L}’'-]+){0,3} $/iu;

/** "Talks about safety", "talks about pay": another word follows the same word and preposition. */
function isReplaced(part: ClaimPart, need: Need, view: StatementView): boolean {
  const at = part.places[part.needs.indexOf(need)] ?? 0;
  const link = / (?:about|of|on|over|for|in|at|with|against|into|from|to) (?:the |an? |its |their )?$/.exec(
    part.text.slice(0, at),
  );
  const governor = link
    ? part.needs.find((other, i) => !other.name && (part.places[i] ?? 0) + other.word.length === link.index)
    : undefined;
  if (!link || !governor) return isOtherObject(part, at, view);
  const preposition = link[0].trim().split(' ')[0] ?? '';
  return placesOfNeed(governor, view).some(
    (place) => view.tokens[place + 1]?.word === preposition && isOtherAt(place + 2, part, view),
  );
}

const roleOf = rememberedIn(({ alternatives }: Need, lexicon: Lexicon) =>
  [...alternatives.keys()].find((key) => lexicon.concept(key)?.kind === 'role'),
);

/** The claim gives somebody a role, the statement gives them another. */
function isOtherRole(need: Need, view: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  const role = roleOf(need, lexicon);
  return role !== undefined && view.concepts.some((c) => c.key !== role && lexicon.concept(c.key)?.kind === 'role');
}

/** The clause that tells the same tells it with an opposite word. */
function hasOpposite(need: Need, clause: string, view: StatementView, { analysis }: Knowledge): boolean {
  const opposites = oppositesOfNeed(need, analysis.lexicon);
  if (opposites.length === 0) return false;
  // "Last year" is no opposite of "first".
  const { terms } = viewStretch(
    clause.replace(/\blast (?=year|month|week|quarter|spring|summer|autumn|winter)/gi, ''),
    view,
    analysis,
  );
  return opposites.some((opposite) => terms.has(opposite));
}
