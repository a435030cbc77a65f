import type { Match } from '../answer/match.ts';
import type { Need } from '../question/question.ts';
import { nameKeys } from '../statement/alike.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { turnsOf } from '../statement/state.ts';
import { type StatementView, type TextView, viewText } from '../statement/view.ts';
import { certaintyOf, deniesExclusive, isExclusive, isNegated, isObliged, rateAfter } from './assertion.ts';
import { fitDate } from './compare-dates.ts';
import type { ClaimPart } from './part.ts';
import { inStretch, isFirstPerson, leantOn } from './reference.ts';
import { type Relation, type RolesFit, relationIn, rolesAgree, verbNeed } from './relation.ts';

export type Difference = 'amount' | 'date' | 'name' | 'roles' | 'negation' | 'exclusivity' | 'opposite' | 'certainty';

/** How a statement stands to a part of a claim. */
export interface Comparison {
  readonly view: StatementView;
  readonly match: Match;
  /** What of the claim the statement does not speak of at all, and that no other words could mean: names, amounts, dates, the verb. */
  readonly silent: readonly string[];
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
}

/** A need met by less than this is not met. */
const MET = 0.5;
/** A need met by less than this may be told in another sense: enough to contradict, not to bear out. */
const PLAIN = 0.65;
/** So nearly a verb must say what the claim's verb says. */
const SAME_VERB = 0.75;
/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;
/** A name met by this much stands in the title, the heading or the sentence before. */
const NAMED_AROUND = 0.3;
/** What a name counts that the text spoke of just before. */
const LEANT_ON = 0.7;
const NAME_LEANT_ON = 0.9;
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
  const silent: string[] = [];
  const missing: string[] = [];
  const faint: string[] = [];
  const different = new Set<Difference>();
  const relation = relationIn(part, view, knowledge);
  const clause = relation?.text ?? clauseOf(part, view);
  const roles = relation && rolesAgree(part, relation, view, knowledge);
  const verb = verbNeed(part, knowledge);
  const context = leantOn(view, knowledge);
  const firstPerson = isFirstPerson(view.text) ? knowledge.publisher(view.statement) : undefined;
  const around = [...context, ...(firstPerson ? [firstPerson] : [])];
  let anchored = false;
  for (const amount of part.amounts) {
    const fit = fitAmount(amount, part, view, relation, knowledge);
    if (fit === 'same') anchored = true;
    else if (fit === 'other') different.add('amount');
    else silent.push(part.text.slice(...amount.span));
  }
  for (const date of part.dates) {
    const fit = fitDate(date, view, relation);
    if (fit === 'same') anchored = true;
    else if (fit === 'other') different.add('date');
    else silent.push(part.text.slice(...date.span));
  }
  const missingNames: string[] = [];
  let told = 0;
  let total = 0;
  let unsaid = 0;
  let plainly = 0;
  let rivals = 0;
  let nowhere = 0;
  let modified = false;
  for (const [i, need] of part.needs.entries()) {
    const own = i === verb && relation?.byVerb ? relation.sameness : (match.own[i] ?? 0);
    const rival = need.name && own < MET && rivalAfterPreposition(part, i, view, knowledge);
    const isAgent = inStretch(part.places[i] ?? 0, part.roles.agent);
    const leant =
      need.name && !rival && (isAgent || anchored) && around.some((text) => names(need, text)) ? LEANT_ON : 0;
    // Who does it is not named in the sentence: it must be clear whom its subject stands for.
    if (leant > 0 && own < MET && isAgent && !anchored && roles !== 'agree') faint.push(need.word);
    const role = [...need.alternatives.keys()].some((key) => knowledge.analysis.lexicon.concept(key)?.kind === 'role');
    const met = Math.max(own, leant, view.leansBack && !need.name && !role ? (match.met[i] ?? 0) : 0);
    total += need.weight;
    told += need.weight * Math.max(met, match.met[i] ?? 0);
    plainly += need.weight * Math.max(own, need.name && leant > 0 ? NAME_LEANT_ON : 0, view.leansBack ? met : 0);
    if (met >= MET) {
      if (need.name ? met < LEANT_ON : met < (i === verb ? SAME_VERB : PLAIN) && need.weight >= WEIGHTY)
        faint.push(need.word);
      continue;
    }
    if (rival) {
      rivals += 1;
      continue;
    }
    if (isOtherRole(need.alternatives, view, knowledge)) different.add('name');
    else if (!part.shared && hasOpposite(need.alternatives, clause, knowledge)) different.add('opposite');
    else if (need.name) {
      // What heads the page or the section need not be named again in it.
      if ((match.met[i] ?? 0) < NAMED_AROUND) missingNames.push(need.word);
    } else if (need.weight >= WEIGHTY) {
      if (i === verb) {
        // What runs for six years lasts six years: the figure tells it.
        if (!(MEASURING.test(part.predicate?.base ?? '') && part.amounts.length + part.dates.length > 0))
          silent.push(need.word);
        continue;
      }
      unsaid += need.weight;
      missing.push(need.word);
      if (otherModifier(part, need, view)) modified = true;
      if (!context.some((one) => names(need, one)) && (match.met[i] ?? 0) < MET) nowhere += need.weight;
    }
  }
  if (rivals > 0) different.add('name');
  if (missingNames.length > 0) {
    if (rivals === 0 && missingNames.length === 1 && otherNameInPlace(part, view, knowledge)) different.add('name');
    else silent.push(...missingNames);
  }
  for (const [name] of part.text.matchAll(NUMBERED_NAME))
    if (![view, ...around].some(({ text }) => text.includes(name))) silent.push(name);
  if (roles === 'swapped') different.add('roles');
  if (roles === 'other') {
    // The very sum, the highest rank or the one thing of its kind is told of somebody else.
    if (anchored || isUnique(part, relation?.text ?? '') || told / total >= ALL_BUT_WHO) {
      different.add('name');
      silent.splice(0, silent.length, ...silent.filter((word) => !missingNames.includes(word)));
    } else silent.push('by whom');
  }
  const over = endsMatter(part, view, relation) && !turnsOf(part.text).some(({ sort }) => sort === 'ended');
  if (over && !part.negated && !part.exclusive && !part.shared) different.add('negation');
  else if (part.negated !== isNegated(clause) && !part.exclusive && !part.shared) different.add('negation');
  if (isObliged(part.text) && !isObliged(view.text)) silent.push('have to');
  if (part.shared && !deniesExclusive(view.text)) {
    if (isExclusive(clause)) different.add('exclusivity');
    else silent.push('no longer alone');
  }
  if (part.exclusive && !isExclusive(clause)) {
    if (deniesExclusive(view.text)) different.add('exclusivity');
    else silent.push('only');
  }
  if (
    !part.exclusive &&
    !part.negated &&
    isExclusive(clause) &&
    /\b(?:any|every|all|several|other|also|non-?exclusive)\b/i.test(part.text)
  )
    different.add('exclusivity');
  const said = certaintyOf(clause);
  if (part.certainty === 'done' && (said === 'planned' || said === 'talks' || said === 'possible') && hasAction(part))
    different.add('certainty');
  if (part.certainty === 'talks' && said !== 'talks' && relation) different.add('certainty');
  if (
    (part.certainty === 'planned' || part.certainty === 'open') &&
    said === 'possible' &&
    !/\b(?:can|up to)\b/i.test(part.text)
  )
    different.add('certainty');
  return {
    view,
    match,
    silent,
    missing,
    missingShare: total > 0 ? unsaid / total : 0,
    nowhereShare: total > 0 ? nowhere / total : 0,
    modified,
    toldBy: relation?.byVerb === true || part.predicate?.base === 'be' ? roles : undefined,
    faint,
    different: [...different],
    anchored,
    told: total > 0 ? told / total : 0,
    plainly: total > 0 ? plainly / total : 0,
  };
}

