import type { Answering } from '../answer/ask.ts';
import type { Match } from '../answer/match.ts';
import type { Turn } from '../chronicle/turns.ts';
import type { IsoDate } from '../model.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { rivalOf } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import { tellsPost } from './titles.ts';
import { verbNeed } from './verb-need.ts';

const HALF = 0.5;

/** The turn concerns another place or partner than the claim: "ended in Alder" ends nothing "in Birch". */
export function elsewhere(part: ClaimPart, later: number, knowledge: Knowledge): boolean {
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

/** "No longer carries dogs": of what is carried besides, such an end says nothing. */
export function isOfOtherObject(
  part: ClaimPart,
  object: string | undefined,
  later: StatementView | undefined,
  knowledge: Knowledge,
): boolean {
  const verb = part.needs[verbNeed(part, knowledge)];
  if (!later || !verb || object === undefined || (verb.alternatives.get(object) ?? 0) < HALF) return false;
  const taken = part.needs.filter(
    (need, i) => need !== verb && part.roles.others.some((stretch) => inStretch(part.places[i] ?? -1, stretch)),
  );
  const verbAt = later.terms.get(object)?.at[0] ?? -1;
  const rest = later.tokens.slice(verbAt + 1).some(({ stop, word }) => !stop && !/^\d/.test(word));
  const counts = part.amounts.some((a) => later.amounts.some((b) => a.unit === b.unit));
  return (
    verbAt >= 0 &&
    rest &&
    taken.length + part.amounts.length > 0 &&
    !counts &&
    !taken.some((need) => placesOfNeed(need, later).length > 0)
  );
}

/** A turn that ended just the state which the claim affirms, of the same bearer. */
export function turnAgainst(
  part: ClaimPart,
  asOf: IsoDate | undefined,
  match: (view: StatementView) => Match,
  answering: Answering,
): (Comparison & { readonly since: IsoDate }) | undefined {
  const inForce = IN_FORCE.test(part.text);
  if (!part.exclusive && !inForce) return undefined;
  for (const turn of answering.turns) {
    if (asOf !== undefined && turn.since > asOf) continue;
    if (turn.cue.sort !== 'ended' || elsewhere(part, turn.view.statement.index, answering.knowledge)) continue;
    // "Alder lost 7 percent; Birch is not listed": who is named is no thing that ended.
    const objects = part.needs.filter(
      (need) => !need.name && [...need.alternatives].some(([key, s]) => s >= 0.75 && turn.objects.has(key)),
    );
    const exclusive = part.exclusive && [...turn.objects].some((object) => answering.exclusiveTerms.has(object));
    if (objects.length === 0 && !exclusive) continue;
    const bearers = part.needs.filter(
      (need) => need.name && [...need.alternatives].some(([key, s]) => s >= 0.5 && turn.subjects.has(key)),
    );
    if (bearers.length === 0) continue;
    if (!exclusive && !inForce) continue;
    const told = answering.knowledge.views.filter(
      (view) =>
        view === turn.view ||
        view.past ||
        answering.endings.get(view.statement.index)?.later === turn.view.statement.index,
    );
    const compared = told.map((view) => compare(part, view, match(view), answering.knowledge));
    if (!compared.some((c) => c.silent.length + c.missing.length <= 2 && c.match.ownCoverage >= HALF)) continue;
    const comparison = compare(part, turn.view, match(turn.view), answering.knowledge);
    return { ...comparison, since: turn.since };
  }
  return undefined;
}

/** It says of a thing that it has not ended. */
const IN_FORCE =
  /\b(?:remains?|stays?|is|are) (?:still )?(?:in force|in place|valid|in effect|intact|unchanged)\b|\bstill (?:holds|stands|applies)\b/i;

const HEADS = /^(?:lead|head|run|chair|manage|direct|oversee)$/;
const LEAVES = /^(?:left|(?:will |is to |to )?leave|step|resign|depart|retir|moves? up|hand)/i;

/** That who is claimed to head something, or to have a post, has left it. */
export function departureOf(
  part: ClaimPart,
  turns: readonly Turn[],
  asOf: IsoDate | undefined,
  knowledge: Knowledge,
): Turn | undefined {
  if (!HEADS.test(part.predicate?.base ?? '') && !tellsPost(part, knowledge)) return undefined;
  const [who] = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (!who) return undefined;
  return turns.find(({ view, cue, since }) => {
    if (cue.sort !== 'succeeded' || (asOf !== undefined && since > asOf)) return false;
    if (!LEAVES.test(view.text.slice(cue.start, cue.end))) return false;
    const next = view.tokens.findIndex(({ start }) => start >= cue.start);
    return who.needs.some((i) => {
      const need = part.needs[i];
      return need !== undefined && placesOfNeed(need, view).includes(next - 1);
    });
  });
}

/** What nobody else might do, before an exclusive right ended of which the claim's names are told. */
export function openedBy(
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
