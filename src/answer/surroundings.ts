import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';

/** What stands around a statement and says something of it: the same for every question. */
export interface Surroundings {
  /** Numbers of texts, in the order in which they were first met; -1 where there is none. */
  readonly heading: number;
  readonly title: number;
  readonly publisher: number;
  /** Indexes of the sentences before it in its passage, the nearest first, at most `MOST_BEFORE`. */
  readonly before: readonly number[];
  /** The index of the sentence on which both it and the one before it lean; -1 where they do not. */
  readonly further: number;
}

export const MOST_BEFORE = 4;

/** The surroundings of a corpus's statements, found when they are first asked for. */
export interface Around {
  of(view: StatementView): Surroundings;
  /** The number of a text that many statements share: a heading, a title. */
  numberOf(text: TextView): number;
}

export const aroundIn = remembered((knowledge: Knowledge): Around => {
  const numbers = new Map<TextView, number>();
  const numberOf = (text: TextView) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const find = (view: StatementView): Surroundings => {
    const { statement } = view;
    const [first] = sentencesBefore(view, knowledge, 1);
    const heading = knowledge.heading(statement);
    const publisher = knowledge.publisher(statement);
    const further = first?.leansBack && view.leansBack ? knowledge.before(first.statement) : undefined;
    return {
      heading: heading ? numberOf(heading) : -1,
      title: numberOf(knowledge.title(statement)),
      publisher: publisher ? numberOf(publisher) : -1,
      before: sentencesBefore(view, knowledge, MOST_BEFORE).map((one) => one.statement.index),
      further: further?.statement.index ?? -1,
    };
  };
  return { numberOf, of: remembered(find) };
});

function sentencesBefore({ statement }: StatementView, knowledge: Knowledge, most: number): StatementView[] {
  const before: StatementView[] = [];
  for (let one = knowledge.before(statement); one && before.length < most; one = knowledge.before(one.statement))
    before.push(one);
  return before;
}
