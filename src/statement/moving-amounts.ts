import type { Span } from '../model.ts';

interface Ranged {
  readonly span: Span;
  readonly value: number;
  readonly upper: number;
}

/** "Climbs from 900 to 1,050": no range, but what it was and what it is. */
const MOVES_FROM =
  /\b(?:climb|rise|rose|risen|go|went|grow|grew|jump|increas|rais|lift|fall|fell|drop|declin|sink|sank|shrink|shrank|cut|reduc|lower|trim|slash|mov|chang|widen|shorten|extend|expand|up|down)\w*\b[^.;:]{0,40}\bfrom (?:about |around |some |nearly |over )?$/i;

/** The amount that was matched is told as moving from one to another. */
export function isMove(text: string, { index, groups }: RegExpMatchArray): boolean {
  return groups?.high !== undefined && MOVES_FROM.test(text.slice(0, index));
}

/** The two amounts of such a match, each by itself. */
export function asTwo<T extends Ranged>(amount: T, match: RegExpMatchArray): T[] {
  const [start, end] = amount.span;
  const { money = '', low = '', high = '' } = match.groups ?? {};
  return [
    { ...amount, upper: amount.value, span: [start, start + money.length + low.length] },
    { ...amount, value: amount.upper, span: [start + match[0].lastIndexOf(high), end] },
  ];
}

/** "From 48 crowns a night to 39", "costs 38 million euros, and borrowed 25 million of that": what has no noun of its own counts what the one before does. */
export function withUnitBefore<T extends { readonly span: Span; readonly unit: string; readonly sort: string }>(
  amounts: readonly T[],
  text: string,
): T[] {
  return amounts.map((amount, i) => {
    const before = amounts[i - 1];
    if (amount.unit !== '' || amount.sort !== 'count' || !before || before.unit === '') return amount;
    const between = text.slice(before.span[1], amount.span[0]);
    const moved = TO_NEXT().test(between) && FROM.test(text.slice(0, before.span[0]));
    const ofSum = before.sort === 'money' && OF_THE_SUM.test(text.slice(amount.span[1]));
    return moved || ofSum ? { ...amount, unit: before.unit, sort: before.sort } : amount;
  });
}

const FROM = /\bfrom (?:about |around |some |nearly |over )?$/i;
const TO_NEXT = () => /^,?(?: \p{L}+){0,3} to (?:about |around |some |nearly |over |just |only )*$/u;
/** "25 million of that". */
const OF_THE_SUM = /^ of (?:that|it|this|the (?:sum|total|money|price|cost))\b/;
