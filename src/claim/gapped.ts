import { SMALL_NUMBERS } from '../calendar/number-words.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import { inStretch, predicatesOf } from './reference.ts';
import type { Stretch } from './roles.ts';

/** "Hessle opened with 40 beds and Arden with 25": whom the second figure is told of, the verb being left out. */
export interface Gapped {
  readonly who: Stretch;
  /** The second figure, with its preposition. */
  readonly figure: Stretch;
}

const NUMBER = `(?:(?:about|around|some|nearly|almost|only) )?(?:[$€£¥]?\\d[\\d.,]*\\d?%?(?: (?:million|billion|percent))?|(?:${Object.keys(SMALL_NUMBERS).join('|')})\\b)`;
const GAP = new RegExp(
  `(?:,|,? and|,? but|,? while|;) (?<who>(?:the \\p{Ll}+(?: (?:beside|behind|near|in|at|of|on|for|from) (?:it|them|the \\p{Ll}+|\\p{Lu}[\\p{L}’'-]+))?|(?:the )?\\p{Lu}[\\p{L}’'-]+)(?: \\p{Lu}[\\p{L}’'-]+){0,3}) (?:(?<preposition>with|at|by|to|on|in|from|for) )?${NUMBER}(?=[,;.]| and\\b| but\\b|$| (?!(?:people|of|percent)\\b)\\p{Ll}+[,;.])`,
  'gu',
);
const FIGURE_BEFORE = new RegExp(`\\b(?:(?<preposition>with|at|by|to|on|in|from|for) )?${NUMBER}`, 'iu');

/** Figures whose verb is left out, each with whom it is told of. */
export const gappedIn = remembered((view: StatementView): readonly Gapped[] => {
  const { text, tokens } = view;
  return [...text.matchAll(GAP)].flatMap((match): Gapped[] => {
    const who = match.groups?.who ?? '';
    const at = match.index + match[0].indexOf(who);
    const stretch = { start: at, end: at + who.length };
    const isVerb = predicatesOf(view).some(({ main }) => inStretch(tokens[main]?.start ?? -1, stretch));
    // A figure told before it with the same preposition, and a verb before that.
    const verb = predicatesOf(view).find(({ finite, main }) => finite && (tokens[main]?.end ?? 0) < match.index);
    const lead = verb ? text.slice(tokens[verb.main]?.end ?? 0, match.index) : '';
    const told = FIGURE_BEFORE.exec(lead);
    if (isVerb || !told || told.groups?.preposition?.toLowerCase() !== match.groups?.preposition?.toLowerCase())
      return [];
    return MONTH.test(who)
      ? []
      : [{ who: stretch, figure: { start: stretch.end, end: match.index + match[0].length } }];
  });
});

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|the (?:other|rest|year|month|next|last|first|second|third))\b/;
