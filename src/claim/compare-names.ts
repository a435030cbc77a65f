import type { Match } from '../answer/match.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf, type NameGroup, namesIt, rivalOf, strengthOf } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch, isFirstPerson, leantOn, namedIn, predicatesOf, rolesIn, subjectMeant } from './reference.ts';
import type { Relation } from './relation.ts';
import type { RolesFit } from './roles-agree.ts';
import { speakersIn } from './speech.ts';

interface Names {
  readonly total: number;
  readonly told: number;
  readonly plainly: number;
  readonly faint: readonly string[];
  /** Names that nothing around names either. */
  readonly absent: readonly { readonly text: string; readonly agent: boolean }[];
  readonly absentWeight: number;
  /** Names that the sentence has, but not in the clause that tells it. */
  readonly outside: readonly string[];
  /** Another name stands in the place of one. */
  readonly rival: 'close' | 'loose' | undefined;
}

/** A need met by less than this is not met. */
const MET = 0.5;

/** A name met by this much stands in the title, the heading or the sentence before. */
const NAMED_AROUND = 0.3;

/** A name met by less may be the whole that it is part of. */
const SAME_NAME = 0.7;

/** A name that the text spoke of just before counts nearly whole. */
const NAME_LEANT_ON = 0.9;

/** A name with a number, "Ariane 5", "BX-17": another number makes it another thing. */
const NUMBERED_NAME = /\b\p{Lu}[\p{L}]*-\d+\b/gu;

/** Which names of a claim a statement gives, gives otherwise or does not give. */
export function compareNames(
  part: ClaimPart,
  view: StatementView,
  match: Match,
  {
    anchored,
    dated,
    roles,
    relation,
    titled,
  }: {
    readonly anchored: boolean;
    readonly dated: boolean;
    readonly titled: boolean;
    readonly roles: RolesFit | undefined;
    readonly relation: Relation | undefined;
  },
  knowledge: Knowledge,
): Names {
  const before = leantOn(view, knowledge);
  // "Holm, its chief engineer": the house is the one that was named last.
  const last = titled ? before.findIndex((one) => one.names.length > 0) : -1;
  const context = last < 0 ? before : before.slice(0, last + 1);
  const firstPerson = speaksOfItself(view) ? knowledge.publisher(view.statement) : undefined;
  const around = firstPerson ? [...context, firstPerson] : context;
  const faint: string[] = [];
  const absent: { text: string; agent: boolean }[] = [];
  const outside: string[] = [];
  const sum = { total: 0, told: 0, plainly: 0, absentWeight: 0 };
  const telling = relation?.byVerb ? relation.text : view.text;
  let rival: 'close' | 'loose' | undefined;
  for (const group of part.names) {
    const weight = group.needs.reduce((all, i) => all + (part.needs[i]?.weight ?? 0), 0);
    sum.total += weight;
    const own = strengthOf(group, part.needs, (i) => match.own[i] ?? 0);
    const agent = inStretch(group.at, part.roles.agent);
    // "On sales in Alder falls, while that of Birch does not": it must be named in the clause that tells it.
    const clause = relation?.byVerb === true && !standsIn(group, part, view, relation) ? relation : undefined;
    const beside =
      own >= MET && clause ? rivalOf(group, part.text, part.names, part.needs, view, clause, knowledge) : undefined;
    if (own >= MET && !beside) {
      sum.told += weight * own;
      sum.plainly += weight * own;
      if (own < SAME_NAME) faint.push(group.text);
      // Elsewhere in the sentence it may have another part.
      else if (
        clause &&
        !agent &&
        !WEEKDAY.test(group.text) &&
        !inStretch(group.at, part.sayer) &&
        !isBroughtIn(group, part, view, clause)
      )
        outside.push(group.text);
      continue;
    }
    const other = beside ?? rivalOf(group, part.text, part.names, part.needs, view, undefined, knowledge);
    if (other) {
      rival = rival === 'close' ? rival : other;
      sum.absentWeight += weight;
      continue;
    }
    // "The cooperative", where that is whom it stands for.
    const meantBy = agent && roles === 'agree' && relation ? namedIn(relation.roles.agent, view, knowledge) : undefined;
    if (meantBy && isKeyOf(group, part.needs, meantBy.keys)) {
      sum.told += weight * NAME_LEANT_ON;
      sum.plainly += weight * NAME_LEANT_ON;
      continue;
    }
    if (around.some((text) => namesIt(group, part.needs, text))) {
      sum.told += weight * SAME_NAME;
      sum.plainly += weight * NAME_LEANT_ON;
      // It must be clear whom the subject of the sentence stands for, and whom else it concerns.
      const meant = roles === 'agree' && (agent || POSSESSED_OR_IT.test(telling));
      if (!anchored && !dated && !meant && !isSpeaker(group, part, view, knowledge)) faint.push(group.text);
      continue;
    }
    // What heads the page or the section need not be named again in it.
    const headed = strengthOf(group, part.needs, (i) => ((match.met[i] ?? 0) >= NAMED_AROUND ? 1 : 0)) > 0;
    if (headed) {
      sum.told += weight * MET;
      if (!anchored && !((agent || (titled && last < 0)) && roles === 'agree')) faint.push(group.text);
      continue;
    }
    absent.push({ text: group.text, agent });
    sum.absentWeight += weight;
  }
  for (const [name] of part.text.matchAll(NUMBERED_NAME))
    if (![view, ...around].some(({ text }) => text.includes(name))) absent.push({ text: name, agent: false });
  for (const { text: name, pattern } of part.numbered)
    if (![view, ...around].some(({ text }) => pattern.test(text))) absent.push({ text: name, agent: false });
  return { ...sum, faint, absent, outside, rival };
}

