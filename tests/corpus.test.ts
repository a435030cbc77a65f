/** The built-in corpus: that it is the one that was given, and what is read in it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../index/corpus/manifest.json' with { type: 'json' };
import { loadWeights } from '../index/lexicon/weights.ts';
import { BUILT_IN_CORPUS, openCorpus } from '../index/open.ts';
import { readCorpus } from '../index/read/corpus.ts';
import { CorpusError, readFolder } from '../index/read/documents.ts';
import { manifestOf, verifyDocuments } from '../index/read/manifest.ts';
import { makeBot } from '../src/bot.ts';
import type { Statement } from '../src/model.ts';

const opened = openCorpus();
const { documents, statements, passages, newest } = opened.corpus;

describe('the saved reading of the built-in corpus', () => {
  it('is what reading it anew gives: else run node index/corpus/write-reading.ts', () => {
    const anew = readCorpus(readFolder(BUILT_IN_CORPUS).documents);
    expect(opened.corpus).toEqual(JSON.parse(JSON.stringify(anew)));
  });
});

/** SHA-256 of the documents as they were given. */
const GIVEN: Readonly<Record<string, string>> = {
  '000_9e1ed899af22fa8f.txt': 'a02790a52afb13d2fffc8ea155fce43a8a09d44ba3b33ad80cab78c6d727e502',
  '001_82567b08de8bea44.txt': '5062e77197daf8c79ab53fb4294885f5094d3ed97152948924e614d32689e005',
  '002_52ffcf88c99ff17d.txt': 'cec8b4ab31b97f024a4443567e2e42484f18ee736c83abea1eea43fb3b2eb660',
  '003_8ff80d1ea70df3ff.txt': 'e0eb84bd12177d05317fd9307afc55327ff26b286d31c8753493e841388aa9e8',
  '004_d7e0d96dc0a5ec0d.txt': 'bf8f352456fcadb5d9922ee55e691f13683025df2a5261489394780c17d9327d',
};

function documentOf(number: string) {
  const found = documents.find(({ id }) => id.startsWith(number));
  if (!found) throw new Error(`no document ${number}`);
  return found;
}

describe('the built-in documents', () => {
  it('are those that were given, byte for byte', () => {
    const digests = Object.keys(GIVEN).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(BUILT_IN_CORPUS, file)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(digests)).toEqual(GIVEN);
  });

  it('are named in the manifest by the same digests, and no others are', () => {
    expect(Object.fromEntries(manifest.documents.map(({ file, sha256 }) => [file, sha256]))).toEqual(GIVEN);
  });

  it('are all read, without a problem', () => {
    expect(opened.problems).toEqual([]);
    expect(documents.map(({ id }) => opened.fileOf(id))).toEqual(Object.keys(GIVEN));
    expect(documents.map(({ sha256 }) => sha256)).toEqual(Object.values(GIVEN));
  });
});

describe('the manifest', () => {
  it('says what the reader finds: node index/corpus/write-manifest.ts writes it', () => {
    expect(manifest).toEqual(manifestOf(opened.corpus, opened.fileOf));
  });

  it('makes nothing up: what no document states is null', () => {
    for (const { publisher, published } of manifest.documents) {
      expect([publisher, published]).toEqual([
        { value: null, known: 'not stated' },
        { value: null, known: 'not stated' },
      ]);
    }
  });

  it('says how each of the others is known', () => {
    const known = manifest.documents.map(({ title, notBefore, kind }) => [title.known, notBefore.known, kind.known]);
    const [noDate, newestDate, form] = [
      'the text reports no date',
      'newest date that the text reports',
      'judged by its form',
    ];
    expect(known).toEqual([
      ['first line', noDate, form],
      ['first line', noDate, form],
      ['first line', newestDate, form],
      ['first line', newestDate, form],
      ['opening words', newestDate, 'its form does not tell'],
    ]);
  });
});

