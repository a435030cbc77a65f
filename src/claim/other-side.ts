import { remembered } from '../remembered.ts';
import { sameAmount } from '../statement/amounts.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, predicatesOf, rolesIn } from './reference.ts';
import type { Stretch } from './roles.ts';

/** Two stretches that are set against each other, and whom the second is told of. */
interface Sides {
  readonly head: Stretch;
  readonly tail: Stretch;
  readonly who: Stretch;
}

const NUMBER = '(?:(?:only|just|about|around|some|nearly|almost|roughly) )?[$€£¥]?\\d[\\d.,]*\\d?%?';
/** "9 percent, against 6 percent for Birch". */
const AGAINST = new RegExp(
  `,? \\(?(?:as )?(?:against|compared (?:with|to)|versus) (?:an? \\p{Ll}+ of )?${NUMBER}(?: \\p{Ll}+){0,2}? (?:for|at|in|from|of|by|among|on|to|with) (?<who>[^;,.()]+)`,
  'giu',
);
/** "9 percent, against Birch's 6". */
const AGAINST_WHOSE = new RegExp(
  `,? \\(?(?:as )?(?:against|compared (?:with|to)|versus) (?<who>[^;,.()\\d]*?[’']s?) ${NUMBER}`,
  'giu',
);
/** "Alder 9 percent and Birch 6 percent". */
const GAPPED = new RegExp(
  `,? (?:and|but|while) (?<who>(?:the )?\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)*) ${NUMBER}`,
  'gu',
);
/** What was at another time is no other thing. */
const TIME = /\b(?:year|month|quarter|season|week|day|before|earlier|previous|last|then|now|today|\d{4})\b/i;
const COMPARES = /\b(?:than|against|compared|versus|while|whereas)\b/i;
/** Where a clause begins that tells of something else. */
const CUT = /(?:,? (?:while|whereas)|, (?:but|although|though)) /giu;
const PRONOUN = /^\W*(?:it|they|he|she|we|this|that|these|those|its|their|his|her|both|which|who)\b/i;

const pairsIn = remembered(({ text }: StatementView): readonly Sides[] =>
  [AGAINST, AGAINST_WHOSE, GAPPED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Sides[] => {
      const who = match.groups?.who ?? '';
      if (TIME.test(who)) return [];
      const at = match.index + match[0].indexOf(who);
      const before = [...text.slice(0, match.index).matchAll(/[;:.] /g)].at(-1);
      return [
        {
          head: { start: before ? before.index + 1 : 0, end: match.index },
          tail: { start: match.index, end: match.index + match[0].length },
          who: { start: at, end: at + who.length },
        },
      ];
    }),
  ),
);

/** Clauses with a subject of their own that are set against what stands before them. */
const clausesIn = remembered((view: StatementView): readonly Sides[] =>
  [...view.text.matchAll(CUT)].flatMap((match): Sides[] => {
    const from = match.index + match[0].length;
    const who = predicatesOf(view).flatMap((one, i) => {
      const { agent } = rolesIn(view, i);
      const own = one.finite && agent && agent.start >= match.index && agent.start <= from && agent.end > from;
      return own && !PRONOUN.test(view.text.slice(from, agent.end)) ? [{ start: from, end: agent.end }] : [];
    })[0];
    const before = [...view.text.slice(0, match.index).matchAll(/[;:.] /g)].at(-1);
    const end = /[;:.](?:\s|$)/.exec(view.text.slice(from));
    return who
      ? [
          {
            head: { start: before ? before.index + 1 : 0, end: match.index },
            tail: { start: match.index, end: end ? from + end.index : view.text.length },
            who,
          },
        ]
      : [];
  }),
);

/** "27 crowns, against 51 for Birch", "sold in eleven lands, while Birch's ends here": the figure of one is not the other's. */
export function isOfOtherSide(part: ClaimPart, view: StatementView): boolean {
  if (part.amounts.length === 0 || COMPARES.test(part.text)) return false;
  const sideOf = ({ head, tail }: Sides): 'head' | 'tail' | undefined => {
    const places = view.amounts.flatMap((one) =>
      part.amounts.some((amount) => sameAmount(one, amount)) ? [one.span[0]] : [],
    );
    const [inHead, inTail] = [head, tail].map((side) => places.some((at) => inStretch(at, side)));
    return inHead === inTail ? undefined : inHead ? 'head' : 'tail';
  };
  const found = part.needs.map((need) => offsetsOfNeed(need, view));
  const told = (offsets: readonly number[], stretch: Stretch) => offsets.some((at) => inStretch(at, stretch));
  const paired = pairsIn(view).some((sides) => {
    const side = sideOf(sides);
    if (side === 'tail') return !found.some((offsets) => told(offsets, sides.who));
    return side === 'head' && found.some((offsets) => told(offsets, sides.who) && !told(offsets, sides.head));
  });
  const agent = found.filter((offsets, i) => offsets.length > 0 && inStretch(part.places[i] ?? -1, part.roles.agent));
  return (
    paired ||
    (agent.length > 0 &&
      clausesIn(view).some(
        (sides) =>
          sideOf(sides) === 'head' &&
          agent.every((offsets) => told(offsets, sides.who) && offsets.every((at) => at >= sides.tail.start)),
      ))
  );
}
