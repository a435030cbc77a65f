import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import { wholeRow } from './name-row.ts';
import { isPaidByAnother } from './paid-by-another.ts';

/** What a question for a sum says of whose sum it is. */
interface SumAsked {
  /** "What does the new ship cost?": what it is the price of. */
  readonly priced: Need | undefined;
  /** This, or what "how much is the new jetty?" asks about. */
  readonly part: Need | undefined;
  /** "How much is X paying?": whoever pays. */
  readonly payer: Need | undefined;
  readonly paid: boolean;
  /** The price of one of them is asked for, not what all cost. */
  readonly ofOne: boolean;
}

const PRICED =
  /\b(?:what|how much) (?:does|do|did|will|would) (?:(?:an?|the|one|each|its|their|this|that) )?([^?,]{2,60}?) (?:(?:now|really|actually|going to|supposed to) )*cost\b|\b(?:what(?:['’]s| is| was)|how (?:much|high) (?:is|was)) the (?:price|cost) of (?:(?:an?|the|one|each) )?([^?,]{2,60}?)\W*$/i;
const IS_MUCH = /\bhow much (?:is|are|was|were) (?:the|an?|one) ([^?,]{2,40}?)(?: worth)?\W*$/i;
const PHRASE_AFTER = /\s(?:of|to|from|for|in|at|on|with|between|by|that|which|about)\s.*$/i;
const PAYS =
  '(?:pay(?:s|ing)?|paid|put(?:s|ting)?|contribut(?:es?|ed|ing)|invest(?:s|ed|ing)?|spend(?:s|ing)?|spent|lend(?:s|ing)?|lent|commit(?:s|ted|ting)?|pledg(?:es?|ed|ing)|chip(?:s|ped|ping)? in|provid(?:es?|ed|ing)|charg(?:es?|ed|ing))';
const PAID = new RegExp(`\\b${PAYS}\\b`, 'i');
const PAYER = new RegExp(
  `\\b(?:is|are|was|were|does|do|did|will|would|has|have|had) (?:the )?(.{2,40}?) (?:(?:\\p{L}+ly|now|going to|to) )*${PAYS}\\b`,
  'iu',
);

const sumAsked = remembered(({ text, needs }: Question): SumAsked => {
  const own = needs.filter(({ inherited }) => !inherited);
  // Of "the new ship" the ship, of "calling off the fair" the calling off.
  const headOf = (phrase: string | undefined) => {
    const lower = phrase?.toLowerCase() ?? '';
    return own.filter(({ word }) => lower.includes(word.toLowerCase())).at(/^\p{L}+ing\b/u.test(lower) ? 0 : -1);
  };
  const priced = PRICED.exec(text);
  const payer = PAYER.exec(text)?.[1]?.toLowerCase();
  const said = payer?.split(' ') ?? [];
  return {
    priced: headOf((priced?.[1] ?? priced?.[2])?.replace(PHRASE_AFTER, '')),
    part: headOf((IS_MUCH.exec(text)?.[1] ?? priced?.[1] ?? priced?.[2])?.replace(PHRASE_AFTER, '')),
    // Of a name of two words the first tells whose it is.
    payer: own.find(
      ({ name, word }, i) =>
        name &&
        (word.toLowerCase() === payer ||
          (said.length > 1 && said.every((part, k) => own[i + k]?.name && own[i + k]?.word.toLowerCase() === part))),
    ),
    paid: PAID.test(text),
    ofOne: priced !== null && OF_ONE.test(text),
  };
});

/** Whether a sum is one of something or somebody else than the question asks about, as far as its sentence says so. */
export function isSumOfAnother(
  amount: Amount,
  question: Question,
  view: StatementView,
  quantity: string | undefined,
  knowledge: Knowledge,
): boolean {
  if (amount.sort !== 'money') return false;
  const { priced, part, payer, paid, ofOne } = sumAsked(question);
  if (ofOne && isSpentOnAll(amount, view.text)) return true;
  if (priced && LENT.test(view.text.slice(0, amount.span[0]))) return true;
  if ((priced && isPaidForAnother(amount, priced, view)) || (part && isWithTheRest(part, view))) return true;
  if (priced && isPriceOfAnother(amount, priced, view, knowledge)) return true;
  if (payer && isChargedBy(amount, payer, question, view)) return true;
  if (payer && (isPaidByAll(amount, payer, view) || isPaidByAnother(amount, payer, view, knowledge))) return true;
  const named = quantityNamed(amount, view.text);
  if (named === undefined) return false;
  const isAsked = question.needs.some((need) => saysOneOf(need, named, knowledge));
  return !isAsked && (quantity !== undefined || (paid && NEVER_PAID.test(named)));
}

/** "A hide costs ...?", and "it paid 6 million for the shed": what the sum is for stands behind it. */
function isPaidForAnother({ span }: Amount, priced: Need, view: StatementView): boolean {
  const said = placesOf(priced, view);
  return said.length === 0 && PAID_FOR().test(view.text.slice(span[1]));
}
const PAID_FOR = () =>
  /^ for (?:the|its|their|his|her|our) (?!(?:first|last|next|whole|entire|full|same) )(?!(?:\p{Ll}+ )?(?:days?|weeks?|months?|years?|quarters?|nights?|hours?|seasons?|terms?|time|public|rest)\b)\p{L}/iu;

/** "The programme, with a new jetty, is put at 4 million": the jetty is a part of it. */
function isWithTheRest(priced: Need, view: StatementView): boolean {
  const [...aside] = view.text.matchAll(ASIDE);
  const said = placesOf(priced, view);
  return (
    said.length > 0 && said.every((at) => aside.some(({ index, 0: words }) => at > index && at < index + words.length))
  );
}
const ASIDE = /, (?:with|including|along with|together with|plus) [^,;:.]*,/giu;

/** Where the thing stands in the statement, in characters. */
function placesOf({ alternatives }: Need, { terms, tokens }: StatementView): number[] {
  return [...alternatives].flatMap(([key, strength]) =>
    strength >= SAYS ? (terms.get(key)?.at ?? []).flatMap((at) => tokens[at]?.start ?? []) : [],
  );
}

/** "What is the price of a loom?", and "it means to spend $9 million over four years": a sum of the whole. */
const OF_ONE = /\b(?:(?:price|cost) of|(?:does|do|did|will|would)) (?:an?|one|each|a single) /i;
const SPENT =
  /\b(?:spend(?:s|ing)?|spent|invest(?:s|ed|ing)?|commit(?:s|ted|ting)?|rais(?:es?|ed|ing)|borrow(?:s|ed|ing)?|buy(?:s|ing)?|bought|order(?:s|ed|ing)?|promis(?:es?|ed|ing)) (?:[^.;]{3,90}, with )?(?:(?:about|around|some|nearly|almost|up to|at least|more than|a further|another) )?$/i;

function isSpentOnAll({ span: [start, end] }: Amount, text: string): boolean {
  const after = text.slice(end);
  if (/^ (?:on (?:an?|one|each|every)|per|apiece|each)\b/.test(after)) return false;
  return SPENT.test(text.slice(0, start)) || /^(?: up ?front|['’]?s? worth of)\b/.test(after);
}

/** What somebody lends or gives towards a thing is no price of it. */
const LENT =
  /\b(?:lent|lends?|lending|borrow(?:s|ed|ing)?|(?:loans?|grants?|subsid(?:y|ies)|mortgages?|fines?|deposits?) of|insured (?:it |them )?for)\b[^.;,]{0,40}$/i;

const COSTS =
  /(?<=^|[,;:—] |\b(?:and|but|that|which|while|because|since) )([^,;:—]*?)\b(?:(?:will|would|is|was|are|were|to|now|still|only|may|could|should|go(?:es)? on) )*(?:costs?|worth|fetch(?:es|ed)?) (?:(?:about|around|some|roughly|nearly|almost|only|just|up to|at least|more than|less than|between|an estimated) )*$/i;
const PRONOUN = /^\W*(?:(?:and|but|so) )?(?:it|they|he|she|this|that|these|those|each|both|which)\s*$/i;
const SAYS = 0.5;

/** "Each month of delay costs ...": the sum has a subject of its own. */
function isPriceOfAnother(amount: Amount, priced: Need, view: StatementView, knowledge: Knowledge): boolean {
  const found = COSTS.exec(view.text.slice(0, amount.span[0]));
  const subject = found?.[1];
  if (!found || subject === undefined) return false;
  const names = (key: string, of: Pick<StatementView, 'terms'>) => (of.terms.get(key)?.strength ?? 0) > 0;
  const near = [...priced.alternatives].filter(([, strength]) => strength >= SAYS).map(([key]) => key);
  if (PRONOUN.test(subject) || subject.trim() === '') {
    for (let before = knowledge.before(view.statement); before; before = knowledge.before(before.statement)) {
      const of = before;
      if (near.some((key) => names(key, of))) return false;
      if (!before.leansBack) break;
    }
    return !near.some((key) => names(key, view)) && !isAbove(near, view, knowledge);
  }
  const end = found.index + subject.length;
  return (
    !near.some((key) =>
      view.terms.get(key)?.at.some((at) => {
        const start = view.tokens[at]?.start ?? 0;
        return start >= found.index && start < end;
      }),
    ) && !isAbove(near, view, knowledge)
  );
}

function isAbove(keys: readonly string[], { statement }: StatementView, knowledge: Knowledge): boolean {
  const heading = knowledge.heading(statement);
  return heading !== undefined && keys.some((key) => heading.terms.has(key));
}

/** "What does A pay?", and "A charges each mill 40 crowns": A is who gets it. */
function isChargedBy({ span }: Amount, payer: Need, { text: asked }: Question, view: StatementView): boolean {
  const found = ASKS_PAID.test(asked) ? CHARGES.exec(view.text.slice(0, span[0])) : null;
  return found !== null && placesOf(payer, view).some((at) => at < found.index) && !ASKS_CHARGED.test(asked);
}
const ASKS_PAID = /\bpa(?:ys?|id|ying)\b/i;
const ASKS_CHARGED = /\b(?:charg|bill|fin(?:e|ing))/i;
const CHARGES =
  /(?<!\b(?:is|are|was|were|been|be) )\b(?:charges|charged|bills|billed|invoices|invoiced|fined|fines)\b[^,;:.]{0,40}$/i;

const EACH = /\b(?:each|apiece|respectively|every one)\b/i;

/** "With A, B and C, it will put in $5 million": the sum of all of them is not that of one. */
function isPaidByAll({ span: [sum] }: Amount, payer: Need, view: StatementView): boolean {
  if (EACH.test(view.text)) return false;
  const isPayer = ({ first, last }: StatementView['names'][number]) =>
    view.tokens.slice(first, last).some(({ stem }) => payer.alternatives.has(stem)) ||
    view.concepts.some((c) => c.first >= first && c.first < last && payer.alternatives.has(c.key));
  const own = view.names.filter(isPayer);
  return (
    own.length > 0 &&
    own.every(({ start, end }) => {
      const [from, to] = wholeRow([start, end], view.names, view.text);
      // "A and B amended it: the utility pays 5 million": who pays is told anew.
      return to - from > end - start && !/[:;]/.test(view.text.slice(to, Math.max(to, sum)));
    })
  );
}

/** What a sum is, where the words right before it say so: "a price target of $30". */
const QUANTITY = () =>
  /\b(price targets?|target price|share price|market value|valuation|revenues?|turnover|profits?|sales|debts?|claims?|fines?|penalt(?:y|ies)|salar(?:y|ies)|loans?|royalt(?:y|ies)|budget|subsid(?:y|ies))\b(?: (?!and\b|but\b)[\p{L}-]+){0,4} $/iu;
const NEVER_PAID = /^(?:price target|target price|share price|market value|valuation|revenue|turnover|profit|sales)/i;

function quantityNamed({ span }: Amount, text: string): string | undefined {
  return QUANTITY().exec(text.slice(0, span[0]))?.[1];
}

function saysOneOf(need: Need, words: string, { analysis }: Knowledge): boolean {
  return analysis.analyze(words).some(({ stem }) => (need.alternatives.get(stem) ?? 0) >= SAYS);
}
