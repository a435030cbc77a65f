import type { Token } from '../ports.ts';
import type { Verb, VerbForm } from './verbs.ts';

/** Articles, small words and prepositions, after which no verb stands. */
export const DETERMINER =
  /^(?:the|a|an|its|their|his|her|our|my|your|this|that|these|those|no|any|some|each|every|of|in|on|at|for|with|from|by|into|under|about|more|most)$/;

/** Whether a verb has one of these forms. */
export const has = (verb: Verb | undefined, ...forms: VerbForm[]) =>
  verb !== undefined && forms.some((form) => verb.forms.has(form));

/** The word at a position of a text; empty outside of it. */
export function wordAt(tokens: readonly Token[], i: number): string {
  return tokens[i]?.word ?? '';
}

/** Whether it is written with a capital. */
export function capital(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.end));
}

/** Whether it is a part of a word with a hyphen. */
export function hyphenated(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && (text[token.start - 1] === '-' || text[token.end] === '-');
}
