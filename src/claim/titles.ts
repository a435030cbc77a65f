import type { Lexicon } from '../ports.ts';
import type { Need } from '../question/question.ts';
import { rememberedIn } from '../remembered.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { isKeyOf, type NameGroup, namesIt } from './name-group.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { before, inStretch, namedIn, predicatesOf, rolesIn } from './reference.ts';

const isPost = rememberedIn(
  ({ alternatives, word }: Need, lexicon: Lexicon) =>
    [...alternatives.keys()].some((key) => lexicon.concept(key)?.kind === 'role') ||
    TITLE.test(word.split(' ').at(-1) ?? ''),
);

/** It claims that somebody is the first of a house: "runs Alder". */
export function tellsLead(part: ClaimPart): boolean {
  return LEADS.test(part.predicate?.base ?? '');
}

/** It claims that somebody has a post. */
export function tellsPost(part: ClaimPart, knowledge: Knowledge): boolean {
  return part.predicate?.base === 'be' && part.needs.some((need) => isPost(need, knowledge.analysis.lexicon));
}

/** What of a claim names a post. */
export function postNeeds(part: ClaimPart, knowledge: Knowledge): Need[] {
  return part.needs.filter((need) => isPost(need, knowledge.analysis.lexicon));
}

/** Whether a title stands beside the name of whom the claim says that they have it, as one of now or of before. */
export function titleIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): 'now' | 'former' | undefined {
  const base = part.predicate?.base ?? '';
  const leads = LEADS.test(base) || base === 'chair';
  if (part.predicate?.base !== 'be' && part.predicate?.base !== 'become' && !leads) return undefined;
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent)).flatMap(({ needs }) => needs);
  const people = agents.flatMap((i) => (part.needs[i] ? placesOfNeed(part.needs[i], view) : []));
  const roles = part.needs
    .filter((need) => isPost(need, knowledge.analysis.lexicon))
    .flatMap((need) => placesOfNeed(need, view));
  const titles = leads ? titlesIn(view, base === 'chair' ? CHAIR : TOP) : roles;
  if (!leads && holdsChair(titles, people, view)) return 'now';
  const beside = titles.filter(
    (b) =>
      (leads || !isOtherPost(part, b, view, knowledge)) &&
      people.some((a) => (Math.abs(a - b) <= TITLE_WITHIN && !isApart(view, a, b)) || isAs(view, a, b)),
  );
  if (beside.length === 0) return undefined;
  const former = (at: number) => {
    const lead = view.text.slice(0, view.tokens[at]?.start ?? 0);
    return FORMER.test(lead) || (WAS.test(lead) && !/\b(?:said|says|told|added|wrote)\b/.test(lead));
  };
  return beside.some(former) ? 'former' : 'now';
}