const speaksOfItself = remembered(({ text }: StatementView) => isFirstPerson(text));

/** "Alder has troubles: a strike cost it a week", "from Alder, where she ran sales": a word in the clause stands for the name. */
function isBroughtIn(group: NameGroup, part: ClaimPart, view: StatementView, clause: Relation): boolean {
  const [first] = predicatesOf(view);
  const subject =
    first && (view.tokens[first.first]?.start ?? 0) < clause.verbStart ? rolesIn(view, 0).agent : undefined;
  // "Not that Alder loses it, but that its lead shrinks".
  const at = predicatesOf(view).findLastIndex(
    ({ main, finite }) => finite && (view.tokens[main]?.end ?? 0) <= clause.start,
  );
  const previous = at > 0 ? rolesIn(view, at).agent : undefined;
  const rest = view.text.slice(clause.verbStart, clause.end);
  // "The quay pays Alder, which says it was asked": whom the subject of the clause stands for.
  const meant = subjectMeant(clause.roles.agent ?? clause.roles.others[0], view);
  const places = group.needs.flatMap((i) => {
    const need = part.needs[i];
    return need ? placesOfNeed(need, view).map((at) => view.tokens[at]) : [];
  });
  return places.some(
    (token) =>
      token !== undefined &&
      (inStretch(token.start, meant) ||
        ((/^ \p{L}+ (?:it|them)\b/u.test(` ${rest}`) || OF_IT.test(rest)) && inStretch(token.start, subject)) ||
        // "Alder says that its service will be free": what is told of is Alder's.
        (POSSESSED.test(clause.text) && (inStretch(token.start, subject) || inStretch(token.start, previous))) ||
        // "Asked about Alder and Birch, she likes what they build".
        (/\bthey\b/.test(rest) && token.start < clause.verbStart && isOneOfTwo(group, part)) ||
        // "Put 3 million into Alder, and Birch lent the company 2".
        (THE_HOUSE.test(rest) && isLastNamed(token.start, clause, view)) ||
        (/^, where\b/.test(view.text.slice(token.end)) && clause.verbStart - token.end <= WHERE_WITHIN)),
  );
}

/** The day that opens a sentence is that of all of it. */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

const THE_HOUSE =
  /\bthe (?:company|firm|group|maker|start-?up|operator|airline|carrier|bank|club|cooperative|chain|retailer|grocer|brewer|supplier|house)\b/i;

/** No other name stands between it and the clause. */
function isLastNamed(at: number, { start }: Relation, { names }: StatementView): boolean {
  const last = names.findLast((name) => name.end <= start);
  return last !== undefined && last.start <= at && at < last.end;
}

/** "Most of its trucks must come from it": whom the sentence began with. */
const OF_IT = /\b(?:from|to|with|by|for|of|at|into|in|on) (?:it|them)\b/;

const POSSESSED_OR_IT = /\b(?:its|their|our|us|them|it|his|her)\b/i;
const POSSESSED = /\b(?:its|their|his|her|our|us|we)\b/;

/** "Alder and Birch": both of them are "they". */
function isOneOfTwo({ at, text }: NameGroup, part: ClaimPart): boolean {
  return /^ and \p{Lu}/u.test(part.text.slice(at + text.length)) || /\p{L} and $/u.test(part.text.slice(0, at));
}

/** ", where she had long ran": so far behind the name the verb may stand. */
const WHERE_WITHIN = 30;

/** "..., she said": the claim names who says it, and the statement's speaker stands for them. */
function isSpeaker(group: NameGroup, part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  return (
    inStretch(group.at, part.sayer) &&
    speakersIn(view).some((stretch) => isKeyOf(group, part.needs, namedIn(stretch, view, knowledge)?.keys ?? []))
  );
}

function standsIn(group: NameGroup, part: ClaimPart, view: StatementView, clause: Relation): boolean {
  return group.needs.some((i) => {
    const need = part.needs[i];
    return (
      need !== undefined &&
      placesOfNeed(need, view).some((at) => {
        const offset = view.tokens[at]?.start ?? 0;
        return clause.start <= offset && offset < clause.end;
      })
    );
  });
}
