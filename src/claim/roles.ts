import type { TextView } from '../statement/view.ts';
import { namedAs } from './becoming.ts';
import type { Predicate } from './predicate.ts';
import { OPENS_OWN_CLAUSE, TAKES_CLAUSE, TELLS_CLAUSE } from './reduced.ts';
import { verbOf } from './verbs.ts';

/** Who does and who has it done, as stretches of the text. */
export interface Roles {
  /** Of whom or what the predicate is told; of a passive one, what stands after "by", and undefined without it. */
  readonly agent: Stretch | undefined;
  /** What stands after the predicate; of a passive one, what stands before it too. */
  readonly others: readonly Stretch[];
}

/** Offsets in the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A clause of its own begins after these. */
const OPENS_CLAUSE =
  /(?:[;:!?—–]|\.(?=\s)|\b(?:that|said|says|say|told|added|because|although|though|while|whereas|if|when|where|unless|since|as|so|but|after|before|until|than|whether|whose)\b|,\s+(?:and|or)\b|,(?=\s+(?:it|they|he|she|we)\b))/giu;
const RELATIVE = /(?:^|[\s,])(?:which|who|that)\s*$/i;

const ASIDE_OPENS = /, (?:who|which)\s*$/i;
const WHOSE = /, whose (?:[\p{L}-]+ ){1,4}$/u;
const ASIDE_CLOSES = /^[^;:.]*,\s*(?:(?:now|also|still|then|since)\s+)?$/i;

/** "Delivered by 2028", "by the end of May": on what day, and not by whom. */
const NO_DAY = `(?! (?:the )?(?:(?:very )?(?:end|start|middle|beginning) of|early|mid|late|then|now|next|this|\\d+|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b)`;
const BY = new RegExp(`\\bby\\b${NO_DAY}`, 'i');
const BY_OR_AT = new RegExp(`\\b(?:by|at)\\b${NO_DAY}`, 'i');
const BECOMES = /^(?:remain|become)$/;
const MADE_AT = /^(?:invent|discover|develop|design|make|build|produce|create|train|test)$/;

/** The stretches in which the names of a predicate's subject and of its other parts stand. */
export function rolesOf(view: TextView, predicates: readonly Predicate[], at: number): Roles {
  const one = predicates[at];
  if (!one) return { agent: undefined, others: [] };
  const opening = isOpening(one) ? openingRoles(view, predicates, one) : undefined;
  if (opening) return opening;
  const after = restOf(view, predicates, at);
  const named = BECOMES.test(one.base) ? namedAs(view.text.slice(after.start, after.end)) : undefined;
  // "Keeps Alder as its main carrier": Alder remains it.
  if (named !== undefined) {
    const end = after.start + named.length;
    return { agent: { start: after.start, end }, others: [{ start: end, end: after.end }] };
  }
  const before = subjectOf(view, predicates, at);
  if (!one.passive) return { agent: before, others: [after] };
  // "Was invented at Birch Mills": the house did it.
  const by = (MADE_AT.test(one.base) ? BY_OR_AT : BY).exec(view.text.slice(after.start, after.end));
  return {
    agent: by ? { start: after.start + by.index, end: after.end } : undefined,
    others: by ? [before, { start: after.start, end: after.start + by.index }] : [before, after],
  };
}

/** A participle that opens the sentence: "Signed in June, the contract runs". */
const isOpening = ({ first, passive, finite }: Predicate) => first === 0 && passive && !finite;

/** The roles of such a participle, told of what stands behind its comma. */
function openingRoles(view: TextView, predicates: readonly Predicate[], one: Predicate): Roles | undefined {
  const start = view.tokens[one.main]?.end ?? 0;
  const next = predicates.find(({ first, finite }) => finite && first > one.main);
  const end = view.tokens[next?.first ?? -1]?.start ?? view.text.length;
  const comma = view.text.slice(start, end).indexOf(', ');
  if (comma < 0) return undefined;
  const subject = { start: start + comma + 2, end };
  const by = /\bby\b/i.exec(view.text.slice(start, start + comma));
  const split = by ? start + by.index : start + comma;
  return {
    agent: by ? { start: split, end: start + comma } : undefined,
    others: [subject, { start, end: split }],
  };
}

