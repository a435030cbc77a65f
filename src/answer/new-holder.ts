import { knownBy } from '../chronicle/turns.ts';
import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** Sentences after that of the one who leaves, in which the next is named. */
const NEXT_TO_IT = 2;
const APPOINTS =
  /\b(?:named|appointed|elected|chose|picked|promoted|made) \b.*\b(?:as|to|chief|head|chair|director|president|interim|acting)\b|\b(?:successor|steps in|fills in|replaces|(?:takes|took|taken) (?:over|charge))\b/i;

/** "Who heads it?": whoever does so now. */
export const asksHolder = remembered(
  ({ kind, text }: Question) =>
    kind === 'who' &&
    /\bwho(?:['’]s| is| now| currently)? (?:now |currently )?(?:the |in charge|runs?\b|leads?\b|heads?\b|chairs?\b|manages?\b)/i.test(
      text,
    ),
);

/** A name of whoever leaves stands this near to the word for it, in characters. */
const LEAVER_NEAR = 70;
const LEAVES =
  /\b(?:(?:will|is to|is about to|was to) (?:leave|retire|resign|step (?:down|aside)|hand over|move on)|steps? (?:down|aside)|stepp(?:ed|ing) (?:down|aside)|resign(?:s|ed)|retire[sd]|quits?|leaves|left)\b/;

/** "Ada Holm, who heads the arm": what a newer statement tells of her going, or of whoever comes. */
export function leftSince(best: Candidate, ranked: readonly Candidate[], knowledge: Knowledge): Candidate | undefined {
  const [span] = best.fit.marked;
  const surname =
    span &&
    best.view.text
      .slice(...span)
      .split(' ')
      .at(-1);
  const told = knownBy(best.view, knowledge);
  if (surname === undefined || told === undefined || LEAVES.test(best.view.text)) return undefined;
  const gone = ranked.find((one) => {
    const { view, fit, match } = one;
    const leaves = LEAVES.exec(view.text);
    if (!leaves || fit.fit === 0 || match.coverage < best.match.coverage * TELLS_THE_SAME) return false;
    const at = view.text.lastIndexOf(surname, leaves.index);
    return at >= 0 && leaves.index - at <= LEAVER_NEAR && (knownBy(view, knowledge) ?? '') > told;
  });
  return gone && (newHolder(gone, ranked) ?? gone);
}
const TELLS_THE_SAME = 0.7;

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
