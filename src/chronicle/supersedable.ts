import { bounds } from '../calendar/iso.ts';
import { remembered } from '../remembered.ts';
import { family, nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Turn } from './turns.ts';

/** A synonym at least this near names the same state. */
export const SAME_STATE = 0.85;
/** Stems of what says that a right is one's alone, whatever else the sentence tells. */
export const SOLE: readonly string[] = ['sole', 'exclus', 'monopoli'];
/** A title that no list holds is one by its form. */
const UNLISTED_ROLE = () => /\bchief \p{L}+ officer\b|\b(?:head|director) of (?:the )?\p{L}+\b/giu;

/**
 * Finds which statements a turn could supersede, by their indexes, ascending: those that hold what it is about. All that
 * it does supersede are among them, and nobody compares each with each.
 */
export function supersedable(knowledge: Knowledge): (turn: Turn) => readonly number[] {
  const { lexicon } = knowledge.analysis;
  const ends = knowledge.views.map(({ statement, hypothetical }) => {
    const { published, notBefore } = knowledge.document(statement.document);
    const day = statement.date?.date ?? published ?? notBefore;
    return !day || hypothetical || statement.kind === 'definition' || statement.kind === 'advice'
      ? undefined
      : bounds(day).end;
  });
  const planned = knowledge.views.map(({ statement }) => statement.mentions.some((m) => m.role !== 'event'));
  const units = knowledge.views.map(({ amounts }) => amounts.map(({ sort, unit }) => `${sort} ${unit}`));
  const byTitle = new Map<string, number[]>();
  for (const view of knowledge.views) {
    for (const title of titlesIn(view)) {
      const list = byTitle.get(title);
      if (list) list.push(view.statement.index);
      else byTitle.set(title, [view.statement.index]);
    }
  }

  /** Every name that a statement may bear to concern whom the turn concerns. */
  const names = ({ view, subjects }: Turn) =>
    new Set(
      [...subjects, ...nameKeys(view, lexicon).flatMap(({ key }) => family(key, lexicon))].flatMap((key) => [
        key,
        ...lexicon.parts(key),
      ]),
    );
  const ended = (turn: Turn) => {
    const named = [...names(turn)];
    const naming = new Set(named.flatMap((key) => knowledge.holders(key)));
    const keys = tellingObjects(turn, knowledge).flatMap((object) => [
      object,
      ...lexicon.synonyms(object).flatMap(({ key, strength }) => (strength >= SAME_STATE ? [key] : [])),
      ...(SOLE.includes(object) ? SOLE : []),
    ]);
    return keys.flatMap((key) => {
      const holders = knowledge.holders(key);
      return holders.length <= naming.size
        ? holders.filter((index) => naming.has(index))
        : [...naming].filter((index) => knowledge.views[index]?.terms.has(key));
    });
  };
  const revalued = (turn: Turn) => {
    const { view } = turn;
    const own = new Set(view.amounts.map(({ sort, unit }) => `${sort} ${unit}`));
    const plans = planned[view.statement.index] === true;
    // What was planned may be told again in a word that says nearly the same.
    const akin = (stem: string) => (plans ? lexicon.synonyms(stem).map(({ key }) => key) : []);
    const words = view.tokens
      .filter(({ stop }) => !stop)
      .flatMap(({ stem }) =>
        [stem, ...akin(stem)]
          .flatMap((key) => knowledge.holders(key))
          .filter((index) => (plans && planned[index]) || units[index]?.some((unit) => own.has(unit))),
      );
    const moved = movesFromTo(view)
      ? [...names(turn)].flatMap((key) => knowledge.holders(key)).filter((index) => units[index]?.length)
      : [];
    return [...words, ...moved];
  };
  const succeeded = ({ view }: Turn) => {
    const before = view.leansBack ? knowledge.before(view.statement) : undefined;
    const told = before ? [view, before] : [view];
    return told.flatMap((one) => [
      ...one.concepts
        .filter(({ key }) => lexicon.concept(key)?.kind === 'role')
        .flatMap(({ key }) => knowledge.holders(key)),
      ...titlesIn(one).flatMap((title) => byTitle.get(title) ?? []),
    ]);
  };
  const isBeside = ({ view }: Turn, index: number) =>
    knowledge.views[index]?.statement.document === view.statement.document && movesFromTo(view);
  return (turn) => {
    const { sort } = turn.cue;
    const holding = sort === 'revalued' ? revalued(turn) : sort === 'succeeded' ? succeeded(turn) : ended(turn);
    const earlier = new Set<number>();
    for (const index of holding) {
      const end = ends[index];
      if (end !== undefined && (end < turn.since || (sort === 'revalued' && isBeside(turn, index)))) earlier.add(index);
    }
    return [...earlier].sort((a, b) => a - b);
  };
}

/** A word in more than this share of the statements is said of everything; so few of them are not many, however small the corpus. */
const TOO_OFTEN = 0.12;
const OFTEN_ENOUGH = 12;

const tellingOf = new WeakMap<Turn, readonly string[]>();

/** What a turn is about, without words that stand everywhere and words of names. */
export function tellingObjects(turn: Turn, knowledge: Knowledge): readonly string[] {
  const known = tellingOf.get(turn);
  if (known) return known;
  const { names, tokens } = turn.view;
  const inNames = new Set(names.flatMap(({ first, last }) => tokens.slice(first, last).map(({ stem }) => stem)));
  const most = Math.max(OFTEN_ENOUGH, knowledge.views.length * TOO_OFTEN);
  const telling = [...turn.objects].filter((object) => knowledge.frequency(object) <= most && !inNames.has(object));
  tellingOf.set(turn, telling);
  return telling;
}

/** Whether a term says that something is one's alone. */
export function isAlone(term: string, { analysis: { analyze } }: Knowledge): boolean {
  return analyze('exclusive sole only alone monopoly').some(({ stem }) => stem === term || ALONE.test(term));
}
const ALONE = /^(?:exclus|monopol)/;

/** "Who led the repair arm for nine years", "head of its night school": a part of a house and who heads it, whatever the title. */
const HEADS_PART = () =>
  /\b(?:heads?|headed|leads?|led|runs?|ran|chairs?|chaired|in charge of|(?:head|chief|director|boss) of) (?:the|its|their|his|her|\p{Lu}\p{L}+['’]s?) ((?:\p{Ll}[\p{L}-]+ )?\p{Ll}[\p{L}-]+)(?=[,.;]| (?:for|since|of|at|in|and|said|says|until|from|on)\b|$)/gu;

/** Titles that no list holds, and parts of a house that somebody heads. */
export const titlesIn = remembered(({ text }: StatementView): readonly string[] => [
  ...[...text.matchAll(UNLISTED_ROLE())].map((match) => match[0].toLowerCase()),
  ...[...text.matchAll(HEADS_PART())].map((match) => `head of ${match[1]}`),
]);

/** "From 60 to 41 million": what was may be told without another word in common but a name. */
function movesFromTo({ text, amounts }: StatementView): boolean {
  return (
    amounts.length > 1 &&
    /\b(?:from|below|above|against|instead of|rather than|in place of|compared with|not)\b/i.test(text)
  );
}
