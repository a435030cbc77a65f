import type { StatementView } from '../statement/view.ts';
import { definedUntil } from './defined-word.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** What says of a word what it stands for. */
const EXPLAINS = /^(?:be|mean|denote|describe|comprise)$/;

/**
 * A definition as a clause: what it explains, and what it says of that. Undefined where the claim has another subject,
 * or a verb of its own that says much, for which `light` is false.
 */
export function definitionIn(part: ClaimPart, view: StatementView, light: boolean): Relation | undefined {
  const until = definedUntil(view);
  if (until === undefined || !(light || EXPLAINS.test(part.predicate?.base ?? ''))) return undefined;
  const subject = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, part.roles.agent));
  const places = subject.map((need) => placesOfNeed(need, view));
  const isHead = (at: number) => (view.tokens[at]?.start ?? until) < until;
  const told = new Set(places.flatMap((at) => at.filter(isHead)));
  const first = view.tokens.findIndex(({ start }) => start > until);
  const head = view.tokens.slice(0, first).filter(({ stop }) => !stop).length;
  if (subject.length === 0 || !places.every((at) => at.some(isHead)) || told.size === 0) return undefined;
  // "A provider" is not what "cloud provider" explains; one need may stand for both words.
  if (subject.map(({ word }) => word.split(' ').length).reduce((a, b) => a + b, 0) < head) return undefined;
  const end = view.text.length;
  return {
    roles: { agent: { start: 0, end: until }, others: [{ start: until + 1, end }] },
    text: view.text,
    start: 0,
    end,
    verb: '',
    verbStart: until,
    core: '',
    byVerb: true,
    happened: false,
    sameness: 1,
  };
}
