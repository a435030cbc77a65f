import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';

/** "Unlike the Petrel, the Heron carries cars": of the one that the claim is about it is not told. */
export function isContrasted(part: ClaimPart, view: StatementView): boolean {
  const places = part.names
    .filter(({ at }) => inStretch(at, part.roles.agent))
    .flatMap(({ needs: [i = -1] }) => (part.needs[i] ? placesOfNeed(part.needs[i], view) : []));
  const lead = (at: number) => view.text.slice(0, view.tokens[at]?.start ?? 0);
  if (places.length > 0 && places.every((at) => CONTRAST.test(lead(at)))) return true;
  // "With Carmen and not with Norma".
  return (
    !part.negated &&
    part.names.some(({ needs: [i = -1] }) => {
      const named = part.needs[i] ? placesOfNeed(part.needs[i], view) : [];
      return named.length > 0 && named.every((at) => AND_NOT.test(lead(at)));
    })
  );
}

const AND_NOT = /(?:,| and| but) not (?:(?:with|in|at|by|for|from|to|on|of) )?(?:the |its |their )?$/iu;
const CONTRAST =
  /(?:^|, )(?:unlike|instead of|rather than|in contrast (?:to|with)|in place of) (?:the |its |their )?(?:[\p{L}\d'’-]+ ){0,3}$/iu;
