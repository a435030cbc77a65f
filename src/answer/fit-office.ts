import type { OfficeAsked } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { NameSpan } from '../statement/names.ts';
import { isPerson, isSurname } from '../statement/people.ts';
import type { StatementView } from '../statement/view.ts';
import { type Fit, NONE } from './fit.ts';

const TOP_TITLES = () =>
  /\b(?:[Cc]hief executive(?: officer)?|CEO|[Mm]anaging director|[Dd]irector[- ]general|(?<![Vv]ice[- ])[Pp]resident|[Gg]eneral (?:manager|secretary)|(?<!\p{L} )[Hh]ead of (?:the )?(?=\p{Lu})|(?:top|the) boss|top job|(?:interim|acting) (?:head|boss|chief|leader)|[Mm]ayor|[Gg]overnor)\b(?! of (?!the\b)\p{Ll})/gu;
const LEADS_IT =
  /\b(?:(?:is|was|are|were|be|been) (?:\w+ )?(?:headed|led|run|chaired|managed) by|(?:will|is going to|is to|to) (?:head|lead|run|chair)|heads?|leads|runs?|chairs?|headed|is in charge of|ha(?:s|d) (?:led|headed|run|chaired)|led|took over|takes over|taken over)\b/giu;
/** What is led is a house or its top post, and no part of it. */
const LED = () =>
  /^(?<= by) (?=\p{Lu})|^ (?:at |as |the |it\b|its |their |our )?(?:\p{Lu}|top|post|job|chief|(?:\p{Ll}+ ){0,2}(?:company|firm|group|house|agency|authority|office|business|bank|union|league|club|carrier|airline|maker|builder|operator|organi[sz]ation|board|ministry|institute|service)\b)|^ as (?:(?:its|the|their|new) )?(?:\p{Ll}+ )?(?:director|head|chief|president|chair(?:man|woman|person)?|boss|leader|mayor|governor|secretary|editor|principal)\b|^[.,]|^ (?:on|since|it)\b/u;
const TITLE_FORMS: Readonly<Record<string, string>> = {
  chair: 'chair(?:s|ed|man|woman|person)?',
  chairman: 'chair(?:s|ed|man|woman|person)?',
  head: '(?:head|heads|leads)',
  leader: '(?:leader|leads)',
};
/** A person and a title further apart than this are not told of one another, in characters. */
const BESIDE = 70;
const LEFT_OFFICE = () =>
  /\b(?:left(?= (?:the|its|his|her|their|at|on|in|last|after|to|as|for|with|this|earlier|it|office)|[^ \p{L}]|$)|leaves|leaving|step(?:s|ped|ping)? (?:down|aside)|resign\w*|retire[sd]?|retiring|depart\w*|quit|ousted|dismissed|former(?:ly)?|predecessor|until now|was (?:fired|removed|replaced))(?!\p{L})/iu;
/** Who left a house that is named; what "left seed in the shed" left no office. */
const LEFT_HOUSE = () => /\bleft (?=\p{Lu})/u;
const TOOK_OFFICE =
  /\b(?:took (?:over|office)|takes over|taken over|taking over|succeed\w*|(?:her|his|their|its) successor|replac(?:e[sd]?|ing)|appoint\w*|became|becomes|named|promoted|joined|new|followed by|gave way to|made way for)\b/i;
const HELD_ONCE = 0.4;
/** Of somebody who goes to another post, in so many words. */
const NO_LONGER = 0.1;
/** The post of somebody in a house that the sentence does not name. */
const HOUSE_UNSAID = 0.35;
/** The sentences before speak of another house. */
const HOUSE_OTHER = 0.1;
/** They speak of that house, and the sentence names another. */
const BESIDE_ANOTHER = 0.8;
const SAID_AROUND = 4;
const ANY_TITLE = () =>
  /\b(?:[Dd]irector|[Hh]ead|[Cc]hief|[Ll]eader|[Mm]anager|[Cc]hair\w*|[Cc]aptain|[Cc]ommander|[Pp]rincipal|[Ff]ounder|[Oo]wner|[Bb]oss|[Ss]ecretary|[Cc]ommissioner|[Mm]inister)\b(?! of (?!the\b)\p{Ll})/gu;

