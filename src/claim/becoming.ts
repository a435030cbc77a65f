import type { TextView } from '../statement/view.ts';
import type { Predicate } from './predicate.ts';

const NAMED_TO = /^(?:name|appoint|elect|choose|pick|select|make)$/;
/** What somebody is named. */
const AS_WHAT =
  /^ (?:as )?(?:(?:the|an?|its|their|our) |[\p{Lu}][\p{L}\d-]*[’']s? |(?:\p{Ll}+ )?(?:chief|head|director|president|chair|managing|secretary|manager)\b)/u;

/** "Keeps Alder as its main carrier", "named Ada Holm as director". */
const MADE_IT = /^(?:keep|retain|name|appoint|elect|choose|pick|select|designate|confirm)$/;
const NAMED_AS = /^(?<who> (?:the )?\p{Lu}[\p{L}\d.&’'-]*(?: \p{Lu}[\p{L}\d.&’'-]*){0,4}) as (?=\p{L}|[“"])/u;

/** Who is kept or named as something, where the text behind a verb says so. */
export function namedAs(behind: string): string | undefined {
  return NAMED_AS.exec(behind)?.groups?.who;
}

/** "Closed up 4 percent", "ended 4.1 percent lower", "is down a tenth": only with a share is it the course that is told. */
const MOVES = /^(?:close|end|finish|open|trade|be)$/;
const SHARE = String.raw`(?:\d[\d.,]*(?: ?%| per ?cent\b| percent\b)|an? (?:third|quarter|fifth|tenth|half)\b)`;
const MOVED = new RegExp(
  `^(?: the (?:day|week|month|year|session|quarter))?(?: (?:sharply|slightly))?(?: (?<before>up|down|higher|lower)(?: by)?(?: about| nearly| some)? ${SHARE}| ${SHARE} (?<behind>up|down|higher|lower)\\b|(?! up| down)[^;:]{0,60}, (?<aside>up|down) ${SHARE})`,
  'i',
);

const LOSES_OR_GAINS = /^(?:lose|shed|gain|add)$/;
const ALONE = new RegExp(`^(?: about| nearly| some)? ${SHARE}(?! of\\b)`, 'i');

/**
 * Who "was named chief engineer" became it, and so did whom somebody named as one; who is kept as one remains it, and
 * shares that "closed up 4 percent" rose.
 */
export function asBecoming<P extends Predicate | undefined>(one: P, view: Pick<TextView, 'text' | 'tokens'>): P {
  if (one && MOVES.test(one.base) && !one.passive) {
    const last = one.base === 'be' ? one.main - 1 : one.main;
    const { before, behind, aside } = MOVED.exec(view.text.slice(view.tokens[last]?.end ?? 0))?.groups ?? {};
    const course = before ?? behind ?? aside;
    if (course !== undefined)
      return {
        ...one,
        base: /^(?:up|higher)$/i.test(course) ? 'rise' : 'fall',
        main: before === undefined ? last : last + 1,
      };
  }
  const behind = view.text.slice(view.tokens[one?.main ?? 0]?.end ?? 0);
  // "Lost 5 percent", and not "lost 5 percent of its staff".
  if (one && !one.passive && LOSES_OR_GAINS.test(one.base) && ALONE.test(behind))
    return { ...one, base: /^(?:lose|shed)$/.test(one.base) ? 'fall' : 'rise' };
  if (one && !one.passive && MADE_IT.test(one.base) && namedAs(behind) !== undefined)
    return { ...one, base: /^(?:keep|retain)$/.test(one.base) ? 'remain' : 'become' };
  return one?.passive && NAMED_TO.test(one.base) && AS_WHAT.test(behind) && !/\bby\b/.test(behind)
    ? { ...one, base: 'become', passive: false }
    : one;
}
