import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf, type NameGroup, namesIt } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, leantOn, namedIn, predicatesOf } from './reference.ts';
import type { Relation } from './relation.ts';
import { areOthers, isRelative } from './somebody-else.ts';

/** Who is in talks with another has the other in talks with them. */
const MUTUAL =
  /\b(?:talks|negotiat\w+|partner\w*|cooperat\w+|collaborat\w+|compet\w+|rivals?|merg\w+|meets?|met|agree\w*|signed|deal|contract|alliance|codeshare|together)\b[^.]*\bwith\b/i;

/** "Alder agreed with Birch": named after "with". */
function isPartner({ needs }: NameGroup, part: ClaimPart, view: StatementView): boolean {
  return needs.some((i) => {
    const need = part.needs[i];
    return (
      need !== undefined &&
      offsetsOfNeed(need, view).some((at) =>
        /\b(?:with|and) (?:the |its )?(?:\p{L}+ ){0,2}$/u.test(view.text.slice(0, at)),
      )
    );
  });
}

/** "The letter surfaced" for "the letter was leaked by Alder": what has it done to it does it itself, and nobody else is told. */
export function isDoneTo(
  { needs, places, predicate, roles: { others } }: ClaimPart,
  agent: Relation['roles']['agent'],
  view: StatementView,
): boolean {
  if (!predicate?.passive) return false;
  const patient = needs.filter((need, i) => !need.name && inStretch(places[i] ?? -1, others[0]));
  return (
    patient.length > 0 && patient.every((need) => offsetsOfNeed(need, view).some((offset) => inStretch(offset, agent)))
  );
}

const NAMES_A_SORT =
  /^ (?:models?|products?|tools?|services?|parts?|brands?|goods|tickets?|shares?|customers?|clients?|users?|phones?|cars?|software|technology)\b/;

const AS_EXAMPLE = /\b(?:like|such as|including|among them) (?:the )?$/i;

export type RolesFit = 'agree' | 'swapped' | 'other' | 'unsure';

/**
 * How the names of a claim stand in the clause that tells the same: `swapped` where who does and who has it done
 * change places, `other` where somebody else does it, `unsure` where the statement's subject cannot be told.
 */
export function rolesAgree(
  part: ClaimPart,
  { roles, verbStart }: Pick<Relation, 'roles' | 'verbStart'>,
  view: StatementView,
  knowledge: Knowledge,
): RolesFit {
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (agents.length === 0) return 'agree';
  // "She said her brother had sold it": not she did.
  if (isRelative(roles.agent, view)) return 'other';
  if (isDoneToThem(agents, part, { roles, verbStart }, view, knowledge)) return 'swapped';
  const subject = namedIn(roles.agent, view, knowledge) ?? namedByClaim(part, roles.agent, view);
  if (!subject || subject.keys.length === 0)
    return areOthers(agents, part, roles, verbStart, view) ? 'other' : 'unsure';
  const among = (groups: readonly NameGroup[], keys: readonly string[]) =>
    groups.some((group) => isKeyOf(group, part.needs, keys));
  // "Alder and Birch signed it": both of them, or one with the other.
  const joint = agents.length > 1 && /\band\b/.test(part.text.slice(agents[0]?.at, agents.at(-1)?.at));
  const absent = joint ? agents.filter((group) => !isKeyOf(group, part.needs, subject.keys)) : [];
  if (absent.length > 0 && absent.length < agents.length && subject.explicit)
    return absent.every((group) => isPartner(group, part, view)) ? 'agree' : 'other';
  if (among(agents, subject.keys)) return 'agree';
  // Where it is done does nothing and has nothing done to it.
  const others = part.names.filter(
    ({ at, text }) =>
      part.roles.others.some((s) => inStretch(at, s)) &&
      !/\b(?:at|near)(?: the)? $/i.test(part.text.slice(0, at)) &&
      // "Sells Alder parts": the name only says which.
      !NAMES_A_SORT.test(part.text.slice(at + text.length)),
  );
  const about = [view, ...leantOn(view, knowledge)];
  // "It sells tools, like Alder's, and is investing": an example in one clause has no part in what another tells.
  const elsewhere = (group: NameGroup) => {
    const offsets = group.needs.flatMap((i) => (part.needs[i] ? offsetsOfNeed(part.needs[i], view) : []));
    return offsets.length > 0 && offsets.every((at) => at < verbStart && AS_EXAMPLE.test(view.text.slice(0, at)));
  };
  const known = (group: NameGroup) => about.some((one) => namesIt(group, part.needs, one));
  if (others.length > 0 && among(others, subject.keys) && agents.every(known)) {
    if (
      (MUTUAL.test(part.text) && !ENDS.test(part.predicate?.base ?? '')) ||
      RECIPROCAL.test(part.predicate?.base ?? '')
    )
      return 'agree';
    return agents.every(elsewhere) ? 'other' : 'swapped';
  }
  // "Alder paid 60 million" for "Birch paid Alder 60 million": who gets it there gives it here.
  if (subject.explicit && others.some((group) => isObject(group, part) && among([group], subject.keys)))
    return 'swapped';
  // "The plant in Alder makes it" for "Birch makes it in Alder" says nothing against it.
  return subject.explicit && !among(part.names, subject.keys) ? 'other' : 'unsure';
}

