import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import { findPredicates, type Predicate } from './predicate.ts';
import { rolesOf, type Stretch } from './roles.ts';

/** So many sentences back a text may still speak of what it names there. */
const SENTENCES_BACK = 3;
const FIRST_PERSON = /\b(?:we|us|our|ours|I|my)\b/i;
const POINTS_BACK =
  /\b(?:our|we|us|it|its|they|their|them|he|his|him|she|her)\b|^(?:In |On |At |By |After |Under |For |With )?(?:the|this|that|these|those|both|each|a second)\b/i;

const predicatesKnown = new WeakMap<TextView, readonly Predicate[]>();

export function predicatesOf(view: TextView): readonly Predicate[] {
  const known = predicatesKnown.get(view);
  if (known) return known;
  const found = findPredicates(view);
  predicatesKnown.set(view, found);
  return found;
}

export function inStretch(at: number, stretch: Stretch | undefined): boolean {
  return stretch !== undefined && stretch.start <= at && at < stretch.end;
}

/** The sentences of the same passage that a statement may lean on, nearest first; none where nothing in it points back. */
export function leantOn(view: StatementView, knowledge: Knowledge): StatementView[] {
  if (!view.leansBack && !POINTS_BACK.test(view.text)) return [];
  const found: StatementView[] = [];
  let one = knowledge.before(view.statement);
  while (one && found.length < SENTENCES_BACK) {
    found.push(one);
    one = knowledge.before(one.statement);
  }
  return found;
}

export function isFirstPerson(text: string): boolean {
  return FIRST_PERSON.test(text.replace(/[“"][^”"]*[”"]/g, ''));
}

/** Keys of the names that a stretch holds, or that its pronoun stands for; undefined where nobody can tell. */
export function namedIn(
  stretch: Stretch | undefined,
  view: StatementView,
  knowledge: Knowledge,
): { readonly keys: readonly string[]; readonly explicit: boolean } | undefined {
  if (!stretch) return undefined;
  const { lexicon } = knowledge.analysis;
  const own = nameKeys(view, lexicon)
    .filter(({ at }) => inStretch(at, stretch))
    .map(({ key }) => key);
  const words = view.text.slice(stretch.start, stretch.end);
  if (own.length > 0) return { keys: own, explicit: true };
  if (isFirstPerson(words)) {
    const publisher = knowledge.publisher(view.statement);
    return publisher && { keys: [...publisher.terms.keys()], explicit: false };
  }
  if (!/\b(?:it|they|he|she)\b/i.test(words)) return undefined;
  const predicates = predicatesOf(view);
  // "Alder sold the yard, but it kept the ships": the subject of the clause before.
  for (const [i, one] of predicates.entries()) {
    const { agent } = rolesOf(view, predicates, i);
    if (!agent || (view.tokens[one.main]?.start ?? 0) > stretch.start) break;
    const keys = nameKeys(view, lexicon).filter(({ at }) => inStretch(at, agent));
    if (keys.length > 0) return { keys: keys.map(({ key }) => key), explicit: false };
  }
  const before = knowledge.before(view.statement);
  if (!before) return undefined;
  const { agent } = rolesOf(before, predicatesOf(before), 0);
  const subject = namedIn(agent, before, knowledge);
  return subject && { keys: subject.keys, explicit: false };
}
