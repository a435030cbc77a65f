import type { Match } from '../answer/match.ts';
import { bounds } from '../calendar/iso.ts';
import type { Need } from '../question/question.ts';
import { type Amount, comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf, deniesExclusive, isExclusive, isNegated, isObliged, rateAfter } from './assertion.ts';
import type { ClaimPart } from './part.ts';

export type Difference = 'amount' | 'date' | 'name' | 'negation' | 'exclusivity' | 'opposite' | 'certainty';

/** How a statement stands to a part of a claim. */
export interface Comparison {
  readonly view: StatementView;
  readonly match: Match;
  /** What of the claim the statement does not speak of at all: names, amounts, dates, weighty words. */
  readonly silent: readonly string[];
  /** What it says only in words that may mean something else. */
  readonly faint: readonly string[];
  /** What it says otherwise. */
  readonly different: readonly Difference[];
}

/** A need met by less than this is not met. */
const MET = 0.5;
/** A need met by less than this may be told in another sense: enough to contradict, not to bear out. */
const PLAIN = 0.65;
/** Words of less weight may be missing: they are common, or say little. */
const WEIGHTY = 0.55;
/** A name met by this much stands in the title, the heading or the sentence before. */
const NAMED_AROUND = 0.3;
/** Of a claim that is told of another, this share of the rest is said. */
const REST_SAID = 0.75;
/** Words by which a claim's clause is found in a longer sentence. */
const CLAUSE_MARGIN = 3;

/** Compares what a statement says with a part of a claim. `match` is how it meets the part's needs. */
export function compare(part: ClaimPart, view: StatementView, match: Match, knowledge: Knowledge): Comparison {
  const silent: string[] = [];
  const faint: string[] = [];
  const different = new Set<Difference>();
  const clause = clauseOf(part, view);
  const missingNames: string[] = [];
  for (const [i, need] of part.needs.entries()) {
    const own = match.own[i] ?? 0;
    const met = Math.max(own, view.leansBack ? (match.met[i] ?? 0) : 0);
    if (met >= MET) {
      if (met < PLAIN && !need.name && need.weight >= WEIGHTY) faint.push(need.word);
      continue;
    }
    if (isOtherRole(need.alternatives, view, knowledge)) different.add('name');
    else if (!part.shared && hasOpposite(need.alternatives, view, knowledge)) different.add('opposite');
    else if (need.name) {
      // What heads the page or the section need not be named again in it.
      if ((match.met[i] ?? 0) < NAMED_AROUND) missingNames.push(need.word);
    } else if (need.weight >= WEIGHTY) silent.push(need.word);
  }
  if (missingNames.length > 0) {
    if (missingNames.length === 1 && otherNameInPlace(part, view, knowledge)) different.add('name');
    else silent.push(...missingNames);
  }
  for (const amount of part.amounts) {
    const same = view.amounts.filter((other) => sameAmount(amount, other));
    if (same.some((other) => !isLeftBehind(other, view))) {
      const rate = rateAfter(part.text, amount.span[1]);
      if (rate && !same.some((other) => rateAfter(view.text, other.span[1]) === rate)) different.add('amount');
      continue;
    }
    if (same.length > 0) {
      different.add('amount');
      continue;
    }
    if (view.amounts.some((other) => rivals(amount, other, knowledge))) different.add('amount');
    else silent.push(part.text.slice(...amount.span));
  }
  for (const date of part.dates) {
    const { mentions, date: said } = view.statement;
    const within = (start: string, end: string) =>
      start <= date.end && end >= date.start && (date.precision !== 'day' || start === date.start || start !== end);
    const precise = (m: { precision: string }) =>
      m.precision === 'day' || m.precision === date.precision || date.precision === 'year';
    if (mentions.some((m) => precise(m) && within(m.start, m.end))) continue;
    if (mentions.some((m) => within(m.start, m.end))) {
      silent.push(part.text.slice(...date.span));
      continue;
    }
    const same = mentions.filter((m) => (m.role === 'term') === (date.role === 'term'));
    if (same.length === 0 && said && said.origin !== 'publication') {
      const day = bounds(said.date);
      if (within(day.start, day.end)) continue;
      different.add('date');
    } else if (same.length > 0) different.add('date');
    else silent.push(part.text.slice(...date.span));
  }
  if (part.negated !== isNegated(clause) && !part.exclusive && !part.shared) different.add('negation');
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
  if ((part.certainty === 'planned' || part.certainty === 'open') && said === 'possible') different.add('certainty');
  return { view, match, silent, faint, different: [...different] };
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
  const weight = (needs: readonly Need[]) => needs.reduce((sum, need) => sum + need.weight, 0);
  const met = rest.filter((need) => [...need.alternatives].some(([key, s]) => s >= MET && view.terms.has(key)));
  const exact = part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
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
