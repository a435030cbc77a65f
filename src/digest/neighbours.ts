import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** Statements that tell the same share their rarest words: by so many of them they are found. */
const RAREST = 6;
/** A word in more statements than this leads nowhere in particular. */
const MOST_HOLDERS = 200;
const LEAST_SHARED = 2;

/**
 * The statements of the corpus that share some of the rarest words of this one, itself left out: what can tell the same
 * is among them, and nobody compares each with each.
 */
export function neighbours(view: StatementView, knowledge: Knowledge): readonly StatementView[] {
  return sharingRarest(view, knowledge.holders)
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const other = knowledge.views[index];
      return other && other !== view ? [other] : [];
    });
}

/** Of all that hold its terms, those that hold at least two of the rarest. */
export function sharingRarest<Holder>(view: StatementView, held: (key: string) => readonly Holder[]): Holder[] {
  const lists = [...view.terms.keys()]
    .flatMap((key) => {
      const list = /^\d/.test(key) ? [] : held(key);
      return list.length > 0 && list.length <= MOST_HOLDERS ? [{ key, list }] : [];
    })
    .sort((a, b) => a.list.length - b.list.length || (a.key < b.key ? -1 : 1))
    .slice(0, RAREST);
  const shared = new Map<Holder, number>();
  for (const { list } of lists) for (const holder of list) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  const least = Math.min(LEAST_SHARED, lists.length);
  return [...shared].filter(([, count]) => count >= least).map(([holder]) => holder);
}