/** What stands before the verb in its own clause; of a second verb, the subject of the first. */
function subjectOf(view: TextView, predicates: readonly Predicate[], at: number): Stretch {
  const one = predicates[at];
  const end = view.tokens[one?.first ?? 0]?.start ?? 0;
  const previous = predicates[at - 1];
  const floor = previous ? (view.tokens[previous.main]?.end ?? 0) : 0;
  const text = withoutAside(view.text.slice(floor, end));
  // "Run by a family, the inn has 14 rooms".
  const comma = previous && isOpening(previous) && one?.finite ? text.indexOf(', ') : -1;
  if (comma >= 0) return headOf({ start: floor + comma + 2, end }, view.text);
  // "Holm, who had led it, now runs the quay": the subject of the first is that of the second.
  const aside = previous && ASIDE_OPENS.test(view.text.slice(0, view.tokens[previous.first]?.start ?? 0));
  if (aside && one?.finite && ASIDE_CLOSES.test(text)) return subjectOf(view, predicates, at - 1);
  // "Alder, owned by a family, has 300 trucks": what is owned has them.
  const before = previous && view.text.slice(0, view.tokens[previous.first]?.start ?? 0);
  if (previous?.passive && !previous.finite && one?.finite && /\p{L}, $/u.test(before ?? '') && ASIDE_CLOSES.test(text))
    return subjectOf(view, predicates, at - 1);
  // "Alder, whose ships serve the islands, bought".
  const whose = previous && WHOSE.exec(view.text.slice(0, view.tokens[previous.first]?.start ?? 0));
  if (whose && one?.finite && ASIDE_CLOSES.test(text)) {
    const above = predicates[at - 2];
    return headOf({ start: above ? (view.tokens[above.main]?.end ?? 0) : 0, end: whose.index }, view.text);
  }
  // "The choir that Holm founded toured Japan": of two verbs side by side the first describes what the second tells of.
  if (previous && one?.finite && text.trim() === '') {
    const inner = subjectOf(view, predicates, at - 1);
    const above = predicates[at - 2];
    const left = { start: above ? (view.tokens[above.main]?.end ?? 0) : 0, end: inner.start };
    if (RELATIVE.test(view.text.slice(left.start, left.end))) return headOf(left, view.text);
  }
  // "Machines built before 2019 cannot run": what is built is what cannot.
  if (previous?.passive && !previous.finite && one?.finite && !/[,;:—]|\b(?:that|which|who|and|but)\b/.test(text))
    return subjectOf(view, predicates, at - 1);
  if (describesSubject(view, predicates, at - 1)) return subjectOf(view, predicates, at - 1);
  let start = 0;
  const relative = RELATIVE.exec(text);
  const lead = text.slice(0, relative?.index);
  for (const match of lead.matchAll(OPENS_CLAUSE)) {
    const next = match.index + match[0].length;
    // "..., and sold" and "that buys" have their subject further left.
    if (next < lead.trimEnd().length) start = next;
  }
  const stretch = { start: floor + start, end };
  if (relative) return { start: floor + start, end: floor + relative.index };
  // "A ferry to Harby starts in May, run by Birch": what the sentence is about is run.
  if (previous && one?.passive && !one.finite && /,\s*$/.test(text)) return subjectOf(view, predicates, at - 1);
  // "With a million paid upfront": what was paid stands right before.
  if (one?.passive && !one.finite) {
    const aside = previous ? null : /^(?:[^,]*[^,\s])(?=, $)/.exec(text);
    if (aside) return headOf({ start: floor, end: floor + aside[0].length }, view.text);
    const lead = [...text.matchAll(/,|\b(?:with|and|in|of)\b/g)].at(-1);
    return { start: floor + Math.max(start, lead ? lead.index + lead[0].length : 0), end };
  }
  // "sold the ship and has bought another": the second verb has the subject of the first.
  // "..., and its head, Ada Holm, said": the comma closes an apposition.
  const apposed = /^[^,]*\p{Ll}[^,]*, (?:the )?\p{Lu}[^,]*,\s*$/u.test(text.slice(start));
  const shares = !apposed && SHARES_SUBJECT.test(text.slice(start));
  if (previous && (shares || (one?.finite === false && !one.passive)))
    return subjectOf(view, predicates, one?.finite && shares ? joinedTo(view, predicates, at) : at - 1);
  return headOf(stretch, view.text);
}

