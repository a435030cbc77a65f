import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { cameTo, isWholeUnasked } from './came-to.ts';
import { COUNTED, countsNoun, isShareOfCounted } from './counted.ts';
import { type Fit, NONE, nearest } from './fit.ts';
import { measureAsked } from './measure-asked.ts';
import { isNoneOf } from './none-of.ts';
import { isSumOfAnother } from './whose-sum.ts';

/** How well a statement holds an amount of the sort asked for. */
export function fitAmount(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const {
    sort,
    noun,
    quantity,
    loosely,
    dimension,
    stuff,
    runs,
    length,
    much,
    supposed,
    per,
    employs,
    part,
    often,
    fast,
  } = amountAsked(question);
  if (often) {
    const found = FREQUENCY().exec(view.text);
    return found ? { fit: 1, marked: [[found.index, found.index + found[0].length]] } : NO_FREQUENCY;
  }
  const pace = fast && view.amounts.length === 0 ? PACE.exec(view.text) : null;
  if (pace) return { fit: WITHOUT_FIGURE, marked: [[pace.index, pace.index + pace[0].length]] };
  const divided = noun !== undefined && /^votes?$/.test(noun) ? VOTE_OF.exec(view.text) : null;
  if (divided) return { fit: 1, marked: [[divided.index, divided.index + divided[0].length]] };
  const bare = sort === 'count' ? bareNumber(view) : null;
  if (
    bare &&
    !view.amounts.some(
      (a) => a.sort === 'count' && (noun === undefined || countsNoun(a, noun, question, view, knowledge)),
    ) &&
    isCountedBefore(noun, question, view, knowledge)
  )
    return { fit: COUNTED_BEFORE, marked: [[bare.index, bare.index + bare[0].length]] };
  if (part && PART.test(view.text)) return { fit: 1, marked: [] };
  if (view.amounts.length === 0) {
    // "How long?" may be answered by a term: "through 2032".
    const terms = view.statement.mentions.filter((m) => m.role === 'term');
    return sort === 'duration' && terms[0] ? { fit: runs ? 1 : 0.7, marked: [terms[0].span] } : NONE;
  }
  // "How long does it run?": the day on which it ends says so.
  const end = sort === 'duration' && runs && view.statement.mentions.find((m) => m.role === 'term');
  if (end) return { fit: 1, marked: [end.span] };
  const counts = (amount: Amount) => noun === undefined || countsNoun(amount, noun, question, view, knowledge);
  const { counted, stated } = amountsTold(view);
  const told = (supposed ? counted : stated).filter(
    (a) =>
      !(stuff !== undefined && isNoneOf(a, stuff, question, view, knowledge)) &&
      (dimension === undefined || measures(a, dimension, view.text, knowledge)) &&
      !isSumOfAnother(a, question, view, quantity, knowledge),
  );
  const fitting = told.filter((a) =>
    // "One of three lines" is no quantity of which there is much.
    much &&
    a.sort === 'count' &&
    a.value < FEW &&
    Number.isInteger(a.value) &&
    /^\p{L}/u.test(view.text.slice(a.span[0]))
      ? false
      : length && isLength(a, knowledge)
        ? true
        : sort === 'any'
          ? a.sort !== 'duration' ||
            (part && isTimeOfStuff(a, view.text)) ||
            (question.leans && !ASKS_MUCH.test(question.text))
          : sort === 'count'
            ? (a.sort === 'count' && counts(a)) ||
              (noun !== undefined && isShareOfCounted(a, noun, question, view, knowledge))
            : a.sort === sort &&
              !((runs || length) && sort === 'duration' && WITHIN.test(view.text.slice(0, a.span[0]))),
  );
  if (per !== undefined && fitting.length > 0 && !givesRate(view.text, per)) return { fit: NO_RATE, marked: [] };
  if (quantity !== undefined && fitting.length > 0 && !speaksOf(quantity, loosely === true, question, view, knowledge))
    return { fit: OTHER_QUANTITY, marked: [] };
  if (fitting.length === 0) return { fit: sort === 'count' ? 0.05 : 0.1, marked: [] };
  if (employs && !EMPLOYED.test(view.text)) return { fit: OTHER_PEOPLE, marked: [] };
  const atOnce = ofItAtOnce(fitting, told, question, view.text);
  if (atOnce) return { fit: 1, marked: [atOnce] };
  const sums = quantity === undefined ? [] : fitting.filter((a) => a.sort !== 'count');
  const parts = (sums.length > 0 ? sums : fitting).filter(({ span }) => !isWholeUnasked(span, question, view.text));
  const found = nearest(
    (parts.length > 0 ? parts : sums.length > 0 ? sums : fitting).map((a) => a.span),
    question,
    view,
  );
  return { fit: 1, marked: [cameTo(found, fitting, question, view.text)] };
}

