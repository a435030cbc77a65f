import { sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { definedUntil } from './defined-word.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { type Predicate, withParticle } from './predicate.ts';
import { inStretch, predicatesOf, rolesIn, subjectMeant } from './reference.ts';
import type { Roles } from './roles.ts';
import { isSameDay } from './same-day.ts';
import { isSimplePast } from './tense.ts';

/** The clause of a statement that tells what a claim tells: the same verb, or the same complement of "be". */
export interface Relation {
  readonly roles: Roles;
  /** The clause, from its subject to the end of what the verb takes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The verb with its auxiliaries. */
  readonly verb: string;
  readonly verbStart: number;
  /** Subject and verb, with the words right after it. */
  readonly core: string;
  /** It has the claim's verb, and not only what stands around it. */
  readonly byVerb: boolean;
  /** Its verb stands in the simple past. */
  readonly happened: boolean;
  /** How nearly its verb says the same, 0 to 1. */
  readonly sameness: number;
}

/** A clause of a statement, and how many of the claim's names, words and amounts are in it. */
export interface ClauseFound extends Omit<Relation, 'byVerb'> {
  readonly told: number;
}

/**
 * The clause with the most of the claim in it, among those whose verb fits: `sameness` says how nearly a verb, by its
 * token and its base form with its particle, says what is looked for, 0 to 1. Undefined where none does.
 */
export function bestClause(
  part: ClaimPart,
  view: StatementView,
  sameness: (main: number, base: string) => number,
): ClauseFound | undefined {
  const predicates = predicatesOf(view);
  let best: Found | undefined;
  for (const [i, one] of predicates.entries()) {
    const near = sameness(one.main, withParticle(one, view.tokens));
    if (near === 0) continue;
    const roles = withDefined(rolesIn(view, i), view);
    const stretches = [roles.agent, ...roles.others];
    // "The risk is not the fine; it is the delay": what the pronoun stands for is told there too.
    const meant = subjectMeant(one.passive ? roles.others[0] : roles.agent, view);
    const within = (at: number) => stretches.some((stretch) => inStretch(at, stretch)) || inStretch(at, meant);
    const told =
      part.needs.filter((other) => offsetsOfNeed(other, view).some(within)).length +
      part.amounts.filter((a) => view.amounts.some((b) => sameAmount(a, b) && within(b.span[0]))).length +
      part.dates.filter((date) => view.statement.mentions.some((m) => isSameDay(date, m) && within(m.span[0]))).length;
    if (best && (told < best.told || (told === best.told && near <= best.sameness))) continue;
    best = { i, one, roles, told, sameness: near };
  }
  return best && clauseFound(best, predicates, view);
}

/** Which of the predicates it is, and what of the claim stands with it. */
interface Found extends Pick<ClauseFound, 'roles' | 'told' | 'sameness'> {
  readonly i: number;
  readonly one: Predicate;
}

function clauseFound(
  { i, one, roles, told, sameness }: Found,
  predicates: readonly Predicate[],
  view: StatementView,
): ClauseFound {
  const stretches = [roles.agent, ...roles.others];
  const starts = stretches.flatMap((s) => (s ? [s.start] : []));
  const ends = stretches.flatMap((s) => (s ? [s.end] : []));
  const [start, end] = [Math.min(...starts, view.tokens[one.first]?.start ?? 0), Math.max(...ends)];
  const verb = verbOfClause(one, view);
  const after = view.tokens[Math.min(view.tokens.length - 1, one.main + CORE_WORDS)]?.end ?? end;
  // Of a second verb the subject stands before the first, and what is said there is said of that.
  const subject = one.passive ? roles.others[0] : roles.agent;
  const second =
    one.finite && predicates.slice(0, i).some((other) => (view.tokens[other.first]?.start ?? 0) >= (subject?.end ?? 0));
  const from = second ? verb.verbStart : Math.max(start, afterBreak(predicates.slice(0, i), verb.verbStart, view));
  const core = view.text.slice(from, Math.max(verb.verbStart, Math.min(end, after)));
  return {
    roles,
    text: view.text.slice(start, end),
    start,
    end,
    told,
    sameness,
    core,
    happened: isSimplePast(one, view),
    ...verb,
  };
}

/** "Berth: a place that takes one ship": what takes it is the berth. */
function withDefined(roles: Roles, view: StatementView): Roles {
  const until = definedUntil(view);
  const begins = until !== undefined && roles.agent?.start === until + 1;
  return begins && roles.agent ? { ...roles, agent: { start: 0, end: roles.agent.end } } : roles;
}

/** "Alder never sold the yard, and its decision to drop the plan ...": where the clause before a verb ends; 0 where none does. */
function afterBreak(earlier: readonly Predicate[], verbStart: number, { text, tokens }: StatementView): number {
  const ends = earlier.flatMap(({ finite, main }) => (finite ? [tokens[main]?.end ?? 0] : []));
  const told = Math.min(...ends);
  if (told >= verbStart) return 0;
  const last = [...text.slice(told, verbStart).matchAll(/;|,\s+(?:and|but|while|whereas)\b/g)].at(-1);
  return last ? told + last.index + last[0].length : 0;
}

/** Words after the verb in which "no" denies it. */
const CORE_WORDS = 3;

/** "would invest", "is in talks with": what stands right after a form of "be" goes with it. */
function verbOfClause({ first, main, base }: Predicate, view: StatementView): Pick<Relation, 'verb' | 'verbStart'> {
  const start = view.tokens[first]?.start ?? 0;
  const last = Math.min(view.tokens.length - 1, base === 'be' ? main + 1 : main);
  return { verb: view.text.slice(start, view.tokens[last]?.end ?? start), verbStart: start };
}
