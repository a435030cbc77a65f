import type { TextView } from '../statement/view.ts';
import type { Predicate } from './predicate.ts';

const NAMED_TO = /^(?:name|appoint|elect|choose|pick|select|make)$/;
/** What somebody is named. */
const AS_WHAT =
  /^ (?:as )?(?:(?:the|an?|its|their|our) |[\p{Lu}][\p{L}\d-]*[’']s? |(?:\p{Ll}+ )?(?:chief|head|director|president|chair|managing|secretary|manager)\b)/u;

/** Who "was named chief engineer" became it. */
export function asBecoming<P extends Predicate | undefined>(one: P, view: Pick<TextView, 'text' | 'tokens'>): P {
  const behind = view.text.slice(view.tokens[one?.main ?? 0]?.end ?? 0);
  return one?.passive && NAMED_TO.test(one.base) && AS_WHAT.test(behind) && !/\bby\b/.test(behind)
    ? { ...one, base: 'become', passive: false }
    : one;
}
