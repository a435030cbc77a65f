/**
 * The shapes that every part shares. Offsets count UTF-16 code units in the document's own text.
 * Dates are ISO strings, as precise as is known: `2026-04-27`, `2026-04` or `2026`.
 */

/** A half-open range of offsets, `[start, end)`. */
export type Span = readonly [start: number, end: number];

export type IsoDate = string;

export type DocumentKind = 'news' | 'analysis' | 'commentary' | 'digest';

export type StatementKind = 'reported' | 'quotation' | 'definition' | 'analysis' | 'advice' | 'forecast';

/** How a fact about a document is known. */
export type KnownBy = 'front matter' | 'manifest' | 'first line' | 'opening words' | 'file name';

export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly titleKnownBy: KnownBy;
  /** Absent where the document does not state it. */
  readonly publisher?: string;
  /** The day of publication; absent where it is not stated. */
  readonly published?: IsoDate;
  /** Set with the day. Some datelines leave out the year: it is then the one that fits what else is told. */
  readonly publishedKnownBy?: 'front matter' | 'dateline' | 'dateline, its year from context';
  /** The newest past date that the text itself reports: the document cannot be older than this. */
  readonly notBefore?: IsoDate;
  readonly kind?: DocumentKind;
  readonly url?: string;
  readonly tags: readonly string[];
  readonly tickers: readonly string[];
  readonly sha256: string;
  readonly text: string;
}

export type DateOrigin =
  | 'explicit' // the words hold a full date, month or year
  | 'year from context' // "April 27": the year is that of the nearest dated statement
  | 'relative' // "a day later", resolved against the date before it
  | 'carried over' // the sentence goes on about what the one before it dated
  | 'publication'; // the document's own stated date

/** A date or period that a text speaks of. `end` is the last day of it, `start` the first. */
export interface DateMention {
  readonly span: Span;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly precision: 'day' | 'month' | 'quarter' | 'year';
  readonly origin: DateOrigin;
  /**
   * `event`: when something happened. `term`: a bound of a duration ("through 2032"). `planned`: what had not
   * happened when it was written ("will open in 2027"). Only events date a statement or a document.
   */
  readonly role: 'event' | 'term' | 'planned';
}

/** What the statement's date is, and how that is known. */
export interface StatementDate {
  readonly date: IsoDate;
  readonly precision: 'day' | 'month' | 'quarter' | 'year';
  readonly origin: DateOrigin;
}

/** One quotable sentence or list item. */
export interface Statement {
  /** Position in the corpus: documents in order of id, statements in order of text. */
  readonly index: number;
  readonly document: string;
  /** Number of the passage that holds it. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The heading that it stands under, without its marks. */
  readonly heading?: string;
  /** The label of a list item, "Compute" in "- Compute: the raw processing power". */
  readonly label?: string;
  readonly listItem: boolean;
  /** Whom the text names as its source: "(news.example)" gives `news.example`. */
  readonly attributedTo: readonly string[];
  readonly kind: StatementKind;
  readonly date?: StatementDate;
  readonly mentions: readonly DateMention[];
}

/** A retrievable stretch of a document: what the search ranks. */
export interface Passage {
  readonly index: number;
  readonly document: string;
  readonly heading?: string;
  readonly start: number;
  readonly end: number;
  /** First and one past the last statement. */
  readonly statements: readonly [number, number];
}

/** Everything that was read, before it is indexed. */
export interface Corpus {
  /** Changes exactly when a document's text or metadata does. */
  readonly version: string;
  readonly documents: readonly SourceDocument[];
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  /** The newest past date that any document reports or was published on; absent where none has a date. */
  readonly newest?: IsoDate;
}