/** Names of the claim that stand in the subject, where that opens a sentence and so may not show that it is a name. */
function namedByClaim(part: ClaimPart, agent: Relation['roles']['agent'], view: StatementView) {
  const keys = part.needs.flatMap((need) =>
    need.name && offsetsOfNeed(need, view).some((at) => inStretch(at, agent) && /^\p{Lu}/u.test(view.text.slice(at)))
      ? [...need.alternatives.keys()]
      : [],
  );
  return keys.length > 0 ? { keys, explicit: true } : undefined;
}

/** "Paid Alder 60 million": the name stands right behind an active verb that is not done by two to each other. */
function isObject({ at }: NameGroup, { text, predicate, roles }: ClaimPart): boolean {
  const [after] = roles.others;
  return (
    predicate !== undefined &&
    !predicate.passive &&
    !EACH_OTHER.test(predicate.base) &&
    after !== undefined &&
    /^ ?(?:the )?$/i.test(text.slice(after.start, at))
  );
}

/** What each does to the other. */
const RECIPROCAL = /^(?:meet|marry|resemble|rival)$/;
/** What one of two does to what both have. */
const ENDS = /^(?:end|terminate|quit|leave|cancel|break|cancel|break off|suspend|sue|reject|refuse|drop)$/;
const EACH_OTHER = /^(?:be|become|remain|meet|marry|face|fight|join|rival|match|resemble|say|tell)$/;

/** "Alder was lent a million" against "Alder lent a million": of a passive with the claim's verb, who stands before it has it done to them. */
function isDoneToThem(
  agents: readonly NameGroup[],
  part: ClaimPart,
  { roles, verbStart }: Pick<Relation, 'roles' | 'verbStart'>,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  const told = predicatesOf(view).find(({ first }) => view.tokens[first]?.start === verbStart);
  const [subject] = roles.others;
  if (!told?.passive || told.base !== part.predicate?.base || part.predicate.passive || !subject) return false;
  const object = part.roles.others[0];
  const takes =
    object !== undefined &&
    /^ (?!(?:at|in|on|for|from|to|by|with|after|before|until|since|of|as|out|up|down|off)\b)[\p{L}\d$€£¥]/u.test(
      part.text.slice(object.start, object.end),
    );
  if (!takes || subject.end > verbStart) return false;
  const done = namedIn(subject, view, knowledge);
  const doers = namedIn(roles.agent, view, knowledge);
  const among = (keys: readonly string[]) => agents.some((group) => isKeyOf(group, part.needs, keys));
  return done !== undefined && among(done.keys) && !among(doers?.keys ?? []);
}