describe('an altered built-in corpus', () => {
  const given = readFolder(BUILT_IN_CORPUS).documents;
  const [first] = given;
  if (!first) throw new Error('no built-in document');

  /** The one line with which documents are refused; undefined where they are not. */
  const refusal = (found: typeof given): string | undefined => {
    try {
      verifyDocuments('FOLDER', found, manifestOf(readCorpus(given), opened.fileOf));
    } catch (error) {
      if (error instanceof CorpusError) return error.message;
      throw error;
    }
    return undefined;
  };

  it('is refused where a document differs', () => {
    expect(refusal([{ ...first, sha256: '0'.repeat(64) }, ...given.slice(1)])).toBe(
      `FOLDER/${first.file}: differs from the manifest of the built-in corpus; restore it from the repository.`,
    );
  });

  it('is refused where a document is missing', () => {
    expect(refusal(given.slice(1))).toBe(
      `FOLDER/${first.file}: is missing or unreadable, though it is in the manifest of the built-in corpus; restore it from the repository.`,
    );
  });

  it('is refused where there is one more', () => {
    expect(refusal([...given, { ...first, id: 'mine', file: 'mine.txt' }])).toBe(
      'FOLDER/mine.txt: is not in the manifest of the built-in corpus; put documents of your own into a folder of their own and name it with --corpus.',
    );
  });

  it('is opened where nothing was altered', () => expect(refusal(given)).toBeUndefined());
});

describe('a built-in document', () => {
  it('without a date has the newest date that it reports for its bound, or none', () => {
    expect(documents.map(({ published, notBefore }) => [published, notBefore])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, '2026-04-13'],
      [undefined, '2026-04-28'],
      [undefined, '2026-04-01'],
    ]);
    expect(newest).toBe('2026-04-28');
  });

  it('has its kind by its form', () => {
    expect(documents.map(({ kind }) => kind)).toEqual(['commentary', 'analysis', 'news', 'digest', undefined]);
  });

  it('has the tickers and tags that it states', () => {
    expect(documents.map(({ tickers }) => tickers)).toEqual([[], ['MSFT', 'AMZN'], [], [], []]);
    expect(documents.map(({ tags }) => tags)).toEqual([
      [],
      [
        'Artificial Intelligence',
        'Technology & Innovation',
        'Antitrust & Competition',
        'Company Fundamentals',
        'Management & Governance',
        'Private Markets & Venture',
        'M&A & Restructuring',
      ],
      [],
      [],
      [],
    ]);
  });

  it('without a title is shown by its first words', () => {
    expect(documentOf('004').title).toBe("An OpenAI executive's recent comment signals a major strategic shift …");
  });
});