/** What a "how much" asks for. */
const amountAsked = remembered((question: Question) => {
  const { text } = question;
  const asked = measureAsked(question);
  return {
    ...asked,
    runs: RUNS.test(text),
    length: asked.sort === 'duration' && LENGTH_OF.test(text),
    much: asked.sort === 'any' && /\bhow much\b/i.test(text),
    supposed: SUPPOSED.test(text),
    per: PER()
      .exec(text)
      ?.slice(1)
      .find((unit) => unit !== undefined),
    employs: EMPLOYS.test(text),
    part: PART_OF.test(text) || asked.sort === 'percent',
    often: HOW_OFTEN.test(text),
    fast: HOW_FAST.test(text),
  };
});

/** The amounts of a statement that are quantities, and those of them that somebody has. */
const amountsTold = remembered(({ amounts, text }: StatementView) => {
  const counted = amounts.filter((a) => !isOfName(a, text) && !isTheTwo(a, text));
  return { counted, stated: counted.filter((a) => !isSupposed(a, text)) };
});

/** "How fast is it growing?", "it grows slowly": a pace without a figure. */
const HOW_FAST =
  /\bhow (?:fast|quickly|rapidly|slowly)\b.*\b(?:grow|chang|rais|ris|fall|spread|shrink|develop|expand|declin|increas|mov)\w*\W*$/i;
const PACE = /\b(?:quickly|rapidly|slowly|steadily|gradually|swiftly|briskly|sharply|exponentially)\b/i;
const WITHOUT_FIGURE = 0.8;

/** "How much of it at once?": the part of which that is said. */
function ofItAtOnce(
  fitting: readonly Amount[],
  told: readonly Amount[],
  { text: asked }: Question,
  text: string,
): Amount['span'] | undefined {
  const at = AT_ONCE.test(asked) ? (AT_ONCE.exec(text)?.index ?? -1) : -1;
  return told.findLast(
    ({ sort, unit, span }) => span[1] <= at && (sort === fitting[0]?.sort || (sort === 'count' && unit === '')),
  )?.span;
}
const AT_ONCE = /\b(?:at once|immediately|straight away|right away|up ?front|outright)\b/i;

/** "3,000 hours of film" is how much film there is. */
function isTimeOfStuff({ unit, span }: Amount, text: string): boolean {
  return /^(?:minute|hour|day)$/.test(unit) && /^ of \p{Ll}/u.test(text.slice(span[1]));
}

/** "How often?": "twice a week", "every other day", "one in eight". */
const HOW_OFTEN = /\bhow (?:often|frequently)\b/i;
const FREQUENCY = () =>
  /\b(?:once|twice|thrice|always|never|seldom|rarely|daily|hourly|weekly|fortnightly|monthly|quarterly|yearly|annually|every (?:\p{L}+ )?(?:\p{L}+ )?(?:minutes?|hours?|days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?|seasons?|\p{L}+day|time)|\S+ times|(?:an?|per|each) (?:minute|hour|day|night|week|month|quarter|year|season)|(?:\p{L}+|\d+) (?:\p{L}+ )?(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|\d{1,3}))\b|\d ?(?:%|per ?cent)/iu;
const NO_FREQUENCY: Fit = { fit: 0.1, marked: [] };

