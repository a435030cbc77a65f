import type { Analysis } from '../ports.ts';
import type { Need } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { bestClause, type Relation } from './relation.ts';
import { AS_CLASS, classmates } from './verb-classes.ts';
import { SAME_VERB } from './verb-need.ts';

/** With a noun after them they say what its verb says: "made an offer". */
export const LIGHT_WITH_NOUN =
  /^(?:make|take|give|hold|launch|file|place|lodge|have|do|forge|form|enter|strike|build|open|start|begin|reach|issue|raise|impose|win|get|receive|pay|face|suffer|undergo|see|record|report|submit|conduct|carry out)$/;
/** Of those, the ones whose subject has it done to them: who pays a fine is fined. */
const SUFFERS = /^(?:receive|get|pay|face|suffer|undergo|win)$/;
/** What is to be done, told of its noun: "a decision is expected". */
const AWAITED = /^(?:expect|plan|schedule|come|begin|start|follow|take)$/;
/** Words after such a verb in which its noun stands. */
const NOUN_AFTER = 5;

/** The noun that tells what is done where the claim's verb is light: "approval" of "gave its approval to the plan". */
export const nounOfLight = remembered((part: ClaimPart): Need | undefined => {
  const rest = part.roles.others[0];
  if (!rest || part.predicate?.passive || !GIVES_NOUN.test(part.predicate?.base ?? '')) return undefined;
  const words =
    /^ (?:its|their|his|her|an?|the) (?<noun>\p{Ll}+)(?= (?:to|of|for|about|on|against|over)\b|[.,]|$)/u.exec(
      part.text.slice(rest.start, rest.end),
    );
  const noun = words?.groups?.noun;
  return noun && ACTION_NOUN.test(noun) ? part.needs.find(({ word }) => word === noun) : undefined;
});

const GIVES_NOUN = /^(?:give|make|lodge|file|take|launch|open|start|issue|submit)$/;
/** Nouns made of verbs by their endings, and some that are verbs too. */
const ACTION_NOUN =
  /(?:tion|sion|ment|al|ance|ence)$|^(?:complaint|promise|appeal|offer|bid|review|probe|inquiry|call|demand|claim|pledge|protest|purchase|request|vote|search)$/;

/** A clause that tells what the claim's verb tells with a light verb and a noun: "paid a fine" for "was fined". */
export function nounFor(
  part: ClaimPart,
  terms: ReadonlyMap<string, number>,
  view: StatementView,
  { analysis }: Knowledge,
): Relation | undefined {
  const nouns = new Set(nounKeys(part, analysis).flatMap((key) => view.terms.get(key)?.at ?? []));
  for (const [key, strength] of terms)
    if (strength >= SAME_VERB) for (const at of view.terms.get(key)?.at ?? []) nouns.add(at);
  if (nouns.size === 0) return undefined;
  const suffers = part.predicate?.passive === true;
  const holds = (main: number) => {
    for (let i = main + 1; i <= main + NOUN_AFTER; i += 1) if (nouns.has(i)) return true;
    return false;
  };
  const leads = (main: number) => {
    for (let i = main - 1; i >= main - NOUN_AFTER; i -= 1) if (nouns.has(i)) return true;
    return false;
  };
  const found = bestClause(part, view, (main, base) =>
    (LIGHT_WITH_NOUN.test(base) && SUFFERS.test(base) === suffers && holds(main)) ||
    (AWAITED.test(base) && part.certainty === 'planned' && leads(main))
      ? AS_CLASS
      : 0,
  );
  return found && found.told > 0 ? { ...found, byVerb: true } : undefined;
}

/** Stems of the verbs that tell the same as a claim's. */
const nounKeys = rememberedIn(({ verb = '' }: ClaimPart, { analyze }: Analysis) =>
  classmates(verb).flatMap((mate) => analyze(mate).map(({ stem }) => stem)),
);
