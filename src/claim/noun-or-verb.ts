import type { Token } from '../ports.ts';
import { NEVER_NOUN } from './plain-forms.ts';
import { AFTER_VERB, NOUN_TOO, PLURAL_BEFORE_NOUN } from './plural-words.ts';
import { AUXILIARY } from './reduced.ts';
import { capital, DETERMINER, has, hyphenated, wordAt } from './token-tests.ts';
import { verbOf } from './verbs.ts';

/** "Counted 40 people", "cut Alder": no adjective stands there. */
export function opensFigureOrName(i: number, text: string, tokens: readonly Token[]): boolean {
  return /^\d/.test(wordAt(tokens, i + 1)) || capital(text, tokens[i + 1]);
}

/**
 * "About handling charges", "40 parking fines": after a word in "-ing" that itself follows a small word or a number, a
 * plural is no verb. "From 60 sets to 44": nor is it after a number that counts, as that of "Berth 2 opens" does not.
 */
export function isCompound(i: number, text: string, tokens: readonly Token[]): boolean {
  const lead = tokens[i - 2];
  if (!lead) return false;
  if (/^\d[\d,.]*$/.test(wordAt(tokens, i - 1)) && !YEAR.test(wordAt(tokens, i - 1)))
    return lead.stop ? i > 2 || lead.word !== 'the' : verbOf(lead.word) !== undefined && !capital(text, lead);
  return (
    has(verbOf(wordAt(tokens, i - 1)), 'ing') &&
    (DETERMINER.test(lead.word) || /^\d/.test(lead.word)) &&
    /^ \p{Ll}+ $/u.test(text.slice(lead.end, tokens[i]?.start ?? 0))
  );
}

const YEAR = /^(?:19|20)\d\d$/;

/** "All servers stay in Alder": a plain form after a noun in the plural. */
export function afterPlural(i: number, text: string, tokens: readonly Token[]): boolean {
  const before = wordAt(tokens, i - 1);
  return (
    tokens[i - 1]?.stop === false &&
    /[^s'’]s$/.test(before) &&
    !PLURAL_BEFORE_NOUN.test(before) &&
    !capital(text, tokens[i - 1]) &&
    !hyphenated(text, tokens, i) &&
    AFTER_VERB.test(wordAt(tokens, i + 1)) &&
    !(
      NOUN_TOO.test(wordAt(tokens, i)) &&
      /^(?:in|on|at|to|from|by|for|with|into|under|through|between|within|across|over)$/.test(wordAt(tokens, i + 1))
    )
  );
}

/** "The authority plans routes": a noun or a name in the plural is no verb where no object or adverb can follow. */
export function opensObject(i: number, tokens: readonly Token[]): boolean {
  const next = wordAt(tokens, i + 1);
  return (
    next !== '' &&
    !AUXILIARY.test(next) &&
    !NEVER_NOUN.test(next) &&
    !/^(?:and|or|of|who|which)$/.test(next) &&
    !(has(verbOf(next), 'past') && verbOf(next)?.base !== next)
  );
}
