import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';
import type { Relation } from './relation.ts';

/** A line that gives a figure under its name and says no more: "Berths free: 12". */
const LINE = /^[\p{L} -]{3,40}(?=: [$€£¥]?-?\d[\d.,]*\S*(?: \p{L}+)?\.?$)/u;

/** The statement is such a line. */
export function isFigureLine({ text }: StatementView): boolean {
  return LINE.test(text);
}

/** What says of a thing what its figure is, in the active or the passive. */
const GIVES_FIGURE =
  /^(?:be|put|rate|score|stand|set|value|give|report|list|estimate|measure|mark|assess|judge|come|amount|reach|total|record|state|number)$/;

/** Such a line as a clause, "the berths free are 12"; undefined where the claim has another subject, or a verb that says more. */
export function figureLineIn(part: ClaimPart, view: StatementView): Relation | undefined {
  const label = LINE.exec(view.text)?.[0];
  if (label === undefined || !GIVES_FIGURE.test(part.predicate?.base ?? '')) return undefined;
  const subject = part.predicate?.passive ? part.roles.others[0] : part.roles.agent;
  const claimed = part.needs.filter((_, i) => inStretch(part.places[i] ?? -1, subject));
  const told = new Set(claimed.flatMap((need) => placesOfNeed(need, view)));
  const words = view.tokens.flatMap((token, i) => (!token.stop && token.end <= label.length ? [i] : []));
  if (claimed.length === 0 || words.length === 0 || !words.every((at) => told.has(at))) return undefined;
  const [head, rest] = [
    { start: 0, end: label.length },
    { start: label.length + 1, end: view.text.length },
  ];
  return {
    roles: part.predicate?.passive ? { agent: undefined, others: [head, rest] } : { agent: head, others: [rest] },
    text: view.text,
    start: 0,
    end: view.text.length,
    verb: '',
    verbStart: label.length,
    core: '',
    byVerb: true,
    happened: false,
    sameness: 1,
  };
}
