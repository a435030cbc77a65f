import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';

/** "Which firms?" wants firms by name, or at least a row of them. */
export function fitWhich(question: Question, view: StatementView): Fit {
  if (isRow(view)) return { fit: 1, marked: [] };
  const { asked, sort, ofNames } = whichAsked(question);
  // "On what condition?": what calls itself one, or says the like right after a colon.
  if (sort && !sort.inherited && isTold(sort, view)) return { fit: 0.8, marked: [] };
  const named = view.names.some((name) => {
    for (let i = name.first; i < name.last; i += 1) if (asked.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some((c) => c.first >= name.first && c.first < name.last && asked.has(c.key));
  });
  if (named) return { fit: 0.8, marked: [] };
  if (/[:“"—]/.test(view.text)) return { fit: 0.4, marked: [] };
  return ofNames ? NAMELESS : WITHOUT_NAME;
}

const NAMELESS: Fit = { fit: 0.1, marked: [] };
/** "Which fuel does it burn?": things of many sorts have no names. */
const WITHOUT_NAME: Fit = { fit: 0.1, marked: [], unseen: 0.5 };

const isRow = remembered(({ statement, text }: StatementView) => statement.listItem || ROW().test(text));

const whichAsked = remembered(({ text, needs }: Question) => {
  const sort = SORT_ASKED().exec(text)?.[1]?.toLowerCase();
  return {
    ofNames: OF_NAMES().test(text),
    asked: new Set(needs.flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.9).map(([key]) => key))),
    sort: sort === undefined ? undefined : needs.find((one) => one.word.toLowerCase() === sort),
  };
});

/** "Which firms?": each of them has a name. */
const OF_NAMES = () =>
  /\b(?:which|what) (?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|of|in|on|for|to)\b)[\p{L}\p{N}’'-]+ ){0,3}?(?:airlines?|airports?|agenc(?:y|ies)|authorit(?:y|ies)|banks?|brewer(?:y|ies)|brands?|bridges?|bureaus?|carriers?|chains?|cit(?:y|ies)|clubs?|colleges?|compan(?:y|ies)|competitors?|councils?|count(?:y|ies)|countr(?:y|ies)|customers?|departments?|districts?|factor(?:y|ies)|farms?|firms?|funds?|games?|groups?|harbou?rs?|hospitals?|hotels?|houses?|institutes?|investors?|islands?|labs?|lakes?|languages?|lines?|magazines?|makes?|makers?|markets?|mills?|mines?|models?|ministr(?:y|ies)|months?|museums?|nations?|newspapers?|offices?|operators?|outlets?|owners?|papers?|partners?|part(?:y|ies)|places?|planets?|players?|plants?|platforms?|ports?|products?|provinces?|publishers?|railways?|regions?|regulators?|reports?|rivals?|rivers?|roads?|rooms?|routes?|schools?|services?|ships?|shops?|sites?|states?|stations?|stores?|streets?|studios?|suppliers?|teams?|terminals?|towns?|unions?|universit(?:y|ies)|vehicles?|vendors?|versions?|vessels?|villages?|websites?|yards?|men|women|man|woman|persons?|people)\b/iu;

/** The noun that says of what sort the answer is. */
const SORT_ASKED = () => /\b(?:which|what) (?:(?:other|new|main|kind of|sort of|type of) )*(\p{L}[\p{L}-]+)/iu;
const SAME_SORT = 0.8;
/** "One condition: ...", "there are three pressures". */
const TELLS_SORT = () =>
  /(?:\b(?:one|two|three|four|five|six|single) (?:\p{L}+ )?|\bthere (?:are|is|were|was) (?:\p{L}+ ){0,2})$/iu;

function isTold(need: Question['needs'][number], view: StatementView): boolean {
  return [...need.alternatives].some(
    ([key, s]) =>
      s >= SAME_SORT &&
      view.terms.get(key)?.at.some((at) => {
        const token = view.tokens[at];
        return token && (view.text[token.end] === ':' || TELLS_SORT().test(view.text.slice(0, token.start)));
      }),
  );
}

/** "A, B and C". */
const ROW = () => /[\p{L}\p{N}”"]+, (?:[^,.;]{1,40}, ){0,6}[^,.;]{1,40},? (?:and|or) [\p{L}“"]/u;
