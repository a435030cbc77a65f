import type { Need } from '../question/question.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { ClaimPart } from './part.ts';
import { placesOfNeed } from './places.ts';
import { inStretch } from './reference.ts';

function isPost(need: Need, { analysis: { lexicon } }: Knowledge): boolean {
  return [...need.alternatives.keys()].some((key) => lexicon.concept(key)?.kind === 'role') || TITLE.test(need.word);
}

/** It claims that somebody has a post. */
export function tellsPost(part: ClaimPart, knowledge: Knowledge): boolean {
  return part.predicate?.base === 'be' && part.needs.some((need) => isPost(need, knowledge));
}

/** Whether a title stands beside the name of whom the claim says that they have it, as one of now or of before. */
export function titleIn(part: ClaimPart, view: StatementView, knowledge: Knowledge): 'now' | 'former' | undefined {
  const leads = LEADS.test(part.predicate?.base ?? '');
  if (part.predicate?.base !== 'be' && !leads) return undefined;
  const agents = part.names.filter(({ at }) => inStretch(at, part.roles.agent)).flatMap(({ needs }) => needs);
  const people = agents.flatMap((i) => (part.needs[i] ? placesOfNeed(part.needs[i], view) : []));
  const roles = part.needs.filter((need) => isPost(need, knowledge)).flatMap((need) => placesOfNeed(need, view));
  const titles = leads ? topTitles(view) : roles;
  const beside = titles.filter((b) => people.some((a) => Math.abs(a - b) <= TITLE_WITHIN || isAs(view, a, b)));
  if (beside.length === 0) return undefined;
  const former = (at: number) => FORMER.test(view.text.slice(0, view.tokens[at]?.start ?? 0));
  return beside.some(former) ? 'former' : 'now';
}

/** "Holm, who signed for the yard as its chief engineer". */
function isAs({ text, tokens }: StatementView, name: number, title: number): boolean {
  return /^, who [^,.;:]* as (?:its|the|their|an?) (?:\p{Ll}+ )?$/u.test(
    text.slice(tokens[name]?.end ?? 0, tokens[title]?.start ?? 0),
  );
}

const LEADS = /^(?:lead|head|run)$/;
const TOP = /\b(?:chief executive|CEO|managing director|president|boss)\b(?! of \p{Ll})/giu;

/** Where somebody is called the first of a house. */
function topTitles(view: StatementView): number[] {
  return [...view.text.matchAll(TOP)].flatMap(({ index }) => {
    const at = view.tokens.findIndex(({ start }) => start >= index);
    return at < 0 ? [] : [at];
  });
}

/** The title is told with another house: "Cedar Yard's chief engineer Holm", "Holm, chief engineer of Cedar Yard". */
export function hasOtherHouse(part: ClaimPart, view: StatementView, knowledge: Knowledge): boolean {
  const claimed = new Set(
    part.needs.filter(({ name }) => name).flatMap(({ alternatives }) => [...alternatives.keys()]),
  );
  return part.needs
    .filter((need) => isPost(need, knowledge))
    .flatMap((need) => placesOfNeed(need, view))
    .some((at) => {
      const start = view.tokens[at]?.start ?? 0;
      return view.names.some(
        (name) =>
          !view.tokens.slice(name.first, name.last).some(({ stem }) => claimed.has(stem)) &&
          !view.concepts.some((c) => c.first >= name.first && c.first < name.last && claimed.has(c.key)) &&
          ((name.end < start && /^[’']s? $/.test(view.text.slice(name.end, start))) ||
            (name.start > start &&
              /^(?:\p{L}+ ){1,4}(?:of|at|for) (?:the )?$/u.test(view.text.slice(start, name.start)))),
      );
    });
}

/** What stands before a title that somebody had: "then director", "former chief engineer". */
const FORMER =
  /\b(?:then|former|formerly|previously|until (?:now|recently|then|last \w+|\p{Lu}\w+(?: \d{4})?)|at the time|once)(?:,? the|,? its)?[ -]$/iu;

const TITLE =
  /^(?:chief|officer|head|director|president|chair\w*|founder|minister|commissioner|analyst|secretary|manager|spokes\w+)$/i;
/** Words between a name and its title: "Holm, our new chief engineer". */
const TITLE_WITHIN = 3;
