import type { Statement } from '../model.ts';
import type { Analysis, TermSpan, Token } from '../ports.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { findNames, type NameSpan } from './names.ts';
import { isHypothetical, type TurnCue, tellsPastState, turnsOf } from './state.ts';

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
const LEANS_BACK =
  /^(?:And |But |So |Yet |Even |Basically, |However, |In response, )?(?:They|He|She|It|This|That|These|Those|Its|Their|His|Her|Both|Each|Neither|By then|There|The same|Such)\b/;
/** "The plant will ...", "The new line is ...": what it is has been said before. */
const DEFINITE_FIRST =
  /^(?:And |But |So |Yet |Even )?The (?:(?:new|old|first|second|third|whole|other) )?\p{Ll}+\b(?! of\b)/u;

export function viewText(text: string, { analyze, lexicon }: Analysis): TextView {
  const tokens = analyze(text);
  const terms = new Map<string, { strength: number; at: number[] }>();
  const add = (key: string, at: number, strength: number) => {
    const place = terms.get(key);
    if (!place) terms.set(key, { strength, at: [at] });
    else {
      place.strength = Math.max(place.strength, strength);
      place.at.push(at);
    }
  };
  const concepts = lexicon.concepts(text, tokens);
  const inside = new Map<number, number>();
  for (const { key, first, last } of concepts) {
    add(key, first, 1);
    if (last - first < 2) continue;
    for (let i = first; i < last; i += 1) inside.set(i, INSIDE_A_NAME);
    // A company or a product often goes by the first word of its name; a role never does.
    if (lexicon.concept(key)?.kind !== 'role') inside.set(first, FIRST_OF_A_NAME);
  }
  for (const [i, token] of tokens.entries())
    if (!token.stop || token.word === SOLE) add(token.stem, i, inside.get(i) ?? 1);
  for (const { key, first } of lexicon.phrases(tokens)) add(key, first, 1);
  return { text, tokens, terms, concepts };
}

/** A statement as it is compared. What stands in it is found when it is first asked for, where it was not `found` before. */
export function viewStatement(
  statement: Statement,
  analysis: Analysis,
  isName: (word: string) => boolean,
  found?: Findings,
): StatementView {
  return new LazyView(statement, analysis, isName, found);
}

class LazyView implements StatementView {
  readonly statement: Statement;
  readonly text: string;
  readonly #analysis: Analysis;
  readonly #isName: (word: string) => boolean;
  #view: TextView | undefined;
  #names: Findings['names'] | undefined;
  #amounts: Findings['amounts'] | undefined;
  #leansBack: boolean | undefined;
  #turns: Findings['turns'] | undefined;
  #past: boolean | undefined;
  #hypothetical: boolean | undefined;

  constructor(statement: Statement, analysis: Analysis, isName: (word: string) => boolean, found?: Findings) {
    this.statement = statement;
    this.text = statement.quote;
    this.#analysis = analysis;
    this.#isName = isName;
    this.#names = found?.names;
    this.#amounts = found?.amounts;
    this.#leansBack = found?.leansBack;
    this.#turns = found?.turns;
    this.#past = found?.past;
    this.#hypothetical = found?.hypothetical;
  }

  get tokens() {
    return this.#viewed().tokens;
  }

  get terms() {
    return this.#viewed().terms;
  }

  get concepts() {
    return this.#viewed().concepts;
  }

  get names() {
    this.#names ??= findNames(this.text, this.tokens, (word) => this.#isName(word) || this.#beginsConcept(word));
    return this.#names;
  }

  get amounts() {
    this.#amounts ??= findAmounts(this.text);
    return this.#amounts;
  }

  get leansBack() {
    this.#leansBack ??=
      LEANS_BACK.test(this.text) || DEFINITE_FIRST.test(this.text) || pronounComesFirst(this.text, this.names);
    return this.#leansBack;
  }

  get turns() {
    this.#turns ??= turnsOf(this.text);
    return this.#turns;
  }

  get past() {
    this.#past ??= tellsPastState(this.text);
    return this.#past;
  }

  get hypothetical() {
    this.#hypothetical ??= isHypothetical(this.text) || this.statement.kind === 'advice';
    return this.#hypothetical;
  }

  #viewed(): TextView {
    this.#view ??= viewText(this.text, this.#analysis);
    return this.#view;
  }

  #beginsConcept(word: string): boolean {
    return this.concepts.some(
      ({ key, first }) => this.tokens[first]?.word === word && this.#analysis.lexicon.concept(key)?.kind !== 'term',
    );
  }
}

function pronounComesFirst(quote: string, names: readonly NameSpan[]): boolean {
  const pronoun = PRONOUN_FIRST.exec(quote);
  return pronoun !== null && !names.some((name) => name.start < pronoun[0].length);
}
