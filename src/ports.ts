/** What the core asks of the index. Each port has one contract suite in `tests/contracts`. */

/** One word of a text as the search sees it. */
export interface Token {
  /** The stem under which it is indexed. */
  readonly stem: string;
  /** The word in lower case, as written otherwise. */
  readonly word: string;
  /** Offsets in the text that was analysed. */
  readonly start: number;
  readonly end: number;
  /** A function word: never searched for. */
  readonly stop: boolean;
}

export interface PassageHit {
  /** `Passage.index`. */
  readonly passage: number;
  /** BM25-like, comparable within one query alone. */
  readonly score: number;
}

export interface PassageSearch {
  /**
   * The passages that match best, best first; ties in order of passage index.
   * `query` is plain words, never a query language. `limit` is at least 1.
   */
  search(query: string, limit: number): readonly PassageHit[];
}

export type ConceptKind = 'company' | 'product' | 'person' | 'role' | 'authority' | 'place' | 'term';

export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** The concept that owns or holds this one. */
  readonly partOf?: string;
}

/** A concept or a phrase found in a run of tokens, from token `first` up to but not including `last`. */
export interface TermSpan {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** A term that may stand for another, and how nearly it says the same (0 to 1). */
export interface Synonym {
  readonly key: string;
  readonly strength: number;
}

/**
 * What words of the field mean the same. Keys of terms: a stem ("exclus"), stems joined by a space for a phrase
 * ("kick off"), `@id` for a concept ("@ferry").
 */
export interface Lexicon {
  /** The concepts named, longest name first, none overlapping another. Keys are `@id`. */
  concepts(text: string, tokens: readonly Token[]): readonly TermSpan[];
  concept(key: string): Concept | undefined;
  /** Keys of the concepts that are part of this one. */
  parts(key: string): readonly string[];
  /** Phrases of the synonyms that occur. */
  phrases(tokens: readonly Token[]): readonly TermSpan[];
  synonyms(key: string): readonly Synonym[];
  /** What a unit measures ("power", "length"), by its name in lower case and singular; undefined for a noun that is no unit. */
  measures(unit: string): string | undefined;
  /** Keys of terms that say the opposite. */
  opposites(key: string): readonly string[];
  /** For whom a digest can be written; the first one is for all. */
  readonly audiences: readonly Audience[];
  /** What only certain words tell. */
  readonly relations: readonly Relation[];
}

/**
 * Something that is asked of people and things, and the words without which a sentence does not tell it. In each phrase
 * `*` stands for the rest of a word, `...` for up to sixty characters, `#` for a digit, and `(a|b)` for either.
 */
export interface Relation {
  readonly of: string;
  /** One of these asks for it. */
  readonly asks: readonly string[];
  /** Where one of these is said too, something else is asked for. */
  readonly unless?: readonly string[];
  /** One of each row tells it. */
  readonly tells: readonly (readonly string[])[];
  /** These do not, though there is such a word in them: "built in" tells no builder. */
  readonly not?: readonly string[];
  /** It must be told of whoever the question names, and not of somebody else. */
  readonly ofNamed?: boolean;
}

/** A sort of readers. Words are as they are written, singular. */
export interface Audience {
  readonly name: string;
  /** How it is called where people choose: "Buyers". */
  readonly label: string;
  /** Words by which advice is addressed to it: "For enterprise buyers: ..." */
  readonly called: readonly string[];
  /** Words of what concerns it more than others. */
  readonly concerns: readonly string[];
}

/** How texts become terms: one way for questions and statements. */
export interface Analysis {
  analyze(text: string): readonly Token[];
  readonly lexicon: Lexicon;
}
