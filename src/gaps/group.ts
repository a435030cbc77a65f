import type { DeclineReason } from '../answer/answer.ts';
import type { Analysis } from '../ports.ts';
import { FRAME } from '../question/words.ts';
import type { DeclinedQuestion } from '../store/answers.ts';
import type { Instant } from '../store/scope.ts';

/** Questions that ask for much the same, none of which the sources answered. */
export interface Gap {
  /** In the wording that was asked most often, of these the latest. */
  readonly question: string;
  /** How often it was asked, in whatever wording. */
  readonly count: number;
  /** How many wordings there were. */
  readonly wordings: number;
  readonly reason?: DeclineReason;
  readonly first: Instant;
  readonly last: Instant;
}

/** Two questions with at least this share of their terms in common (Jaccard) ask for much the same. */
const ALIKE = 0.6;

interface Wording {
  readonly question: string;
  readonly terms: ReadonlySet<string>;
  readonly reason?: DeclineReason;
  count: number;
  first: Instant;
  last: Instant;
}

/**
 * Groups declined questions by likeness, the most frequent first, of equally frequent ones the latest. Aliases of one
 * name and forms of one word are the same; words that only give a question its form do not count. What was no question
 * is left out.
 */
export function groupGaps(declined: readonly DeclinedQuestion[], analysis: Analysis): readonly Gap[] {
  const groups: { readonly leader: Wording; readonly wordings: Wording[] }[] = [];
  const byTerm = new Map<string, (typeof groups)[number][]>();
  for (const wording of wordingsOf(declined, analysis)) {
    const near = new Set([...wording.terms].flatMap((term) => byTerm.get(term) ?? []));
    let nearest: { readonly group: (typeof groups)[number]; readonly likeness: number } | undefined;
    for (const group of near) {
      const likeness = jaccard(group.leader.terms, wording.terms);
      if (likeness >= ALIKE && likeness > (nearest?.likeness ?? 0)) nearest = { group, likeness };
    }
    if (nearest) {
      nearest.group.wordings.push(wording);
      continue;
    }
    const group = { leader: wording, wordings: [wording] };
    groups.push(group);
    for (const term of wording.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), group]);
  }
  return groups.map(({ leader, wordings }) => gapOf(leader, wordings)).sort(byWeight);
}

/** Each wording once, in the order in which it may lead a group. */
function wordingsOf(declined: readonly DeclinedQuestion[], analysis: Analysis): readonly Wording[] {
  const found = new Map<string, Wording>();
  for (const { question, reason, at } of declined) {
    if (reason === 'not-a-question') continue;
    const key = question.replace(/\s+/g, ' ').trim().toLowerCase();
    const known = found.get(key);
    if (known) {
      known.count += 1;
      if (at < known.first) known.first = at;
      if (at > known.last) known.last = at;
    } else
      found.set(key, {
        question: question.replace(/\s+/g, ' ').trim(),
        terms: termsOf(question, analysis),
        ...(reason && { reason }),
        count: 1,
        first: at,
        last: at,
      });
  }
  return [...found.values()].sort(byWeight);
}

/** What a question is about: its names and its words. One that has none of them is about its own words. */
function termsOf(question: string, { analyze, lexicon }: Analysis): ReadonlySet<string> {
  const tokens = analyze(question);
  const concepts = lexicon.concepts(question, tokens);
  const inConcept = (at: number) => concepts.some(({ first, last }) => first <= at && at < last);
  const words = tokens.filter(({ stop, word }, at) => !(stop || FRAME.has(word) || inConcept(at)));
  const terms = [...concepts.map(({ key }) => key), ...words.map(({ stem }) => stem)];
  return new Set(terms.length > 0 ? terms : tokens.map(({ word }) => word));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

function gapOf({ question, reason }: Wording, wordings: readonly Wording[]): Gap {
  const instants = wordings.flatMap(({ first, last }) => [first, last]).sort();
  return {
    question,
    count: wordings.reduce((sum, { count }) => sum + count, 0),
    wordings: wordings.length,
    ...(reason && { reason }),
    first: instants[0] ?? '',
    last: instants.at(-1) ?? '',
  };
}

type Weighed = Pick<Gap, 'question' | 'count' | 'last'>;

/** The wording decides where all else is equal, so that the order is always the same. */
function byWeight(a: Weighed, b: Weighed): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.last !== b.last) return a.last < b.last ? 1 : -1;
  return a.question < b.question ? -1 : 1;
}