describe('the built-in statements', () => {
  it('are slices of their documents, in order, and none overlaps another', () => {
    let before: Statement | undefined;
    for (const statement of statements) {
      const { text } = documents.find(({ id }) => id === statement.document) ?? { text: '' };
      expect(statement.quote).toBe(text.slice(statement.start, statement.end));
      if (before?.document === statement.document) expect(statement.start).toBeGreaterThanOrEqual(before.end);
      before = statement;
    }
    expect(statements.length).toBeGreaterThan(100);
  });

  it('are each in the passage that holds them', () => {
    expect(passages.flatMap(({ statements: [first, last] }) => statements.slice(first, last))).toEqual(statements);
  });

  it.each([
    'Back to News',
    'MSFTAMZN',
    'Artificial IntelligenceTechnology',
    'Get your own daily briefing',
    'Scout delivers personalized news',
    'Download on the App Store',
    'Shared from Scout',
  ])('hold no navigation and no advertising: %s', (line) => {
    expect(
      documents.some(({ text }) => text.includes(line)),
      'the documents hold it',
    ).toBe(true);
    expect(statements.filter(({ quote }) => quote.includes(line))).toEqual([]);
  });

  it.each(['se(cnbc.com)penAI', 'AW(blogs.microsoft.com)g customers', 'They(cnbc.com)artnership terms'])(
    'hold no sentence that a mark has damaged: %s',
    (damage) => {
      const { text } = documentOf('003');
      const at = text.indexOf(damage);
      expect(at).toBeGreaterThan(0);
      const touching = statements.filter(
        (s) => s.document.startsWith('003') && s.start < at + damage.length && s.end > at,
      );
      expect(touching).toEqual([]);
    },
  );

  it('hold no mark of attribution and no sign of a heading', () => {
    expect(statements.filter(({ quote }) => /\((?:\w+\.)+com\b|#{2}/.test(quote))).toEqual([]);
  });

  it('define the terms of the glossary', () => {
    const definitions = statements.filter(({ kind }) => kind === 'definition');
    expect(definitions.map(({ label, heading }) => [label, heading])).toEqual([
      ['Compute', 'Glossary'],
      ['Channel', 'Glossary'],
      ['Cloud Provider', 'Glossary'],
    ]);
  });

  it('name whom their text names', () => {
    const named = new Set(statements.flatMap(({ attributedTo }) => attributedTo));
    expect([...named].sort()).toEqual(['aboutamazon.com', 'blogs.microsoft.com', 'cnbc.com', 'openai.com']);
    const marked = new Set(
      statements.filter(({ attributedTo }) => attributedTo.length > 0).map(({ document }) => document.slice(0, 3)),
    );
    expect([...marked]).toEqual(['002', '003']);
  });
});

describe('the built-in timeline', () => {
  const { entries, ahead } = makeBot(opened, loadWeights()).timeline({});

  it('tells these events, each with its date as precisely as it is known', () => {
    const told = entries.map(
      ({ saidOn, precision, citation }) => `${saidOn} ${precision}: ${citation.quote.slice(0, 45)}`,
    );
    expect(told).toEqual([
      '2025-01-21 day: On January 21, 2025, it launched the Stargate',
      "2025-03 month: The UK's decision to drop its probe into the ",
      '2025-11 month: The massive, multi-year $38 billion deal with',
      '2026 year: However, reports from early 2026 showed OpenA',
      '2026-02-27 day: OpenAI and Amazon announced that partnership ',
      '2026-02-27 day: They said Azure remains the exclusive cloud f',
      "2026-04 month: As recently as April 2026, OpenAI's CFO admit",
      '2026-04-13 day: In a memo reported by CNBC on April 13, chief',
      '2026-04-27 day: OpenAI and Microsoft rewrote their alliance o',
      '2026-04-28 day: A day later, Amazon said AWS would offer Open',
    ]);
  });

  it('tells no event twice: other tellings stand beside the first', () => {
    const all = entries.flatMap(({ citation, alsoTold }) => [citation, ...alsoTold]);
    expect(new Set(all.map(({ document, start }) => `${document} ${start}`)).size).toBe(all.length);
    const beside = entries.flatMap(({ saidOn, alsoTold }) =>
      alsoTold.map(({ quote }) => `${saidOn}: ${quote.slice(0, 40)}`),
    );
    expect(beside).toEqual([
      '2025-01-21: OpenAI said in January 2025 that it woul',
      '2026-02-27: Microsoft and OpenAI publicly said on Fe',
      '2026-04-27: OpenAI and Microsoft changed the terms o',
      '2026-04-28: On April 28, Amazon announced what it ca',
    ]);
  });

  it('shows as superseded what a later event ended, with both days', () => {
    const over = entries.filter(({ superseded }) => superseded);
    expect(over.map(({ saidOn, until, citation }) => [saidOn, until, /exclusive cloud/.test(citation.quote)])).toEqual([
      ['2026-02-27', '2026-04-27', true],
    ]);
  });

  it('keeps apart what runs until a day ahead', () => {
    expect(new Set(ahead.map(({ saidOn }) => saidOn))).toEqual(new Set(['2032']));
    expect(entries.filter(({ saidOn }) => saidOn > '2026-04-28')).toEqual([]);
  });
});
