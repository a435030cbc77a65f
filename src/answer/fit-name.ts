import type { Span } from '../model.ts';
import { officeOf, partLed } from '../question/office.ts';
import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import { findAmounts } from '../statement/amounts.ts';
import { REPORTING } from '../statement/cues.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { NameSpan } from '../statement/names.ts';
import { isPerson } from '../statement/people.ts';
import type { StatementView } from '../statement/view.ts';
import { isAgentUntold } from './agent-untold.ts';
import { besideAsked } from './beside-asked.ts';
import { type Fit, NONE, nearest } from './fit.ts';
import { fitDefinition } from './fit-definition.ts';
import { fitNaming } from './fit-naming.ts';
import { fitOffice, leadsPart } from './fit-office.ts';
import { describedDoer, meansSomebody } from './fit-unnamed.ts';
import { wholeRow } from './name-row.ts';
import { ASKS_OUTLET, asksReporter, outletIn, speakerIn } from './speaker.ts';

/** Another name for a thing that is asked about by name. */
const NAMED_AS = 0.85;

/** Whoever does this is a person. */
const LEADS = /\bwho(?:['’]s| is| was)? (?:\w+ )?(?:founded|signed .{2,40}\bfor)\b/i;

/** How well a statement names who does what is asked. */
export function fitWho(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const { asked, leads, isWho, onlyName, several, part, named: namesSomebody } = whoAsked(question);
  const isAsked = (first: number, last: number) => {
    for (let i = first; i < last; i += 1) if (asked.has(view.tokens[i]?.stem ?? '')) return true;
    return view.concepts.some((c) => c.first >= first && c.first < last && asked.has(c.key));
  };
  if (isAgentUntold(question, view)) return AGENT_UNTOLD;
  // "Who gets more, X or Y?": one of the two is the answer.
  const named = isChoice(question) ? view.names.filter((name) => isAsked(name.first, name.last)) : [];
  if (named.length > 0) return { fit: 1, marked: [doer(named, question, view)] };
  const others = view.names.filter((name, i) => {
    const head = view.names[i - 1];
    // The house of somebody who is asked about is nobody else.
    const ofAsked =
      head !== undefined &&
      asksDeed(question) &&
      isAsked(head.first, head.last) &&
      view.text.slice(head.end, name.start) === ' of ' &&
      isPerson(head, knowledge);
    return !ofAsked && !isAsked(name.first, name.last);
  });
  const naming = fitNaming(question, view, others);
  if (naming) return naming;
  // "Who is the finance chief?" wants a person by name, and a company is none.
  const { lexicon } = knowledge.analysis;
  const office = officeOf(question, lexicon);
  if (office && !question.needs.some((n) => n.name && isPerson({ text: n.word }, knowledge)))
    if (others.length === 0 || !isRun(question, view)) {
      return fitOffice(office, question, view, knowledge);
    }
  if (leads) {
    const person = others.find((name) => isPerson(name, knowledge));
    if (!person) return NONE;
  }
  // "Who is X?" wants what X is: a role next to the name.
  if (isWho && namesSomebody) {
    const role = view.concepts.find((c) => knowledge.analysis.lexicon.concept(c.key)?.kind === 'role');
    const defined = fitDefinition(question, view);
    if (!role && defined.fit > 0) return defined;
    // "A, who advises growers, ..." says so in a clause.
    const clause = role ? undefined : whoClause(view, asked);
    if (clause) return { fit: 1, marked: [clause] };
    // "A, its head of sales, said": beside the name; "A of that house says" tells less.
    if (role && !besideAsked(view, asked)) return { fit: ROLE_ELSEWHERE, marked: [] };
    if (role) return { fit: 1, marked: [[view.tokens[role.first]?.start ?? 0, view.tokens[role.last - 1]?.end ?? 0]] };
    // "A B, who advises the house, ..." says it without the name of an office.
    if (onlyName && besideAsked(view, asked)) return { fit: BESIDE, marked: [] };
    // Only where nothing but the name is asked: "Who is A's neighbour?" wants another.
    if (onlyName && others.length > 0 && !besideAsked(view, asked)) return { fit: ROLE_UNSAID, marked: [] };
  }
  if (others.length === 0) {
    if (!/\bwho\b/i.test(question.text)) return NONE;
    return meansSomebody(view, knowledge) ? { fit: MEANT, marked: [] } : describedDoer(view, asked);
  }
  const ledSo = part.length > 0 ? leadsPart(part, question, view, knowledge) : 1;
  if (ledSo < 1) return ledSo === 0 ? NONE : { fit: ledSo, marked: [doer(others, question, view)] };
  const row = others.some(
    ({ start, end }) =>
      ROW_AFTER.test(view.text.slice(end)) ||
      isPair(view.text, start, end) ||
      // "The list has two names: A and B".
      (/: (?:the )?$/.test(view.text.slice(0, start)) && /^,? and (?:the )?\p{Lu}/u.test(view.text.slice(end))),
  );
  return {
    fit: several && !row ? (others.length === 1 ? ONE_OF_SEVERAL : Math.min(0.8, others.length / 4)) : 1,
    marked: [wholeRow(doer(others, question, view), others, view.text)],
  };
}

const ROW_AFTER = /^, \p{Lu}[^,]*,? and \p{Lu}/u;
/** "With the farm bank Alder and the maker Birch": two in a row, each with what it is before its name. */
const BEFORE_ROW = () => /\b(?:with|between|by|from|of|including|are) (?:(?:the|its|an?) )?(?:[\p{Ll}-]+ ){0,4}$/u;
const SECOND_OF_ROW = /^ and (?:(?:the|its|an?) (?:[\p{Ll}-]+ ){1,4})?\p{Lu}/u;

function isPair(text: string, start: number, end: number): boolean {
  return SECOND_OF_ROW.test(text.slice(end)) && BEFORE_ROW().test(text.slice(0, start));
}
/** "Who are the partners?" wants several. */
const SEVERAL =
  /\b(?:partners|backers|members|companies|firms|founders|owners|rivals|competitors|suppliers|in on|involved|participants|investors|names of)\b|\bwho(?:['’]s| is| are) (?:all |else )?(?:in|part of|inside) (?!charge\b|control\b|command\b|the (?:wrong|right|way|lead)\b)|\bwho(?:['’]re| are| were)\b/i;
/** Whether a "who" wants more than one. */
export const asksSeveral = remembered(({ kind, text }: Question) => kind === 'who' && SEVERAL.test(text));

/** What a "who" asks for. */
const whoAsked = remembered(({ text, needs }: Question) => ({
  asked: new Set(
    needs
      .filter((n) => !n.inherited || n.name)
      // "Who leased it?": a house that has “Charter” in its name is not named by that.
      .flatMap((n) => [...n.alternatives].filter(([, s]) => s >= (n.name ? NAMED_AS : 1)).map(([key]) => key)),
  ),
  leads: LEADS.test(text),
  isWho: /^\W*(?:and |so )?who(?:'s|’s| is| was)\b/i.test(text),
  named: needs.some((n) => n.name),
  part: partLed(text, needs),
  onlyName: ONLY_NAME().test(text) && needs.every((n) => n.name),
  several: SEVERAL.test(text),
}));

/** "Who gains more, X or Y?" */
const isChoice = remembered(
  ({ text, needs }: Question) =>
    /\bwho\b.* or /i.test(text) &&
    needs.some(
      ({ name, inherited, word }) =>
        name && !inherited && new RegExp(`\\bor (?:the )?${word.replace(/[^\p{L}\p{N}]/gu, '.')}\\b`, 'iu').test(text),
    ),
);

/** "Who are the partners?": one name is no answer. */
const ONE_OF_SEVERAL = 0.15;
/** What was done is told, and not by whom. */
const AGENT_UNTOLD: Fit = { fit: 0.1, marked: [] };
const MEANT = 0.8;
const ROLE_ELSEWHERE = 0.9;
const ROLE_UNSAID = 0.8;
const BESIDE = 0.85;
const ONLY_NAME = () => /\bwho(?:['’]s| is| was) (?:\p{L}[\p{L}'’.-]* ?){1,4}\W*$/iu;

/** What a clause right after the name says that somebody does. */
function whoClause(view: StatementView, asked: ReadonlySet<string>): readonly [number, number] | undefined {
  for (const { first, last, end } of view.names) {
    if (!view.tokens.slice(first, last).some(({ stem }) => asked.has(stem))) continue;
    const clause = /^, (who(?:se)? [^,.;]{4,80})/.exec(view.text.slice(end));
    if (clause?.[1]) return [end + 2, end + 2 + clause[1].length];
  }
  return undefined;
}

/** Who runs a service is the house of which that is said in so many words. */
function isRun({ text, needs }: Question, view: StatementView): boolean {
  if (!/\bwho (?:\w+ )?(?:runs?|ran|running)\b/i.test(text)) return false;
  return needs.some(({ name, word }) => {
    const written = word.replace(/[^\p{L}\p{N}]/gu, '.');
    return (
      name &&
      new RegExp(
        `\\b(?:runs|ran|running|operat\\w+|manag\\w+) (?:(?:the|its|all|a|both|daily) ){0,2}${written}|\\b${written}\\b (?:is|are|was|were|has been|will be) (?:\\S+ )?(?:run|operated|managed) by\\b`,
        'iu',
      ).test(view.text)
    );
  });
}

const NO_OUTLET: Fit = { fit: 0.1, marked: [] };

/** How well a statement tells who said it. */
export function fitAttribution(question: Question, view: StatementView): Fit {
  if (ASKS_OUTLET.test(question.text)) {
    const isAsked = ({ first, last }: NameSpan) =>
      view.tokens
        .slice(first, last)
        .some(({ stem }) => question.needs.some((need) => need.name && need.alternatives.has(stem)));
    const outlet = outletIn(view, isAsked);
    return outlet ? { fit: 1, marked: [[outlet.start, outlet.end]] } : NO_OUTLET;
  }
  const fit = fitWhoReports(view);
  if (fit.fit > 0) {
    if (asksReporter(question.text)) return fit;
    // Who wrote it is not who reported it.
    const speaker = speakerIn(view);
    if (speaker) return { ...fit, marked: [speaker] };
    const marked = fit.marked[0];
    // "The memo said that Holm's wares": whose wares they are does not say it.
    if (marked && /^['’]s?\b/u.test(view.text.slice(marked[1]))) return { ...fit, marked: [] };
    return marked && outletIn(view, ({ start }) => start !== marked[0]) ? { ...fit, marked: [] } : fit;
  }
  return view.statement.attributedTo.length > 0 && question.needs.length > 0 ? { fit: 0.3, marked: [] } : NONE;
}

/** How well a statement names a place. */
export function fitPlace(question: Question, view: StatementView, knowledge: Knowledge): Fit {
  const place = view.concepts.find((c) => knowledge.analysis.lexicon.concept(c.key)?.kind === 'place');
  if (place) return { fit: 1, marked: [[view.tokens[place.first]?.start ?? 0, view.tokens[place.last - 1]?.end ?? 0]] };
  const name = nameOfPlace(view);
  if (name) return { fit: 0.9, marked: [[name.start, name.end]] };
  const { asked, stands } = whereAsked(question);
  // Software stands on somebody's machines, a warehouse in somebody's town: a name may be the place.
  const other = stands
    ? view.names.find(
        (n) =>
          !view.concepts.some((c) => c.first >= n.first && c.first < n.last && asked.has(c.key)) &&
          !asked.has(view.tokens[n.first]?.stem ?? ''),
      )
    : undefined;
  if (other) return { fit: 0.7, marked: [[other.start, other.end]] };
  return question.needs.length > 0 && /\b(?:inside|across|through|via|where)\b/i.test(view.text)
    ? { fit: 0.5, marked: [] }
    : NONE;
}

const nameOfPlace = remembered(({ names, text }: StatementView) =>
  names.find((n) =>
    /\b(?:in|at|near|from|to|off|outside|across|inside|on|through)\s(?:the )?$/i.test(text.slice(0, n.start)),
  ),
);

const whereAsked = remembered(({ text, needs }: Question) => ({
  asked: new Set(needs.flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.85).map(([key]) => key))),
  stands:
    /\b(?:host\w*|run|runs|running|live|lives|built|based|stored?|sold|sell|available|offered|served|show up|found)\b/i.test(
      text,
    ),
}));

/** "Holm, who works at Brand, thinks": a clause in which nothing stands of what is asked names nobody who does it. */
function isInAside({ start, end }: NameSpan, met: readonly number[], { text, tokens, names }: StatementView): boolean {
  const opening = ASIDE.exec(text.slice(0, start));
  const closing = text.indexOf(',', end);
  if (!opening || closing < 0 || !names.some((name) => name.end <= opening.index)) return false;
  return !met.some((at) => {
    const from = tokens[at]?.start ?? 0;
    return from > opening.index && from < closing;
  });
}
const ASIDE = /, (?:who|which|whose)\b[^,;:.]*$/u;

/** Who does what is asked of: the last name before the first word of the question, else the one that stands nearest. */
function doer(all: readonly NameSpan[], question: Question, view: StatementView): readonly [number, number] {
  const met = question.needs.flatMap((need) =>
    [...need.alternatives.keys()].flatMap((key) => view.terms.get(key)?.at ?? []),
  );
  const own = all.filter((name) => !isInAside(name, met, view));
  const names = own.length > 0 ? own : all;
  const first = view.tokens[Math.min(...met)]?.start ?? 0;
  // "Who counts 16?": whose figure it is stands before it.
  const figures = asksDeed(question) ? findAmounts(question.text).map(({ value }) => value) : [];
  const figure = view.amounts.find(({ value }) => figures.includes(value));
  const to = figure ? figure.span[0] : first;
  const before = names.filter((name) => name.end <= to).at(-1);
  const spans = names.map((name) => [name.start, name.end] as const);
  const found = before ? ([before.start, before.end] as const) : nearest(spans, question, view);
  return asksDeed(question) ? headOf(found, names, view.text) : found;
}

/** "Who doubts it?", and neither "who is she?" nor "which house is she of?" */
const asksDeed = remembered(({ text }: Question) => /\bwho (?!is\b|are\b|was\b|were\b)\p{L}/iu.test(text));

/** "Ada Holm of Alder Research doubts it": who is of a house, and not the house. */
function headOf(span: Span, names: readonly NameSpan[], text: string): Span {
  const head = names.find(({ end }) => end < span[0] && text.slice(end, span[0]) === ' of ');
  return head ? [head.start, head.end] : span;
}

/** Other words by which somebody holds something to be so. */
const HOLDS_TO_BE_SO =
  /\b(?:thinks?|thought|believes?|believed|reckons?|reckoned|expects?|expected|sees|saw|predict(?:s|ed)|calls|describe[sd]|puts? (?:\S+ ){1,5}at|insist(?:s|ed)|den(?:ies|ied)|complain(?:s|ed)|maintain(?:s|ed)|considers?|rates|doubts?|fears?|suspects?|writes|promis(?:es|ed)|hints?|hinted|argues|counts|counted|measure[sd]|finds|found|records?|recorded)\b/i;

const fitWhoReports = remembered((view: StatementView): Fit => {
  const verb = REPORTING.exec(view.text) ?? HOLDS_TO_BE_SO.exec(view.text);
  if (!verb) return NONE;
  const by = /\breported by\s+$|\baccording to\s+$/i;
  const names = view.names.map((n) => [n.start, n.end] as const);
  const agent =
    names.find(([start]) => by.test(view.text.slice(0, start))) ??
    names.filter(([start]) => start < verb.index).at(-1) ??
    names[0];
  return agent ? { fit: 1, marked: [agent] } : { fit: 0.5, marked: [] };
});
