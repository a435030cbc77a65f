import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { ClaimPart } from './part.ts';
import { inStretch } from './reference.ts';
import { verbNeed } from './verb-need.ts';

/** A word of less weight names no thing. */
const NAMES_A_THING = 0.4;

/** What a claim is about, by the places of its needs. */
export interface Things {
  /** The noun of which it is told: “lift” in “the lift to the gallery”. */
  readonly subject: readonly number[];
  /** The names of whom it is told; not whose thing it is. */
  readonly names: readonly number[];
  /** Its other words, the verb aside. */
  readonly others: readonly number[];
  /** Its other names. */
  readonly otherNames: readonly number[];
}

const PREPOSITION = /\b(?:of|in|at|to|for|on|from|with|by|near|between)\b/i;

/** What the claim is told of, and what it tells of that. */
export function thingsOf(part: ClaimPart, knowledge: Knowledge): Things {
  const known = keptOf(part);
  known.things ??= read(part, knowledge);
  return known.things;
}

const keptOf = remembered((_: ClaimPart): { things?: Things } => ({}));

function read(part: ClaimPart, knowledge: Knowledge): Things {
  const { needs, places, roles, predicate, text } = part;
  const stretch = predicate?.passive ? roles.others[0] : roles.agent;
  const verb = verbNeed(part, knowledge);
  const nouns: number[] = [];
  const found = { names: [] as number[], others: [] as number[], otherNames: [] as number[] };
  needs.forEach((need, i) => {
    const at = places[i] ?? -1;
    const inside = inStretch(at, stretch);
    if (need.name) (inside && !OWNS.test(text.slice(at)) ? found.names : found.otherNames).push(i);
    else if (i !== verb && need.weight >= NAMES_A_THING) (inside ? nouns : found.others).push(i);
  });
  const head = nouns.filter((i) => !PREPOSITION.test(text.slice(stretch?.start ?? 0, places[i])));
  return { subject: head.length > 0 ? head.slice(-1) : nouns, ...found };
}

/** "Larkway's mechanics": they are told of, and not whose they are. */
const OWNS = /^[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]*)*[’'](?:s\b|(?= ))/u;
