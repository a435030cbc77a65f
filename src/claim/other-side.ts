import { remembered } from '../remembered.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { withElliptical } from './elliptical.ts';
import { gappedIn } from './gapped.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';
import { isSameDay } from './same-day.ts';

/** Two stretches that are set against each other, and whom the second is told of. */
interface Sides {
  readonly head: Stretch;
  readonly tail: Stretch;
  readonly who: Stretch;
}

const NUMBER = '(?:(?:only|just|about|around|some|nearly|almost|roughly) )?[$€£¥]?\\d[\\d.,]*\\d?%?';
/** "9 percent, against 6 percent for Birch". */
const AGAINST = new RegExp(
  `,? \\(?(?:as )?(?:against|compared (?:with|to)|versus) (?:an? \\p{Ll}+ of )?${NUMBER}(?: [\\p{Ll}-]+){0,2}? (?:for|at|in|from|of|by|among|on|to|with) (?<who>[^;,.()]+)`,
  'giu',
);
/** "9 percent, against Birch's 6". */
const AGAINST_WHOSE = new RegExp(
  `,? \\(?(?:as )?(?:against|compared (?:with|to)|versus) (?<who>[^;,.()\\d]*?[’']s?) ${NUMBER}`,
  'giu',
);
/** "Alder 9 percent and Birch 6 percent", "Alder's is 9 percent, that of Birch 6 percent". */
const GAPPED = new RegExp(
  `(?:,? (?:and|but|while)|[,;]) (?:that of |those of )?(?<who>(?:the )?\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)*) ${NUMBER}`,
  'gu',
);
/** What was at another time is no other thing. */
const TIME = /\b(?:year|month|quarter|season|week|day|before|earlier|previous|last|then|now|today|\d{4})\b/i;
const NAMED_TOO =
  /^(?:the |its )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*(?: (?:now|today|then|last year|this year|at present))?$/u;
const COMPARES = /\b(?:than|against|compared|versus|while|whereas)\b/i;
/** Where a clause begins that tells of something else. */
const CUT = /(?:,? (?:while|whereas)|, (?:but|although|though)) /giu;
/** What joins a clause that need not tell of something else. */
const SOFT_CUT = /(?:;|, and) /gu;
const POINTS_BACK = /\b(?:it|them|this|that|these|those|its|their|one|both|same|such)\b/i;
const LEADING = /^(?:\p{Lu}[^:.]*: )?(?:While|Whereas|Although|Though) /u;
const PRONOUN = /^\W*(?:it|they|he|she|we|this|that|these|those|its|their|his|her|both|which|who)\b/i;

const pairsIn = remembered((view: StatementView): readonly Sides[] => [
  ...gappedIn(view).map(({ who, figure }) => ({
    head: { start: 0, end: who.start },
    tail: { start: who.start, end: figure.end },
    who,
  })),
  ...pairsByWord(view),
]);

const pairsByWord = ({ text }: StatementView): readonly Sides[] =>
  [AGAINST, AGAINST_WHOSE, GAPPED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Sides[] => {
      const who = match.groups?.who ?? '';
      // "Against 9 at Alder today" is against Alder.
      if (TIME.test(who) && !NAMED_TOO.test(who)) return [];
      const at = match.index + match[0].indexOf(who);
      const before = [...text.slice(0, match.index).matchAll(/[;:.] /g)].at(-1);
      return [
        {
          head: { start: before ? before.index + 1 : 0, end: match.index },
          tail: { start: match.index, end: match.index + match[0].length },
          who: { start: at, end: at + who.length },
        },
      ];
    }),
  );

/** The subject, no pronoun, of the clause that begins at `from`. */
function subjectAt(from: number, view: StatementView): Stretch | undefined {
  return predicatesOf(view).flatMap((one, i) => {
    const { agent } = rolesIn(view, i);
    const own = one.finite && agent && agent.start >= from - LEAD && agent.start <= from && agent.end > from;
    return own && !PRONOUN.test(view.text.slice(from, agent.end)) ? [{ start: from, end: agent.end }] : [];
  })[0];
}

/** A subject may begin with the break before it. */
const LEAD = 10;

const cutBy = (cut: RegExp, view: StatementView): readonly Sides[] =>
  [...view.text.matchAll(cut)].flatMap((match): Sides[] => {
    const from = match.index + match[0].length;
    const who = subjectAt(from, view);
    const before = [...view.text.slice(0, match.index).matchAll(/[;:.] /g)].at(-1);
    const end = /[;:.](?:\s|$)/.exec(view.text.slice(from));
    const head = { start: before ? before.index + 1 : 0, end: match.index };
    const tail = { start: match.index, end: end ? from + end.index : view.text.length };
    return who ? [{ head, tail, who }] : [];
  });

/** "While Birch's ends here, the paper is sold in eleven lands". */
const ledBy = (view: StatementView): readonly Sides[] => {
  const from = LEADING.exec(view.text)?.[0].length;
  const who = from === undefined ? undefined : subjectAt(from, view);
  const comma = who && view.text.indexOf(', ', who.end);
  if (!who || comma === undefined || comma < 0 || PRONOUN.test(view.text.slice(comma + 2))) return [];
  return [{ head: { start: comma, end: view.text.length }, tail: { start: 0, end: comma }, who }];
};

/** Clauses with a subject of their own that are set against what stands beside them. */
const clausesIn = remembered((view: StatementView) => [...cutBy(CUT, view), ...ledBy(view)]);