/** Whether a name that may be a person's stands beside the post of which the claim tells, or is said to have it. */
export function namesHolder(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const posts = postNeeds(part, knowledge).flatMap((need) => placesOfNeed(need, view));
  return posts.some((at) =>
    view.names.some(
      ({ first, last, start, end }) =>
        last - first >= 2 &&
        !/^[’']/.test(view.text.slice(end)) &&
        !/\b(?:of|at|for|from|with|by) (?:the )?$/.test(view.text.slice(0, start)) &&
        (HOLDER_BEHIND.test(view.text.slice(view.tokens[at]?.end ?? 0, start)) ||
          HOLDER_BEFORE.test(view.text.slice(end, view.tokens[at]?.start ?? 0))),
    ),
  );
}

/** "Director of Alder, Ada Holm", "the director is Ada Holm". */
const HOLDER_BEHIND =
  /^(?: \p{Ll}+)?(?: (?:of|at|for) [^,;.]{2,40}?)?,? (?:(?:is|was|remains|became|becomes|named) )?(?:now |Dr\.? )?$/u;
/** "Ada Holm, Alder's new director", "Ada Holm is the director". */
const HOLDER_BEFORE =
  /^,?(?: (?:is|was|remains|became|becomes|as|was named|was made))?(?: (?:the|an?|its|their|now|new))*(?: \p{Lu}\S*[’']s?)?(?: \p{Ll}+){0,3} $/u;

/** "The finance director, Ada Holm": no medical director. */
function isOtherPost(
  part: ClaimPart,
  title: number,
  view: StatementView,
  { analysis: { lexicon } }: Knowledge,
): boolean {
  const i = part.needs.findIndex((need) => isPost(need, lexicon) && placesOfNeed(need, view).includes(title));
  const sort = part.needs[i - 1];
  const [post, before] = [part.needs[i], view.tokens[title - 1]];
  if (!post || !sort || !before || sort.name || sort.at !== post.at - 1 || before.stop) return false;
  if (
    view.text.slice(before.end, view.tokens[title]?.start) !== ' ' ||
    !/^\p{Ll}{4,}$/u.test(view.text.slice(before.start, before.end))
  )
    return false;
  return !placesOfNeed(sort, view).includes(title - 1);
}

const CHAIRS = /^(?:chair|head)$/;

/** "Holm, who had led it, now chairs the board": the post is told by its verb. */
function holdsChair(titles: readonly number[], people: readonly number[], view: StatementView): boolean {
  return predicatesOf(view).some(
    (one, i) =>
      CHAIRS.test(one.base) &&
      titles.includes(one.main) &&
      people.some((at) => inStretch(view.tokens[at]?.start ?? -1, rolesIn(view, i).agent)),
  );
}

/** "Marsh becomes chief engineer in May, and Holm ...": another clause. */
function isApart({ text, tokens }: StatementView, a: number, b: number): boolean {
  return /, (?:and|but|while)\b|[;:—]/.test(text.slice(tokens[Math.min(a, b)]?.end, tokens[Math.max(a, b)]?.start));
}

/** "Holm, who signed for the yard as its chief engineer". */
function isAs({ text, tokens }: StatementView, name: number, title: number): boolean {
  return /^(?:, who [^,.;:]* as (?:its|the|their|an?|(?:\p{Lu}\S* )*\p{Lu}\S*[’']s?)| (?:takes?|took|has taken) over as(?: its| the| their| an?| (?:\p{Lu}\S* )*\p{Lu}\S*[’']s?)?) (?:\p{Ll}+ )?$/u.test(
    text.slice(tokens[name]?.end ?? 0, tokens[title]?.start ?? 0),
  );
}

const LEADS = /^(?:lead|head|run)$/;
const TOP = /\b(?:chief executive|CEO|managing director|president|boss)\b(?! of \p{Ll})/giu;

const CHAIR = /\b(?<!\b(?:deputy|vice)[ -])chair(?:man|woman|person)?\b/giu;

/** Where somebody is called the first of a house, or its chair. */
function titlesIn(view: StatementView, title: RegExp): number[] {
  return [...view.text.matchAll(title)].flatMap(({ index }) => {
    const at = view.tokens.findIndex(({ start }) => start >= index);
    return at < 0 ? [] : [at];
  });
}

/**
 * A post told without its house, "its director Holm", where several are named: it is that of whom the sentence is about,
 * or of the place where it stands ("at Alder"), and of no other.
 */
export function isHouseUnsure(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const house = part.names.find(({ at }) => part.roles.others.some((stretch) => inStretch(at, stretch)));
  const people = part.names.filter(({ at }) => inStretch(at, part.roles.agent)).flatMap(({ needs }) => needs);
  if (!house || people.length === 0) return false;
  const where = [view, ...before(view, knowledge)].find((one) => namesIt(house, part.needs, one));
  if (!where) return false;
  const person = new Set(people.flatMap((i) => [...(part.needs[i]?.alternatives.keys() ?? [])]));
  const others = nameKeys(where, knowledge.analysis.lexicon).filter(
    ({ key }) =>
      !person.has(key) && !isKeyOf(house, part.needs, [key]) && !key.split(' ').some((word) => person.has(word)),
  );
  if (isBesideHouse(part, view, house, knowledge)) return false;
  // What somebody says of it in quotes is no house of theirs.
  const bare = where.text.replace(/[“"][^”"]*[”"]/g, (quote) => ' '.repeat(quote.length));
  const places = nameKeys(where, knowledge.analysis.lexicon).filter(({ key }) => isKeyOf(house, part.needs, [key]));
  if (where === view && places.length > 0 && places.every(({ at }) => bare[at] === ' ')) return true;
  const bearers = predicatesOf(where).flatMap(({ passive }, i) => {
    const { agent, others: rest } = rolesIn(where, i);
    return namedIn(passive ? rest[0] : agent, where, knowledge) ?? [];
  });
  // "It is the first time that Alder ...": the sentence is about whom it names next.
  const [first] = /^It (?:is|was)\b/.test(where.text) ? bearers.filter(({ explicit }) => explicit) : bearers;
  if (others.length === 0 && first?.explicit !== false) return false;
  const bearer = first?.keys ?? [];
  const at = /^(?:At|For) (?=\p{Lu})/u.exec(where.text);
  const lead = at ? nameKeys(where, knowledge.analysis.lexicon).filter((one) => one.at === at[0].length) : [];
  return !isKeyOf(house, part.needs, [...bearer, ...lead.map(({ key }) => key)]);
}

/** "Alder's director Holm", "Holm, director of Alder". */
function isBesideHouse(part: ClaimPart, view: StatementView, house: NameGroup, knowledge: Knowledge): boolean {
  const names = nameKeys(view, knowledge.analysis.lexicon).filter(({ key }) => isKeyOf(house, part.needs, [key]));
  return names.some(({ at }) => POST_OF.test(view.text.slice(0, at)) || HOUSE_OF_POST.test(view.text.slice(at)));
}

const POST_WORD =
  '(?:officer|head|director|president|chair\\p{Ll}*|founder|chief|executive|boss|engineer|analyst|partner|counsel|secretary|manager|minister|spokes\\p{Ll}+)';
/** "Director of sales at Alder", "chairs the board of Alder". */
const POST_OF = new RegExp(
  `\\b(?:${POST_WORD}(?: (?:of|for) [\\p{Ll} ]{3,30}?)? (?:of|at|for|with|in)|(?:chairs?|heads?|leads?|runs?)(?: (?:the |its )?[\\p{Ll} ]{3,30} of)?) (?:the )?(?:\\p{Lu}\\S* )*$`,
  'u',
);
/** "Alder's sales director". */
const HOUSE_OF_POST = new RegExp(
  `^\\p{L}[\\p{L}\\d-]*(?: \\p{Lu}[\\p{L}\\d-]*)*(?:[’']s?)? (?:[\\p{Ll}-]+ ){0,3}?${POST_WORD}\\b`,
  'u',
);

/** The title is told with another house: "Cedar Yard's chief engineer Holm", "Holm, chief engineer of Cedar Yard". */
export function hasOtherHouse(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const claimed = new Set(
    part.needs.filter(({ name }) => name).flatMap(({ alternatives }) => [...alternatives.keys()]),
  );
  return part.needs
    .filter((need) => isPost(need, knowledge.analysis.lexicon))
    .flatMap((need) => placesOfNeed(need, view))
    .some((at) => {
      const start = view.tokens[at]?.start ?? 0;
      return view.names.some(
        (name) =>
          !view.tokens.slice(name.first, name.last).some(({ stem }) => claimed.has(stem)) &&
          !view.concepts.some((c) => c.first >= name.first && c.first < name.last && claimed.has(c.key)) &&
          ((name.end < start && /^[’']s? (?:\p{Ll}+ ){0,2}$/u.test(view.text.slice(name.end, start))) ||
            (name.start > start &&
              /^(?:\p{L}+ ){1,4}(?:of|at|for) (?:the )?$/u.test(view.text.slice(start, name.start)))),
      );
    });
}

/** What stands before a title that somebody had: "then director", "former chief engineer". */
const FORMER =
  /\b(?:then|former|formerly|previously|until (?:now|recently|then|last \w+|\p{Lu}\w+(?: \d{4})?)|at the time|once)(?:,? the|,? its)?[ -]$/iu;

/** "Was interim head until May": in the past tense, and not handed on as said then. */
const WAS =
  /\b(?:was|were|had been|filled in|stood in)(?: as)?(?: the| its| their| an?)?(?: (?:interim|acting|caretaker|temporary))? $/iu;

/** Who is claimed to fill a post for a while was given it for good, or filled it once. */
export function wasInterim(part: ClaimPart, view: StatementView): boolean {
  return INTERIM.test(part.text) && !part.past && MADE_PERMANENT.test(view.text);
}

/** Who only fills a post for a while. */
const INTERIM = /\b(?:interim|acting|caretaker|provisional|temporary)\b/i;
const MADE_PERMANENT =
  /\b(?:made|named|appointed|became|becomes?) (?:the |its |their |an? )?permanent\b|\b(?:confirmed (?:as|in)|permanently)\b|\b(?:filled in|stood in|stepped in|(?:interim|acting) \p{Ll}+)\b.*\b(?:(?:was|were|been|is|are) (?:then |now |later )?(?:named|appointed|made)|for good)\b/iu;

const TITLE =
  /^(?:chief|officer|head|director|president|chair\w*|founder|minister|commissioner|analyst|secretary|manager|\w*master|spokes\w+)$/i;
/** Words between a name and its title: "Holm, our new chief engineer". */
const TITLE_WITHIN = 3;
