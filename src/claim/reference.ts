import { rememberedIn } from '../remembered.ts';
import { nameKeys } from '../statement/alike.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { NameSpan } from '../statement/names.ts';
import type { StatementView, TextView } from '../statement/view.ts';
import { asBecoming } from './becoming.ts';
import { findPredicates, type Predicate } from './predicate.ts';
import { type Roles, rolesOf, type Stretch } from './roles.ts';
import { houseMeant } from './sorts.ts';

/** So many sentences back a text may still speak of what it names there. */
const SENTENCES_BACK = 3;
const FIRST_PERSON = /\b(?:we|us|our|ours|I|my)\b/i;
const POINTS_BACK =
  /\b(?:our|we|us|it|its|they|their|them|he|his|him|she|her)\b|^(?:In |On |At |By |After |Under |For |With )?(?:the|this|that|these|those|both|each|a second)\b/i;

const AUTHORITY = /\b(?:the|this) (?:agency|regulator|authority|commission|watchdog|court|ministry|board)\b/i;
const AUTHORITY_NAME =
  /\b(?:Administration|Commission|Agency|Authority|Office|Board|Court|Ministry|Department|Council|Tribunal)\b/;

const SPEAKS =
  /^(?:[,”"]*\s*)(?:said|says|told|wrote|added|,\s+(?:chief|head|director|an?|the|who)\b|will|has|had|is|was)/;
const TITLED =
  /\b(?:chief|executive|officer|director|head|president|chair\w*|founder|minister|Dr\.?|Mr\.?|Ms\.?|analyst|engineer|secretary|spokes\w+|said|says|added|wrote)\s+$/;

/** "Ada Holm of Cedar Research is", "Ada Holm disagrees". */
const THINKS_SO =
  /^(?: (?:of|at|from|with) (?:the )?\p{Lu}[\p{L}\d&’'-]*(?: (?:of )?\p{Lu}[\p{L}\d&’'-]*){0,3})? (?:is|was|has|had|does|did|sees|saw|puts?|keeps?|thinks?|thought|expects?|expected|believes?|argues?|warns?|reckons?|doubts?|calls?|rates?|estimates?|(?:dis)?agrees?)\b/u;
/** Names of houses that have two words as a person's have. */
const HOUSE_NAME =
  /\b(?:Partners|Research|Bank|Group|Lines?|Mills?|Energy|Air|Airways|Airlines|Foods?|Motors|Securities|Capital|Holdings|Systems|University|Club|Union|Association|Society|Company|Brothers|Rail|Railways)\b/;

/** A name of two words and more with a title before it or speech after it. */
function isPerson(name: NameSpan, view: StatementView, { analysis: { lexicon } }: Knowledge): boolean {
  if (name.last - name.first < 2 || /\b(?:of|at|from|with|for)(?: the)? $/.test(view.text.slice(0, name.start)))
    return false;
  const kinds = view.concepts
    .filter((c) => c.first >= name.first && c.first < name.last)
    .map((c) => lexicon.concept(c.key)?.kind);
  if (kinds.some((kind) => kind !== undefined && kind !== 'person' && kind !== 'role')) return false;
  return (
    TITLED.test(view.text.slice(0, name.start)) ||
    SPEAKS.test(view.text.slice(name.end)) ||
    /^[^.]*, (?:his|her|who)\b/.test(view.text.slice(name.end)) ||
    (THINKS_SO.test(view.text.slice(name.end)) && !AUTHORITY_NAME.test(name.text) && !HOUSE_NAME.test(name.text))
  );
}

const NAMED = /^(?:company|product|person|authority)$/;

const predicatesKnown = new WeakMap<TextView, readonly Predicate[]>();

/** The predicates of a text in their order, found once. */
export function predicatesOf(view: TextView): readonly Predicate[] {
  const known = predicatesKnown.get(view);
  if (known) return known;
  const found = findPredicates(view).map((one) => asBecoming(one, view));
  predicatesKnown.set(view, found);
  return found;
}

const rolesKnown = new WeakMap<TextView, Map<number, Roles>>();

/** `rolesOf` for the predicate at a position of `predicatesOf`; a statement is compared with many claims. */
export function rolesIn(view: TextView, at: number): Roles {
  const known = rolesKnown.get(view) ?? new Map<number, Roles>();
  rolesKnown.set(view, known);
  const found = known.get(at) ?? rolesOf(view, predicatesOf(view), at);
  known.set(at, found);
  return found;
}

/** Whether an offset lies in a stretch; in none where there is none. */
export function inStretch(at: number, stretch: Stretch | undefined): boolean {
  return stretch !== undefined && stretch.start <= at && at < stretch.end;
}

/** The sentence before it under the same heading, also where the search cuts a passage between the two. */
function previous({ statement }: StatementView, knowledge: Knowledge): StatementView | undefined {
  const before = knowledge.views[statement.index - 1];
  const same = before?.statement.document === statement.document && before.statement.heading === statement.heading;
  return same ? before : undefined;
}

/** The sentences before it that a statement may lean on, nearest first; none where nothing in it points back. */
export const leantOn = rememberedIn((view: StatementView, knowledge: Knowledge): readonly StatementView[] =>
  view.leansBack || POINTS_BACK.test(view.text) ? before(view, knowledge) : [],
);

/** The sentences before it under the same heading, nearest first. */
export function before(view: StatementView, knowledge: Knowledge): StatementView[] {
  const found: StatementView[] = [];
  let one = previous(view, knowledge);
  while (one && found.length < SENTENCES_BACK) {
    found.push(one);
    one = previous(one, knowledge);
  }
  return found;
}

/** Who wrote it speaks of themselves, outside of quotes. */
export function isFirstPerson(text: string): boolean {
  return FIRST_PERSON.test(text.replace(/[“"][^”"]*[”"]/g, ''));
}

/** A subject that only points back, at what the sentence before was about: "it", "this", "the work". */
export function pointsAtSubject(stretch: Stretch | undefined, view: StatementView): boolean {
  return (
    stretch !== undefined &&
    /^\W*(?:it|they|this|these|that|those)\W*$/i.test(view.text.slice(stretch.start, stretch.end))
  );
}

/** The subject of a clause before it in the same sentence, for which a pronoun in its place stands; undefined where there is none. */
export function subjectMeant(stretch: Stretch | undefined, view: StatementView): Stretch | undefined {
  if (!stretch || !/^\W*(?:it|they)\W*$/i.test(view.text.slice(stretch.start, stretch.end))) return undefined;
  const many = /they/i.test(view.text.slice(stretch.start, stretch.end));
  let found: Stretch | undefined;
  for (const [i, one] of predicatesOf(view).entries()) {
    if (!one.finite || (view.tokens[one.main]?.end ?? 0) > stretch.start) continue;
    const roles = rolesIn(view, i);
    const subject = one.passive ? roles.others[0] : roles.agent;
    const words = subject && view.text.slice(subject.start, subject.end);
    // ", the builder says;" tells only whose words these are.
    const isTag = /^(?:say|tell|add|argue|think|believe|warn|write)$/.test(one.base);
    if (isTag && /^[,;.]/.test(view.text.slice(view.tokens[one.main]?.end ?? 0))) continue;
    if (!words || pointsAtSubject(subject, view)) continue;
    // One thing is not "they", and several are not "it".
    const head = words.split(/,| (?:of|with|for|in|on|at|from|to|by|between|about)\b/)[0] ?? '';
    const last = /(\p{L}+)\W*$/u.exec(head)?.[1] ?? '';
    const verb = view.tokens[one.first]?.word ?? '';
    const plural = /^(?:are|were|have|do)$/.test(verb) || (/[^s]s$/.test(last) && !/^(?:is|was|has|does)$/.test(verb));
    if (many ? plural || /\band\b/.test(words) : !plural) found = subject;
  }
  return found;
}

/** The subject of the sentence before it, where there is one. */
export function subjectBefore(
  view: StatementView,
  knowledge: Knowledge,
): { readonly view: StatementView; readonly stretch: Stretch } | undefined {
  const before = previous(view, knowledge);
  if (!before) return undefined;
  const predicates = predicatesOf(before);
  const roles = rolesIn(before, 0);
  const stretch = predicates[0]?.passive ? roles.others[0] : roles.agent;
  return stretch && { view: before, stretch };
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
  // "The Commission" for "the European Commission": a name is known by each of its words.
  const parts = view.tokens
    .filter(
      (token, i) =>
        !token.stop &&
        inStretch(token.start, stretch) &&
        (view.names.some((name) => name.first <= i && i < name.last) ||
          view.concepts.some((c) => c.first <= i && i < c.last && NAMED.test(lexicon.concept(c.key)?.kind ?? ''))),
    )
    .map(({ stem }) => stem);
  if (own.length > 0) return { keys: [...own, ...parts], explicit: true };
  if (isFirstPerson(words)) {
    const publisher = knowledge.publisher(view.statement);
    return publisher && { keys: [...publisher.terms.keys()], explicit: false };
  }
  const house = houseMeant(words, before(view, knowledge), knowledge);
  if (house) return { keys: house, explicit: true };
  if (AUTHORITY.test(words)) {
    // "The agency": the authority that was named last.
    for (const one of leantOn(view, knowledge)) {
      const key = nameKeys(one, lexicon).find(
        ({ key: name, at }) =>
          lexicon.concept(name)?.kind === 'authority' ||
          AUTHORITY_NAME.test(one.names.find((span) => span.start <= at && at < span.end)?.text ?? ''),
      );
      if (key) return { keys: [key.key], explicit: false };
    }
    return undefined;
  }
  if (
    !/\b(?:it|they|he|she)\b|\bthe (?:company|group|firm|maker|start-?up|operator|airline|carrier|bank|drugmaker)\b/i.test(
      words,
    )
  )
    return undefined;
  if (/\b(?:he|she)\b/i.test(words)) {
    for (const one of [view, ...leantOn(view, knowledge)]) {
      const person = one.names
        .filter((name) => (one !== view || name.end <= stretch.start) && isPerson(name, one, knowledge))
        .at(-1);
      if (person)
        return {
          keys: nameKeys(one, lexicon)
            .filter(({ at }) => person.start <= at && at < person.end)
            .map(({ key }) => key),
          // "Ada Holm disagrees: she expects".
          explicit: one === view,
        };
    }
  }
  const predicates = predicatesOf(view);
  const speaker = /^\W*it\W*$/i.test(words) ? whoSaysOfItself(stretch, view, knowledge) : undefined;
  if (speaker) return { keys: speaker, explicit: false };
  // "Alder sold the yard, but it kept the ships": the subject of the clause before.
  for (const [i, one] of predicates.entries()) {
    const { agent } = rolesIn(view, i);
    // "Asked by Holm, Birch said it would wait".
    if (one.first === 0 && one.passive && !one.finite) continue;
    if (!agent || (view.tokens[one.main]?.start ?? 0) > stretch.start) break;
    const keys = nameKeys(view, lexicon).filter(({ at }) => inStretch(at, agent));
    if (keys.length > 0) return { keys: keys.map(({ key }) => key), explicit: false };
  }
  const last = previous(view, knowledge);
  if (!last) return undefined;
  const { agent, others } = rolesIn(last, 0);
  const subject = namedIn(predicatesOf(last)[0]?.passive ? others[0] : agent, last, knowledge);
  return subject && { keys: subject.keys, explicit: false };
}

/** "Alder sold the yard, and Birch said it would buy a new one": right behind the verb of speech it is the house that speaks. */
function whoSaysOfItself({ start }: Stretch, view: StatementView, knowledge: Knowledge): readonly string[] | undefined {
  const says = predicatesOf(view).findIndex(
    ({ base, main, finite }) =>
      finite &&
      SAYS.test(base) &&
      (view.tokens[main]?.end ?? 0) <= start + 1 &&
      /^ ?(?:that )?$/.test(view.text.slice(view.tokens[main]?.end ?? 0, start)),
  );
  if (says < 0) return undefined;
  const { agent } = rolesIn(view, says);
  if (view.names.some((name) => inStretch(name.start, agent) && isPerson(name, view, knowledge))) return undefined;
  const keys = nameKeys(view, knowledge.analysis.lexicon).filter(({ at }) => inStretch(at, agent));
  return keys.length > 0 ? keys.map(({ key }) => key) : undefined;
}

const SAYS = /^(?:say|announce|promise|warn|confirm|deny|argue|insist|believe|expect|admit|claim|state|explain|write)$/;