/** "Those who want one have to book": it stands in a relative clause, and what its noun does follows it. */
export function describesSubject(view: TextView, predicates: readonly Predicate[], at: number): boolean {
  const [one, next] = [predicates[at], predicates[at + 1]];
  if (!one?.finite || !next?.finite) return false;
  const { text, tokens } = view;
  const between = text.slice(tokens[one.main]?.end ?? 0, tokens[next.first]?.start ?? 0);
  return RIGHT_BEHIND.test(text.slice(0, tokens[one.first]?.start ?? 0)) && !OWN_CLAUSE.test(between);
}

const RIGHT_BEHIND = /\p{L} (?:who|which|that) (?:(?:also|still|now|already|never) )?$/u;
const OWN_CLAUSE = /[,;:—]|\b(?:that|which|who|and|or|but)\b/;

/** "..., and no longer has": nothing but small words stands between the two verbs. */
const SHARES_SUBJECT =
  /(?:\b(?:and|or|but|then|also)|,|^)\s*[”"]?(?:\s*\b(?:also|then|since|therefore|still|now|no longer|not|already|never|soon|later|only|just|even|again|instead|(?!(?:family|supply|reply|monopoly|assembly|ally|July)\b)\p{L}{3,}ly)\b)*\s*$/iu;

/** The verb whose subject a second one shares: the one before it, where that does not stand in a clause that it cannot go on with. */
function joinedTo(view: TextView, predicates: readonly Predicate[], at: number): number {
  const [above, previous, one] = [predicates[at - 2], predicates[at - 1], predicates[at]];
  if (!above?.finite || !previous || !one) return at - 1;
  const startOf = ({ first }: Predicate) => view.tokens[first]?.start ?? 0;
  const endOf = ({ main }: Predicate) => view.tokens[main]?.end ?? 0;
  const between = view.text.slice(endOf(above), startOf(previous));
  const link = view.text.slice(endOf(previous), startOf(one));
  // "Alder bought the press with which the town prints its paper, and said": not the town said.
  if (/\b(?:which|whom)\b/.test(between) && /,\s*(?:and|or|but)\s*$/.test(link)) return at - 2;
  // "Alder runs the quay Birch built in May and sold the yard": a clause without a word that opens it describes a noun.
  if (!TAKES_CLAUSE.test(above.base) && !TELLS_CLAUSE.test(above.base) && !OPENS_OWN_CLAUSE.test(between))
    return at - 2;
  // "Alder became the seller of all that Birch makes, and paid for it": the tense goes on.
  if (!JOINS.test(between) && tensesOf(above, view) === tensesOf(one, view) && otherTense(previous, one, view))
    return at - 2;
  if (!THINKS.test(above.base)) return at - 1;
  // "She thinks it could fail and has sold": what could be goes on in the plain form.
  const couldBe = MAY.test(view.text.slice(startOf(previous), endOf(previous)));
  const goesOn = couldBe && one.first === one.main && view.tokens[one.main]?.word === one.base;
  return (couldBe && !goesOn) || (/,\s*$/.test(link) && ESTIMATES.test(one.base)) ? at - 2 : at - 1;
}

/** A clause of its own between the two, of which the second verb may tell. */
const JOINS = /[;:—]|\b(?:and|but|while|whereas)\b/;

const otherTense = (one: Predicate, other: Predicate, view: TextView) =>
  tensesOf(one, view) !== 'both' && tensesOf(other, view) !== 'both' && tensesOf(one, view) !== tensesOf(other, view);

/** The tense that a verb's form shows; that of "cut" may be either. */
function tensesOf({ first }: Predicate, { tokens }: TextView): 'past' | 'present' | 'both' {
  const word = tokens[first]?.word ?? '';
  if (/^(?:was|were|had|did|could|would|might)$/.test(word)) return 'past';
  if (/^(?:is|are|has|have|do|does|will|can|may|must)$/.test(word)) return 'present';
  const forms = verbOf(word)?.forms;
  if (forms?.has('past')) return forms.has('base') ? 'both' : 'past';
  return forms?.has('present') ? 'present' : 'both';
}

const THINKS = /^(?:think|believe|expect|say|argue|fear|warn|reckon|doubt|hope|note|see)$/;
const MAY = /\b(?:could|may|might|can|will|would|should)\b/;
/** What is said of those who think something, and seldom of what they think of. */
const ESTIMATES = /^(?:put|warn|call|expect|say|think|argue|rate|reckon|advise|recommend|believe)$/;

/** "Ada Holm, who since 2019 had led it, resigned": what stands between the commas is blanked. */
function withoutAside(text: string): string {
  const aside =
    /,(?! (?:and|or)\b)[^,;:.]*\b(?:since|until|then|once|after|before|as|formerly|where|when|whose)\b[^,;:.]*,\s*$/i.exec(
      text,
    );
  return aside ? `${text.slice(0, aside.index)}${' '.repeat(text.length - aside.index)}` : text;
}

/** A subject without what leads into it and what follows its head: "In May", "... of Birch sails between Alder and Cedar". */
function headOf({ start, end }: Stretch, text: string): Stretch {
  const words = text.slice(start, end);
  const lead =
    IN_MONTH.exec(words)?.[0].length ??
    /^\s*(?:On|In|At|By|Since|After|Before|During|Under|For|With|From|Until|As|Unlike|Instead of|Rather than|Besides|Apart from|Except for)\b(?:[^,]|(?<=\d),(?=\d))*,(?!(?<=\d,)\d)\s*/.exec(
      words,
    )?.[0].length ??
    0;
  const body = words.slice(lead);
  const tail = /(?<=\p{L}) (?:between|from|to|at|on|in|during|near|under)\s+(?=\p{Lu})/u.exec(body);
  // "Shares in Alder": the capital that opens a sentence shows no name.
  const front = (tail ? body.slice(0, tail.index) : '').replace(COUNTED_OF, '');
  const named = /\p{Lu}|\b(?:it|they|he|she|we)\b/u.test(front);
  return { start: start + lead, end: named && tail ? start + lead + tail.index : end };
}

/** What is told of somebody, and is nobody itself. */
const COUNTED_OF =
  /^\W*(?:Shares|Sales|Stocks?|Fares|Prices|Rents|Wages|Demand|Interest|Trade|Traffic|Work|Output|Production|Exports|Imports|Trust|Confidence|Tickets|Seats|Jobs|Houses|Homes|Flats|Schools|Shops|Farms|Farmers|Growers|Workers|Staff|Members|Customers|Passengers|Visitors|Patients|Pupils|Teachers|Drivers|Trains|Buses|Boats|Ships|Roads|Waiting)(?=\s|$)/;

/** "In January a fund put", "On May 3 the council sold". */
const IN_MONTH =
  /^\s*(?:On|In|By|Since|Until|From|At the end of|Early in|Late in) (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?: \d{1,2}(?!\d))?(?:,? \d{4})? (?=\p{L})/u;

/** From the verb up to where the next clause with a verb of its own begins. */
function restOf(view: TextView, predicates: readonly Predicate[], at: number): Stretch {
  const one = predicates[at];
  const main = view.tokens[one?.main ?? 0];
  const start = (one?.base === 'be' ? main?.start : main?.end) ?? 0;
  const next = predicates.slice(at + 1).find((other) => other.finite || other.passive);
  let end = next ? (view.tokens[next.first]?.start ?? view.text.length) : view.text.length;
  // "Announced that partnership": with no verb behind it the word opens no clause.
  const clause = next ? /\bthat\b/i : /\bthat (?=it|they|he|she|we)\b/i;
  const stop =
    /[;:.!?—](?:\s|$)|,\s+(?:and(?! [^,;:.]*,)|but|while|whereas|with)\b|\b(?:said|says|because|although|though|while|whereas|which|who|since|but)\b/i.exec(
      view.text.slice(start, end),
    );
  const opens = clause.exec(view.text.slice(start, end));
  end = start + Math.min(stop?.index ?? end - start, opens?.index ?? end - start);
  return { start, end };
}