/** "The biggest platform", "the chief executive", "the memo": there is only one of them. */
function isUnique(part: ClaimPart, clause: string): boolean {
  const superlative = /\bthe (?:\w+ly )?(?:\p{L}{3,}est|most|only|first|last|sole|main|leading)\b/iu;
  return (
    (superlative.test(part.text) && superlative.test(clause)) ||
    (part.predicate?.passive === true && /^the\b/i.test(part.text) && /\bby\b/i.test(part.text))
  );
}

/** Words after a cue, or before a passive one, in which what ended is named. */
const ENDED_WITHIN = 5;

/** It says of what the claim tells that it was dropped, scrapped, called off, or of the person that another came. A figure that drops is no end. */
function endsMatter(part: ClaimPart, view: StatementView, relation: Relation | undefined): boolean {
  const claimed = new Set(part.needs.filter((need) => !need.name).flatMap((need) => places(need, view)));
  const people = new Set(part.needs.filter((need) => need.name).flatMap((need) => places(need, view)));
  return view.turns.some(({ sort, start, end }) => {
    const after = view.tokens.findIndex((token) => token.start >= end);
    if (sort === 'succeeded')
      return after >= 0 && people.has(after) && /^replac|^succe/i.test(view.text.slice(start, end));
    if (
      sort !== 'ended' ||
      /^ (?:by |to |from |about |around |below |some )?[$€£¥]?\d|^[.,]/.test(view.text.slice(end))
    )
      return false;
    if (relation && relation.start <= start && start < relation.end) return true;
    for (let i = after; i >= 0 && i < after + ENDED_WITHIN; i += 1) if (claimed.has(i)) return true;
    return false;
  });
}

const PREPOSITION =
  /\b(from|to|with|by|at|in|on|of|for|into|against|through|via|under|than|beside|off|as)\s+(?:(?:the|its|a|an|their)\s+)?(?:[\p{Ll}-]+\s+(?:of\s+|in\s+)?)?$/u;

/** "With" before each of "with Alder, Birch and Cedar". */
function prepositionBefore(text: string, at: number): string | undefined {
  const lead = text
    .slice(0, at)
    .replace(/(?:\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*(?:, (?:and )?| and | or ))+$/u, '');
  return PREPOSITION.exec(lead)?.[1];
}

