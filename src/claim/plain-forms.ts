import type { Token } from '../ports.ts';
import { NOUN_TOO, PLURAL_BEFORE_NOUN } from './plural-words.ts';
import { verbOf } from './verbs.ts';

/** What stands between a subject and its verb, and before no noun. */
const BEFORE_VERB =
  /^(?:already|still|never|now|only|also|always|often|seldom|ever|even|soon|again|once|then|(?!(?:early|only|daily|weekly|monthly|yearly|hourly|likely|unlikely|friendly|costly|family|supply|assembly|july)$)\p{L}{3,}ly)$/u;
const SUBJECT = /^(?:they|we|i|you|who|which|that)$/;

/** "Many bakers already sell bread": with an adverb after a plural, a plain form is the verb, whatever follows it. */
export function followsAdverb(i: number, text: string, tokens: readonly Token[]): boolean {
  let at = i - 1;
  while (at > 0 && BEFORE_VERB.test(tokens[at]?.word ?? '')) at -= 1;
  const token = tokens[at];
  if (at === i - 1 || !token || /[,;:]/.test(text.slice(token.end, tokens[i]?.start ?? 0))) return false;
  if (SUBJECT.test(token.word)) return true;
  return !token.stop && /[^s'’]s$/.test(token.word) && !PLURAL_BEFORE_NOUN.test(token.word);
}

/** "Presence often means": what follows a noun and such an adverb is a verb, whatever comes behind. */
export function isLedByAdverb(i: number, tokens: readonly Token[]): boolean {
  return BEFORE_VERB.test(tokens[i - 1]?.word ?? '') && tokens[i - 2]?.stop === false;
}

/** "The quay's partners", "partners often negotiate": a plural that belongs to somebody, or has a verb of its own behind an adverb, is none. */
export function isPluralNoun(i: number, text: string, tokens: readonly Token[]): boolean {
  if (/^[’']s? $/.test(text.slice(tokens[i - 1]?.end ?? 0, tokens[i]?.start ?? 0))) return true;
  let at = i + 1;
  while (BEFORE_VERB.test(tokens[at]?.word ?? '')) at += 1;
  const word = tokens[at]?.word ?? '';
  return at > i + 1 && verbOf(word)?.forms.has('base') === true && !NOUN_TOO.test(word) && opensPhrase(tokens[at + 1]);
}

/** Behind a plain form an object or a preposition follows, or another noun. */
function opensPhrase(next: Token | undefined): boolean {
  return next !== undefined && !/^(?:and|or|of|is|are|was|were|has|have|had|will)$/.test(next.word);
}

/** "However, reports from May show": what follows such an opening begins the subject, and is no verb. */
export function opensSubject(i: number, text: string, tokens: readonly Token[]): boolean {
  return /^(?:\p{L}+|(?:In|On|At|By|After|Since|During|From|For|Under|Until|Before) [^,;:]{2,40}), $/u.test(
    text.slice(0, tokens[i]?.start ?? 0),
  );
}

const ONE_SUBJECT = /^(?:it|he|she|this|which|who|that)$/;
const OPENS_OBJECT = /^(?:the|a|an|its|their|his|her|our|them|him|us|no|all|both|every|any|some|\d.*)$/;
/** A singular that ends so is no verb. */
const NOUN_IN_S = /(?:ss|us|is|ics|ies|news|lens|always|perhaps)$/;

/** "It also squeezes the mill": the plain form of a word in "-s" that is no verb known, where its place shows one. */
export function verbBySubject(i: number, text: string, tokens: readonly Token[]): string | undefined {
  const token = tokens[i];
  if (!token || token.stop || !/^\p{Ll}{3,}s$/u.test(text.slice(token.start, token.end)) || NOUN_IN_S.test(token.word))
    return undefined;
  let at = i - 1;
  while (at > 0 && BEFORE_VERB.test(tokens[at]?.word ?? '')) at -= 1;
  const subject = tokens[at]?.word ?? '';
  // "Said that prices": without an adverb "that" may open a clause, and "in which shops" tells of shops.
  if (!ONE_SUBJECT.test(subject) || (at === i - 1 && at > 0 && /^(?:that|which)$/.test(subject))) return undefined;
  const next = tokens[i + 1];
  const object = next && (OPENS_OBJECT.test(next.word) || /^\p{Lu}/u.test(text.slice(next.start, next.end)));
  return object ? token.word.slice(0, -1) : undefined;
}

/** "This squeezes": no plural follows "this". */
export function followsThis(i: number, tokens: readonly Token[]): boolean {
  return tokens[i - 1]?.word === 'this' && /[^s]s$/.test(tokens[i]?.word ?? '');
}

const PREFIX = /^(?:co|re|pre|de|over|out|under|mis|cross)$/;

/** "Co-develop": a part of a verb that is written apart from it by a hyphen. */
export function isPrefix(i: number, text: string, tokens: readonly Token[]): boolean {
  const token = tokens[i];
  return token !== undefined && PREFIX.test(token.word) && text[token.end] === '-';
}

/** "Is touting a plan": a word in "-ing" that is no verb known, with an object of its own. */
export function ingWithObject(i: number, tokens: readonly Token[]): string | undefined {
  const word = tokens[i]?.word ?? '';
  const next = tokens[i + 1]?.word ?? '';
  if (!/^\p{L}{3,}ing$/u.test(word) || verbOf(word) || !/^(?:the|an?|its|their|his|her|our)$/.test(next))
    return undefined;
  return word.slice(0, -'ing'.length);
}

/** "Unchanged", "unaffected": what has not been done is no verb. */
export function isUndone(word: string): boolean {
  return /^un\p{L}{3,}$/u.test(word) && verbOf(word)?.base === word && verbOf(word.slice(2))?.base !== word.slice(2);
}

/** "Fees for other stalls remain high": verbs that are never nouns, and take no object. */
export const NEVER_NOUN = /^(?:remain|become|seem|appear|belong|depend|consist)$/;
