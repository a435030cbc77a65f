import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import { remembered } from '../remembered.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import { withPartitive } from './claimed-amounts.ts';
import { gappedIn } from './gapped.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Stretch } from './roles.ts';

/** "Four sailings a day to Skarr and two to Inn": an amount, and where it belongs. */
interface Shared {
  readonly amount: Amount;
  readonly of: Stretch;
}

const NUMBER = `(?:[$€£¥]?\\d[\\d,.]*(?<!,)(?: (?:million|billion))?(?:%| percent)?|${Object.keys(SMALL_NUMBERS).join('|')})`;
/** Where the second of them belongs: a few words up to the next break. */
const PLACE = '[^.;:,\\d]{2,40}?';
const LIST = new RegExp(
  `^(?<thing>[^.;:,]{0,40}?) (?<preposition>to|for|in|from|at|on|with)(?<first> ${PLACE})(?<rest>(?:(?:,|,? and|,? but) ${NUMBER} \\k<preposition> ${PLACE})+)(?=[.;:,]|$| and\\b| (?:with|after|before|while|when|as|which|who)\\b)`,
  'iu',
);

/** The amounts of which each has a place of its own, the second and later ones without their noun. */
const sharedIn = remembered((view: StatementView): readonly (readonly Shared[])[] =>
  view.amounts.flatMap((amount) => {
    const [, end] = amount.span;
    const match = amount.unit === '' ? null : LIST.exec(view.text.slice(end));
    const { thing = '', preposition = '', first = '', rest = '' } = match?.groups ?? {};
    if (!match) return [];
    const from = end + thing.length + 1 + preposition.length;
    const restAt = from + first.length;
    const item = new RegExp(`(?:,|,? and|,? but) (?<number>${NUMBER}) ${preposition} `, 'giu');
    const items = [...rest.matchAll(item)];
    const others = items.flatMap((one, i) => {
      const words = one.groups?.number ?? '';
      const at = restAt + one.index + one[0].indexOf(words, 1);
      const value = numberIn(words);
      const until = items[i + 1]?.index ?? rest.length;
      if (value === undefined) return [];
      const span = [at, at + words.length] as const;
      return [{ amount: { ...amount, value, upper: value, span }, of: { start: span[1], end: restAt + until } }];
    });
    return others.length > 0 ? [[{ amount, of: { start: from, end: restAt } }, ...others]] : [];
  }),
);

/** The amounts of a statement, those that leave their noun out or have it behind "of the" with it. */
export const withElliptical = remembered((view: StatementView): readonly Amount[] => {
  const found = [...sharedIn(view).flatMap((list) => list.slice(1).map(({ amount }) => amount)), ...ofGapped(view)];
  const starts = new Set(found.map(({ span }) => span[0]));
  const others = view.amounts.filter(({ span }) => !starts.has(span[0]));
  return [...others.map((one) => withPartitive(one, view.text)), ...found];
});

/** "Hessle opened with 40 beds and Arden with 25": beds, too. */
function ofGapped(view: StatementView): readonly Amount[] {
  return gappedIn(view).flatMap(({ figure }) => {
    const bare = view.amounts.find(({ span, unit }) => unit === '' && inStretch(span[0], figure));
    const first = view.amounts.findLast(({ span, unit }) => unit !== '' && span[1] <= figure.start);
    return bare && first ? [{ ...bare, unit: first.unit, sort: first.sort }] : [];
  });
}

/** In "four sailings to Skarr and two to Inn" the four are not Inn's. */
export function isToAnother(amount: Amount, part: ClaimPart, view: StatementView): boolean {
  return sharedIn(view).some((list) => {
    const own = list.filter((one) => sameAmount(one.amount, amount));
    const others = list.filter((one) => !own.includes(one));
    const told = (all: readonly Shared[]) =>
      part.needs.filter((need) => offsetsOfNeed(need, view).some((at) => all.some(({ of }) => inStretch(at, of))))
        .length;
    // "Ferris Mill", "Gorse Mill": a word that both have shows neither.
    return own.length > 0 && told(others) > told(own);
  });
}

function numberIn(words: string): number | undefined {
  const digits = /\d[\d,.]*/.exec(words)?.[0];
  const scale = /billion/.test(words) ? 1e9 : /million/.test(words) ? 1e6 : 1;
  if (digits === undefined) return SMALL_NUMBERS[words.toLowerCase()];
  const value = Number(digits.replaceAll(',', '')) * scale;
  return Number.isNaN(value) ? undefined : value;
}
