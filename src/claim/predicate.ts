import type { Token } from '../ports.ts';
import type { TextView } from '../statement/view.ts';
import { afterPlural, isCompound, opensFigureOrName, opensObject } from './noun-or-verb.ts';
import {
  followsAdverb,
  followsThis,
  ingWithObject,
  isLedByAdverb,
  isPluralNoun,
  isPrefix,
  isUndone,
  NEVER_NOUN,
  opensSubject,
  verbBySubject,
} from './plain-forms.ts';
import { NOUN_TOO } from './plural-words.ts';
import { AUXILIARY, OPENS_OWN_CLAUSE, TAKES_CLAUSE, withoutReduced } from './reduced.ts';
import { capital, DETERMINER, has, hyphenated, wordAt } from './token-tests.ts';
import { verbOf } from './verbs.ts';

/** A verb of a sentence with its auxiliaries; all positions are those of tokens. */
export interface Predicate {
  /** Where its group begins: at the auxiliary of "would invest". */
  readonly first: number;
  /** The verb that says what is done; after a form of "be", where the complement begins. */
  readonly main: number;
  /** The verb in its base form; "be" where a complement follows. */
  readonly base: string;
  /** Who stands before it has it done to them: "was bought", "a memo reported by". */
  readonly passive: boolean;
  /** It has a subject of its own: no participle or infinitive that leans on another verb. */
  readonly finite: boolean;
}

