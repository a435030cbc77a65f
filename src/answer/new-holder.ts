import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** Sentences after that of the one who leaves, in which the next is named. */
const NEXT_TO_IT = 2;
const APPOINTS =
  /\b(?:named|appointed|elected|chose|picked|promoted|made) \b.*\b(?:as|to|chief|head|chair|director|president|interim|acting)\b|\b(?:successor|steps in|fills in|replaces|(?:takes|took|taken) (?:over|charge))\b/i;

/** "Ada Holm stepped down as chief on May 1. Ben Alder took over": whoever leaves is named first, and then who comes. */
export function newHolder({ view }: Candidate, ranked: readonly Candidate[]): Candidate | undefined {
  return ranked
    .filter(
      (one) =>
        one.view.statement.passage === view.statement.passage &&
        one.view.statement.index > view.statement.index &&
        one.view.statement.index <= view.statement.index + NEXT_TO_IT &&
        one.view.names.some(({ first, last }) => last - first >= 2) &&
        (one.view.turns.some(({ sort }) => sort === 'succeeded') || APPOINTS.test(one.view.text)),
    )
    .reduce<Candidate | undefined>((a, b) => (a && a.view.statement.index < b.view.statement.index ? a : b), undefined);
}

/** Whether all people of a sentence are named in another. */
export function namesNobodyNew({ names }: StatementView, { text }: StatementView): boolean {
  return names.every(
    ({ first, last, text: name }) => last - first < 2 || text.includes(name.split(' ').at(-1) ?? name),
  );
}
