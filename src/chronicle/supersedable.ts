import { bounds } from '../calendar/iso.ts';
import { family, nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Turn } from './turns.ts';

/** A synonym at least this near names the same state. */
export const SAME_STATE = 0.85;
/** A title that no list holds is one by its form. */
export const UNLISTED_ROLE = /\bchief \p{L}+ officer\b|\b(?:head|director) of (?:the )?\p{L}+\b/giu;

/**
 * Finds which statements a turn could supersede, by their indexes, ascending: those that hold what it is about. All that
 * it does supersede are among them, and nobody compares each with each.
 */
export function supersedable(knowledge: Knowledge): (turn: Turn) => readonly number[] {
  const { lexicon } = knowledge.analysis;
  const ends = knowledge.views.map(({ statement, hypothetical }) => {
    const day = statement.date?.date ?? knowledge.document(statement.document).published;
    return !day || hypothetical || statement.kind === 'definition' || statement.kind === 'advice'
      ? undefined
      : bounds(day).end;
  });
  const valued = knowledge.views.map(
    ({ amounts, statement }) => amounts.length > 0 || statement.mentions.some((m) => m.role !== 'event'),
  );
  const byTitle = new Map<string, number[]>();
  for (const view of knowledge.views) {
    for (const title of titlesIn(view)) {
      const list = byTitle.get(title);
      if (list) list.push(view.statement.index);
      else byTitle.set(title, [view.statement.index]);
    }
  }

  const ended = ({ objects }: Turn) =>
    [...objects].flatMap((object) => [
      ...knowledge.holders(object),
      ...lexicon
        .synonyms(object)
        .filter(({ strength }) => strength >= SAME_STATE)
        .flatMap(({ key }) => knowledge.holders(key)),
    ]);
  const revalued = ({ view, subjects }: Turn) => {
    const words = view.tokens.filter(({ stop }) => !stop).flatMap(({ stem }) => knowledge.holders(stem));
    const named = movesFromTo(view)
      ? [...subjects, ...nameKeys(view, lexicon).flatMap(({ key }) => family(key, lexicon))].flatMap((key) =>
          [key, ...lexicon.parts(key)].flatMap((one) => knowledge.holders(one)),
        )
      : [];
    return [...words, ...named].filter((index) => valued[index]);
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
  return (turn) => {
    const { sort } = turn.cue;
    const holding = sort === 'revalued' ? revalued(turn) : sort === 'succeeded' ? succeeded(turn) : ended(turn);
    const earlier = new Set<number>();
    for (const index of holding) {
      const end = ends[index];
      if (end !== undefined && end < turn.since) earlier.add(index);
    }
    return [...earlier].sort((a, b) => a - b);
  };
}

function titlesIn({ text }: StatementView): readonly string[] {
  return [...text.matchAll(UNLISTED_ROLE)].map((match) => match[0].toLowerCase());
}

/** "From 60 to 41 million": what was may be told without another word in common but a name. */
function movesFromTo({ text, amounts }: StatementView): boolean {
  return amounts.length > 1 && /\bfrom\b/i.test(text);
}