const BE = /^(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/;
const MODAL = /^(?:will|would|can|could|may|might|must|shall|should|cannot|to)$/;
const ADVERB =
  /^(?:not|no|longer|never|also|still|already|now|then|only|just|ever|even|first|soon|again|since|long|so|far|once|therefore|meanwhile|always|instead|both|all|(?!(?:apply|supply|reply|rely|comply|multiply|fly|imply|ally)$)\p{L}+ly)$/u;
/** "plans to", "is due to": they open another verb, which says what is done. */
const OPENS_INFINITIVE =
  /^(?:plan|intend|aim|expect|hope|want|agree|begin|start|continue|need|try|seek|promise|decide|refuse|decline|propose|have|able|due|set|likely|expected|scheduled|about|ready|going|supposed|meant|slated|use|come|fail|cease|vow|pledge|offer|required|allowed|forced|obliged|bound|free|prepare)$/;
const OPENS_ING = /^(?:begin|start|stop|continue|keep|consider|cease|finish)$/;
const DETERMINER_BEFORE_ING =
  /^(?:the|a|an|its|their|his|her|our|my|your|this|that|these|those|no|any|some|each|every|same|own|such)$/;

/** The verbs of a text in order of place. */
export function findPredicates({ text, tokens }: Pick<TextView, 'text' | 'tokens'>): Predicate[] {
  const found: Predicate[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const one = predicateAt(i, text, tokens);
    if (!one || isObjectOf(found.at(-1), one, text, tokens)) continue;
    found.push(one);
    i = Math.max(i, one.base === 'be' ? one.main - 1 : one.main);
  }
  const main = withoutReduced(found, text, tokens);
  if (main.some(({ finite }) => finite)) return main;
  // "The old rule stands": where nothing else is the verb, the last word is, and else a plain form after a noun.
  const last = tokens.length - 1;
  const ends = last > 0 && tokens[last - 1]?.stop === false ? verbOf(wordAt(tokens, last)) : undefined;
  if (ends && has(ends, 'present') && !capital(text, tokens[last]) && !NOUN_TOO.test(ends.base))
    return [...found, made(last, last, ends.base, false, true)];
  const plain = tokens.findIndex(
    (token, i) => i > 0 && tokens[i - 1]?.stop === false && has(verbOf(token.word), 'base') && opensObject(i, tokens),
  );
  const base = plain < 0 ? undefined : verbOf(wordAt(tokens, plain))?.base;
  return base === undefined ? found : [...found, made(plain, plain, base, false, true)].sort((a, b) => a.main - b.main);
}

/** "It reduced severe attacks by a third": a plural right after another verb is its object. */
function isObjectOf(last: Predicate | undefined, one: Predicate, text: string, tokens: readonly Token[]): boolean {
  if (!last?.finite || one.first !== one.main || one.passive) return false;
  if (!has(verbOf(wordAt(tokens, one.main)), 'present')) return false;
  // "Thinks rents will fall": right behind a verb there is no other.
  if (one.main === last.main + 1 && text[(tokens[one.main]?.start ?? 0) - 1] === ' ' && SEES.test(last.base))
    return true;
  if (TAKES_CLAUSE.test(last.base)) return false;
  return !OPENS_OWN_CLAUSE.test(text.slice(tokens[last.main]?.end ?? 0, tokens[one.main]?.start ?? 0));
}

const SEES = /^(?:think|believe|expect|see|say|hope|fear|reckon|predict|forecast|doubt|know|find|want)$/;

function predicateAt(i: number, text: string, tokens: readonly Token[]): Predicate | undefined {
  const word = wordAt(tokens, i);
  if (AUXILIARY.test(word) && !(word === 'may' && i > 0 && capital(text, tokens[i])))
    return afterAuxiliary(i, text, tokens);
  // "A pill, known as BX-4" names it, and opens no clause.
  if (
    /^(?:known|called|dubbed|named)$/.test(word) &&
    /^(?: as)? [“"]?\p{Lu}(?!\S*(?: \p{Lu}\S*)*[’']s \p{Ll})/u.test(text.slice(tokens[i]?.end ?? 0))
  )
    return undefined;
  const verb = (capital(text, tokens[i]) && i > 0) || isUndone(word) ? undefined : verbOf(word);
  const shown = verb ? undefined : verbBySubject(i, text, tokens);
  if (shown !== undefined) return made(i, i, shown, false, true);
  if (!verb) return undefined;
  const lead = isPrefix(i - 1, text, tokens) ? i - 1 : i;
  const before = wordAt(tokens, lead - 1);
  // "Got hurt" is "was hurt".
  const done = verbOf(wordAt(tokens, i + 1));
  if (
    /^(?:gets?|got)$/.test(word) &&
    done &&
    has(done, 'participle') &&
    !has(done, 'ing') &&
    tokens[i + 2]?.stop !== false
  )
    return made(i, i + 1, done.base, true, true);
  if (before === 'to' && has(verb, 'base')) return made(i, i, verb.base, false, false);
  // "Lets it walk away", "made the yard close".
  const lets =
    /\b(?:lets?|letting|helps?|helped|helping) (?:(?:it|them|him|her|us)|\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)?|(?:the|its|their|other|any|all) [\p{L} ]{3,20}) $/u;
  if (has(verb, 'base') && lets.test(text.slice(0, tokens[i]?.start ?? 0))) return made(i, i, verb.base, false, true);
  // After a name or a noun it is one itself: "the firm's offering".
  if (
    has(verb, 'ing') &&
    (tokens[lead - 1]?.stop === true ||
      verbOf(before) !== undefined ||
      /[,;:—(]\s*$/.test(text.slice(0, tokens[lead]?.start ?? 0))) &&
    !DETERMINER_BEFORE_ING.test(before)
  )
    return made(i, i, verb.base, false, false);
  if (has(verb, 'past', 'participle')) {
    // A word in "-ed" that is no known verb is one only where no noun follows: "tiered royalties"; and "cost", "cut" and
    // "put" are nouns and plain forms too.
    if (verb.base === word && BE_OR_HAS.test(wordAt(tokens, i + 1))) return undefined;
    if (verb.base === word && tokens[i + 1]?.stop === false && !opensFigureOrName(i, text, tokens)) return undefined;
    // "Signed in June, the contract runs for six years".
    if (
      i === 0 &&
      has(verb, 'participle') &&
      !has(verb, 'base') &&
      OPENS_SENTENCE.test(text.slice(tokens[0]?.end ?? 0))
    )
      return made(i, i, verb.base, true, false);
    if (i === 0 || (DETERMINER.test(before) && before !== 'that' && before !== 'this') || hyphenated(text, tokens, i))
      return undefined;
    // "A memo reported by", "with a million paid upfront".
    const words = text.slice(Math.max(0, (tokens[i]?.start ?? 0) - 40), tokens[i]?.start ?? 0);
    const passive =
      // "Fell by 17 percent": it was done by nobody.
      (has(verb, 'participle') &&
        /^ by (?!(?:about |around |nearly |some |more than |less than |up to |another )?[$€£¥]?\d|(?:a|one|two) \p{L}+ (?:percent|points?)|half)/iu.test(
          text.slice(tokens[i]?.end ?? 0),
        )) ||
      (has(verb, 'participle') &&
        /\bwith (?:[$€£¥]?\d|an? |the )[^,;:.]*$/i.test(words.replace(/(?<=\d)[.,](?=\d)/g, '')));
    return passive ? made(i, i, verb.base, true, false) : opened(i, i, verb.base, text, tokens);
  }
  if (
    has(verb, 'present') &&
    i > 0 &&
    // "The company that holds it": no plural follows "that".
    (before === 'that' || followsThis(i, tokens) || !DETERMINER.test(before)) &&
    !opensSubject(i, text, tokens) &&
    !hyphenated(text, tokens, i) &&
    !isCompound(i, text, tokens) &&
    !isPluralNoun(i, text, tokens) &&
    (opensObject(i, tokens) || isLedByAdverb(i, tokens) || (i === tokens.length - 1 && BEFORE_LAST.test(before)))
  )
    return opened(i, i, verb.base, text, tokens);
  if (has(verb, 'base') && i > 0 && (NEVER_NOUN.test(word) || followsAdverb(i, text, tokens)))
    return opened(i, i, verb.base, text, tokens);
  if (
    has(verb, 'base') &&
    (/^(?:they|we|i|you|who|which|that|and|companies|firms)$/.test(before) || afterPlural(i, text, tokens)) &&
    opensObject(i, tokens)
  )
    return opened(i, i, verb.base, text, tokens);
  return undefined;
}

const OPENS_SENTENCE = /^ (?:by|in|on|at|from|for|with|under|into|between|near) [^,;.]{3,60}, (?!and\b|or\b)\p{L}/u;

/** "The main cost is", "a cut was": what is, was or has is a noun. */
const BE_OR_HAS = /^(?:is|are|was|were|has|have|had)$/;

/** "The pact still stands": what follows these at the end is a verb. */
const BEFORE_LAST = /^(?:still|also|now|already|never|longer|only|even|again)$/;

function afterAuxiliary(first: number, text: string, tokens: readonly Token[]): Predicate {
  let i = first;
  let be = false;
  let last = wordAt(tokens, first);
  for (; i < tokens.length; i += 1) {
    const word = wordAt(tokens, i);
    if (AUXILIARY.test(word)) {
      be = BE.test(word);
      last = word;
    } else if (ADVERB.test(word)) continue;
    else if (
      /^(?:able|due|set|likely|expected|scheduled|about|ready|going|supposed|meant|slated|required|allowed|forced|obliged|bound|free)$/.test(
        word,
      ) &&
      wordAt(tokens, i + 1) === 'to'
    ) {
      i += 1;
      be = false;
    } else if (word === 'to' && (!be || has(verbOf(wordAt(tokens, i + 1)), 'base'))) {
      be = false;
      last = word;
    } else break;
  }
  if (isPrefix(i, text, tokens)) i += 1;
  const verb = isUndone(wordAt(tokens, i)) ? undefined : verbOf(wordAt(tokens, i));
  const doing = be ? ingWithObject(i, tokens) : undefined;
  if (doing !== undefined) return made(first, i, doing, false, true);
  // "Is managing director", "is acting head": a title.
  const title = /^(?:managing|acting|founding|operating)$/.test(wordAt(tokens, i)) && tokens[i + 1]?.stop === false;
  if (
    verb &&
    !(be && title) &&
    (be ? has(verb, 'participle', 'ing') : has(verb, 'base', 'participle', 'past')) &&
    !/^(?:a|an|the)$/.test(last)
  ) {
    const passive = be && has(verb, 'participle') && !verb.forms.has('ing');
    return { ...opened(first, i, verb.base, text, tokens), ...(passive && { passive }) };
  }
  // After a modal stands a verb, known or not; and so it does after "does not".
  const denied =
    DENIED_DO.test(last) || (/^d(?:o|id|oes)$/.test(last) && /^(?:not|never)$/.test(wordAt(tokens, first + 1)));
  if (!be && (MODAL.test(last) || denied) && i < tokens.length)
    return opened(first, i, wordAt(tokens, i), text, tokens);
  if (be) return made(first, Math.min(i, tokens.length - 1), 'be', false, true);
  const base = verbOf(last)?.base ?? last;
  return made(first, first, base, false, true);
}

const DENIED_DO = /^(?:do|did|does)n['’]t$/;

/** "plans to buy" says what is bought. */
function opened(first: number, main: number, base: string, text: string, tokens: readonly Token[]): Predicate {
  let j = main + 1;
  while (ADVERB.test(wordAt(tokens, j))) j += 1;
  const next = wordAt(tokens, j);
  if (OPENS_INFINITIVE.test(base) && next === 'to') {
    let k = j + 1;
    while (ADVERB.test(wordAt(tokens, k)) || /^be$/.test(wordAt(tokens, k))) k += 1;
    const inner = verbOf(wordAt(tokens, k));
    // "Came to Harby": a name is no verb.
    if (capital(text, tokens[k])) return made(first, main, base, false, true);
    // "Ceased to be the owner".
    if (wordAt(tokens, k - 1) === 'be' && !has(inner, 'participle', 'ing')) return made(first, k, 'be', false, true);
    if (k < tokens.length)
      return made(
        first,
        k,
        inner?.base ?? wordAt(tokens, k),
        wordAt(tokens, k - 1) === 'be' && has(inner, 'participle'),
        true,
      );
  }
  const inner = verbOf(next);
  if (OPENS_ING.test(base) && has(inner, 'ing') && inner) return made(first, j, inner.base, false, true);
  return made(first, main, base, false, true);
}

function made(first: number, main: number, base: string, passive: boolean, finite: boolean): Predicate {
  return { first, main, base, passive, finite };
}

const PARTICLE = /^(?:up|over|out|off|back|down|on|away)$/;

/** "Give up" says something else than "give". */
export function withParticle({ base, main }: Predicate, tokens: readonly Token[]): string {
  const next = wordAt(tokens, main + 1);
  return PARTICLE.test(next) ? `${base} ${next}` : base;
}
