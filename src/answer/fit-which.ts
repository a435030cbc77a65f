import type { Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Fit } from './fit.ts';

/** "Which firms?" wants firms by name, or at least a row of them. */
export function fitWhich(question: Question, view: StatementView): Fit {
  if (isRow(view)) return { fit: 1, marked: [] };
  const { asked, sort } = whichAsked(question);
  // "On what condition?": what calls itself one, or says the like right after a colon.
  if (sort && !sort.inherited && isTold(sort, view)) return { fit: 0.8, marked: [] };
  const named = view.names.some((name) => {
    for (let i = name.first; i < name.last; i += 1) if (asked.has(view.tokens[i]?.stem ?? '')) return false;
    return !view.concepts.some((c) => c.first >= name.first && c.first < name.last && asked.has(c.key));
  });
  return named ? { fit: 0.8, marked: [] } : { fit: /[:“"—]/.test(view.text) ? 0.4 : 0.1, marked: [] };
}

const isRow = remembered(({ statement, text }: StatementView) => statement.listItem || ROW.test(text));

const whichAsked = remembered(({ text, needs }: Question) => {
  const sort = SORT_ASKED.exec(text)?.[1]?.toLowerCase();
  return {
    asked: new Set(needs.flatMap((n) => [...n.alternatives].filter(([, s]) => s >= 0.9).map(([key]) => key))),
    sort: sort === undefined ? undefined : needs.find((one) => one.word.toLowerCase() === sort),
  };
});

/** The noun that says of what sort the answer is. */
const SORT_ASKED = /\b(?:which|what) (?:(?:other|new|main|kind of|sort of|type of) )*(\p{L}[\p{L}-]+)/iu;
const SAME_SORT = 0.8;
/** "One condition: ...", "there are three pressures". */
const TELLS_SORT =
  /(?:\b(?:one|two|three|four|five|six|single) (?:\p{L}+ )?|\bthere (?:are|is|were|was) (?:\p{L}+ ){0,2})$/iu;

function isTold(need: Question['needs'][number], view: StatementView): boolean {
  return [...need.alternatives].some(
    ([key, s]) =>
      s >= SAME_SORT &&
      view.terms.get(key)?.at.some((at) => {
        const token = view.tokens[at];
        return token && (view.text[token.end] === ':' || TELLS_SORT.test(view.text.slice(0, token.start)));
      }),
  );
}

/** "A, B and C". */
const ROW = /[\p{L}\p{N}”"]+, (?:[^,.;]{1,40}, ){0,6}[^,.;]{1,40},? (?:and|or) [\p{L}“"]/u;
