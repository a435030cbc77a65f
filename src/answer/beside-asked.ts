import type { StatementView } from '../statement/view.ts';

/** What somebody is stands before or after the name: "manager A B", "A B, the manager, ...", "A B, who runs ...". */
export function besideAsked(view: StatementView, asked: ReadonlySet<string>): boolean {
  return view.names.some(
    (name) =>
      view.tokens.slice(name.first, name.last).some(({ stem }) => asked.has(stem)) &&
      (/^(?:,? who |, (?:\p{Ll}+ ){0,3}(?:of|at|for) |,? (?:an?|the|its|their|his|her|our|who|then|until|now|chief|head|director|chair|founder|\p{L}+['’]s) )/u.test(
        view.text.slice(name.end, name.end + 40),
      ) ||
        /\b\p{Ll}{4,} $/u.test(view.text.slice(0, name.start)) ||
        POST_BEFORE().test(view.text.slice(0, name.start))),
  );
}

/** "The port's harbour master, A B, said": whose master, and not "the yard was full, A B said". */
const POST_BEFORE = () =>
  /(?:\b(?:its|their|his|her|our|the)|['’]s?) (?:(?!(?:is|was|are|were|has|had)\b)\p{Ll}[\p{L}-]* ){0,3}\p{Ll}{3,}, $/u;