/** Whether a statement names a person who holds the office that is asked about, in that house. */
export function fitOffice(office: OfficeAsked, question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const left = new Set(office.before.flatMap((i) => [...(question.needs[i]?.alternatives.keys() ?? [])]));
  const people = view.names.filter(
    (name) =>
      (isPerson(name, knowledge) || isSurname(name, knowledge)) &&
      !view.tokens.slice(name.first, name.last).some(({ stem }) => left.has(stem)) &&
      !(left.size > 0 && PREDECESSOR.test(view.text.slice(0, name.start))),
  );
  if (people.length === 0) return NONE;
  let best: Fit = NONE;
  const spans = titlesIn(office, view, knowledge);
  // A lesser title is the first of a house where the house itself stands beside it.
  const lesser = office.top
    ? [...view.text.matchAll(ANY_TITLE())].map(({ index, 0: found }) => [index, index + found.length] as const)
    : [];
  for (const [start, end, beside] of [
    ...spans.map(([a, b]) => [a, b, false] as const),
    ...lesser.map(([a, b]) => [a, b, true] as const),
  ]) {
    const house = ofThatHouse(office, question, view, [start, end], people, knowledge, beside);
    if (house === 0) continue;
    const person = besideIt(people, start, end, view.text);
    if (!person) continue;
    const gone =
      (LEFT_OFFICE().test(view.text) || LEFT_HOUSE().test(view.text)) &&
      !TOOK_OFFICE.test(view.text) &&
      !LEFT_OFFICE().test(question.text) &&
      question.time?.sort !== 'earlier' &&
      question.time?.sort !== 'period';
    // "B, until then head of the yard, takes over": the yard is headed by another now.
    const until = UNTIL_THEN().test(view.text.slice(0, start)) && question.time?.sort !== 'earlier';
    const fit = house * (until ? NO_LONGER : gone ? HELD_ONCE : 1);
    if (fit > best.fit) best = { fit, marked: [[person.start, person.end]] };
  }
  return best.fit < SAYS_IT ? (saidInItsWords(question, view, people) ?? best) : best;
}

const UNTIL_THEN = () =>
  /\b(?:until (?:then|now|recently|last (?:week|month|year|spring|summer|autumn|winter))|formerly|previously|before that|once) (?:(?:the|its|their|his|her) )?(?:\p{Ll}+ ){0,2}$/iu;

/** "She took over from B": whoever had the post before is not who follows. */
const PREDECESSOR =
  /\b(?:(?:takes?|taking|took|taken) over (?:on [^,.;]{3,20} )?(?:from|for)|succeed(?:s|ed|ing)|replac(?:es|ed|ing)|follow(?:s|ed|ing)) $/i;
const SAYS_IT = 0.9;

/** "The agency is headed by A": every word that was asked, and a person who was not. */
function saidInItsWords(question: Question, view: StatementView, people: readonly NameSpan[]): Fit | undefined {
  const says = (need: Question['needs'][number]) =>
    !(need.word.includes(' ') && !need.name) &&
    [...need.alternatives].some(([key, s]) => s >= SAYS_IT && (view.terms.get(key)?.strength ?? 0) >= SAYS_IT);
  if (question.needs.length < 2 || !question.needs.every(says)) return undefined;
  const asked = new Set(
    question.needs.flatMap((need) => [...need.alternatives].flatMap(([key, s]) => (s >= SAYS_IT ? [key] : []))),
  );
  const person = people
    .filter(({ first, last }) => !view.tokens.slice(first, last).some(({ stem }) => asked.has(stem)))
    .at(-1);
  const gone = LEFT_OFFICE().test(view.text) || /\bfrom \d{4} (?:to|until) \d{4}\b/.test(view.text);
  return person && { fit: gone ? HELD_ONCE : SAYS_IT, marked: [[person.start, person.end]] };
}

