import type { DateMention, Span } from '../model.ts';
import { nameKeys } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { partOfWhole } from './part-of-whole.ts';

const MET = 0.5;
const CUTS = /;|,? \b(?:and|while|but|whereas|against|versus|compared (?:with|to))\b/i;

/**
 * Whether a statement pairs the claim's amount with somebody else: in "40 million from Alder and 80 million from Birch"
 * the 40 million are not Birch's.
 */
export function isOfAnother(amount: Amount, part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const same = view.amounts.filter((one) => sameAmount(one, amount));
  const [mine] = same;
  if (!mine || same.length > 1) return false;
  const names = nameKeys(view, knowledge.analysis.lexicon);
  const isClaimed = (key: string) =>
    part.names.some(({ needs }) => needs.some((i) => (part.needs[i]?.alternatives.get(key) ?? 0) >= MET));
  return view.amounts.some((other) => {
    if (other === mine || other.unit !== mine.unit || other.sort !== mine.sort) return false;
    const [first, second] = mine.span[0] < other.span[0] ? [mine, other] : [other, mine];
    const cut = CUTS.exec(view.text.slice(first.span[1], second.span[0]));
    if (!cut) return false;
    const at = first.span[1] + cut.index;
    const end = view.text.slice(second.span[1]).search(/[;.]|, (?:so|and|but|which|while)\b/);
    const sides: readonly [Span, Span] = [
      [first.span[1], at],
      [at, end < 0 ? view.text.length : second.span[1] + end],
    ];
    const [own, others] = mine === first ? sides : [sides[1], sides[0]];
    // "55 percent in 2026 and 40 percent in 2027".
    const days = ([from, to]: Span) => view.statement.mentions.filter(({ span }) => from <= span[0] && span[0] < to);
    const isDay = ({ start, end: last }: DateMention) =>
      part.dates.some((date) => start <= date.end && last >= date.start);
    if (days(own).length > 0 && !days(own).some(isDay) && days(others).some(isDay)) return true;
    const within = ([from, to]: Span) => names.filter((name) => from <= name.at && name.at < to);
    return (
      within(own).length > 0 &&
      !within(own).some(({ key }) => isClaimed(key)) &&
      within(others).some(({ key }) => isClaimed(key))
    );
  });
}

/** "Sixteen of the sixteen" against "fourteen of the sixteen": the part is another one of the same whole. */
export function isOtherPartOf(part: ClaimPart, view: StatementView): boolean {
  const claimed = part.ofWhole;
  const told = claimed && partOfWhole(view.text);
  return claimed !== undefined && told !== undefined && claimed.whole === told.whole && claimed.some !== told.some;
}