/** And those that only follow it. */
const followersIn = remembered((view: StatementView) =>
  cutBy(SOFT_CUT, view).filter(({ who, tail }) => !POINTS_BACK.test(view.text.slice(who.end, tail.end))),
);

/** A subject without what follows its noun. */
function headOf({ start, end }: Stretch, text: string): Stretch {
  const behind = /\p{L} (?:in|on|at|for|from|to|by|with|under|near) /u.exec(text.slice(start, end))?.index;
  return { start, end: behind === undefined ? end : start + behind + 1 };
}

/**
 * "Birch is building an ark, due in May; Alder's own, the Heron, is for sale": what is due in May is not the Heron. The
 * claim's subject stands in one clause only, and all that is told of it in another that has a subject of its own.
 */
export function isOfOtherClause(part: ClaimPart, view: StatementView): boolean {
  if (part.amounts.length > 0) return false;
  const head = part.roles.agent && headOf(part.roles.agent, part.text);
  const told = part.needs.map((need, i) => {
    const at = part.places[i] ?? -1;
    const isSubject = inStretch(at, part.predicate?.passive ? part.roles.others[0] : head);
    const isTold =
      !isSubject &&
      part.roles.others.some((one) => inStretch(at, one)) &&
      (need.name || need.weight >= SAYS_SOMETHING) &&
      !inStretch(at, part.sayer);
    return { isSubject, isTold, offsets: offsetsOfNeed(need, view) };
  });
  const subject = told.filter(({ isSubject, offsets }) => isSubject && offsets.length > 0);
  const rest = told.filter(({ isTold, offsets }) => isTold && offsets.length > 0);
  if (subject.length === 0 || rest.length === 0) return false;
  const within = (all: typeof told, stretch: Stretch) =>
    all.every(({ offsets }) => offsets.every((at) => inStretch(at, stretch)));
  return [...clausesIn(view), ...followersIn(view)].some(({ head: first, tail, who }) => {
    if (POINTS_BACK.test(view.text.slice(who.end, tail.end))) return false;
    const hasDay = (side: Stretch) =>
      part.dates.some((date) => view.statement.mentions.some((m) => isSameDay(date, m) && inStretch(m.span[0], side)));
    if (within(rest, first)) return !hasDay(tail) && within(subject, who);
    return (
      !hasDay(first) &&
      within(rest, tail) &&
      within(subject, first) &&
      /\p{Lu}/u.test(view.text.slice(who.start, who.end))
    );
  });
}

const SAYS_SOMETHING = 0.4;

/** "27 crowns, against 51 for Birch", "sold in eleven lands, while Birch's ends here": the figure of one is not the other's. */
export function isOfOtherSide(part: ClaimPart, view: StatementView): boolean {
  return ownSide(part, view) !== undefined;
}

/** And the claim's own side has another figure of the sort: "grinds 40 tonnes, against 26 at Birch" for "it grinds 26". */
export function hasOtherOnOwnSide(part: ClaimPart, view: StatementView): boolean {
  const side = ownSide(part, view);
  if (!side || part.amounts.length !== 1) return false;
  const isSubject = (i: number) => inStretch(part.places[i] ?? -1, part.roles.agent);
  const named = part.needs.some(
    (need, i) => isSubject(i) && offsetsOfNeed(need, view).some((at) => inStretch(at, side)),
  );
  return (
    named &&
    withElliptical(view).some(
      (one) =>
        inStretch(one.span[0], side) &&
        part.amounts.every(({ unit, sort, value }) => one.unit === unit && one.sort === sort && one.value !== value),
    )
  );
}

/** Of two sides that are set against each other, the one of whom the claim is about, where its figure stands on the other. */
function ownSide(part: ClaimPart, view: StatementView): Stretch | undefined {
  if (part.amounts.length === 0 || COMPARES.test(part.text)) return undefined;
  const sideOf = ({ head, tail }: Sides): 'head' | 'tail' | undefined => {
    const places = view.amounts.flatMap((one) =>
      part.amounts.some((amount) => sameAmount(one, amount)) ? [one.span[0]] : [],
    );
    const [inHead, inTail] = [head, tail].map((side) => places.some((at) => inStretch(at, side)));
    return inHead === inTail ? undefined : inHead ? 'head' : 'tail';
  };
  const found = part.needs.map((need) => offsetsOfNeed(need, view));
  const told = (offsets: readonly number[], stretch: Stretch) => offsets.some((at) => inStretch(at, stretch));
  for (const sides of pairsIn(view)) {
    const side = sideOf(sides);
    if (side === 'tail' && !found.some((offsets) => told(offsets, sides.who))) return sides.head;
    if (side === 'head' && found.some((offsets) => told(offsets, sides.who) && !told(offsets, sides.head)))
      return sides.tail;
  }
  // "The number of passengers on the Dell line" is one of passengers.
  const head = part.roles.agent && headOf(part.roles.agent, part.text);
  const isAgent = (i: number) => inStretch(part.places[i] ?? -1, head);
  const agent = found.filter((offsets, i) => offsets.length > 0 && isAgent(i));
  if (agent.length === 0) return undefined;
  const isTails = (sides: Sides) =>
    sideOf(sides) === 'head' &&
    agent.every((offsets) => told(offsets, sides.who) && offsets.every((at) => inStretch(at, sides.tail)));
  const saysMore = ({ tail }: Sides) => found.some((offsets, i) => !isAgent(i) && told(offsets, tail));
  return (clausesIn(view).find(isTails) ?? followersIn(view).find((sides) => isTails(sides) && !saysMore(sides)))?.tail;
}
