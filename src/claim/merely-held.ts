import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import type { Relation } from './relation.ts';

/** Who fears, hopes, suspects or alleges something does not tell it as a fact, and who doubts it even less. */
const HELD =
  /\b(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing|ations?)|fear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|suspicions?|doubt(?:s|ed|ing)?(?: remain(?:s|ed)?)?|rumou?rs?|accusations?|no (?:evidence|proof|sign|indication)|few (?:\p{L}+ )?(?:believe|think|expect)|(?:critics|sceptics|skeptics|opponents|rivals?) (?:\p{L}+ )?(?:say|argue|warn|think|believe)|(?:wrong|false|untrue|a myth|a lie))(?: (?:that|it|they|he|she|the|its|their|an?))* ?$/iu;
const SAID_TO = /\b(?:is|are|was|were) (?:\p{L}+ )?(?:said|rumou?red|alleged|believed|thought|reputed) to\b/iu;
const OWN =
  /\b(?:claim|alleg|fear|hop(?:e|ing)|suspect|doubt|rumou?r|accus|believ|think|argu|say|said|reported|reputed|thought|warn|view|opinion)\p{L}*\b/iu;

/** What is told only as somebody's fear, hope, suspicion or rumour, of a claim that tells it as a fact. */
export function merelyHeld(part: ClaimPart, view: StatementView, { roles, verb, verbStart }: Relation): string[] {
  if (part.reported || OWN.test(part.text)) return [];
  const starts = [roles.agent, ...roles.others].flatMap((one) => (one ? [one.start] : []));
  const lead = view.text.slice(0, Math.min(...starts, verbStart));
  return HELD.test(lead) ||
    SAID_TO.test(verb) ||
    SAID_TO.test(view.text.slice(Math.max(0, verbStart - SAID_WITHIN), verbStart))
    ? ['that it is so']
    : [];
}

/** "Is said to have sold it". */
const SAID_WITHIN = 18;
