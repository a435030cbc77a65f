import type { Answering } from '../answer/ask.ts';
import { otherSource, otherTime, sameTime } from '../answer/disagreement.ts';
import { overlap, wholes } from '../statement/alike.ts';
import { type Amount, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { neighbours } from './neighbours.ts';

/** Another value for the same thing, by another source. */
export interface Dispute {
  readonly one: StatementView;
  readonly other: StatementView;
}

/** Share of words in common from which two figures are of one thing; less will do where both count the same at one time. */
const SAME_THING = 0.5;
const SAME_COUNT_THEN = 0.18;
/** Money and shares are told of many things: nearly all must be the same. */
const SAME_SUM = 0.6;
/** Figures further apart than this factor are of two things. */
const FAR_APART = 10;
/** What more statements than this count tells little. */
const MOST_COUNTING = 200;
const TELLS: ReadonlySet<string> = new Set(['reported', 'quotation', 'forecast']);

/** What other sources give in place of the figures of these statements, where neither replaced the other; each pair once. */
export function disputesOf(views: Iterable<StatementView>, answering: Answering): readonly Dispute[] {
  const found = new Map<string, Dispute>();
  for (const one of views) {
    if (!couldDiffer(one, answering)) continue;
    for (const other of candidates(one, answering.knowledge)) {
      const [low, high] = [one.statement.index, other.statement.index].sort((a, b) => a - b);
      const pair = `${low} ${high}`;
      if (!found.has(pair) && couldDiffer(other, answering) && differ(one, other, answering))
        found.set(pair, { one, other });
    }
  }
  return [...found.values()];
}

/** What shares its rarest words, or what it counts. */
function candidates(one: StatementView, knowledge: Knowledge): ReadonlySet<StatementView> {
  const counted = one.amounts
    .filter(({ sort, unit }) => sort === 'count' && unit !== '')
    .map(({ unit }) => knowledge.holders(knowledge.analysis.analyze(unit)[0]?.stem ?? ''))
    .filter((holders) => holders.length <= MOST_COUNTING);
  const counting = counted.flat().flatMap((index) => knowledge.views[index] ?? []);
  return new Set([...neighbours(one, knowledge), ...counting].filter((view) => view !== one));
}

function couldDiffer({ statement, amounts }: StatementView, { supersessions }: Answering): boolean {
  return (
    TELLS.has(statement.kind) && !supersessions.has(statement.index) && amounts.some(({ sort }) => sort !== 'duration')
  );
}

function differ(one: StatementView, other: StatementView, { knowledge }: Answering): boolean {
  if (!otherSource(one, other) || otherTime(one, other) || otherDates(one, other)) return false;
  if (!sameTime(one, other) && !sharesName(one, other, knowledge) && !(speaks(one) && speaks(other))) return false;
  const alike = overlap(one, other, knowledge);
  if (countsDiffer(one, other, knowledge)) return alike >= (sameTime(one, other) ? SAME_COUNT_THEN : SAME_THING);
  return sumsDiffer(one, other) && alike >= SAME_SUM && sameNames(one, other, knowledge);
}

/** Both name dates, terms and plans among them, and none in common. */
function otherDates(one: StatementView, other: StatementView): boolean {
  return one.statement.mentions.length > 0 && other.statement.mentions.length > 0 && !sameTime(one, other);
}

function sharesName(one: StatementView, other: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  const names = wholes(other, lexicon);
  return [...wholes(one, lexicon)].some((name) => names.has(name));
}

/** It gives the figure as somebody's. */
function speaks({ text }: StatementView): boolean {
  return /\b(?:says?|said|puts?|counts?|counted|reckons?|estimates?|estimated|claims?|speaks? of|spoke of|according to|by (?:its|his|her|their) (?:count|calculation|estimate))\b/i.test(
    text,
  );
}

function sameNames(one: StatementView, other: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  const [a, b] = [wholes(one, lexicon), wholes(other, lexicon)];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** Each counts the same thing once, "212 crossings" and "puts the number of crossings at 340", and not the same number. */
function countsDiffer(one: StatementView, other: StatementView, { analysis: { analyze } }: Knowledge): boolean {
  const counts = (view: StatementView) => view.amounts.filter(({ sort }) => sort === 'count');
  const of = (view: StatementView, unit: string) => {
    const [own, ...more] = counts(view).filter((amount) => amount.unit === unit);
    if (own) return more.length === 0 ? own : undefined;
    const [bare, ...others] = counts(view).filter(
      ({ span }) => !view.names.some(({ start, end }) => start <= span[0] && span[0] <= end + 1),
    );
    const [noun] = analyze(unit);
    return bare?.unit === '' && others.length === 0 && noun && view.terms.has(noun.stem) ? bare : undefined;
  };
  const units = new Set([...counts(one), ...counts(other)].map(({ unit }) => unit).filter((unit) => unit !== ''));
  return [...units].some((unit) => {
    const [own, others] = [of(one, unit), of(other, unit)];
    return own !== undefined && others !== undefined && rivals(own, others);
  });
}

/** Each gives one figure, of money or a share, and not the same. */
function sumsDiffer(one: StatementView, other: StatementView): boolean {
  const sole = (view: StatementView) => {
    const [first, ...more] = view.amounts.filter(({ sort }) => sort !== 'duration');
    return more.length === 0 && (first?.sort === 'money' || first?.sort === 'percent') ? first : undefined;
  };
  const [own, others] = [sole(one), sole(other)];
  return own !== undefined && others !== undefined && own.unit === others.unit && rivals(own, others);
}

function rivals(one: Amount, other: Amount): boolean {
  const [low, high] = [Math.min(one.value, other.value), Math.max(one.value, other.value)];
  return one.value !== other.value && !sameAmount(one, other) && high / low < FAR_APART;
}
