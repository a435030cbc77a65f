import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

/** What stands around a statement and says something of it: the same for every question. */
export interface Surroundings {
  /** Statements of one document under one heading have a number in common. */
  readonly place: number;
  /** Indexes of the sentences before it in its passage, the nearest first, at most `MOST_BEFORE`. */
  readonly before: readonly number[];
  /** The index of the sentence on which both it and the one before it lean; -1 where they do not. */
  readonly further: number;
}

const MOST_BEFORE = 4;

/** Finds a statement's surroundings in a corpus when they are first asked for, and keeps them. */
export const surroundingsIn = remembered((knowledge: Knowledge) => {
  const places = new Map<string, number>();
  const find = (view: StatementView): Surroundings => {
    const { document, heading = '' } = view.statement;
    const key = `${document}\n${heading}`;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const before: StatementView[] = [];
    for (
      let one = knowledge.before(view.statement);
      one && before.length < MOST_BEFORE;
      one = knowledge.before(one.statement)
    )
      before.push(one);
    const [first] = before;
    const further = first?.leansBack && view.leansBack ? knowledge.before(first.statement) : undefined;
    return {
      place,
      before: before.map((one) => one.statement.index),
      further: further?.statement.index ?? -1,
    };
  };
  // By its index, since every question asks for those of every statement.
  const found: Surroundings[] = [];
  return (view: StatementView): Surroundings => {
    const { index } = view.statement;
    const known = found[index] ?? find(view);
    found[index] = known;
    return known;
  };
});
