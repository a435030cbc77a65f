import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { offsetsOfNeed } from './places.ts';
import { inStretch, predicatesOf } from './reference.ts';
import type { Relation } from './relation.ts';
import type { Stretch } from './roles.ts';

/** A word of less weight names no thing. */
const NAMES_A_THING = 0.5;
/** What joins a verb, with or without a subject of its own, to the one before it. */
const LINK =
  /(?:;|,|\b(?:and|but|or|while|whereas|then)\b)\s*(?:(?:and|but|or|while|whereas|then|also|later|now|still|since|even|\p{L}{3,}ly) ){0,3}$/u;
/** Nothing but an adverb stands behind the first of two verbs: "opened and closed the gate". */
const NOTHING_OWN = /^\s*(?:\p{L}{3,}ly)?\s*$/u;
/** What the clause says of a thing that stands in another one. */
const POINTS =
  /\b(?:it|its|them|they|their|there|him|her|his|this|that|these|those|which|who|whom|whose|both|one|ones|each|such|same|other|others|so|do|does|did)\b/i;
const OPENS_CLAUSE = /(?:;|, (?:while|whereas)|,? (?:while|whereas)) /giu;

interface Segment extends Stretch {
  /** Where its first verb begins: what stands before that may go with the verbs behind it too. */
  readonly verb: number;
}

/** A sentence cut where a second verb is joined to the one before it. */
const segmentsOf = remembered((view: StatementView): readonly Segment[] => {
  const { text, tokens } = view;
  const verbs = predicatesOf(view).flatMap(({ first, main, finite }) => {
    const [start, end] = [tokens[first]?.start, tokens[main]?.end];
    return start === undefined || end === undefined ? [] : [{ start, end, finite }];
  });
  const cuts = verbs.flatMap(({ start, finite }, i) => {
    const last = verbs[i - 1];
    if (!last || !finite) return [];
    const between = text.slice(last.end, start);
    const link = LINK.exec(between);
    // "Which, it says, was sold": words between two commas join nothing.
    if (link && !/^,\s*$/.test(link[0])) return [last.end + link.index];
    return [...between.matchAll(OPENS_CLAUSE)].map(({ index }) => last.end + index).slice(-1);
  });
  const starts = [0, ...cuts];
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length;
    return { start, end, verb: verbs.find((one) => one.start >= start && one.start < end)?.start ?? end };
  });
});

/**
 * Of verbs in a row each has what follows it for its own: what is smelted at Holme and shipped from Isley is not shipped
 * from Holme, and who sold 40 tickets and gave 62 concerts gave no 40. The words of what the claim's verb takes that the
 * statement has only behind another verb than that.
 */
export function goesWithOtherVerb(part: ClaimPart, view: StatementView, relation: Relation): string[] {
  const segments = segmentsOf(view);
  if (segments.length < 2 || part.predicate === undefined || part.predicate.base === 'be') return [];
  const own = segments.findIndex((segment) => inStretch(relation.verbStart, segment));
  const segment = segments[own];
  if (!segment) return [];
  const from = relation.verbStart + relation.verb.length;
  const behind = view.text.slice(from, segment.end);
  // "Was planned for 310,000 crates and received 334,000": crates, too.
  if (POINTS.test(behind) || BARE_NUMBER.test(behind)) return [];
  const shared = NOTHING_OWN.test(behind) ? segments[own + 1] : undefined;
  const stretches = [relation.roles.agent, ...relation.roles.others];
  const isElsewhere = (at: number) =>
    !inStretch(at, segment) &&
    !stretches.some((stretch) => inStretch(at, stretch)) &&
    !inStretch(at, shared) &&
    segments.some((other) => at > other.verb && at < other.end);
  return piecesOf(part, view, from).flatMap(({ text, told }) =>
    told.length > 0 && told.every(isElsewhere) ? [text] : [],
  );
}

const BARE_NUMBER =
  /^ (?:about |around |some |nearly |only |just )?[$€£¥]?\d[\d.,]*(?: (?:million|billion))?(?:[.,;]|$| (?:in|on|by|from|to|at|until|since|last|this|next)\b)/;

interface Piece {
  readonly text: string;
  /** Where the statement has it. */
  readonly told: readonly number[];
}

/** What the claim's verb takes: words right behind it, or behind the preposition that the statement's verb has too, and figures. */
function piecesOf(part: ClaimPart, view: StatementView, from: number): Piece[] {
  const [after] = part.predicate?.passive ? part.roles.others.slice(1) : part.roles.others;
  if (!after) return [];
  const words = part.text.slice(after.start, after.end);
  const link = PREPOSITION.exec(words)?.[0] ?? '';
  // "Was shipped from Holme" and "was shipped from Isley" have the same place for it.
  const other = PREPOSITION.exec(view.text.slice(from))?.[0] ?? '';
  if (link !== '' && link.toLowerCase() !== other.toLowerCase() && !(WHERE.test(link) && WHERE.test(other))) return [];
  const rest = words.slice(link.length);
  const end = after.start + link.length + (BEHIND_OBJECT.exec(rest)?.index ?? rest.length);
  const isTaken = (at: number) => at >= after.start && at < end;
  const nouns = part.needs.flatMap((need, i) => {
    const at = part.places[i] ?? -1;
    const owns = /^[’']s? /.test(part.text.slice(at + need.word.length));
    return isTaken(at) && !owns && (need.name || need.weight >= NAMES_A_THING)
      ? [{ text: need.word, told: offsetsOfNeed(need, view) }]
      : [];
  });
  const figures = part.amounts.flatMap((amount) => {
    const told = view.amounts.flatMap((one) => (one.value === amount.value ? [one.span[0]] : []));
    return isTaken(amount.span[0]) ? [{ text: part.text.slice(...amount.span), told }] : [];
  });
  return [...nouns, ...figures];
}

const PREPOSITION = /^ (?:at|in|on|from|to|into|by|for|with|through|under) /i;
const WHERE = /^ (?:at|in|on) $/i;
const BEHIND_OBJECT =
  /,|\s(?:of|in|at|for|from|with|on|to|by|after|before|until|since|into|over|as|because|and|or|that|than|last|this|next|every|each|during)\s/;
