import type { Analysis } from '../ports.ts';
import type { Need } from '../question/question.ts';
import { remembered, rememberedIn } from '../remembered.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { certaintyOf } from './assertion.ts';
import { isKeyOf, type NameGroup, namesIt } from './name-group.ts';
import { type ClaimPart, isSimplePast } from './part.ts';
import { offsetsOfNeed, placesOfNeed } from './places.ts';
import { type Predicate, withParticle } from './predicate.ts';
import { inStretch, leantOn, namedIn, predicatesOf, rolesIn } from './reference.ts';
import type { Roles, Stretch } from './roles.ts';
import { speakersIn } from './speech.ts';
import { classmates, sameClass } from './verb-classes.ts';

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

/** A term that says nearly the same as the verb. */
const SAME_VERB = 0.65;
const MET = 0.5;
/** What tells a state, and may stand for one another. */
export const STATE = /^(?:be|remain|stay|become|keep|represent|form|serve)$/;

/** The need that the claim's verb makes; -1 where the verb is "be", or says too little to be looked for. */
export function verbNeed(part: ClaimPart, knowledge: Knowledge): number {
  const known = verbNeeds.get(part);
  if (known !== undefined) return known;
  const found = findVerbNeed(part, knowledge);
  verbNeeds.set(part, found);
  return found;
}

const verbNeeds = new WeakMap<ClaimPart, number>();

function findVerbNeed(part: ClaimPart, { analysis: { analyze } }: Knowledge): number {
  if (!part.predicate || part.predicate.base === 'be') return -1;
  const at = analyze(part.text)[part.predicate.main]?.start ?? -1;
  return part.places.findIndex(
    (place, i) => place <= at && at < place + (part.needs[i]?.word.length ?? 0) && !part.needs[i]?.name,
  );
}

/** Made once for all statements that a need is held against. */
const termsOf = new WeakMap<Need, ReadonlyMap<string, number>>();

/** Terms that may stand for a verb, however common they are. */
function termsFor(need: Need, { analysis }: Knowledge): ReadonlyMap<string, number> {
  const known = termsOf.get(need);
  if (known) return known;
  const terms = new Map(need.alternatives);
  termsOf.set(need, terms);
  const stem = analysis.analyze(need.word)[0]?.stem ?? need.word;
  for (const { key, strength } of analysis.lexicon.synonyms(stem))
    if (strength >= SAME_VERB) terms.set(key, Math.max(strength, terms.get(key) ?? 0));
  return terms;
}

/** A verb of so little weight says nearly nothing by itself: what stands around it shows the clause. */
const LIGHT_VERB = 0.4;
/** So many of the claim's names, words and amounts show a clause without its verb. */
const SHOWS_CLAUSE = 2;

const OWNS = /^(?:own|hold|have|possess|keep)$/;
const TAKES_STAKE = /^(?:own|hold|hold on|have|keep|buy|acquire|purchase|pay|take|get|retain|put|invest|spend|secure)$/;
const BUYS = /^(?:buy|acquire|purchase)$/;
/** With a noun after them they say what its verb says: "made an offer". */
const LIGHT_WITH_NOUN =
  /^(?:make|take|give|hold|launch|file|place|lodge|have|do|forge|form|enter|strike|build|open|start|begin|reach|issue|raise|impose|win|get|receive|pay|face|suffer|undergo|see|record|report|submit|conduct|carry out)$/;
/** Of those, the ones whose subject has it done to them: who pays a fine is fined. */
const SUFFERS = /^(?:receive|get|pay|face|suffer|undergo|win)$/;
/** What is to be done, told of its noun: "a decision is expected". */
const AWAITED = /^(?:expect|plan|schedule|come|begin|start|follow|take)$/;
/** Words after such a verb in which its noun stands. */
const NOUN_AFTER = 5;

/** Who got it has it. */
const HAS = /^(?:have|hold|own|possess|enjoy)$/;
const COMES_TO_HAVE = /^(?:get|receive|obtain|win|secure|gain|keep|retain|inherit|be left with)$/;

/** What one does when another does this. */
const CONVERSE: Readonly<Record<string, readonly string[]>> = {
  pay: ['receive', 'earn', 'collect'],
  receive: ['pay', 'give', 'grant', 'award', 'send'],
  earn: ['pay'],
  buy: ['sell'],
  acquire: ['sell'],
  sell: ['buy', 'acquire', 'purchase'],
  lend: ['borrow'],
  borrow: ['lend'],
  give: ['receive'],
  grant: ['receive', 'obtain'],
  have: ['give', 'grant', 'award'],
  lead: ['hand over'],
  own: ['belong'],
  belong: ['own'],
  employ: ['work'],
  supply: ['buy', 'purchase'],
};
const AS_CONVERSE = 0.8;
/** What a verb of the same class counts. */
const AS_CLASS = 0.85;

