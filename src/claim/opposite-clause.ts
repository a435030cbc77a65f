import { MONTHS } from '../calendar/iso.ts';
import type { Analysis } from '../ports.ts';
import { rememberedIn } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { nounOfLight } from './light-verb.ts';
import type { NameGroup } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { STATE } from './plain-verbs.ts';
import { inStretch } from './reference.ts';
import { bestClause, type Relation } from './relation.ts';
import type { Stretch } from './roles.ts';
import { rolesAgree } from './roles-agree.ts';
import { classmates, sameClass } from './verb-classes.ts';

/** A clause whose verb says the opposite of the claim's, of the same bearer: "keeps its seat" for "lost its seat". */
export function oppositeIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): Relation | undefined {
  // "Gave its approval": what it says, the noun tells.
  if (part.verb === undefined || STATE.test(part.verb) || nounOfLight(part)) return undefined;
  const isOpposite = oppositeVerbs(part, knowledge.analysis);
  if (!isOpposite) return undefined;
  const verb = part.verb;
  const opposes = (main: number, other: string) =>
    !sameClass(verb, other) && (isOpposite(other) || (isOpposite('keep') && stillHas(main, other, view)));
  const found = bestClause(part, view, (main, other) => Number(opposes(main, other)));
  if (!found || part.names.some((group) => onlyModifies(group, part, view, found))) return undefined;
  if (part.names.some((group) => isUntold(group, part, view, found))) return undefined;
  const relation = { ...found, byVerb: true };
  const roles = rolesAgree(part, relation, view, knowledge);
  if (roles === 'unsure' && isSomethingElse(part, view, relation)) return undefined;
  return roles === 'agree' || roles === 'unsure' ? relation : undefined;
}

/** "Still gets", "still has": it keeps it. */
function stillHas(main: number, base: string, { tokens }: StatementView): boolean {
  return /^(?:get|have|hold|own|enjoy|receive)$/.test(base) && tokens[main - 1]?.word === 'still';
}

/** Whether a verb says the opposite of a claim's; undefined where no verb does. */
const oppositeVerbs = rememberedIn(({ verb: claimed = '' }: ClaimPart, { analyze, lexicon }: Analysis) => {
  const stem = (words: string) =>
    analyze(words)
      .map((token) => token.stem)
      .join(' ');
  const opposites = new Set(lexicon.opposites(stem(claimed)));
  if (opposites.size === 0) return;
  const known = new Map<string, boolean>();
  return (verb: string) => {
    const opposite = known.get(verb) ?? [verb, ...classmates(verb)].some((one) => opposites.has(stem(one)));
    known.set(verb, opposite);
    return opposite;
  };
});

/** "The move raises the odds" against "Alder's shares fell": a noun of its own, with no word of the claim's subject. */
function isSomethingElse(part: ClaimPart, view: StatementView, { roles: { agent } }: Relation): boolean {
  if (!agent || !OWN_NOUN.test(view.text.slice(agent.start, agent.end))) return false;
  return !part.needs.some(
    (need, i) =>
      inStretch(part.places[i] ?? -1, part.roles.agent) &&
      placesOfNeed(need, view).some((at) => inStretch(view.tokens[at]?.start ?? -1, agent)),
  );
}

const OWN_NOUN =
  /^\W*(?:the|an?) (?!(?:company|group|firm|maker|start-?up|operator|airline|carrier|bank|drugmaker|agency|regulator|authority|commission|court|ministry|board)\b)\p{Ll}{3,}\W*$/iu;

/** To whom or what it is done stands in another clause of the statement, and not in this one. */
function isUntold({ at, text, needs }: NameGroup, part: ClaimPart, view: StatementView, clause: Stretch): boolean {
  // A day is named once for all clauses.
  if (DAY_NAMED.test(text) || !part.roles.others.some((stretch) => inStretch(at, stretch))) return false;
  const places = needs.flatMap((i) => {
    const need = part.needs[i];
    return need ? placesOfNeed(need, view) : [];
  });
  return places.length > 0 && !places.some((place) => inStretch(view.tokens[place]?.start ?? -1, clause));
}

const DAY_NAMED = new RegExp(`^(?:${MONTHS.join('|')}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\b`, 'i');

const FOLLOWED_BY_NOUN =
  /^(?:['’]s?)? (?!(?:and|or|but|than|in|on|for|to|with|by|from|at|as|into|under|over|through|during|while|when|where|if|since|until|after|before|because|although|though|that|which|who|is|are|was|were|has|have|had|will|would|can|could|may|might|this|next|last|instead|again|also|too)\b)\p{Ll}{3,}/u;

/** To sell "the firm's models" is not to sell the firm: the claim names it by itself, the statement with a noun after it. */
function onlyModifies({ at, text, needs }: NameGroup, part: ClaimPart, view: StatementView, clause: Stretch): boolean {
  const followed = (words: string, end: number) => FOLLOWED_BY_NOUN.test(words.slice(end));
  if (!part.roles.others.some((stretch) => inStretch(at, stretch)) || followed(part.text, at + text.length))
    return false;
  const places = needs.flatMap((i) => {
    const need = part.needs[i];
    return need ? placesOfNeed(need, view) : [];
  });
  const inside = places.filter((place) => inStretch(view.tokens[place]?.start ?? 0, clause));
  return inside.length > 0 && inside.every((place) => followed(view.text, view.tokens[place]?.end ?? 0));
}