/** Where the statement gives the title that is asked for, or says that somebody leads. */
function titlesIn(office: OfficeAsked, view: StatementView, knowledge: Knowledge): (readonly [number, number])[] {
  const { lexicon } = knowledge.analysis;
  const spans: (readonly [number, number])[] = view.concepts
    .filter((c) => office.keys.has(c.key) && lexicon.concept(c.key)?.kind === 'role')
    .map((c) => [view.tokens[c.first]?.start ?? 0, view.tokens[c.last - 1]?.end ?? 0]);
  const add = (pattern: RegExp) => {
    for (const match of view.text.matchAll(pattern)) spans.push([match.index, match.index + match[0].length]);
  };
  if (office.top) {
    add(TOP_TITLES());
    // "Head of automation" leads no more than automation.
    for (const match of view.text.matchAll(LEADS_IT))
      if (LED().test(view.text.slice(match.index + match[0].length)))
        spans.push([match.index, match.index + match[0].length]);
  }
  if ([...office.keys].some((key) => /chair/.test(key))) add(/(?<!vice[- ])\bchair(?:s|ed|ing|woman|person)?\b/giu);
  // "His successor is A": of the office that the sentence before tells.
  if (office.top)
    add(
      /\b(?:successor|succeed(?:s|ed|ing)?(?= (?:him|her|\p{Lu}))|in (?:his|her) place|replac(?:es|ed|ing)(?= (?:him|her|\p{Lu})))\b/gu,
    );
  if (office.title !== undefined) {
    const words = office.title.split(/\s+/).map((word) => TITLE_FORMS[word] ?? word.replace(/[^\p{L}-]/gu, '.'));
    add(new RegExp(`\\b${words.join(' ')}\\b`, 'giu'));
  }
  return spans;
}

const OPENS_WITH_PRONOUN = /^(?:It(?! (?:is|was|has been)\b)|They|Its|Their)\b/;

/** What is "for managing lines" manages none. */
const LEADS_SOMETHING = () =>
  /(?<!\bfor (?:\p{Ll}+ing and )?)\b(?:runs?|ran|running|operat\w+|manag\w+|head(?:s|ed|ing)?|leads?|leading|led|leaders?|chiefs?|directors?|boss|in charge|chair\w*|takes? over|took over|taken over|tak(?:es?|ing|en) charge|took charge|under)\b/iu;
const TAKES_OVER = /\b(?:takes? over|took over|taken over|takes? charge|took charge|succeed\w*|replac\w+|steps? in)\b/i;
const OF_PART = 0.6;
const PART_SAID_BEFORE = 0.9;
const PART_UNSAID = 0.3;

/** "Who heads Holm's freight arm?": whether a statement tells of somebody who leads, and of that very part. */
export function leadsPart(
  words: readonly string[],
  { needs }: Question,
  view: StatementView,
  knowledge: Knowledge,
): number {
  if (!LEADS_SOMETHING().test(view.text)) return 0;
  const asked = needs.filter(({ word, name }) => !name && words.includes(word.toLowerCase()));
  const holds = ({ terms }: StatementView) =>
    asked.every(({ alternatives }) =>
      [...alternatives].some(([key, strength]) => strength >= OF_PART && terms.has(key)),
    );
  if (holds(view)) return 1;
  const before = TAKES_OVER.test(view.text) ? knowledge.before(view.statement) : undefined;
  return before && holds(before) ? PART_SAID_BEFORE : PART_UNSAID;
}

const HEIR =
  /\b(?:(?:is|was|be|been) (?:then )?(?:followed|succeeded|replaced) by|hand(?:s|ed) (?:it )?over to|g(?:ave|ives) way to|ma(?:de|kes) way for) $/;

/** The person whom a title stands beside. */
function besideIt(people: readonly NameSpan[], start: number, end: number, text: string): NameSpan | undefined {
  // "A stepped down as chief and was followed by B": B has the post.
  const heir = people.find((name) => HEIR.test(text.slice(0, name.start)));
  if (heir) return heir;
  const gap = (name: NameSpan) => (name.end <= start ? start - name.end : Math.max(0, name.start - end));
  return people.filter((name) => gap(name) <= BESIDE).sort((a, b) => gap(a) - gap(b))[0];
}

