import type { IsoDate } from '../model.ts';
import { comparable, sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';

const ROUGHLY = '(?:about |around |some |only |just |nearly |almost |more than |less than )?';
/** "Had fallen to", "it has since gone up to": it has come about. */
const CHANGED_TO = new RegExp(
  `\\b(?:fell|fallen|rose|risen|went|gone|dropped|climbed|grew|grown|sank|sunk|shrank|shrunk|increased|decreased|lengthened|(?:was|were|been|it|they) (?:cut|raised|lowered|shortened|extended|reduced|lifted|put))\\b[^.;,]{0,30}\\bto ${ROUGHLY}[$€£¥]?$`,
  'iu',
);
/** "Had 1.2 million users in February; it now has 1.5 million". */
const NOW_IS = new RegExp(
  `[;,] (?:(?:and|but) )?(?:it |they |he |she )?(?:(?:now|today|currently) (?:has|have|is|are|costs?|pays?|takes?|runs?|employs?|lasts?)|(?:has|have|is|are) now) ${ROUGHLY}[$€£¥]?$`,
  'iu',
);
/** "Goes up to 13 dollars on June 1": it comes about on a day. */
const CHANGES_TO = new RegExp(
  `\\b(?:goes|go|going|falls?|rises?|drops?|climbs?|grows?|moves?|is (?:cut|raised|lowered|shortened|extended|reduced)|(?:will|is to) (?:be )?\\p{L}+(?: \\p{L}+)?)\\b[^.;,]{0,30}\\bto ${ROUGHLY}[$€£¥]?$`,
  'iu',
);
/** Words between the new figure and the day from which it holds. */
const CHARACTERS_TO_DAY = 40;

/**
 * The statement that tells the claimed figure tells behind it another one that it has become: "was nine days in October;
 * by January it had fallen to four", "the fee, now 11, goes up to 13 on June 1" once `day` has reached June.
 */
export function changedWithin(
  { amounts: claimed, dates }: ClaimPart,
  { amounts, text, statement: { mentions } }: StatementView,
  day: IsoDate | undefined,
): boolean {
  const [figure, ...more] = claimed;
  if (!figure || more.length > 0 || dates.length > 0) return false;
  const first = amounts.find((a) => sameAmount(a, figure));
  if (!first) return false;
  return amounts.some((next) => {
    if (next.span[0] <= first.span[1] || sameAmount(next, figure)) return false;
    if (!(next.unit === first.unit && comparable(next, first)) && next.unit !== '') return false;
    const between = text.slice(first.span[1], next.span[0]);
    if (CHANGED_TO.test(between) || NOW_IS.test(between)) return true;
    return (
      CHANGES_TO.test(between) &&
      mentions.some(
        ({ span: [at], start }) =>
          at >= first.span[1] && at - next.span[1] <= CHARACTERS_TO_DAY && day !== undefined && start <= day,
      )
    );
  });
}

/** "Falls to 15 million", "was raised to". */
const FALLS_TO = new RegExp(
  `\\b(?:falls?|fell|fallen|drops?|dropped|shrinks?|shrank|cuts?|lower(?:s|ed)|reduce[sd]|trim(?:s|med)|down)\\b[^.;,]{0,30}\\bto ${ROUGHLY}[$€£¥]?$`,
  'iu',
);
const RISES_TO = new RegExp(
  `\\b(?:rises?|rose|risen|climbs?|climbed|grows?|grew|grown|raise[sd]|lift(?:s|ed)|increase[sd]|enlarge[sd]|up)\\b[^.;,]{0,30}\\bto ${ROUGHLY}[$€£¥]?$`,
  'iu',
);

/** The figure fell or rose from the claimed side of what it is now: "falls to 15 million" leaves 24 behind, whenever 24 was told. */
export function leavesFigure({ amounts: claimed }: ClaimPart, { amounts, text }: StatementView): boolean {
  const [figure, ...more] = claimed;
  if (!figure || more.length > 0) return false;
  return amounts.some((now) => {
    if (now.unit !== figure.unit || !comparable(now, figure)) return false;
    const lead = text.slice(0, now.span[0]);
    return (FALLS_TO.test(lead) && now.value < figure.value) || (RISES_TO.test(lead) && now.value > figure.value);
  });
}
