import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Amount } from '../statement/amounts.ts';

type Measure = Amount['sort'] | 'any';

const NAMED_QUANTITY =
  /\bwhat(?:'s| is| was| are| were)? (?:\S+ ){0,4}?(royalt(?:y|ies)|stake|discount|commission|dividend|margin|premium|salary|fine|penalty|revenues?|profits?|turnover|income|valuation|debt|budget|rent|tariff|toll|fee|interest rate|(?:market|stock market) value|market cap(?:italization)?|market share|(?:top |maximum |average )?speed|share price|price target|population|headcount)\b(?! (?:model|plan|structure|system|clause)s?\b)/;
/** "How big is the grant?": a sum that has a name, and no other sum is it. */
const NAMED_SUM = () =>
  /\bhow (?:big|large|high|great|small|much) (?:is|are|was|were|will) (?:be )?(?:(?!(?:an?|one|each)\b)[\p{L}\p{N}'’-]+ ){0,4}?(grants?|loans?|subsid(?:y|ies)|fees?|fines?|penalt(?:y|ies)|deposits?|tolls?|rents?|levy|levies|dut(?:y|ies)|debts?|budgets?|funds?|pools?|tax(?:es)?|excise|charges?|dividends?|royalt(?:y|ies)|commissions?|premiums?|tariffs?|surcharges?|compensation|bonus(?:es)?|salar(?:y|ies)|guarantees?|discounts?|rebates?|revenues?|turnover|profits?|sales|losses|headcount|workforce)\b/u;
const RATES = /^(?:royalt|stake|discount|commission|margin|premium|market share|interest rate|fee)/;
const NUMBERS = /speed|population|headcount/;

/** What only certain units tell, whatever other figures a sentence holds. */
const DIMENSIONS: readonly (readonly [RegExp, string])[] = [
  [/\bhow heavy\b|\bhow much (?:does|do|did|will|would) .{2,40} weigh\b/, 'mass'],
  [/\bhow (?:tall|deep|wide|thick)\b/, 'length'],
  [/\bin (?:square (?:met(?:re|er)s|kilomet(?:re|er)s|feet|miles)|hectares|acres)\b/, 'area'],
  [
    /\bhow far (?:is|are|was|were|does|do|did|can|from) (?!.*\b(?:fall|drop|rise|shares?|prices?|along|down|up)\b)/,
    'length',
  ],
  [
    /\bhow fast (?:does|do|did|can|could|will|would|is|are) .{2,40} (?:go|going|sail|travel|fly|drive|move|steam|cruise)\W*$/,
    'speed',
  ],
];

/** "How high is Alder 2?": a thing with a name has a height. */
const HOW_HIGH = () => /\b[Hh]ow high (?:is|was) (?:the )?\p{Lu}[\p{L}-]*(?: (?:\p{Lu}[\p{L}-]*|\d+))*\W*$/u;

const SHARE_WILL_DO =
  /\bhow much of\b|\bby how much\b|\bon (?:pay|wages|salaries)\b|\b(?:pay|wage|salary) (?:rise|increase|claim|cut|deal|offer)s?\b/;

/** "How big is its share of the sales?", "what is her stake in the mill?": part of a whole, whatever noun follows. */
const SHARE_OF =
  /\bhow (?:big|large|high|great|small) (?:is|are|was|were) (?:[^?,]{1,60}? )?(?:share|stake|cut|portion|slice|percentage|proportion|fraction|part)\b|\bwhat (?:is|are|was|were) (?:[^?,]{1,60}? )?(?:share|stake|cut|portion|slice|percentage|proportion|fraction) (?:of|in)\b|\bwhat (?:share|stake|portion|slice|percentage|proportion|fraction)\b/;
/** The price of a share is a sum. */
const PRICE_OF_SHARE = /\b(?:price|cost|worth|value|valued|pay|paid|pays|sum)\b/;

/** "How much gas was stored?" wants tonnes or litres: what stands right before the verb is neither money nor a part. */
const STUFF = () =>
  /\bhow much (?:more |less |extra |new )?(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|should|must|of|it|they|the|an?|per|more|less|money|cash|debts?|profits?|loss(?:es)?|revenues?|income|costs?|spending|sales|turnover|wages?|salary|damage|fees?|cheaper|dearer|higher|lower|bigger|larger|smaller|longer|shorter|faster|slower|greater|better|worse|earlier|later|older|further|funding|funds?|capital|tax|taxes|rent|interest|aid|support|help|relief|compensation|damages?|stock|equity|credit|business|value|savings|backing|trade|wealth|pay|time|notice|work|delay|exactly|altogether)\b)(?:\p{Ll}[\p{L}-]* )?(\p{Ll}[\p{L}-]*) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|goes?|went|comes?|came|passes|passed|flows?|leaves?|left)\b/u;

/** "And how many is it now?": what is counted was said before. */
const NO_NOUN =
  /^(?:of|for|from|on|with|is|are|was|were|did|do|does|has|have|will|would|in|by|at|now|then|there|it|they)$/;

/** The sort of quantity that a "how much" asks for, with the noun that it counts. */
interface MeasureAsked {
  readonly sort: Measure;
  readonly noun?: string;
  /** The quantity asked for by its name, "royalty". */
  readonly quantity?: string;
  /** A word akin to its name will do, and one in the sentence before. */
  readonly loosely?: boolean;
  /** What its unit measures, "mass". */
  readonly dimension?: string;
  /** "Gas" in "How much gas?": what is weighed or measured, and no sum of money. */
  readonly stuff?: string;
}

/** What of a quantity a question asks for. */
export const measureAsked = remembered(({ text }: Question): MeasureAsked => readMeasure(text));

function readMeasure(text: string): MeasureAsked {
  const lower = text.toLowerCase();
  // "What royalty does X pay?": the noun, not the verb, says what is counted.
  const named = NAMED_QUANTITY.exec(lower)?.[1];
  const dimension = HOW_HIGH().test(text) ? 'length' : DIMENSIONS.find(([asks]) => asks.test(lower))?.[1];
  if (dimension !== undefined) return { sort: 'any', dimension };
  if (SHARE_OF.test(lower) && !PRICE_OF_SHARE.test(lower)) return { sort: 'percent' };
  const sum = NAMED_SUM().exec(lower)?.[1];
  if (named === undefined && sum !== undefined) return { sort: 'any', quantity: sum, loosely: true };
  if (named !== undefined)
    return {
      sort: named === 'interest rate' ? 'percent' : RATES.test(named) ? 'any' : NUMBERS.test(named) ? 'count' : 'money',
      quantity: named,
    };
  // "How much of its revenue is freight?", "what did they get on pay?": a share tells it as well as a sum.
  if (SHARE_WILL_DO.test(lower)) return { sort: 'any' };
  if (/\bpercent|percentage|\bper cent\b|\bwhat share\b|\bwhat proportion\b|%/.test(lower)) return { sort: 'percent' };
  if (
    /\bhow long\b|\b(?:over|for|within) (?:what|which) (?:length of |stretch of )?(?:period|time|timeframe|time frame|span|horizon|term)\b|\bduration\b|\bhow (?:soon|quickly|fast)\b|\bhow many (?:days|weeks|months|years|quarters|hours)\b|\blength of\b/.test(
      lower,
    )
  )
    return { sort: 'duration' };
  const counted =
    /\bhow many (?:more |other |different |of the |new |extra |additional )?(\p{L}[\p{L}\p{N}-]*)(?: (\p{L}+))?/iu.exec(
      text,
    );
  if (counted) {
    const [, next = '', second] = counted;
    // "How many Alder looms are there?": the name says whose, and what is counted stands after it.
    const noun = (/^\p{Lu}/u.test(next) && second && !NO_NOUN.test(second) ? second : next).toLowerCase();
    return { sort: 'count', ...(noun && !NO_NOUN.test(noun) && { noun }) };
  }
  if (
    /\b(?:cost|price|pay|paid|pays|paying|invest\w*|spend\w*|spent|worth|money|dollars?|euros?|fee|fees|fares?|funding|fund|stake|cash|budget|revenue|valu\w+|sum|bill|subsid\w+|fine|loan|expensive|deal|contract|commit\w*|put(?:ting)?|contribut\w+|raise\w*|charge\w*|los[et]|loses|losses|loss|earn\w*|profits?|income|owe[sd]?|salary|wage)\b/.test(
      lower,
    )
  )
    return { sort: 'money' };
  const stuff = STUFF().exec(lower)?.[1];
  if (stuff !== undefined) return { sort: 'any', stuff };
  return { sort: /\bhow much (?:is|are|was|were|will|would) (?:an?|one|each) /.test(lower) ? 'money' : 'any' };
}