const OF_DEPARTMENT = () =>
  /^(?:['’]s?)? (?!(?:new|former|current|acting|then|long-time|executive|managing|general|top)\b)\p{Ll}+ $/u;

/** 1 where the title is one in the house asked about, 0 where it is one in another. */
function ofThatHouse(
  { houses }: OfficeAsked,
  question: Question,
  view: StatementView,
  [start, end]: readonly [number, number],
  people: readonly NameSpan[],
  knowledge: Knowledge,
  onlyTold: boolean,
): number {
  if (houses.length === 0) return onlyTold ? 0 : 1;
  const names = view.names.filter((name) => !people.includes(name) && !(name.start < end && name.end > start));
  const asked = new Set(
    houses.flatMap((i) => [...(question.needs[i]?.alternatives ?? [])].filter(([, s]) => s >= 0.7).map(([key]) => key)),
  );
  const isAsked = (name: NameSpan, of: StatementView) =>
    of.tokens.slice(name.first, name.last).some(({ stem }) => asked.has(stem)) ||
    of.concepts.some((c) => c.first >= name.first && c.first < name.last && asked.has(c.key));
  const after = view.text.slice(end);
  const told = names.find(
    (name) =>
      (name.start >= end &&
        /^(?: (?:in|job|post|role|officer|chief))* (?:(?:of|at|for|with) )?(?:the )?$/.test(
          view.text.slice(end, name.start),
        )) ||
      (name.end <= start &&
        /^(?:['’]s?)? (?:(?:new|former|current|acting|\p{Ll}+) )?$/u.test(view.text.slice(name.end, start))),
  );
  // "Holm's finance chief" is not the first of Holm.
  if (told && onlyTold && told.end <= start && OF_DEPARTMENT().test(view.text.slice(told.end, start))) return 0;
  if (told) return isAsked(told, view) ? 1 : 0;
  if (onlyTold) return 0;
  // "The clinic's board": the house by what it is.
  if (
    view.tokens.some(
      ({ stem, word, start: from, end: to }, at) =>
        asked.has(stem) &&
        view.text.slice(from, to) === word &&
        /^the$/i.test(view.tokens[at - 1]?.word ?? '') &&
        (/^['’]s? /.test(view.text.slice(to)) || / of the $/.test(view.text.slice(0, from))),
    )
  )
    return 1;
  const named =
    names.filter((name) => name.end <= start).at(-1) ??
    (/\b(?:its|their|his|her)\b/.test(after) ? undefined : names[0]);
  if (named && isAsked(named, view)) return 1;
  if (/\b(?:our|we)\s+(?:\p{Ll}+ )?$/u.test(view.text.slice(0, start))) {
    const house = [knowledge.publisher(view.statement), knowledge.title(view.statement)];
    return house.some((text) => text && [...asked].some((key) => text.terms.has(key))) ? 1 : HOUSE_UNSAID;
  }
  if (named && /\b(?:its|their)\b/.test(view.text)) return 0;
  // "He took over as ...": the sentences before have said where.
  let before = knowledge.before(view.statement);
  for (let back = 0; before && back < SAID_AROUND; back += 1) {
    const of = before;
    // "It will buy from X. The oven was old, said A, its head": X is whom the sentence tells of, and not who is told of.
    const first = OPENS_WITH_PRONOUN.test(of.text)
      ? undefined
      : of.names.find((name) => !isPerson(name, knowledge) || isAsked(name, of));
    if (first)
      return of.names.some((name) => isAsked(name, of))
        ? isAsked(first, of)
          ? named
            ? BESIDE_ANOTHER
            : 1
          : HOUSE_UNSAID
        : HOUSE_OTHER;
    before = knowledge.before(of.statement);
  }
  const around = [
    knowledge.heading(view.statement),
    knowledge.title(view.statement),
    knowledge.publisher(view.statement),
  ];
  return around.some((text) => text && [...asked].some((key) => text.terms.has(key))) ? 1 : HOUSE_UNSAID;
}