/** Undefined where no clause of the statement tells it. */
export function relationIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): Relation | undefined {
  const verb = verbNeed(part, knowledge);
  const need = part.needs[verb];
  const state = STATE.test(part.predicate?.base ?? '') && part.predicate?.base !== 'keep';
  const base = state ? 'be' : part.verb;
  const terms = need && !state ? termsFor(need, knowledge) : undefined;
  // Who bought, paid for or keeps a stake of 8 percent owns 8 percent.
  const stake =
    OWNS.test(base ?? '') &&
    part.amounts.some((a) => a.unit === '%' && view.amounts.some((b) => sameAmount(a, b))) &&
    !/^(?:planned|talks|possible)$/.test(certaintyOf(view.text)) &&
    /\b(?:percent of|stake|shareholding|shares?|interest|holding)\b/i.test(view.text);
  const paidFor = /\bfor\b/.test(part.text) && part.amounts.some((a) => view.amounts.some((b) => sameAmount(a, b)));
  const noun = nounOfLight(part);
  const byNoun = noun && termsFor(noun, knowledge);
  const same = bestClause(part, view, (main, other) =>
    byNoun && tells(main, byNoun, view) > 0
      ? AS_CLASS
      : base === 'be'
        ? Number(STATE.test(other))
        : base === 'have' && STATE.test(other)
          ? AS_CLASS
          : base === other || (stake && TAKES_STAKE.test(other))
            ? 1
            : paidFor && ((BUYS.test(base ?? '') && other === 'pay') || (base === 'pay' && BUYS.test(other)))
              ? AS_CLASS
              : Math.max(
                  base !== undefined && (sameClass(base, other) || (HAS.test(base) && COMES_TO_HAVE.test(other)))
                    ? AS_CLASS
                    : 0,
                  terms ? tells(main, terms, view) : 0,
                ),
  );
  const asNoun = need && terms && !same ? nounFor(part, terms, view, knowledge) : undefined;
  if (asNoun) return asNoun;
  const sharesWord = part.needs.some((other) => !other.name && placesOfNeed(other, view).length > 0);
  if (same && (terms || (base === 'be' ? same.told > 0 : sharesWord))) return { ...same, byVerb: true };
  const back = CONVERSE[part.predicate?.base ?? ''];
  const turned = back && bestClause(part, view, (_, other) => (back.includes(other) ? AS_CONVERSE : 0));
  const shown = part.needs.some(
    (other, i) => i !== verb && !other.name && other.weight > LIGHT_VERB && placesOfNeed(other, view).length > 0,
  );
  if (turned && turned.told > 0 && (shown || part.amounts.length > 0)) {
    const [first, ...rest] = turned.roles.others;
    const roles = { agent: first, others: [...(turned.roles.agent ? [turned.roles.agent] : []), ...rest] };
    return { ...turned, roles, byVerb: true };
  }
  const light = need === undefined || state ? base !== 'be' : need.weight <= LIGHT_VERB;
  if (!light) return undefined;
  const near = bestClause(part, view, () => 1);
  return near && near.told >= SHOWS_CLAUSE ? { ...near, byVerb: false } : undefined;
}

