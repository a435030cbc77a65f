import type { Statement } from '../model.ts';
import type { Analysis, TermSpan, Token } from '../ports.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { findNames, type NameSpan } from './names.ts';
import { isHypothetical, type TurnCue, tellsPastState, turnsOf } from './state.ts';
import { readWords, type Words } from './words.ts';

export interface TermPlace {
  /** 1 for a word of its own, less for one that is only part of a name or a role ("revenue" in "revenue chief"). */
  readonly strength: number;
  /** Token positions, ascending. */
  readonly at: readonly number[];
}

/** A text in the form in which it is compared with a question. */
export interface TextView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlyMap<string, TermPlace>;
  readonly concepts: readonly TermSpan[];
}

/** What is found in a statement beside its words. */
export interface Findings {
  readonly names: readonly NameSpan[];
  readonly amounts: readonly Amount[];
  /** It leans on the sentence before it: "They said ...", "That is why ...". */
  readonly leansBack: boolean;
  /** What it says to have ended, changed or passed to another. */
  readonly turns: readonly TurnCue[];
  /** It tells of a state that it itself calls past. */
  readonly past: boolean;
  readonly hypothetical: boolean;
}

export interface StatementView extends TextView, Findings {
  readonly statement: Statement;
}

/** "On that day it launched ...": a pronoun stands where the first name would. */
const PRONOUN_FIRST =
  /^(?:(?:On|In|At|By|Since|After|Before|Last|This|That|Until|For|From|During|Then|Now|Two|Three|A|One)\b[^.;:]{0,45}?,?\s+)?(?:it|they|he|she)\s/i;

/** A function word that may be the whole point: "the only company allowed to ...". */
export const SOLE = 'only';
/** Words that are part of a longer name count for little by themselves. */
const INSIDE_A_NAME = 0.4;
const FIRST_OF_A_NAME = 0.9;
const LEANS_BACK = () =>
  /^(?:And |But |So |Yet |Even |Basically, |However, |In response, )?(?:They|He|She|It|This|That|These|Those|Its|Their|His|Her|Both|Each|Neither|By then|There|The same|Such|(?:\p{Lu}\p{Ll}+ )?[Ee]xamples (?:are|include))\b/u;
/** "The plant will ...", "The new line is ...": what it is has been said before. */
const DEFINITE_FIRST = () =>
  /^(?:And |But |So |Yet |Even )?The (?:(?:new|old|first|second|third|whole|other) )?\p{Ll}+\b(?! of\b)/u;

/** "It used to be one" tells of no use; "the crane is used to lift them" does. */
function isUsedTo(i: number, tokens: readonly Token[]): boolean {
  return (
    tokens[i]?.word === 'used' &&
    tokens[i + 1]?.word === 'to' &&
    (STATE_OF_OLD.test(tokens[i + 2]?.word ?? '') || PRONOUN.test(tokens[i - 1]?.word ?? ''))
  );
}
const STATE_OF_OLD = /^(?:be|have|belong|cost|mean|own|live|stand|last)$/;
const PRONOUN = /^(?:it|they|he|she|we|there|who)$/;

/** A text with its terms and the concepts in it. */
export function viewText(text: string, analysis: Analysis): TextView {
  return viewWords(text, readWords(text, analysis), analysis);
}

function viewWords(text: string, { tokens, concepts, phrases }: Words, { lexicon }: Analysis): TextView {
  const terms = new Map<string, { strength: number; at: number[] }>();
  const add = (key: string, at: number, strength: number) => {
    const place = terms.get(key);
    if (!place) terms.set(key, { strength, at: [at] });
    else {
      place.strength = Math.max(place.strength, strength);
      place.at.push(at);
    }
  };
  const inside = new Map<number, number>();
  for (const { key, first, last } of concepts) {
    add(key, first, 1);
    if (last - first < 2) continue;
    for (let i = first; i < last; i += 1) inside.set(i, INSIDE_A_NAME);
    // A company or a product often goes by the first word of its name; a role never does.
    if (lexicon.concept(key)?.kind !== 'role') inside.set(first, FIRST_OF_A_NAME);
  }
  for (const [i, token] of tokens.entries())
    if ((!token.stop || token.word === SOLE) && !isUsedTo(i, tokens)) add(token.stem, i, inside.get(i) ?? 1);
  for (const { key, first } of phrases) add(key, first, 1);
  return { text, tokens, terms, concepts };
}

/**
 * A statement with all that is compared of it; `isName` says whether a word, in lower case, is a name in the corpus.
 */
export function viewStatement(
  statement: Statement,
  analysis: Analysis,
  isName: (word: string) => boolean,
): StatementView {
  const view = viewText(statement.quote, analysis);
  const known = (word: string) =>
    isName(word) ||
    view.concepts.some((c) => view.tokens[c.first]?.word === word && analysis.lexicon.concept(c.key)?.kind !== 'term');
  const names = findNames(statement.quote, view.tokens, known);
  return {
    ...view,
    statement,
    names,
    amounts: findAmounts(statement.quote),
    leansBack:
      LEANS_BACK().test(statement.quote) ||
      DEFINITE_FIRST().test(statement.quote) ||
      pronounComesFirst(statement.quote, names),
    turns: turnsOf(statement.quote),
    past: tellsPastState(statement.quote),
    hypothetical: isHypothetical(statement.quote) || statement.kind === 'advice',
  };
}

/** The view of a statement in which all this was found before; `wordsOf` is called when its words are first asked for. */
export function restoreView(
  statement: Statement,
  analysis: Analysis,
  found: Findings,
  wordsOf: () => Words,
): StatementView {
  let read: TextView | undefined;
  const words = () => {
    read ??= viewWords(statement.quote, wordsOf(), analysis);
    return read;
  };
  return {
    statement,
    text: statement.quote,
    ...found,
    get tokens() {
      return words().tokens;
    },
    get terms() {
      return words().terms;
    },
    get concepts() {
      return words().concepts;
    },
  };
}

function pronounComesFirst(quote: string, names: readonly NameSpan[]): boolean {
  const pronoun = PRONOUN_FIRST.exec(quote);
  return pronoun !== null && !names.some((name) => name.start < pronoun[0].length);
}
