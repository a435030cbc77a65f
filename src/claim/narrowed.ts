import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

const BARE_PLURAL = /^\W*(?:All |Every |Most )?\p{L}+s?\W*$/u;
const RESTRICTS =
  /^ (?:who|that|over|under|aged|with|without|from|in|at|on|above|below|(?:living|working|holding|using|paying|older|younger|born|hired)\b)/u;

/** "Guests who book early get a discount": it is not told of guests as such. */
export function narrowed(part: ClaimPart, view: StatementView, { verbStart }: Relation): string[] {
  const { agent } = part.roles;
  if (!agent || part.predicate?.passive || !BARE_PLURAL.test(part.text.slice(agent.start, agent.end))) return [];
  return part.needs.flatMap((need, i) => {
    if (need.name || !/s$/.test(need.word) || !inStretch(part.places[i] ?? -1, agent)) return [];
    if (RESTRICTS.test(part.text.slice((part.places[i] ?? 0) + need.word.length))) return [];
    const places = placesOfNeed(need, view).filter((at) => {
      const start = view.tokens[at]?.start ?? -1;
      return start >= 0 && start < verbStart;
    });
    const narrow = (at: number) => RESTRICTS.test(view.text.slice(view.tokens[at]?.end ?? 0));
    return places.length > 0 && places.every(narrow) ? ['of which of them'] : [];
  });
}

const ALL = /\b(?:all|every|each|none|everybody|everyone|nobody)\b/i;
const NEARLY_ALL =
  /\b(?:nearly|almost|not|virtually|practically|hardly) (?:all|every|each|none|everybody|everyone|nobody)\b/i;

/** "Nearly all farms", of which the claim says all. */
export function isNearlyAll(part: ClaimPart, view: StatementView): boolean {
  return ALL.test(part.text) && NEARLY_ALL.test(view.text) && !NEARLY_ALL.test(part.text);
}

const EITHER = /\beither\b[^;.]*?\bor (?=\p{L})/iu;

/** "Either Marsh or Pell will chair it": of neither of them it is told. */
export function oneOrOther(part: ClaimPart, view: StatementView): string[] {
  const either = EITHER.exec(view.text);
  if (!either || /\b(?:or|either)\b/i.test(part.text)) return [];
  const end = either.index + either[0].length;
  const within = (at: number) => {
    const start = view.tokens[at]?.start ?? -1;
    return start > either.index && start <= end;
  };
  return part.needs.some((need) => placesOfNeed(need, view).some(within)) ? ['which of the two'] : [];
}
