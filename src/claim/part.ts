import { findDates } from '../calendar/expressions.ts';
import { withoutMonth } from '../calendar/may.ts';
import { resolve } from '../calendar/resolve.ts';
import type { DateMention } from '../model.ts';
import type { Token } from '../ports.ts';
import { findNeeds } from '../question/needs.ts';
import type { Need } from '../question/question.ts';
import { readTime } from '../question/time.ts';
import type { Amount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import { type TextView, viewText } from '../statement/view.ts';
import { type Certainty, certaintyOf, deniesExclusive, isExclusive, isNegated } from './assertion.ts';
import { asBecoming } from './becoming.ts';
import { claimedAmounts, type Numbered } from './claimed-amounts.ts';
import { boundOf, type DateBound } from './date-bound.ts';
import { mainClause } from './main-clause.ts';
import { groupNames, type NameGroup } from './name-group.ts';
import { withClassmates } from './noun-classes.ts';
import { partOfWhole } from './part-of-whole.ts';
import { findPredicates, type Predicate, withParticle } from './predicate.ts';
import { describesSubject, type Roles, rolesOf, type Stretch } from './roles.ts';
import { isPresent, isSimplePast } from './tense.ts';

/** One assertion of a claim, with what of it can be compared. */
export interface ClaimPart {
  readonly text: string;
  readonly needs: readonly Need[];
  /** For each need in order: its offset in the text. */
  readonly places: readonly number[];
  readonly names: readonly NameGroup[];
  /** Words that are asked for in a question and compared in a claim: "price", "size". */
  readonly measures: readonly string[];
  /** It says itself that it may be: "can earn up to". */
  readonly mayBe: boolean;
  /** It tells what somebody says. */
  readonly reported: boolean;
  /** Who is claimed to say it. */
  readonly sayer: Stretch | undefined;
  /** What is said of whom: the first verb that is not only a frame. */
  readonly predicate: Predicate | undefined;
  readonly roles: Roles;
  /** Its verb in the base form, with its particle: "give up". */
  readonly verb: string | undefined;
  readonly amounts: readonly Amount[];
  /** Things that are told from others of their kind by a number: "Berth 2". */
  readonly numbered: readonly Numbered[];
  readonly dates: readonly (Pick<DateMention, 'start' | 'end' | 'precision' | 'role' | 'span'> & {
    /** "By August", "after 2025": any day on that side of it will do. */
    readonly side?: 'before' | 'after';
    readonly bound?: DateBound;
    /** It names no year: the same day of any year may be meant. */
    readonly yearless?: boolean;
  })[];
  /** How many of how many it tells of. */
  readonly ofWhole: ReturnType<typeof partOfWhole>;
  readonly negated: boolean;
  /** Where what hangs on its main clause begins, and whether that is denied: ", not for cars", "if work has not begun". */
  readonly beside: { readonly from: number; readonly denied: boolean } | undefined;
  readonly exclusive: boolean;
  /** It tells of the making of an exclusive contract, and not that one has a right alone. */
  readonly exclusivePaper: boolean;
  /** It says that something is not, or no longer, one's alone. */
  readonly shared: boolean;
  readonly certainty: Certainty;
  /** Its verb stands in the simple past: it happened. */
  readonly happened: boolean;
  /** It is told of the past: "was", "used to". */
  readonly past: boolean;
}

/** Negation, and verbs that only open another ("started to", "plans to"), are compared as such and not as words. */
const NO_TERM =
  /\b(?:used to(?= \p{Ll})|together|jointly|rather than|instead of|as well as|no longer|never|not|none|already|still|now|(?:is|are|was|were) (?:now )?(?:free|able|allowed|permitted|entitled) to|(?:start|began|begin|begun|continu|ceas|plan|intend|expect|want|aim|meant|supposed)\w* (?:to|(?=\w+ing\b)))\b/giu;
export const SAYS =
  /^(?:say|tell|write|report|announce|claim|add|admit|note|state|warn|argue|find|show|estimate|calculate|believe|think|confirm|reveal|disclose)$/;
/** Exclusivity that is only spoken of: "because of exclusivity". */
const MENTIONED =
  /(?<!\b(?:has|have|had|holds?|held|enjoys?|keeps?|kept|retains?|gets?|got|grants?|granted|given|with) (?:\w+ )?)\bexclusivity\b/gi;
/** "Signed its exclusive contract". */
const EXCLUSIVE_PAPER =
  /\bexclusive (?:\p{Ll}+ )?(?:contract|agreement|deal|licen[cs]e|pact|partnership|arrangement)\b/iu;
const PAPER_FIRST = new RegExp(`^(?:the |an? )?(?:[\\p{L}’'-]+ ){0,2}${EXCLUSIVE_PAPER.source}`, 'iu');
const MAKES_PAPER = /^(?:sign|conclude|announce|agree|strike|negotiate|draw|enter|publish|reach|make)$/;
/** That there are a few of them says nothing of what is one's alone. */
const MERE_NUMBER = /\b(?:multiple|several)\b/gi;
const MEASURE = /^(?:price|prices|value|size|sum|worth|total)$/;

/** A name at the beginning of a claim, which the corpus has at the beginning of sentences alone, shows by the capital after it. */
function withFirstName(needs: readonly Need[], text: string, tokens: readonly Token[]): Need[] {
  return needs.map((need) => {
    const next = tokens[need.at + 1];
    const first = need.at === 0 && !need.name && /^\p{Lu}/u.test(text.slice(tokens[0]?.start ?? 0));
    if (!first || !next || !/^\p{Lu}/u.test(text.slice(next.start))) return need;
    return needs.some((other) => other.name && other.at === 1) ? { ...need, name: true } : need;
  });
}

/** "Alder says it lost": it is who says so. */
function rolesOfClaim(view: TextView, predicates: readonly Predicate[], at: number): Roles {
  const roles = rolesOf(view, predicates, at);
  const sayer = rolesOf(view, predicates, at - 1).agent;
  const words = roles.agent && view.text.slice(roles.agent.start, roles.agent.end);
  const says = SAYS.test(predicates[at - 1]?.base ?? '');
  return says && sayer && words && /^\W*(?:it|they|he|she)\W*$/i.test(words) ? { ...roles, agent: sayer } : roles;
}

/** "Its first scheduled crossing" plans nothing: the verb tells how sure it is. */
function certaintyOfPart(text: string, predicate: Predicate | undefined, view: TextView): Certainty {
  const whole = certaintyOf(text);
  // What is left of "the note expects a merger" is as sure as the note is.
  if (!predicate) return whole === 'open' && /\bthan\b/i.test(text) ? 'possible' : whole;
  if (whole === 'talks') return whole;
  const start = view.tokens[predicate.first]?.start ?? 0;
  const last = Math.min(view.tokens.length - 1, predicate.base === 'be' ? predicate.main + 1 : predicate.main);
  const verb = text.slice(start, view.tokens[last]?.end ?? text.length);
  if (/\b(?:can|could|may|might)\b/i.test(verb)) return 'possible';
  // "Sells the chilled range": what is told of the present is not done because a word in it ends like a deed.
  if (whole === 'done' && isPresent(predicate, view)) return 'open';
  return whole === 'done' || whole === 'open' ? whole : certaintyOf(verb);
}

/** "Is planned for June": in June it begins. */
const SET_FOR =
  /\b(?:planned|scheduled|set|due|expected|slated|fixed|announced|promised|called|booked) for (?:the end of )?$/i;

/** "Moves into the former depot": what it is told of is of now. */
const FORMER_THING = /(?<=\b(?:the|an?|its|their)|['’]s) (?:(?:former|old|previous) (?=\p{Ll})|Old (?=\p{Lu}))/gu;

/** Reads one part of a claim, which says one thing. */
export function readPart(text: string, knowledge: Knowledge): ClaimPart {
  const { newest } = knowledge.corpus;
  const dates = findDates(text).flatMap((expression) => {
    const lead = text.slice(0, expression.span[0]);
    const term = /\b(?:through|until|till|to|by|up to|before|for)(?: the end of)? $/i.test(lead) && !SET_FOR.test(lead);
    const date = resolve(expression, { ...(newest && { reference: newest, published: newest }), ahead: term });
    const side = /\b(?:by|before)(?: the)?(?: \w+ of)?(?: the)? $/i.test(lead)
      ? ('before' as const)
      : /\bafter(?: the)?(?: \w+ of)?(?: the)? $/i.test(lead)
        ? ('after' as const)
        : undefined;
    const bound = boundOf(expression.span, text);
    return date
      ? [
          {
            ...date,
            role: term ? ('term' as const) : ('event' as const),
            ...(side && { side }),
            ...(bound && { bound }),
            ...(date.origin === 'year from context' && { yearless: true }),
          },
        ]
      : [];
  });
  let words = text;
  for (const date of dates) {
    // "by the end of July": the words before the date go with it.
    const lead =
      /(?:\b(?:at|by|around|in|on|before|since|from) )?(?:the )?(?:very )?(?:start|end|beginning|middle|close) of (?:the )?$|\b(?:at|by|in|on|since|from|until|till|through|for|before|after|beyond|past) (?:the )?$/i.exec(
        words.slice(0, date.span[0]),
      );
    const span: readonly [number, number] = [lead?.index ?? date.span[0], date.span[1]];
    words = `${words.slice(0, span[0])}${' '.repeat(span[1] - span[0])}${words.slice(span[1])}`;
  }
  const { amounts, numbered } = claimedAmounts(text);
  // People are no measure of anything: a claim that counts them is about them.
  const isMeasure = (unit: string) => !/^(?:people)?$/.test(knowledge.analysis.lexicon.measures(unit) ?? '');
  for (const { span, unit, sort } of amounts) {
    // A counted noun is a thing that the claim is about; a unit of measure goes with its number.
    const keep =
      unit.includes(':') || unit === '%' || sort === 'duration' || isMeasure(unit)
        ? ''
        : // Where the number alone is taken, the noun stands after it.
          text
              .slice(...span)
              .toLowerCase()
              .includes(unit)
          ? unit
          : '';
    // A word that says nothing keeps those before and after it apart.
    const kept = (keep || 'it').slice(0, span[1] - span[0]).padEnd(span[1] - span[0]);
    words = `${words.slice(0, span[0])}${kept}${words.slice(span[1])}`;
  }
  const ofWhole = partOfWhole(text);
  if (ofWhole)
    words = `${words.slice(0, ofWhole.span[0])}${' '.repeat(ofWhole.span[1] - ofWhole.span[0])}${words.slice(ofWhole.span[1])}`;
  // "Eight A320s": the plural of a type.
  const searched = words
    .replace(NO_TERM, (word) => ' '.repeat(word.length))
    .replace(/\b(\p{Lu}[\p{Lu}\d-]*\d[\p{Lu}\d]*)s\b/gu, '$1 ');
  const tokens = knowledge.analysis.analyze(searched);
  const needs = withClassmates(withFirstName(findNeeds(searched, knowledge), searched, tokens), knowledge.analysis);
  const places = needs.map((need) => tokens[need.at]?.start ?? 0);
  const view = viewText(text, knowledge.analysis);
  const predicates = findPredicates(view);
  const finite = predicates.flatMap((one, i) => (one.finite ? [i] : []));
  // "She said that the yard had sold it": what is claimed is told by the second verb.
  const isMain = (i: number) => !SAYS.test(predicates[i]?.base ?? '') && !describesSubject(view, predicates, i);
  const first = finite.find(isMain) ?? finite[0] ?? -1;
  const predicate = asBecoming(predicates[first], view);
  // "Alder said in May that it would build": that it was said then stays so, whatever comes of it.
  const saying = first > 0 ? predicates[first - 1] : undefined;
  const begins = view.tokens[predicates[first]?.first ?? -1]?.start ?? 0;
  const saidThen =
    saying !== undefined &&
    SAYS.test(saying.base) &&
    isSimplePast(saying, view) &&
    dates.length > 0 &&
    dates.every(({ span }) => span[1] <= begins && /^ that\b/.test(text.slice(span[1])));
  const main = mainClause(text, view.tokens[predicate?.main ?? -1]?.end);
  const exclusivePaper = EXCLUSIVE_PAPER.test(text) && MAKES_PAPER.test(predicate?.base ?? '');
  return {
    text,
    needs,
    places,
    names: groupNames(searched, needs, places),
    measures: tokens.filter(({ word }) => MEASURE.test(word)).map(({ stem }) => stem),
    mayBe: /\b(?:can|could|may|might|up to)\b/i.test(withoutMonth(text)),
    reported: first > 0 && SAYS.test(predicates[first - 1]?.base ?? ''),
    sayer:
      first > 0 && SAYS.test(predicates[first - 1]?.base ?? '')
        ? rolesOf(view, predicates, first - 1).agent
        : undefined,
    predicate,
    roles: rolesOfClaim(view, predicate ? predicates.with(first, predicate) : predicates, first),
    verb: predicate && withParticle(predicate, view.tokens),
    amounts,
    numbered,
    // What ends on a day runs until it.
    dates:
      /^(?:end|expire|lapse|terminate)$/.test(predicate?.base ?? '') && certaintyOf(text) !== 'done'
        ? dates.map((date) => ({ ...date, role: 'term' as const }))
        : dates,
    ofWhole,
    negated: isNegated(main),
    beside: main.length < text.length ? { from: main.length, denied: isNegated(text.slice(main.length)) } : undefined,
    exclusive:
      isExclusive(text.replace(MENTIONED, '')) &&
      !exclusivePaper &&
      // What an exclusive contract covers is not claimed to be anybody's alone.
      !(/^(?:cover|include|comprise|contain)$/.test(predicate?.base ?? '') && PAPER_FIRST.test(text)),
    exclusivePaper,
    shared: deniesExclusive(text.replace(MERE_NUMBER, ' ')),
    certainty: certaintyOfPart(text, predicate, view),
    happened: predicate !== undefined && (isSimplePast(predicate, view) || saidThen),
    past:
      /\b(?:was|were|had|used to|previously|formerly|(?<!\b(?:at|than) )once(?! (?:an?|per|every|each|in|it|they|the)\b)|originally|initially|before(?= (?:that|then)\b|\W*$))\b/i.test(
        text,
      ) || readTime(text.replace(FORMER_THING, ' '), newest).time?.sort === 'earlier',
  };
}
