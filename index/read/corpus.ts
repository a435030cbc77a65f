import { bounds } from '../../src/calendar/iso.ts';
import type { Corpus, IsoDate, Passage, SourceDocument, Statement } from '../../src/model.ts';
import { loadStructureRules } from '../lexicon/field.ts';
import { datelineDays } from '../statements/dateline-year.ts';
import { type DraftDates, dateDrafts } from '../statements/dates.ts';
import { type Draft, draftStatements } from '../statements/draft.ts';
import { documentKindOf, kindOf } from '../statements/kind.ts';
import { isMeantFor } from '../statements/reference.ts';
import { tellsPast } from '../statements/tense.ts';
import { sha256 } from '../store/sha256.ts';
import { datelineOf, yearlessDatelineOf } from './dateline.ts';
import type { RawDocument } from './documents.ts';
import { findMarks } from './marks.ts';
import { type Block, readStructure, type StructureRules, splitTags, splitTickers } from './structure.ts';

/** A passage is a stretch of whole blocks under one heading, of about this many words. */
const PASSAGE_WORDS = 140;

interface Prepared {
  readonly raw: RawDocument;
  /** As its front matter or its dateline states it. */
  readonly published?: IsoDate;
  readonly publishedKnownBy?: SourceDocument['publishedKnownBy'];
  readonly blocks: readonly Block[];
  readonly drafts: readonly Draft[];
}

/** Everything that the documents say, as dated statements in passages. Pure but for the rules that it loads. */
export function readCorpus(raws: readonly RawDocument[], rules: StructureRules = loadStructureRules()): Corpus {
  const read = raws.map((raw) => {
    const blocks = withoutPromotion(readStructure(raw.text, rules));
    const published = raw.front.published ?? datelineOf(raw.text);
    const dayOfYear = published ? undefined : yearlessDatelineOf(raw.text);
    return {
      raw,
      text: raw.text,
      ...(published && { published }),
      ...(dayOfYear && { dayOfYear }),
      blocks,
      drafts: draftStatements(raw.text, blocks),
    };
  });
  const days = datelineDays(read);
  const prepared = read.map(({ raw, published, blocks, drafts }, i): Prepared => {
    const day = days[i];
    return {
      raw,
      ...(published
        ? { published, publishedKnownBy: raw.front.published ? ('front matter' as const) : ('dateline' as const) }
        : day && { published: day, publishedKnownBy: 'dateline, its year from context' as const }),
      blocks,
      drafts,
    };
  });
  const dates = dateDrafts(
    prepared.map(({ raw, published, drafts }) => ({ text: raw.text, drafts, ...(published && { published }) })),
  );
  const documents: SourceDocument[] = [];
  const statements: Statement[] = [];
  const passages: Passage[] = [];
  for (const [i, one] of prepared.entries()) {
    const document = describe(one, dates[i] ?? [], rules);
    documents.push(document);
    addStatements(one, dates[i] ?? [], document, statements, passages);
  }
  const newest = documents
    .flatMap((d) => [d.notBefore, d.published && bounds(d.published).start])
    .filter((d) => d !== undefined)
    .sort()
    .at(-1);
  const version = sha256()
    .update(JSON.stringify(documents.map((d) => [d.id, d.sha256])))
    .digest('hex')
    .slice(0, 12);
  return { version, documents, passages, statements, ...(newest && { newest }) };
}

/** A sentence or two that stand among lines of navigation at the end of a page advertise it. */
function withoutPromotion(blocks: readonly Block[]): Block[] {
  const lastNavigation = blocks.findLastIndex((block) => block.kind === 'navigation');
  const content = blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'item');
  const tail = new Set(content.length > 4 ? content.slice(-2) : []);
  return blocks.map((block, i) =>
    tail.has(block) && block.kind === 'paragraph' && blocks[i - 1]?.kind === 'navigation' && i < lastNavigation
      ? { ...block, kind: 'navigation' }
      : block,
  );
}