/** After the preposition that the claim has before a name, the clause has another name: "from Alder" for "from Birch". */
function rivalAfterPreposition(part: ClaimPart, i: number, view: StatementView, knowledge: Knowledge): boolean {
  const preposition = prepositionBefore(part.text, part.places[i] ?? 0);
  if (!preposition) return false;
  const { lexicon } = knowledge.analysis;
  const claimed = part.needs.filter((need) => need.name);
  const met = part.needs.some(
    (need, j) => j !== i && !need.name && need.weight >= WEIGHTY && places(need, view).length > 0,
  );
  return (
    met &&
    nameKeys(view, lexicon).some(
      ({ key, at }) =>
        prepositionBefore(view.text, at) === preposition &&
        !claimed.some((need) => (need.alternatives.get(key) ?? 0) >= MET) &&
        sameSort(part.needs[i], key, knowledge),
    )
  );
}

/** A place stands against a place, and a company against a company, as far as that is known. */
function sameSort(need: Need | undefined, key: string, { analysis: { lexicon } }: Knowledge): boolean {
  const kinds = [...(need?.alternatives.keys() ?? [])].flatMap((one) => lexicon.concept(one)?.kind ?? []);
  const kind = lexicon.concept(key)?.kind;
  return kind === undefined || kinds.length === 0 || kinds.includes(kind);
}

function places(need: Need, view: StatementView): readonly number[] {
  return [...need.alternatives].flatMap(([key, strength]) => (strength >= MET ? (view.terms.get(key)?.at ?? []) : []));
}

function names(need: Need, { terms }: TextView): boolean {
  return [...need.alternatives].some(([key, strength]) => strength >= LEANT_ON && terms.has(key));
}

/** Verbs that only bring a figure in. */
const MEASURING = /^(?:run|last|cost|total|amount|reach|cover|span|comprise|contain|extend|stand|measure|weigh)$/;

/** The claim's word stands before a thing that the statement names with another word before it. */
function otherModifier(part: ClaimPart, need: Need, view: StatementView): boolean {
  const next = part.needs.find((other) => other.at === need.at + 1);
  if (!next) return false;
  const claimed = (stem: string) => part.needs.some((other) => other.alternatives.has(stem));
  return places(next, view).some((at) => {
    const before = view.tokens[at - 1];
    return before !== undefined && !before.stop && !/^\d/.test(before.word) && !claimed(before.stem);
  });
}

/** How a statement stands to an amount that a claim names. */
function fitAmount(
  amount: Amount,
  part: ClaimPart,
  view: StatementView,
  relation: Relation | undefined,
  knowledge: Knowledge,
): 'same' | 'other' | 'silent' {
  const same = view.amounts.filter((other) => sameAmount(amount, other));
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
    const rate = rateAfter(part.text, amount.span[1]);
    return rate && !same.some((other) => rateAfter(view.text, other.span[1]) === rate) ? 'other' : 'same';
  }
  if (same.length > 0) return 'other';
  return view.amounts.some((other) => rivals(amount, other, knowledge)) ? 'other' : 'silent';
}

/** "falls from 22 percent to 15 percent": the first of the two is no more. */
export function isLeftBehind(amount: Amount, view: StatementView): boolean {
  return (
    /\bfrom (?:the |about |around |some )?$/i.test(view.text.slice(0, amount.span[0])) &&
    /^(?: \p{L}+){0,2} to\b/u.test(view.text.slice(amount.span[1]))
  );
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
  const { terms } = viewText(clause, analysis);
  return opposites.some((opposite) => terms.has(opposite));
}

/** The rest of the claim is said, but of another: a name of the same kind that the claim does not hold. */
function otherNameInPlace(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const claimed = new Set(part.needs.filter((n) => n.name).flatMap((n) => [...n.alternatives.keys()]));
  const missing = (need: Need) =>
    need.name && ![...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key));
  const rest = part.needs.filter((need) => !missing(need));
  const weight = (needs: readonly Need[]) => needs.reduce((sum, need) => sum + need.weight, 0);
  const met = rest.filter((need) => [...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key)));
  const exact = part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
  if (!exact && !met.some((need) => !need.name && need.weight >= WEIGHTY)) return false;
  if (exact ? met.length === 0 : met.length < 2 || weight(met) < weight(rest) * REST_SAID) return false;
  return view.names.some((name) => {
    for (let i = name.first; i < name.last; i += 1) if (claimed.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some(
      (c) =>
        c.first >= name.first &&
        c.first < name.last &&
        (claimed.has(c.key) || knowledge.analysis.lexicon.concept(c.key)?.kind === 'place'),
    );
  });
}

/** "has invested" tells of something done; "is the primary cloud" of a state. */
function hasAction(part: ClaimPart): boolean {
  return /\b(?:has|have|had|already|did)\b|\b\p{L}{2,}ed\b|\b(?:bought|sold|began|paid|took|gave|built|spent|put|went|came|sent|won|made)\b/iu.test(
    part.text,
  );
}