/** "The council voted seven to two". */
const VOTE_OF =
  /(?<=\b(?:vot(?:es?|ed|ing)|by|passed|carried|approved|adopted|rejected|backed)\b[^.;]{0,30}?)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})(?: votes)?(?: to |-|–)(?:none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\b(?! (?:percent|per cent|million))/i;

/** "And by rail?" says nothing of the sort of quantity that the turn before asked for. */
const ASKS_MUCH = /\b(?:how|what)\b/i;

/** "How much of it is sold abroad?": a third, half, most. */
const PART_OF = /\bhow much of\b/i;
const PART =
  /\b(?:half|most|(?:an?|one|two|three|four) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|one in (?:two|three|four|five|six|ten)) of\b|\b(?:an?|one|two|three|four|five) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b(?! (?!of\b|are\b|is\b|was\b|were\b|goes\b|comes\b)[a-z]+ (?:of|at|in|for|on)\b)/i;

/** "How long is the bridge?" may want metres. */
const LENGTH_OF = /\bhow long (?:is|are|was|were|will)\b/i;

function isLength({ unit }: Amount, { analysis: { lexicon } }: Knowledge): boolean {
  return (
    lexicon.measures(unit) === 'length' ||
    /^(?:met(?:er|re)|kilomet(?:er|re)|mile|foot|feet|yard|centimet(?:er|re)|inch|km|m)$/.test(unit)
  );
}

/** "30 knots" and "200 kilometres an hour" are speeds, "4 tonnes" are a weight. */
function measures({ unit, span }: Amount, dimension: string, text: string, { analysis }: Knowledge): boolean {
  const measured = analysis.lexicon.measures(unit);
  if (dimension !== 'speed') return measured === dimension;
  return measured === 'speed' || /^(?:\/h| (?:an|per) (?:hour|second|minute)| a second)/.test(text.slice(span[1]));
}

/** "If it has fewer than 700,000": the number is none that anybody has. */
const SUPPOSED = /\b(?:if|unless|would|could|at least|minimum|threshold|fewer|less|limit|condition)\b/i;

/** "Wheat 7" and "Terminal 2" are names, where the capital is not the sentence's own. */
function isOfName({ span: [start, end], unit, sort, value }: Amount, text: string): boolean {
  return (
    sort === 'count' &&
    unit === '' &&
    value < HIGHEST_OF_NAMES &&
    /^\d+$/.test(text.slice(start, end)) &&
    /(?<![.!?“"] |^)\b\p{Lu}[\p{L}-]*\p{Ll} $/u.test(text.slice(0, start))
  );
}
const HIGHEST_OF_NAMES = 100;

/** "The two companies" are those who were named, and no number of companies. */
function isTheTwo({ span, sort }: Amount, text: string): boolean {
  return (
    sort === 'count' &&
    /\b(?:the|these|those) $/i.test(text.slice(0, span[0])) &&
    /^(?:two|three) (?:companies|firms|houses|sides|parties|partners|groups)\b/i.test(text.slice(span[0]))
  );
}

function isSupposed({ span }: Amount, text: string): boolean {
  if (/\bwould have (?:\p{L}+ ){0,4}$/u.test(text.slice(0, span[0]))) return true;
  return /\b(?:if|unless)\b[^,.;]*\b(?:fewer|less|more|under|over|below|above|at least) (?:than )?$/i.test(
    text.slice(0, span[0]),
  );
}

/** "How many people work for X?": others than its staff are no answer. */
const EMPLOYS =
  /\bhow (?:many (?:\w+ )?(?:people|persons|staff|employees|workers|engineers|folks)\b.*\b(?:works?|working|employ\w*|on (?:its|their) (?:payroll|staff))\b|many (?:employees|staff|workers)|big is .{2,40}\b(?:staff|workforce|team))/i;
const EMPLOYED =
  /\b(?:employ\w*|employees?|staff|workforce|workers?|headcount|payroll|jobs?|works? (?:for|at|in|on)|people working|engineers|people (?:at|on|in)|posts|crew)\b/i;
const OTHER_PEOPLE = 0.1;

const FEW = 13;

/** A sum that is not what was asked the size of. */
const OTHER_QUANTITY = 0.15;
const SAME_QUANTITY = 0.9;
const AKIN_QUANTITY = 0.5;

/** "18 percent of every barrel sold" is a royalty, a commission or a fee, whatever it is called. */
const OF_EACH_SALE =
  /(?:%|\bper ?cent) of (?:every|each|all|any|what|(?:the|its|their) (?:price|sales?|takings|revenues?))\b/i;
const TAKEN_OF_SALES = /^(?:royalt|commission|fee)/;

function speaksOf(
  quantity: string,
  loosely: boolean,
  question: Question,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  const { analysis } = knowledge;
  if (TAKEN_OF_SALES.test(quantity) && OF_EACH_SALE.test(view.text)) return true;
  const stems = analysis.analyze(quantity).map((token) => token.stem);
  const need = question.needs.find((one) => stems.some((stem) => (one.alternatives.get(stem) ?? 0) >= 1));
  const holds = ({ terms }: StatementView) =>
    stems.some((stem) => terms.has(stem)) ||
    [...(need?.alternatives ?? [])].some(
      ([key, strength]) => strength >= (loosely ? AKIN_QUANTITY : SAME_QUANTITY) && terms.has(key),
    );
  const before = loosely && view.leansBack ? knowledge.before(view.statement) : undefined;
  return holds(view) || (before !== undefined && holds(before));
}

/** "Three are in orbit": what is counted was named before. */
const NUMBER_WORD =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const BARE_NUMBER = new RegExp(
  `^(?:(?:Only|Just|About|Around|Some|All|Nearly|Almost|Another) )?(${NUMBER_WORD}|\\d+)(?= (?:of (?:them|these|those|the (?:\\w+|\\d+)(?= (?:are|were|have|had|will|can)))\\b|are|were|have|had|will|remain)\\b)|\\b(?:(?:${NUMBER_WORD}) )?(?:hundred|thousand)(?=[.,;]|$)|(?<=\\b(?:to|at|is|was|from|with|only|just|of) )(${NUMBER_WORD})(?=[.,;]|$| (?:today|now|this|last|since|instead)\\b)`,
  'i',
);
const COUNTED_BEFORE = 1;
const bareNumber = remembered(({ text }: StatementView) => BARE_NUMBER.exec(text));

function isCountedBefore(
  noun: string | undefined,
  question: Question,
  view: StatementView,
  knowledge: Knowledge,
): boolean {
  const before = knowledge.before(view.statement);
  const need = question.needs.find((one) => one.word.toLowerCase() === noun);
  if (!need) return noun === undefined && before !== undefined;
  return [...need.alternatives].some(
    ([key, strength]) => strength >= COUNTED && (view.terms.has(key) || before?.terms.has(key)),
  );
}

const RUNS =
  /\b(?:runs?|lasts?|valid|in force|holds?|term|keeps?|stays?|remains?|bound|tied|locked|has|have|good for|entitled|exclusive)\b/i;

/** "In the next two quarters", "running in four months": by when something is, and not how long. */
const WITHIN =
  /\b(?:in(?: the)? (?:next|coming|following)|(?<!\b(?:end|ends|ended|renewed|once|times?|first|last) )in|within(?: the next)?) (?:(?:about|around|some|nearly|under|over|just|only) )?$/i;

/** "How much per seat?" wants a rate: the sum of a contract is none. */
const PER = () =>
  /\bper (\p{L}{3,})|\b(?:does|do|will|would|did) (?:one|each|a single) (?!(?:to|from|for|of|at|on|in)\b)(?:[^?,]{1,30} )?(\p{L}{3,}) cost\b/iu;
const NO_RATE = 0.15;

function givesRate(text: string, noun: string): boolean {
  if (
    /^(?:year|season)/i.test(noun) &&
    /\b(?:annual|annually|yearly|a year|a season|per year|per season)\b/i.test(text)
  )
    return true;
  const unit = noun.toLowerCase().replace(/s$/, '').slice(0, 6);
  return new RegExp(`\\b(?:per|an?|one|each|every|by the)[ -](?:[\\p{L}-]+ )?${unit}`, 'iu').test(text);
}