/** The noun that tells what is done where the claim's verb is light: "approval" of "gave its approval to the plan". */
const nounOfLight = remembered((part: ClaimPart): Need | undefined => {
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
function nounFor(
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

/** The clause with the most of the claim in it, among those whose verb fits. */
function bestClause(
  part: ClaimPart,
  view: StatementView,
  sameness: (main: number, base: string) => number,
): (Omit<Relation, 'byVerb'> & { readonly told: number }) | undefined {
  const predicates = predicatesOf(view);
  let best: (Omit<Relation, 'byVerb'> & { readonly told: number }) | undefined;
  for (const [i, one] of predicates.entries()) {
    const near = sameness(one.main, withParticle(one, view.tokens));
    if (near === 0) continue;
    const roles = rolesIn(view, i);
    const stretches = [roles.agent, ...roles.others];
    const within = (at: number) => stretches.some((stretch) => inStretch(at, stretch));
    const told =
      part.needs.filter((other) => offsetsOfNeed(other, view).some(within)).length +
      part.amounts.filter((a) => view.amounts.some((b) => sameAmount(a, b) && within(b.span[0]))).length;
    if (best && (told < best.told || (told === best.told && near <= best.sameness))) continue;
    const starts = stretches.flatMap((s) => (s ? [s.start] : []));
    const ends = stretches.flatMap((s) => (s ? [s.end] : []));
    const [start, end] = [Math.min(...starts, view.tokens[one.first]?.start ?? 0), Math.max(...ends)];
    const verb = verbOfClause(one, view);
    const after = view.tokens[Math.min(view.tokens.length - 1, one.main + CORE_WORDS)]?.end ?? end;
    // Of a second verb the subject stands before the first, and what is said there is said of that.
    const subject = one.passive ? roles.others[0] : roles.agent;
    const second =
      one.finite &&
      predicates.slice(0, i).some((other) => (view.tokens[other.first]?.start ?? 0) >= (subject?.end ?? 0));
    const core = view.text.slice(second ? verb.verbStart : start, Math.max(verb.verbStart, Math.min(end, after)));
    best = {
      roles,
      text: view.text.slice(start, end),
      start,
      end,
      told,
      sameness: near,
      core,
      happened: isSimplePast(one, view),
      ...verb,
    };
  }
  return best;
}

/** Words after the verb in which "no" denies it. */
const CORE_WORDS = 3;

/** "would invest", "is in talks with": what stands right after a form of "be" goes with it. */
function verbOfClause({ first, main, base }: Predicate, view: StatementView): Pick<Relation, 'verb' | 'verbStart'> {
  const start = view.tokens[first]?.start ?? 0;
  const last = Math.min(view.tokens.length - 1, base === 'be' ? main + 1 : main);
  return { verb: view.text.slice(start, view.tokens[last]?.end ?? start), verbStart: start };
}

/** A clause whose verb says the opposite of the claim's, of the same bearer: "keeps its seat" for "lost its seat". */
export function oppositeIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): Relation | undefined {
  // "Gave its approval": what it says, the noun tells.
  if (part.verb === undefined || STATE.test(part.verb) || nounOfLight(part)) return undefined;
  const isOpposite = oppositeVerbs(part, knowledge.analysis);
  if (!isOpposite) return undefined;
  const found = bestClause(part, view, (_, other) => Number(!sameClass(part.verb ?? '', other) && isOpposite(other)));
  if (!found || part.names.some((group) => onlyModifies(group, part, view, found))) return undefined;
  const relation = { ...found, byVerb: true };
  const roles = rolesAgree(part, relation, view, knowledge);
  return roles === 'agree' || roles === 'unsure' ? relation : undefined;
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

/** To sell "the firm's models" is not to sell the firm: the claim names it by itself, the statement with a noun after it. */
function onlyModifies({ at, text, needs }: NameGroup, part: ClaimPart, view: StatementView, clause: Stretch): boolean {
  const followed = (words: string, end: number) =>
    /^(?:['’]s?)? (?!and\b|or\b|in\b|on\b|for\b|to\b|with\b|by\b|from\b|at\b|as\b)\p{Ll}{3,}/u.test(words.slice(end));
  if (!part.roles.others.some((stretch) => inStretch(at, stretch)) || followed(part.text, at + text.length))
    return false;
  const places = needs.flatMap((i) =>
    [...(part.needs[i]?.alternatives ?? [])].flatMap(([key, s]) => (s >= MET ? (view.terms.get(key)?.at ?? []) : [])),
  );
  const inside = places.filter((place) => inStretch(view.tokens[place]?.start ?? 0, clause));
  return inside.length > 0 && inside.every((place) => followed(view.text, view.tokens[place]?.end ?? 0));
}

/** Whether somebody else than the claim names says it in the statement. */
export function saidByAnother(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const sayers = part.names.filter(({ at }) => inStretch(at, part.sayer));
  if (sayers.length === 0) return false;
  const speakers = speakersIn(view).flatMap((stretch) => namedIn(stretch, view, knowledge)?.keys ?? []);
  return speakers.length > 0 && !sayers.some((group) => isKeyOf(group, part.needs, speakers));
}

/** Who is in talks with another has the other in talks with them. */
const MUTUAL =
  /\b(?:talks|negotiat\w+|partner\w*|cooperat\w+|collaborat\w+|compet\w+|rivals?|merg\w+|meets?|met|agree\w*|signed|deal|contract|alliance|codeshare|together)\b[^.]*\bwith\b/i;

/** How nearly the verb at `main` says what the terms say; 0 where it does not. */
function tells(main: number, terms: ReadonlyMap<string, number>, view: StatementView): number {
  let best = 0;
  for (const [key, strength] of terms) {
    if (strength < MET || strength <= best) continue;
    const places = view.terms.get(key)?.at;
    if (!places) continue;
    const words = key.split(' ').length;
    for (const at of places) if (at <= main && main < at + words) best = strength;
  }
  return best;
}

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

export type RolesFit = 'agree' | 'swapped' | 'other' | 'unsure';

/**
 * How the names of a claim stand in the clause that tells the same: `swapped` where who does and who has it done
 * change places, `other` where somebody else does it, `unsure` where the statement's subject cannot be told.
 */
export function rolesAgree(part: ClaimPart, { roles }: Relation, view: StatementView, knowledge: Knowledge): RolesFit {
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent));
  if (agents.length === 0) return 'agree';
  const subject = namedIn(roles.agent, view, knowledge);
  if (!subject || subject.keys.length === 0) return 'unsure';
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
    ({ at }) =>
      part.roles.others.some((s) => inStretch(at, s)) && !/\b(?:at|near)(?: the)? $/i.test(part.text.slice(0, at)),
  );
  const about = [view, ...leantOn(view, knowledge)];
  const known = (group: NameGroup) => about.some((one) => namesIt(group, part.needs, one));
  if (others.length > 0 && among(others, subject.keys) && agents.every(known))
    return MUTUAL.test(part.text) ? 'agree' : 'swapped';
  // "The plant in Alder makes it" for "Birch makes it in Alder" says nothing against it.
  return subject.explicit && !among(part.names, subject.keys) ? 'other' : 'unsure';
}