function describe(
  { raw, published, publishedKnownBy, blocks, drafts }: Prepared,
  dates: readonly DraftDates[],
  rules: StructureRules,
): SourceDocument {
  const { text, front } = raw;
  const titleBlock = blocks.find((b) => b.kind === 'title');
  const headings = blocks.filter((b) => b.kind === 'heading').map((b) => text.slice(b.textStart, b.end));
  const marks = findMarks(text, 0, text.length).length;
  const kind = documentKindOf(text, headings, marks);
  const lines = (which: Block['kind']) => blocks.filter((b) => b.kind === which).map((b) => text.slice(b.start, b.end));
  const reported = newestReported(text, drafts, dates);
  const opening = drafts[0] ? text.slice(...drafts[0].span) : raw.id;
  return {
    id: raw.id,
    ...(front.title
      ? { title: front.title, titleKnownBy: 'front matter' as const }
      : titleBlock
        ? { title: text.slice(titleBlock.textStart, titleBlock.end), titleKnownBy: 'first line' as const }
        : { title: openingWords(opening), titleKnownBy: 'opening words' as const }),
    ...(front.publisher && { publisher: front.publisher }),
    ...(published && { published }),
    ...(publishedKnownBy && { publishedKnownBy }),
    ...(front.url && { url: front.url }),
    ...(reported && { notBefore: reported }),
    ...(kind && { kind }),
    tags: lines('tags').flatMap(splitTags),
    tickers: lines('tickers').flatMap((line) => splitTickers(line, rules.tickers)),
    sha256: raw.sha256,
    text,
  };
}

/**
 * The newest date that a text reports as past. A day is plain; a month counts where the sentence is told in the past, a
 * year alone only where there is nothing finer: both are often what lies ahead.
 */
function newestReported(text: string, drafts: readonly Draft[], dates: readonly DraftDates[]): IsoDate | undefined {
  const events = dates.flatMap(({ mentions }, i) => {
    const draft = drafts[i];
    const sentence = draft ? text.slice(...draft.span) : '';
    const past = tellsPast(sentence);
    return mentions.filter((m) => m.role === 'event' && (m.precision === 'day' || (past && !isMeantFor(sentence, m))));
  });
  const finer = events.filter((m) => m.precision !== 'year');
  return (finer.length > 0 ? finer : events)
    .map((m) => m.start)
    .sort()
    .at(-1);
}

/** A document without a headline is shown by its first words. */
function openingWords(sentence: string): string {
  const words = sentence.split(/\s+/);
  return words.length <= 10
    ? sentence
    : `${words
        .slice(0, 10)
        .join(' ')
        .replace(/[,;:—-]+$/, '')} …`;
}

function addStatements(
  one: Prepared,
  dates: readonly DraftDates[],
  document: SourceDocument,
  statements: Statement[],
  passages: Passage[],
): void {
  const { raw, drafts } = one;
  let open: { heading?: string; first: number; words: number; block: number } | undefined;
  const close = () => {
    if (!open) return;
    const [first, last] = [statements[open.first], statements.at(-1)];
    if (first && last)
      passages.push({
        index: passages.length,
        document: document.id,
        ...(open.heading !== undefined && { heading: open.heading }),
        start: first.start,
        end: last.end,
        statements: [open.first, statements.length],
      });
    open = undefined;
  };
  for (const [i, draft] of drafts.entries()) {
    const quote = raw.text.slice(...draft.span);
    const words = quote.split(/\s+/).length;
    if (
      open &&
      (open.heading !== draft.heading ||
        (open.block !== draft.block && open.words + words > PASSAGE_WORDS) ||
        open.words > PASSAGE_WORDS * 2)
    )
      close();
    open ??= {
      ...(draft.heading !== undefined && { heading: draft.heading }),
      first: statements.length,
      words: 0,
      block: draft.block,
    };
    open.words += words;
    open.block = draft.block;
    const dated = dates[i] ?? { mentions: [] };
    statements.push({
      index: statements.length,
      document: document.id,
      passage: passages.length,
      start: draft.span[0],
      end: draft.span[1],
      quote,
      ...(draft.heading !== undefined && { heading: draft.heading }),
      ...(draft.label !== undefined && { label: draft.label }),
      listItem: draft.listItem,
      attributedTo: draft.attributedTo,
      kind: kindOf({
        quote,
        ...(draft.heading !== undefined && { heading: draft.heading }),
        ...(draft.label !== undefined && { label: draft.label }),
        listItem: draft.listItem,
        ...(document.kind && { documentKind: document.kind }),
        sourced: draft.attributedTo.length > 0 || document.publisher !== undefined,
        dated: dated.mentions.some((m) => m.role === 'event'),
      }),
      ...(dated.date && { date: dated.date }),
      mentions: dated.mentions,
    });
  }
  close();
}
