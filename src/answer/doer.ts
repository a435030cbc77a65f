import type { Need, Question } from '../question/question.ts';
import { remembered } from '../remembered.ts';
import type { StatementView } from '../statement/view.ts';
import type { Candidate } from './rank.ts';

/** What takes the first place must be nearly as good as what had it. */
const NEARLY_AS_GOOD = 0.7;
const COVERS_AS_MUCH = 0.65;
/** Below this a word is no other one for the verb, and a name no other one for whoever does it. */
const SAYS_VERB = 0.5;
const SAME_VERB = 0.85;
const SAYS_WHO = 0.55;
/** So far who does it is named around a sentence that says "it" or "the firm". */
const MEANT = 0.2;

/** "What did Holm keep?", "What did the union call the deal?": who does it stands between the auxiliary and the verb. */
const ASKS_DEED = () =>
  /^\W*(?:[Aa]nd |[Ss]o |[Bb]ut )?[Ww]hat (?:else )?(?:did|does|do|has|have|had) ((?:the )?\p{L}[\p{L}\d&'’-]*(?: \p{Lu}[\p{L}\d&'’-]*)*) (\p{Ll}[\p{L}-]+)(?=\W*$| \p{Lu}| (?:the|an?|its|their|his|her|this|that|to|on|in|for|from|about|of|by|with|at|under|after|before|over|out|up|off|as|than|when|if|now|back)\b)/u;

interface Deed {
  readonly who: Need;
  /** Undefined for "get", which is too light to be a need. */
  readonly verb: Need | undefined;
  readonly at: number;
}

const GET = /^get$/;
const GETS = /^(?:gets?|got|receiv(?:es?|ed)|gain(?:s|ed)?|wins?|won|obtain(?:s|ed)?)$/;

const deedAsked = remembered(({ text, kind, needs }: Question): Deed | undefined => {
  const asked = kind === 'open' || kind === 'comparison' || kind === 'list' ? ASKS_DEED().exec(text) : null;
  if (!asked) return undefined;
  const [, who = '', verb = ''] = asked;
  const at = needs.findIndex((need) => !need.inherited && who.toLowerCase().includes(need.word.toLowerCase()));
  const subject = needs[at];
  if (!subject || subject.unknown) return undefined;
  const told = needs.find((need) => !need.name && !need.inherited && opens(need.word, verb));
  return (told && !told.unknown) || GET.test(verb) ? { who: subject, verb: told, at } : undefined;
});

/** "Gave up" begins with the verb "gave". */
function opens(word: string, verb: string): boolean {
  return word.toLowerCase().split(' ')[0] === verb.toLowerCase();
}

/** What says that the one asked about does it, where the best says so of somebody else; first in the very verb. */
export function doneByWhoIsAsked(question: Question, ranked: readonly Candidate[]): Candidate | undefined {
  const deed = deedAsked(question);
  const [best] = ranked;
  if (!deed || !best || doesIt(deed, best, SAYS_VERB)) return undefined;
  const able = ranked.filter(
    (one) =>
      one.score >= best.score * NEARLY_AS_GOOD &&
      one.match.coverage >= best.match.coverage * (deed.verb ? COVERS_AS_MUCH : 1) &&
      !one.view.past &&
      one.features.opposed === 0,
  );
  return able.find((one) => doesIt(deed, one, SAME_VERB)) ?? able.find((one) => doesIt(deed, one, SAYS_VERB));
}

function placesOf({ alternatives }: Need, least: number, { terms }: StatementView): number[] {
  return [...alternatives].flatMap(([key, s]) => (s >= least ? (terms.get(key)?.at ?? []) : []));
}

/** May stand between who does something and the verb. */
const BETWEEN = () =>
  /^(?:has|have|had|will|would|can|could|may|might|must|shall|should|is|are|was|were|to|also|still|now|not|never|only|then|thus|even|both|once|again|instead|therefore|meanwhile|already|\p{L}+ly)$/u;
const RELATIVE = /^(?:which|who|that)$/;
/** A verb that goes on with another subject's: "..., keeps the quay and runs it". */
const JOINED = /(?:,|\band|\bbut|\bor)\s*$/i;
/** What a clause of its own begins after. */
const OPENS_CLAUSE = () =>
  /[;:—–]\s|\b(?:that|said|says|because|although|while|whereas|if|when|where|since|as|whether|so|than|but)\b|, (?:and )?(?=(?:the |its |their )?[\p{L}’'-]+ (?:has|have|is|are|was|were|will|would)\b)/giu;
const PASSIVE = () =>
  /\b(?:is|are|was|were|be|been|being)(?: (?:not|never|also|still|only|now|then|once|again|already|\p{L}+ly))* $/u;
const PRONOUN = /^(?:it|they|he|she|we)$/;

function doesIt({ who, verb, at }: Deed, { view, match }: Candidate, least: number): boolean {
  // What may come to be so is not what was done.
  if (view.statement.kind === 'forecast') return false;
  const { tokens, text } = view;
  const subjects = new Set(placesOf(who, SAYS_WHO, view));
  const named = (i: number) =>
    subjects.has(i) || view.names.some(({ first, last }) => i >= first && i < last && rangeHas(subjects, first, last));
  const meant = (match.met[at] ?? 0) >= MEANT;
  const places = verb ? placesOf(verb, least, view) : tokens.flatMap(({ word }, i) => (GETS.test(word) ? [i] : []));
  return places.some((place) => {
    // "Keep asking" keeps nothing.
    if (/^\p{Ll}{3,}ing$/u.test(tokens[place + 1]?.word ?? '')) return false;
    let i = place - 1;
    while (i >= 0 && BETWEEN().test(tokens[i]?.word ?? '')) i -= 1;
    const before = tokens[i];
    const verbAt = tokens[i + 1]?.start ?? 0;
    if (!before) return false;
    // "It was kept" keeps nothing.
    if (PASSIVE().test(text.slice(before.end, tokens[place]?.start)) && !/ing$/.test(tokens[place]?.word ?? ''))
      return false;
    const gap = text.slice(before.end, verbAt);
    if (/[.;:]/.test(gap)) return false;
    if (RELATIVE.test(before.word)) return named(i - 1);
    if (JOINED.test(text.slice(0, verbAt))) {
      const start = clauseStart(text, verbAt);
      const opening = tokens.findIndex((token) => token.start >= start);
      const first = view.names.find((name) => name.first >= opening && name.first < i + 1);
      if (first) return rangeHas(subjects, first.first, first.last) || named(first.first);
      return meant && PRONOUN.test(tokens[opening]?.word ?? '');
    }
    if (named(i)) return true;
    if (PRONOUN.test(before.word)) return meant;
    // "The cooperative keeps": it was named before.
    return meant && subjects.size === 0 && tokens[i - 1]?.word === 'the' && !before.stop;
  });
}

function rangeHas(places: ReadonlySet<number>, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (places.has(i)) return true;
  return false;
}

function clauseStart(text: string, end: number): number {
  let start = 0;
  for (const match of text.slice(0, end).matchAll(OPENS_CLAUSE())) {
    const next = match.index + match[0].length;
    if (next < text.slice(0, end).trimEnd().length) start = next;
  }
  return start;
}
