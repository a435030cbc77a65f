import { bounds } from '../calendar/iso.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { Match } from '../answer/match.ts';
import { certaintyOf, deniesExclusive, isExclusive, isNegated } from './assertion.ts';
import type { ClaimPart } from './part.ts';

export type Difference = 'amount' | 'date' | 'name' | 'negation' | 'exclusivity' | 'opposite' | 'certainty';

/** How a statement stands to a part of a claim. */
export interface Comparison {
  readonly view: StatementView;
  readonly match: Match;
  /** What of the claim the statement does not speak of at all: names, amounts, dates, weighty words. */
  readonly silent: readonly string[];
  /** What it says otherwise. */
  readonly different: readonly Difference[];
}

/** A need met by less than this is not met. */
const MET = 0.6;
/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;
/** Words by which a claim's clause is found in a longer sentence. */
const CLAUSE_MARGIN = 3;

/** Compares what a statement says with a part of a claim. `match` is how it meets the part's needs. */
export function compare(part: ClaimPart, view: StatementView, match: Match, knowledge: Knowledge): Comparison {
  const silent: string[] = [];
  const different = new Set<Difference>();
  const clause = clauseOf(part, view);
  const missingNames: string[] = [];
  for (const [i, need] of part.needs.entries()) {
    const own = match.own[i] ?? 0;
    const met = Math.max(own, view.leansBack ? (match.met[i] ?? 0) : 0);
    if (met >= MET) continue;
    if (isOtherRole(need.alternatives, view, knowledge)) different.add('name');
    else if (hasOpposite(need.alternatives, view, knowledge)) different.add('opposite');
    else if (need.name) missingNames.push(need.word);
    else if (need.weight >= WEIGHTY) silent.push(need.word);
  }
  if (missingNames.length > 0) {
    if (missingNames.length === 1 && otherNameInPlace(part, view, knowledge)) different.add('name');
    else silent.push(...missingNames);
  }
  for (const amount of part.amounts) {
    if (view.amounts.some((other) => sameAmount(amount, other))) continue;
    if (view.amounts.some((other) => rivals(amount, other, knowledge))) different.add('amount');
    else silent.push(part.text.slice(...amount.span));
  }
  for (const date of part.dates) {
    const { mentions, date: said } = view.statement;
    const within = (start: string, end: string) => start <= date.end && end >= date.start && (date.precision !== 'day' || start === date.start || start !== end);
    if (mentions.some((m) => within(m.start, m.end))) continue;
    const same = mentions.filter((m) => (m.role === 'term') === (date.role === 'term'));
    if (same.length === 0 && said && said.origin !== 'publication') {
      const day = bounds(said.date);
      if (within(day.start, day.end)) continue;
      different.add('date');
    } else if (same.length > 0) different.add('date');
    else silent.push(part.text.slice(...date.span));
  }
  const exclusivity = part.exclusive || part.shared || isExclusive(clause) || deniesExclusive(clause);
  if (part.negated !== isNegated(clause) && !exclusivity) different.add('negation');
  if (part.shared && !deniesExclusive(view.text)) {
    if (isExclusive(clause)) different.add('exclusivity');
    else silent.push('no longer alone');
  }
  if (part.exclusive && !isExclusive(clause)) {
    if (deniesExclusive(view.text)) different.add('exclusivity');
    else silent.push('only');
  }
  if (!part.exclusive && !part.negated && isExclusive(clause) && /\b(?:any|every|all|several|other|also|non-?exclusive)\b/i.test(part.text)) different.add('exclusivity');
  const said = certaintyOf(clause);
  if (part.certainty === 'done' && (said === 'planned' || said === 'talks' || said === 'possible') && hasAction(part)) different.add('certainty');
  if (part.certainty === 'planned' && said === 'possible') different.add('certainty');
  return { view, match, silent, different: [...different] };
}

/** Two amounts of which one must be wrong, were they of the same thing. */
function rivals(a: Amount, b: Amount, { analysis: { lexicon } }: Knowledge): boolean {
  if (comparable(a, b) && (a.unit === b.unit || a.sort === 'duration')) return true;
  const measured = lexicon.measures(a.unit);
  return measured !== undefined && measured === lexicon.measures(b.unit);
}

/** The claim gives somebody a role, the statement gives them another. */
function isOtherRole(alternatives: ReadonlyMap<string, number>, view: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
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

function hasOpposite(alternatives: ReadonlyMap<string, number>, view: StatementView, knowledge: Knowledge): boolean {
  for (const [key, strength] of alternatives) {
    if (strength < 0.85) continue;
    if (knowledge.analysis.lexicon.opposites(key).some((opposite) => view.terms.has(opposite))) return true;
  }
  return false;
}

/** The rest of the claim is said, but of another: a name of the same kind that the claim does not hold. */
function otherNameInPlace(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const claimed = new Set(part.needs.filter((n) => n.name).flatMap((n) => [...n.alternatives.keys()]));
  const rest = part.needs.filter((need) => !need.name);
  const restMet = rest.filter((need) => [...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key)));
  if (restMet.length === 0 || restMet.length < rest.length * 0.7) return false;
  return view.names.some((name) => {
    for (let i = name.first; i < name.last; i += 1) if (claimed.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some((c) => c.first >= name.first && c.first < name.last && (claimed.has(c.key) || knowledge.analysis.lexicon.concept(c.key)?.kind === 'place'));
  });
}

/** "has invested" tells of something done; "is the primary cloud" of a state. */
function hasAction(part: ClaimPart): boolean {
  return /\b(?:has|have|had|already|did)\b|\b\p{L}{2,}ed\b|\b(?:bought|sold|began|paid|took|gave|built|spent|put|went|came|sent|won|made)\b/iu.test(part.text);
}
