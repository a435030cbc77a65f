import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';

/** A word of the claim, or a figure or a day, and where it stands in the claim and in the statement. */
interface Item {
  readonly at: number;
  readonly end: number;
  readonly told: readonly Span[];
}
type Span = readonly [start: number, end: number];

const LINK = /\b(as|in|for|of|on|at|to|from|with|by|against|into) (?:the |an? |its |their |his |her )?$/i;
/** Right before the thing that is joined. */
const JOINED =
  /(?:[,;](?! (?:when|where|which|who|whose|as|because|although|so)\b)| and| but| while| whereas) (?:\p{L}+ ){0,2}$/u;
/** What opens a sentence goes with all of it. */
const OPENS = /^\W*\p{Lu}\p{Ll}+ (?:the )?$/u;
const JOINS = /(?:[,;](?! (?:when|where|which|who|whose|as|because|although|so)\b)| and| but| while| whereas) /;

/**
 * Of two things told side by side, each with its own place, day, purpose or part (“Holm as coach and Brand as scout”,
 * “in May the one and in June the other”), a claim gives one what the statement gives the other.
 */
export function crossed(part: ClaimPart, view: StatementView): string[] {
  if (!JOINS.test(view.text)) return [];
  const items = itemsOf(part, view);
  // "40 tons to A, 25 to B": the claim's own figure stands before the place.
  const figures = part.amounts.flatMap(({ span }) => /\d[\d.,]*/.exec(part.text.slice(...span))?.[0] ?? []);
  return items.flatMap((item, i) => {
    const link = LINK.exec(part.text.slice(0, item.at))?.[1]?.toLowerCase();
    if (link === undefined || item.told.length === 0) return [];
    const before = items.slice(0, i).filter(({ told }) => told.length > 0);
    const alike = item.told.filter(([at]) => LINK.exec(view.text.slice(0, at))?.[1]?.toLowerCase() === link);
    return alike.length > 0 && alike.every((place) => isOfOther(place, link, before, items, view, figures))
      ? [part.text.slice(item.at, item.end)]
      : [];
  });
}

/** At this place it goes with what is joined to the claim's own things. */
function isOfOther(
  place: Span,
  link: string,
  before: readonly Item[],
  items: readonly Item[],
  { text }: StatementView,
  figures: readonly string[],
): boolean {
  const lead = text.slice(0, place[0]);
  if (LINK.exec(lead)?.[1]?.toLowerCase() !== link || OPENS.test(lead)) return false;
  const nearest = before.at(-1);
  if (!nearest) return false;
  const isTold = (start: number, end: number) => items.some(({ told }) => told.some(([at]) => start <= at && at < end));
  // "For schools and the loan for roads": between what stands before it in the claim and it, another has its own.
  const other = new RegExp(
    `\\b${link} [^,;.]*?(?:,|;| and| but| while| whereas) (.+? )${link} (?:the |an? |its |their |his |her )?$`,
    'iu',
  );
  const ahead = nearest.told.filter(([start]) => start < place[0]);
  const apart = ([, end]: Span) => {
    const match = other.exec(text.slice(end, place[0]));
    const start = match ? place[0] - LINK_ROOM - (match[1]?.length ?? 0) : 0;
    if (figures.includes(match?.[1]?.trim() ?? '')) return false;
    return match !== null && /\p{L}{3,}|\d/u.test(match[1] ?? '') && !isTold(start, place[0] - 1);
  };
  if (ahead.length > 0 && ahead.every(apart)) return true;
  // "The loan is for schools" of "the grant is for schools and the loan for roads".
  const another = new RegExp(`^[^,;.]{0,40}? ${link} (?!${'$'})`, 'iu');
  return before.some(({ told }) => {
    if (!told.every(([start]) => start > place[1])) return false;
    return told.every(([start, end]) => {
      const between = text.slice(place[1], start);
      const rest = text.slice(end);
      const next = another.exec(rest);
      return JOINED.test(between) && next !== null && !isTold(end + next[0].length, end + next[0].length + NEXT_ROOM);
    });
  });
}

/** Characters of a link with a small word behind it. */
const LINK_ROOM = 4;
/** Characters behind a link in which what it leads to begins. */
const NEXT_ROOM = 8;

/** The words of a claim in their order, with its days; figures are compared by themselves. */
function itemsOf(part: ClaimPart, view: StatementView): Item[] {
  const words = part.needs.map((need, i) => ({
    at: part.places[i] ?? 0,
    end: (part.places[i] ?? 0) + need.word.length,
    told: placesOfNeed(need, view).map((at): Span => [view.tokens[at]?.start ?? 0, view.tokens[at]?.end ?? 0]),
  }));
  const days = part.dates.map((date) => ({
    at: date.span[0],
    end: date.span[1],
    told: view.statement.mentions
      .filter((m) => m.start <= date.end && m.end >= date.start && m.precision === date.precision)
      .map(({ span }): Span => [span[0], span[1]]),
  }));
  const counted = part.amounts.map(({ span, unit, value }) => ({
    at: span[0],
    end: span[1],
    told: view.amounts.flatMap((one): Span[] => (one.unit === unit && one.value === value ? [[...one.span]] : [])),
  }));
  return [...words, ...days, ...counted].sort((a, b) => a.at - b.at);
}
